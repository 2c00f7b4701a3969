/** Counts and durations over incidents, as folds whose partial results merge. */
module dev.incidentkit.metrics {
    requires HdrHistogram;
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;

    exports dev.incidentkit.metrics;
    exports dev.incidentkit.metrics.forecast;
    exports dev.incidentkit.metrics.whatif;
}

/** Incidents as Micrometer meters: counters, timers and gauges by its conventions. */
@SuppressWarnings("requires-transitive-automatic") // Micrometer names its module in its manifest
module dev.incidentkit.micrometer {
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires transitive dev.incidentkit.metrics;
    requires transitive micrometer.core;

    exports dev.incidentkit.micrometer;
}

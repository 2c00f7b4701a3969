/** Incidents, their lifecycle, priority, calendars and SLA clocks: pure functions over events. */
module dev.incidentkit.core {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires transitive jakarta.validation;

    exports dev.incidentkit.core;
    exports dev.incidentkit.core.incident;
}

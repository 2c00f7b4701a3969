/** Incidents, their lifecycle, priority, calendars and SLA clocks: pure functions over events. */
module dev.incidentkit.core {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires transitive jakarta.validation;

    exports dev.incidentkit.core;
    exports dev.incidentkit.core.calendar;
    exports dev.incidentkit.core.incident;
    exports dev.incidentkit.core.lifecycle;
    exports dev.incidentkit.core.sla;
    exports dev.incidentkit.core.policy;
    exports dev.incidentkit.core.definition;

    opens dev.incidentkit.core.incident; // Jakarta Validation reads the records' constraints by reflection
}

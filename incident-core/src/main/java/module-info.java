/** Incidents, their lifecycle, priority, calendars and SLA clocks: pure functions over events. */
@SuppressWarnings("module") // the qualified export names a module that depends on this one and is built after it
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
    exports dev.incidentkit.core.process;
    exports dev.incidentkit.core.definition;
    exports dev.incidentkit.core.internal to
            dev.incidentkit.rules;

    opens dev.incidentkit.core.incident; // Jakarta Validation reads the records' constraints by reflection
}

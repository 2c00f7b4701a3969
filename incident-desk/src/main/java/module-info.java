/** The desk: the only writer of incidents, the runners of timers and outbox, and the audit. */
module dev.incidentkit.desk {
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires transitive dev.incidentkit.store;
    requires transitive jakarta.validation;
    requires dev.incidentkit.json;
    requires org.hibernate.validator;
    requires org.slf4j;

    exports dev.incidentkit.desk;
}

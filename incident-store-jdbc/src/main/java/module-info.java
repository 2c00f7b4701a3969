/** Incident records in relational databases: plain SQL on a {@link javax.sql.DataSource}. */
module dev.incidentkit.store.jdbc {
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires transitive dev.incidentkit.store;
    requires transitive java.sql;
    requires org.slf4j;

    exports dev.incidentkit.store.jdbc;
}

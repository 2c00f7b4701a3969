package dev.incidentkit.rules.incident;

/**
 * What tables that answer one of core's ports have in common.
 *
 * @param <T> the kind of outcome
 */
abstract sealed class TableBridge<T> permits RoutingTable, SlaTable, TriageTable {
    private final String port;
    private final IncidentTable<T> table;

    TableBridge(String port, IncidentTable<T> table) {
        this.port = port;
        this.table = table;
    }

    /** {@return the table} */
    public IncidentTable<T> table() {
        return table;
    }

    /** {@return the content hash of the table} */
    public String version() {
        return table.version();
    }

    @Override
    public String toString() {
        return port + ": " + table;
    }
}

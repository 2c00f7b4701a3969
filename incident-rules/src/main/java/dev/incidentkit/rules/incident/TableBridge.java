package dev.incidentkit.rules.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What tables that answer one of core's ports have in common.
 *
 * @param <T> the kind of outcome
 */
abstract sealed class TableBridge<T> permits CategoryTable, ModelTable, RoutingTable, SlaTable, TriageTable {
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

    /** What the table can give that a definition does not have; the order is that of the rules. */
    final List<String> misfits(Predicate<T> isKnown) {
        List<String> misfits = new ArrayList<>();
        table.outcomes().forEach((rule, outcome) -> {
            if (!isKnown.test(outcome)) {
                misfits.add(
                        "rule " + rule + " of table '" + table.table().schema().name() + "' selects '" + outcome
                                + "', which the definition does not have");
            }
        });
        return misfits;
    }

    @Override
    public String toString() {
        return port + ": " + table;
    }
}

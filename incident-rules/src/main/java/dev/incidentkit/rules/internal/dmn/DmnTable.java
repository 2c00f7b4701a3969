package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.RuleTable;
import java.util.List;
import java.util.Set;

/**
 * A decision table of a DMN model that could be read.
 *
 * @param compiled the table; it has an input column for each of the paths, in their order
 * @param paths where the values of the input columns come from
 * @param zonedTimes the places of the columns whose times of day have a zone, and are held in UTC
 */
public record DmnTable(CompiledTable compiled, List<DmnScope.Path> paths, Set<Integer> zonedTimes) {
    /** Copies the lists. */
    public DmnTable {
        paths = List.copyOf(paths);
        zonedTimes = Set.copyOf(zonedTimes);
    }

    /** {@return the table as it was read} */
    public RuleTable table() {
        return compiled.table();
    }
}

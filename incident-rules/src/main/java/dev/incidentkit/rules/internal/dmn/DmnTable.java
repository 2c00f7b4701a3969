package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.RuleTable;
import java.util.List;

/**
 * A decision table of a DMN model that could be read.
 *
 * @param compiled the table; it has an input column for each of the paths, in their order
 * @param paths where the values of the input columns come from
 * @param zones whether the times of each input column have a zone
 */
public record DmnTable(CompiledTable compiled, List<DmnScope.Path> paths, List<ZoneUse> zones) {
    /** Copies the lists. */
    public DmnTable {
        paths = List.copyOf(paths);
        zones = List.copyOf(zones);
    }

    /** {@return the table as it was read} */
    public RuleTable table() {
        return compiled.table();
    }
}

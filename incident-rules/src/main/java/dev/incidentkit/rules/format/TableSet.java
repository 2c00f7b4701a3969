package dev.incidentkit.rules.format;

import dev.incidentkit.rules.RuleTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of a file. Immutable.
 *
 * @param tables the tables by name, in the order of the file
 * @param warnings what a person should look at; never an error, because a file with an error is refused
 */
public record TableSet(Map<String, RuleTable> tables, List<FormatFinding> warnings) {
    /** Copies both. */
    public TableSet {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        warnings = List.copyOf(warnings);
    }

    /**
     * A table by name.
     *
     * @param name the name
     * @return the table
     * @throws IllegalArgumentException if the file had none of that name; the message lists those it had
     */
    public RuleTable table(String name) {
        RuleTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("'" + name + "' is none of the tables " + tables.keySet());
        }
        return table;
    }
}

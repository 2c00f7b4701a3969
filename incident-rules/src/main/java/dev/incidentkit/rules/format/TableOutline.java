package dev.incidentkit.rules.format;

import dev.incidentkit.rules.HitPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What a Markdown or CSV file says of a table before it is bound to a schema: the words of its heading and its header.
 * For tools that put schemas together from columns they know; nothing is checked yet. Immutable.
 *
 * @param name the name of the table
 * @param hitPolicy what its heading says about several matching rules, or empty
 * @param complete whether its heading demands a rule for every input
 * @param inputs the names in its header without an arrow, {@code id} and notes apart; of a matrix its rows and columns
 * @param outputs the names in its header with an arrow; of a matrix what its cells say
 * @param line the line in which the names stand: that of its header, of a matrix that of its heading; from 1
 */
public record TableOutline(
        String name,
        Optional<HitPolicy> hitPolicy,
        boolean complete,
        List<String> inputs,
        List<String> outputs,
        int line) {
    /** Copies the lists. */
    public TableOutline {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}

package dev.incidentkit.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table. Immutable data.
 *
 * @param id the stable identifier, by which decisions, coverage and differences name it; 1 to 100 characters
 * @param conditions one for each input column, in their order
 * @param outputs one for each output column, in their order; null where an optional one is left out
 * @param note a remark for readers, which decides nothing; empty where there is none
 * @param position where the row stands in the source; null where it was not read from one
 */
public record Rule(
        String id,
        List<CellCondition> conditions,
        List<@Nullable Object> outputs,
        String note,
        @Nullable SourcePosition position) {
    /** Copies the lists. */
    public Rule {
        conditions = List.copyOf(conditions);
        outputs = Collections.unmodifiableList(new ArrayList<>(outputs));
    }

    @Override
    public String toString() {
        return id + " " + conditions + " -> " + outputs;
    }
}

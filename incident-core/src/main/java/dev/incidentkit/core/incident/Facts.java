package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is known of an incident, as conditions and rules read it. Reading allocates nothing. */
public interface Facts {
    /**
     * The value of a fact as one text: a name, a label, a path; {@code true} for a flag that holds.
     *
     * @param fact the fact
     * @return the text; null where it has no value, or one that is no single text
     */
    @Nullable
    String name(Fact fact);

    /**
     * Whether a fact has a value. A flag has one where it is true.
     *
     * @param fact the fact
     * @return true if it has one
     */
    boolean has(Fact fact);

    /**
     * Whether a name is the value of a fact, or among its values. Levels are asked by their labels, flags by
     * {@code true} and {@code false}; a path is asked by itself or by any path above it.
     *
     * @param fact the fact
     * @param value the name
     * @return true if it is
     */
    boolean is(Fact fact, String value);

    /**
     * The rank of a level.
     *
     * @param fact a fact whose value is a level
     * @return 0 for the most severe; -1 where it has none, or its value is no level
     */
    int rank(Fact fact);

    /**
     * The value of a number. Facts among which there are no numbers need not answer it; what wraps other facts must ask
     * them.
     *
     * @param fact a fact whose value is a number
     * @return the number, or null where it has none, or its value is no number; null unless it is overridden
     */
    default @Nullable BigDecimal number(Fact fact) {
        return null;
    }

    /**
     * Folds a whole record and shows what is known after each event.
     *
     * @param events the events of one incident in their order
     * @param after is given each event and what is known after it; these facts change with the next event
     * @throws HistoryException if the events cannot be the record of one incident
     */
    static void watch(
            Iterable<? extends IncidentEvent> events, BiConsumer<? super IncidentEvent, ? super Facts> after) {
        IncidentState state = new IncidentState();
        Facts facts = new IncidentFacts(state);
        for (IncidentEvent event : events) {
            state.fold(event);
            after.accept(event, facts);
        }
    }
}

package dev.incidentkit.examples.desk.view;

import dev.incidentkit.examples.desk.form.Input.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue.
 *
 * @param filters what it can be narrowed by
 * @param rows the incidents of this page, in work order
 * @param next the address of the next page; empty on the last one
 * @param first the address of the first page; empty on the first one
 * @param bulk what can be done with several at once
 */
public record QueueView(List<Asked> filters, List<Row> rows, String next, String first, List<Choice> bulk) {
    /**
     * An incident in a row.
     *
     * @param id its identity
     * @param title what it is about
     * @param chips status, phase and priority
     * @param owner who is accountable; empty for nobody
     * @param reported when it was reported
     * @param due when a target is next missed; null where none is
     */
    public record Row(
            String id,
            String title,
            Chips chips,
            String owner,
            Moment reported,
            @Nullable Moment due) {}

    /**
     * What is shown in colour.
     *
     * @param status the name of the status in words
     * @param phase the phase, as a class of the style sheet
     * @param priority the name of the priority; empty where there is none
     * @param rank its rank, as a class of the style sheet
     */
    public record Chips(String status, String phase, String priority, String rank) {}
}

package dev.incidentkit.examples.desk.view;

import dev.incidentkit.examples.desk.form.Input;

/**
 * One input as a page shows it.
 *
 * @param input what is asked for
 * @param id its identity in the page
 * @param fault what was wrong with what was given; empty for nothing
 */
public record Asked(Input input, String id, String fault) {
    /** {@return the identity of the list of proposals; empty where there are none} */
    public String list() {
        return input.kind() == Input.Kind.LINE && !input.choices().isEmpty() ? id + "-list" : "";
    }

    /** {@return what describes the input, for who hears the page} */
    public String describedBy() {
        return (fault.isEmpty() ? "" : id + "-fault ") + (input.hint().isEmpty() ? "" : id + "-hint");
    }
}

package dev.incidentkit.examples.desk.view;

import java.util.List;

/**
 * Something that is done with several incidents.
 *
 * @param form the name of the form
 * @param label what is done
 * @param inputs what it asks for
 * @param items the incidents; with what became of each, once it was done
 * @param done whether it was done
 */
public record BulkView(String form, String label, List<Asked> inputs, List<Item> items, boolean done) {
    /**
     * One of the incidents.
     *
     * @param id its identity
     * @param title what it is about
     * @param accepted whether it was, or would be, accepted
     * @param result what became of it, in the library's words
     */
    public record Item(String id, String title, boolean accepted, List<ActionView.Lack> result) {}
}

package dev.incidentkit.json;

import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings old forms of events to the present ones, a version at a time. Stored bytes are never rewritten: the step is
 * made on what was read.
 *
 * @param steps for a type and a form, written {@code type/form}, the step to the next form
 */
record Upcasters(Map<String, UnaryOperator<ObjectNode>> steps) {
    /** Every type has only its first form. */
    static final Upcasters NONE = new Upcasters(Map.of());

    JsonNode upcast(String type, int from, int to, JsonNode tree) {
        JsonNode current = tree;
        for (int form = from; form < to; form++) {
            UnaryOperator<ObjectNode> step = steps.get(type + "/" + form);
            if (step == null) {
                throw new CodecException("Form " + form + " of '" + type + "' cannot be brought to form " + (form + 1));
            }
            current = step.apply((ObjectNode) current);
        }
        return current;
    }
}

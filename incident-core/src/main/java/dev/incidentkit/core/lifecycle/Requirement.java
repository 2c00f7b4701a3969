package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field that must be known when a transition is taken: given with the command, or, where the field keeps its value,
 * known from before.
 *
 * @param field the field
 * @param forReason the name of the reason for which it is required; null where it always is
 */
public record Requirement(Field field, @Nullable String forReason) {
    @Override
    public String toString() {
        return field.fieldName() + (forReason == null ? "" : " for " + forReason);
    }
}

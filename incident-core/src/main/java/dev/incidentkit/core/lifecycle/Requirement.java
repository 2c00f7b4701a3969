package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that must be known when a transition is taken: given with the command, or, where the field keeps its value,
 * known from before.
 *
 * @param field the field
 * @param forReason the name of the reason for which it is required; null where it always is
 */
public record Requirement(Field field, @Nullable String forReason) {
    CanonicalForm canonical() {
        return new CanonicalForm("requirement/1")
                .put("field", field.fieldName())
                .list("for", forReason == null ? List.of() : List.of(forReason));
    }

    @Override
    public String toString() {
        return field.fieldName() + (forReason == null ? "" : " for " + forReason);
    }
}

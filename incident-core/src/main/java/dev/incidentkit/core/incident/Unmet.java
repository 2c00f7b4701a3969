package dev.incidentkit.core.incident;

import org.jspecify.annotations.Nullable;

/**
 * One requirement that is not met. Codes are stable and may be matched by programs; messages are for people.
 *
 * @param kind what kind of requirement it is
 * @param code the stable code, for example {@code FIELD_REQUIRED}
 * @param field the name of the field concerned, if one is
 * @param message what is missing and, where there is one, the offending value
 */
public record Unmet(UnmetKind kind, String code, @Nullable String field, String message) {
    @Override
    public String toString() {
        return code + (field == null ? "" : "(" + field + ")") + ": " + message;
    }
}

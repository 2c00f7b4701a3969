package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.PersonalText;
import org.jspecify.annotations.Nullable;

/** Texts of commands as texts of events. */
final class Texts {
    private Texts() {}

    static @Nullable PersonalText of(@Nullable String text) {
        return text == null || text.isBlank() ? null : PersonalText.of(text);
    }
}

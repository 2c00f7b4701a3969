package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes refusals. */
final class Refusals {
    private Refusals() {}

    static Unmet input(String code, @Nullable String field, String message) {
        return new Unmet(UnmetKind.INPUT, code, field, message);
    }

    static List<Unmet> refused(String code, @Nullable String field, String message) {
        return List.of(input(code, field, message));
    }

    static List<Unmet> forbidden(String code, String message) {
        return List.of(new Unmet(UnmetKind.PERMISSION, code, null, message));
    }
}

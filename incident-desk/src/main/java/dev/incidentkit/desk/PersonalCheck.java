package dev.incidentkit.desk;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.StoredEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the personal data beside a record with what its events committed to: what is missing must be covered by a
 * redaction that came later, and nothing may stand where no event committed to anything.
 */
final class PersonalCheck {
    /** Something is wrong with the personal data of an event. */
    record Fault(long sequence, String message) {}

    private record Missing(long sequence, String path) {}

    private final List<Missing> missing = new ArrayList<>();

    /** Takes the next event of a record; answers what stands beside it without a place. */
    @Nullable
    Fault add(StoredEvent stored, IncidentEvent event, Set<String> committed) {
        if (event instanceof RecordEvent.Redacted redacted) {
            missing.removeIf(gap -> Redactions.covers(redacted, gap.path()));
        }
        Set<String> places = new HashSet<>(committed);
        for (PersonalValue value : stored.personal()) {
            if (!places.remove(value.path())) {
                return new Fault(
                        stored.sequence(), "has personal data at '" + value.path() + "', which it did not commit to");
            }
        }
        places.stream().sorted().forEach(path -> missing.add(new Missing(stored.sequence(), path)));
        return null;
    }

    /** What no redaction accounts for, once all events were taken. */
    @Nullable
    Fault unaccounted() {
        return missing.isEmpty()
                ? null
                : new Fault(
                        missing.get(0).sequence(),
                        "lacks its personal data at '" + missing.get(0).path() + "', and no redaction says why");
    }
}

package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.RecordEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the import of a history ends: with the first event that is no step of it. Among its steps nothing falls due. No
 * step says that it is the last one, so that a runner of timers lets some time pass after each: it must not end an import
 * whose next step is on its way.
 */
final class ImportEnd {
    /** A step that comes later than this after the one before may find that the import has ended. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private ImportEnd() {}

    /** Whether events that were decided are a step of a history. */
    static boolean isStep(List<IncidentEvent> decided) {
        return decided.get(0) instanceof RecordEvent.Imported;
    }

    /** When what is due is to be decided, of an imported incident not at once. */
    static @Nullable Instant notBefore(Incident incident, @Nullable Instant due) {
        return due == null || !incident.isImporting()
                ? due
                : Times.later(due, incident.lastRecordedAt().plus(PAUSE));
    }
}

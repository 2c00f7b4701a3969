package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Alert;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says whether work is under way that explains an alert. It is asked once for each alert before anything is decided, and
 * its answer is on the record. Implementations must be safe for use by several threads.
 */
@FunctionalInterface
public interface MaintenancePort {
    /**
     * Work that explains alerts.
     *
     * @param name what it is, for example the number of a change; 1 to 100 characters
     * @param until when it is planned to end; null where that is not known
     */
    record Maintenance(String name, @Nullable Instant until) {}

    /**
     * Finds the work that explains an alert.
     *
     * @param alert the alert
     * @param at the instant at which it is taken
     * @return the work, or empty
     */
    Optional<Maintenance> maintenance(Alert alert, Instant at);

    /** {@return a port that knows of no work} */
    static MaintenancePort none() {
        return (alert, at) -> Optional.empty();
    }
}

package dev.incidentkit.desk;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.incident.IncidentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a bulk operation. The others are not affected by it.
 *
 * @param incident the incident
 * @param accepted the receipt where it was accepted
 * @param failed why not, where it was not
 */
public record BulkResult(
        IncidentId incident,
        @Nullable Receipt accepted,
        @Nullable IncidentException failed) {
    /** {@return whether the item was accepted} */
    public boolean isAccepted() {
        return accepted != null;
    }

    /** {@return the receipt, if the item was accepted} */
    public Optional<Receipt> receipt() {
        return Optional.ofNullable(accepted);
    }
}

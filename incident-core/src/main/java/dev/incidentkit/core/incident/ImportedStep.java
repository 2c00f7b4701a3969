package dev.incidentkit.core.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One step of a recorded history of another system: how an incident stood after it. Build one with {@link #of}.
 *
 * @param effectiveAt when the step happened there
 * @param sourceStatus the status in the words of the source, at most 100 characters
 * @param status the status of this library's definition that stands for it
 * @param reportedAt when the incident was reported, if the source says so
 * @param resolvedAt when it was resolved, as the source says with this step
 * @param closedAt when it was closed, as the source says with this step
 * @param number the source's number of the incident, at most 64 characters
 * @param channel the way by which the report came
 * @param owner who was accountable
 * @param category where it belonged
 * @param impact how far its effect reached
 * @param urgency how soon its effect became unbearable
 * @param priority the priority that held
 * @param holdReason what it waited for, where the status says that it waited
 * @param reopenings how often it had been reopened, as the source counts
 * @param reassignments how often its owner had changed, as the source counts
 * @param line the line of the source, 0 where it has none
 */
@RecordBuilder
@Value.Builder
public record ImportedStep(
        @NotNull Instant effectiveAt,
        @NotNull @Size(min = 1, max = 100) String sourceStatus,
        @NotNull Status status,
        @Nullable Instant reportedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable @Size(min = 1, max = 64) String number,
        @Nullable Channel channel,
        @Nullable Owner owner,
        @Nullable Category category,
        @Nullable Impact impact,
        @Nullable Urgency urgency,
        @Nullable Priority priority,
        @Nullable HoldReason holdReason,
        @PositiveOrZero int reopenings,
        @PositiveOrZero int reassignments,
        @PositiveOrZero long line) {
    /** Cuts instants to milliseconds. */
    public ImportedStep {
        effectiveAt = Checks.millis(effectiveAt);
        reportedAt = Checks.millisOrNull(reportedAt);
        resolvedAt = Checks.millisOrNull(resolvedAt);
        closedAt = Checks.millisOrNull(closedAt);
    }

    /**
     * Begins with what every step has.
     *
     * @param effectiveAt when the step happened
     * @param sourceStatus the status in the words of the source
     * @param status the status that stands for it
     * @return a builder for the rest; {@code build()} makes the step
     */
    public static ImportedStepBuilder of(Instant effectiveAt, String sourceStatus, Status status) {
        return new ImportedStepBuilder()
                .effectiveAt(effectiveAt)
                .sourceStatus(sourceStatus)
                .status(status)
                .reopenings(0)
                .reassignments(0)
                .line(0);
    }
}

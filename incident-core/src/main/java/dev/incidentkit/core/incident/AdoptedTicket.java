package dev.incidentkit.core.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that already lives elsewhere, as it stands when it is taken over. Only what the source knows is given. Build
 * one with {@link #of}.
 *
 * @param status where it stands
 * @param reportedAt when it was reported
 * @param number the host's number, at most 64 characters
 * @param title what it is about; personal data
 * @param reporter who reported it
 * @param channel the way by which the report came
 * @param owner who is accountable; required where the phase is ACTIVE
 * @param category where it belongs
 * @param impact how far its effect reaches
 * @param urgency how soon its effect becomes unbearable
 * @param priority the priority that holds
 * @param occurredAt when it happened
 * @param detectedAt when it was noticed
 * @param acknowledgedAt when it was first acknowledged
 * @param restoredAt when the service worked again
 * @param resolvedAt when it was resolved; required where the phase is RESOLVED or CLOSED
 * @param closedAt when it was closed or cancelled; required where the phase is CLOSED or CANCELLED
 * @param holds the times it waited, in order and apart; the last one still lasts where the phase is ON_HOLD. Where the
 *     source does not say since when and for what such a ticket waits, it waits from its adoption, for {@code ADOPT}
 * @param holdTotals instead of spells that are not known one by one: their sums by reason, in working time of the
 *     calendar of the policy that counts them; together with the spells at most the time since it was reported, and none
 *     for a reason of which spells are given
 * @param reopenings how often it was reopened
 * @param reassignments how often its owner changed
 * @param attributes the host's own fields
 */
@RecordBuilder
@Value.Builder
public record AdoptedTicket(
        @NotNull Status status,
        @NotNull Instant reportedAt,
        @Nullable @Size(min = 1, max = 64) String number,
        @Nullable PersonalText title,
        @Nullable Reporter reporter,
        @Nullable Channel channel,
        @Nullable Owner owner,
        @Nullable Category category,
        @Nullable Impact impact,
        @Nullable Urgency urgency,
        @Nullable Priority priority,
        @Nullable Instant occurredAt,
        @Nullable Instant detectedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant restoredAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @NotNull List<HoldSpell> holds,
        @NotNull Map<HoldReason, Duration> holdTotals,
        @PositiveOrZero int reopenings,
        @PositiveOrZero int reassignments,
        @NotNull Attributes attributes) {
    /** Cuts instants to milliseconds and copies the collections. */
    public AdoptedTicket {
        reportedAt = Checks.millis(reportedAt);
        occurredAt = Checks.millisOrNull(occurredAt);
        detectedAt = Checks.millisOrNull(detectedAt);
        acknowledgedAt = Checks.millisOrNull(acknowledgedAt);
        restoredAt = Checks.millisOrNull(restoredAt);
        resolvedAt = Checks.millisOrNull(resolvedAt);
        closedAt = Checks.millisOrNull(closedAt);
        holds = List.copyOf(holds);
        holdTotals = Map.copyOf(holdTotals);
    }

    /**
     * Begins with what every ticket has.
     *
     * @param status where it stands
     * @param reportedAt when it was reported
     * @return a builder for the rest; {@code build()} makes the ticket
     */
    public static AdoptedTicketBuilder of(Status status, Instant reportedAt) {
        return new AdoptedTicketBuilder()
                .status(status)
                .reportedAt(reportedAt)
                .reopenings(0)
                .reassignments(0)
                .attributes(Attributes.none());
    }
}

package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Notice;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Withdrawal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a clock sets off and the record does not have yet.
 *
 * @param kind what it is
 * @param clock which clock
 * @param threshold the name of the threshold, {@code 100%} for the breach
 * @param at when it happens
 * @param dueAt when the target falls due
 * @param notice when people are told
 * @param overrun working time past the target, of a miss
 * @param cost the penalty of a miss, if there is one
 * @param currency the penalty's currency
 * @param withdrawal why a breach is none, of a withdrawal
 */
public record SlaSignal(
        SignalKind kind,
        ClockId clock,
        String threshold,
        Instant at,
        Instant dueAt,
        Notice notice,
        Duration overrun,
        @Nullable BigDecimal cost,
        @Nullable String currency,
        @Nullable Withdrawal withdrawal) {
    /**
     * The event that records it.
     *
     * @param meta when it takes effect, when it is recorded, who and why
     * @return the event
     */
    public SlaEvent event(EventMeta meta) {
        return switch (kind) {
            case AT_RISK -> new SlaEvent.AtRisk(meta, clock, threshold, dueAt, notice);
            case BREACH -> new SlaEvent.Breached(meta, clock, dueAt, notice);
            case OVERRUN -> new SlaEvent.Overran(meta, clock, threshold, notice);
            case WITHDRAWAL ->
                new SlaEvent.BreachWithdrawn(meta, clock, withdrawal == null ? Withdrawal.TARGET_CHANGED : withdrawal);
            case MISS -> new SlaEvent.Missed(meta, clock, overrun, cost, currency);
            case NOTICE -> new SlaEvent.NoticeGiven(meta, clock, threshold);
        };
    }

    /** {@return the stable identity: what it set off once is not set off again} */
    public String id() {
        return clock + "/" + kind + "/" + threshold;
    }
}

package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Events about the clocks of service levels. They write down what fell due, so that people are told once and audits
 * see it; how a clock stands is always computed from all events and never read from these.
 */
public sealed interface SlaEvent extends IncidentEvent
        permits SlaEvent.AtRisk,
                SlaEvent.Breached,
                SlaEvent.Overran,
                SlaEvent.BreachWithdrawn,
                SlaEvent.Missed,
                SlaEvent.NoticeGiven {
    /**
     * Which clock it is about.
     *
     * @return the cycle of the clock
     */
    ClockId clock();

    /**
     * Whether people are told of it when it takes effect.
     *
     * @return true for what is told at once, for notices that were put off until now, and for withdrawals
     */
    default boolean isTold() {
        return false;
    }

    /**
     * Calls the visitor's method for this event.
     *
     * @param visitor one method for each kind of event of this theme
     * @param <R> what the visitor returns
     * @return what that method returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of event of this theme.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /**
         * Treats a {@link AtRisk}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R atRisk(AtRisk event);

        /**
         * Treats a {@link Breached}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R breached(Breached event);

        /**
         * Treats a {@link Overran}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R overran(Overran event);

        /**
         * Treats a {@link BreachWithdrawn}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R breachWithdrawn(BreachWithdrawn event);

        /**
         * Treats a {@link Missed}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R missed(Missed event);

        /**
         * Treats a {@link NoticeGiven}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R noticeGiven(NoticeGiven event);
    }

    /**
     * A clock reached a threshold before its target.
     *
     * @param meta when, who and why
     * @param clock which clock
     * @param threshold which threshold, for example {@code 75%}
     * @param dueAt when the target falls due, as far as was known then
     * @param notice when people are told
     */
    record AtRisk(EventMeta meta, ClockId clock, String threshold, Instant dueAt, Notice notice) implements SlaEvent {
        /** Cuts instants to milliseconds. */
        public AtRisk {
            Checks.name(threshold, 40, "threshold");
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public boolean isTold() {
            return notice == Notice.NOW;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atRisk(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.atRisk(this);
        }
    }

    /**
     * A target was missed: its due instant passed.
     *
     * @param meta when, who and why
     * @param clock which clock
     * @param dueAt when the target fell due
     * @param notice when people are told
     */
    record Breached(EventMeta meta, ClockId clock, Instant dueAt, Notice notice) implements SlaEvent {
        /** Cuts instants to milliseconds. */
        public Breached {
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public boolean isTold() {
            return notice == Notice.NOW;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.breached(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.breached(this);
        }
    }

    /**
     * A clock reached a threshold past its target.
     *
     * @param meta when, who and why
     * @param clock which clock
     * @param threshold which threshold, for example {@code 150%}
     * @param notice when people are told
     */
    record Overran(EventMeta meta, ClockId clock, String threshold, Notice notice) implements SlaEvent {
        /** Checks the threshold. */
        public Overran {
            Checks.name(threshold, 40, "threshold");
        }

        @Override
        public boolean isTold() {
            return notice == Notice.NOW;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.overran(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.overran(this);
        }
    }

    /**
     * A breach that was recorded is none, as is known now.
     *
     * @param meta when, who and why
     * @param clock which clock
     * @param reason why it is none
     */
    record BreachWithdrawn(EventMeta meta, ClockId clock, Withdrawal reason) implements SlaEvent {
        @Override
        public boolean isTold() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.breachWithdrawn(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.breachWithdrawn(this);
        }
    }

    /**
     * A clock stopped after its target was missed: how far it overran, and what that costs.
     *
     * @param meta when, who and why
     * @param clock which clock
     * @param overrun working time past the target
     * @param cost the penalty, where the policy has one; not negative
     * @param currency the penalty's currency, three letters; present where there is a cost
     */
    record Missed(
            EventMeta meta,
            ClockId clock,
            Duration overrun,
            @Nullable BigDecimal cost,
            @Nullable String currency) implements SlaEvent {
        /**
         * Cuts the overrun to milliseconds and writes the cost without an exponent.
         *
         * @throws IllegalArgumentException if a cost comes without a currency or the other way round, or one is negative
         */
        public Missed {
            overrun = Duration.ofMillis(overrun.toMillis());
            if ((cost == null) != (currency == null)) {
                throw new IllegalArgumentException(
                        "A cost has a currency, but the cost is " + cost + " and the currency " + currency);
            }
            if (overrun.isNegative() || (cost != null && cost.signum() < 0)) {
                throw new IllegalArgumentException(
                        "A miss is not negative, but overran by " + overrun + " and costs " + cost);
            }
            cost = cost == null ? null : Checks.plain(cost, "cost");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.missed(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.missed(this);
        }
    }

    /**
     * People are told now of what happened to a clock while its calendar was closed.
     *
     * @param meta when, who and why
     * @param clock which clock
     * @param threshold which threshold it was, {@code 100%} for the breach
     */
    record NoticeGiven(EventMeta meta, ClockId clock, String threshold) implements SlaEvent {
        /** Checks the threshold. */
        public NoticeGiven {
            Checks.name(threshold, 40, "threshold");
        }

        @Override
        public boolean isTold() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noticeGiven(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.noticeGiven(this);
        }
    }
}

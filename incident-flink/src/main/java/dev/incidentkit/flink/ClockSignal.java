package dev.incidentkit.flink;

import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.json.EventCodec;

/**
 * Something that a clock set off. Its identity is all of it but {@code takenBack}.
 *
 * @param tenant whom the incident belongs to
 * @param incident the incident
 * @param type what it is: the stable name of the type of event that records it, for example
 *     {@code incident.sla-breached}
 * @param policy the name of the policy
 * @param target the name of the target
 * @param cycle the number of the cycle, from 1
 * @param threshold the name of the threshold; empty where there is none
 * @param at when it happened, in milliseconds since 1970
 * @param takenBack whether an event that came late showed that it never happened
 */
public record ClockSignal(
        String tenant,
        String incident,
        String type,
        String policy,
        String target,
        int cycle,
        String threshold,
        long at,
        boolean takenBack) {
    /** The type of what tells that a target was missed. */
    public static final String BREACHED = "incident.sla-breached";

    /** The type of what tells that a breach is none. */
    public static final String BREACH_WITHDRAWN = "incident.sla-breach-withdrawn";

    static ClockSignal of(String tenant, String incident, SlaEvent event) {
        ClockId clock = event.clock();
        return new ClockSignal(
                tenant,
                incident,
                EventCodec.type(event),
                clock.policy(),
                clock.target(),
                clock.cycle(),
                event.accept(Thresholds.INSTANCE),
                event.meta().effectiveAt().toEpochMilli(),
                false);
    }

    /** {@return the news that it never happened} */
    ClockSignal takeBack() {
        return new ClockSignal(tenant, incident, type, policy, target, cycle, threshold, at, true);
    }

    /** The threshold of each kind of event. */
    private enum Thresholds implements SlaEvent.Visitor<String> {
        INSTANCE;

        @Override
        public String atRisk(SlaEvent.AtRisk event) {
            return event.threshold();
        }

        @Override
        public String breached(SlaEvent.Breached event) {
            return "";
        }

        @Override
        public String overran(SlaEvent.Overran event) {
            return event.threshold();
        }

        @Override
        public String breachWithdrawn(SlaEvent.BreachWithdrawn event) {
            return "";
        }

        @Override
        public String missed(SlaEvent.Missed event) {
            return "";
        }

        @Override
        public String noticeGiven(SlaEvent.NoticeGiven event) {
            return event.threshold();
        }
    }
}

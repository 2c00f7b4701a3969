package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The metrics that the library defines. {@code docs/metrics.md} lists each with its formula. Those that look at several
 * incidents together are folds of their own: {@link BacklogFold}, {@link RecurrenceFold}, {@link ServiceFold}.
 */
public final class Metrics {
    /** Mean time to detect. */
    public static final Metric DETECT = Metric.between("MTTD", Milestone.OCCURRED, Milestone.DETECTED);

    /** Mean time to acknowledge. */
    public static final Metric ACKNOWLEDGE = Metric.between("MTTA", Milestone.REPORTED, Milestone.ACKNOWLEDGED);

    /** Mean time to restore, from the earliest that is known; which one it was is told. */
    public static final Metric RESTORE = new Metric(
            "MTT-Restore",
            Unit.MILLISECONDS,
            "RESTORED - first known of (OCCURRED, DETECTED, REPORTED)",
            "incidents that were restored",
            Exclusion.USUAL,
            null,
            null,
            null,
            Durations::restore);

    /** Mean time to resolve: to the resolution that holds. */
    public static final Metric RESOLVE = Metric.between("MTT-Resolve", Milestone.REPORTED, Milestone.RESOLVED);

    /** Mean time to close. */
    public static final Metric CLOSE = Metric.between("MTT-Close", Milestone.REPORTED, Milestone.ENDED);

    /** The time between the resolution that holds and the closure. */
    public static final Metric RESOLVE_TO_CLOSE =
            Metric.between("Resolve-to-close", Milestone.RESOLVED, Milestone.ENDED);

    /** How long ended incidents stood in each status. */
    public static final Metric TIME_IN_STATUS = new Metric(
            "Time in status",
            Unit.MILLISECONDS,
            "sum of the spells in each status from REPORTED to ENDED",
            "incidents that ended",
            Exclusion.ALWAYS,
            null,
            "status",
            null,
            Durations::timeInStatus);

    /** How long incidents waited, by reason. */
    public static final Metric WAITING = new Metric(
            "Waiting",
            Unit.MILLISECONDS,
            "sum of the times on hold, of one that lasts until now",
            "incidents",
            Exclusion.ALWAYS,
            null,
            "hold reason",
            null,
            Durations::waiting);

    /** How many incidents there were. */
    public static final Metric VOLUME = new Metric(
            "Volume",
            Unit.COUNT,
            "count(incidents)",
            "incidents",
            Exclusion.ALWAYS,
            null,
            null,
            Tallies.of("incidents"),
            (one, elapsed, out) -> out.tally("incidents"));

    /** The share of incidents resolved at least once that were reopened. */
    public static final Metric REOPEN_RATE = Metric.shareOf(
            "Reopen rate",
            "reopened",
            "resolved at least once",
            Metrics::wasResolved,
            one -> one.outline().reopenings > 0);

    /** The share of incidents that went from one owner to another. */
    public static final Metric REASSIGNMENT_RATE = Metric.shareOf(
            "Reassignment rate", "owner changed", "all incidents", one -> true, one -> one.outline().reassignments > 0);

    /** The share of incidents for which more skill or authority was asked for. */
    public static final Metric ESCALATION_RATE = Metric.shareOf(
            "Escalation rate", "escalated", "all incidents", one -> true, one -> one.outline().escalations > 0);

    /** The share of incidents whose derived priority was overridden. */
    public static final Metric OVERRIDE_RATE = Metric.shareOf(
            "Override rate", "priority overridden", "all incidents", one -> true, one -> one.outline().overridden);

    /** How content callers were. */
    public static final Metric CSAT = new Metric(
            "CSAT",
            Unit.SCORE,
            "mean(score, 1 to 5)",
            "incidents resolved at least once whose caller answered",
            Exclusion.USUAL,
            null,
            null,
            null,
            (one, elapsed, out) -> {
                if (!wasResolved(one)) {
                    out.exclude("not resolved");
                } else if (one.outline().satisfaction == 0) {
                    out.exclude("no answer");
                } else {
                    out.value(one.outline().satisfaction);
                }
            });

    /** The share of callers that answered the survey. */
    public static final Metric CSAT_RESPONSE = Metric.shareOf(
            "CSAT response rate",
            "caller answered",
            "resolved at least once",
            Metrics::wasResolved,
            one -> one.outline().satisfaction > 0);

    /** What work cost, by team. */
    public static final Metric COST = new Metric(
            "Cost",
            Unit.MONEY,
            "sum of the cost of recorded work",
            "incidents",
            Exclusion.ALWAYS,
            null,
            "team",
            null,
            Durations::cost);

    /** How much work was recorded, by team. */
    public static final Metric EFFORT = new Metric(
            "Effort",
            Unit.MILLISECONDS,
            "sum of the time of recorded work",
            "incidents",
            Exclusion.ALWAYS,
            null,
            "team",
            null,
            Durations::effort);

    /** What misses of service levels cost, by currency. */
    public static final Metric PENALTY = new Metric(
            "Penalty",
            Unit.MONEY,
            "sum of the cost of recorded misses",
            "incidents",
            Exclusion.ALWAYS,
            null,
            "currency",
            null,
            Durations::penalty);

    private static final List<Metric> STANDARD = List.of(
            VOLUME,
            DETECT,
            ACKNOWLEDGE,
            RESTORE,
            RESOLVE,
            CLOSE,
            RESOLVE_TO_CLOSE,
            TIME_IN_STATUS,
            WAITING,
            firstContact(FirstContact.SAME_CONTACT),
            firstContact(FirstContact.NO_HAND_OVER),
            REOPEN_RATE,
            REASSIGNMENT_RATE,
            ESCALATION_RATE,
            OVERRIDE_RATE,
            CSAT,
            CSAT_RESPONSE,
            COST,
            EFFORT,
            PENALTY);

    private Metrics() {}

    private static boolean wasResolved(Case one) {
        return one.outline().at(Milestone.FIRST_RESOLVED) != null;
    }

    /** {@return every metric of single incidents that needs neither clocks nor an instant} */
    public static List<Metric> standard() {
        return STANDARD;
    }

    /** What counts as the first contact. */
    public enum FirstContact {
        /** The actor who took the report resolved it; nobody waited and no message passed in between; never reopened. */
        SAME_CONTACT,

        /** It never went from one owner to another, was never escalated and never reopened. */
        NO_HAND_OVER
    }

    /**
     * First-contact resolution: the share of incidents that the first contact resolved.
     *
     * @param meaning what counts as the first contact
     * @return the metric, whose name tells the meaning
     */
    public static Metric firstContact(FirstContact meaning) {
        return switch (meaning) {
            case SAME_CONTACT ->
                Metric.shareOf(
                        "FCR (same contact)",
                        "reported and resolved by the same actor, no hold, no message, not reopened",
                        "resolved at least once",
                        Metrics::wasResolved,
                        Metrics::isSameContact);
            case NO_HAND_OVER ->
                Metric.shareOf(
                        "FCR (no hand-over)",
                        "no reassignment, no escalation, not reopened",
                        "resolved at least once",
                        Metrics::wasResolved,
                        one -> one.outline().reassignments == 0
                                && one.outline().escalations == 0
                                && one.outline().reopenings == 0);
        };
    }

    private static boolean isSameContact(Case one) {
        if (one.outline().reopenings > 0 || one.outline().waited) {
            return false;
        }
        List<IncidentEvent> events = one.events();
        for (IncidentEvent event : events) {
            if (event instanceof LifecycleEvent.Resolved resolved) {
                return resolved.meta()
                        .actor()
                        .id()
                        .equals(events.get(0).meta().actor().id());
            }
            if (event instanceof WorkEvent.Communicated) {
                return false;
            }
        }
        return false;
    }

    /**
     * How the clocks of one target stand: met, missed, cancelled, running in time, running breached. They add up to the
     * population, which is clocks, a cycle each. The share is met / (met + missed + running breached).
     *
     * @param policy the name of the policy
     * @param target which of its targets
     * @return the metric; its plan must name clocks
     */
    public static Metric compliance(String policy, Measure target) {
        return new Metric(
                "SLA compliance " + policy + "/" + target,
                Unit.COUNT,
                "met / (met + missed + running breached)",
                "clocks of " + target + " of policy " + policy,
                Exclusion.ALWAYS,
                null,
                null,
                new Tallies(
                        List.of("met", "missed", "cancelled", "running in time", "running breached"),
                        List.of("met"),
                        List.of("met", "missed", "running breached")),
                (one, elapsed, out) -> {
                    for (SlaStanding standing : one.standings()) {
                        if (standing.clock().policy().equals(policy)
                                && standing.clock().target().equals(target.name())) {
                            out.tally(label(standing));
                        }
                    }
                    if (out.size == 0) {
                        out.exclude("no clock");
                    }
                });
    }

    private static String label(SlaStanding standing) {
        ClockState state = standing.state();
        return switch (state) {
            case MET -> "met";
            case MISSED -> "missed";
            case CANCELLED -> "cancelled";
            case PENDING, RUNNING, PAUSED -> standing.breached() ? "running breached" : "running in time";
        };
    }

    /**
     * The age of the backlog: of incidents that were reported and had not ended at an instant.
     *
     * @param at the instant
     * @return the metric
     */
    public static Metric backlogAge(Instant at) {
        long then = at.toEpochMilli();
        return new Metric(
                "Backlog age at " + at,
                Unit.MILLISECONDS,
                at + " - REPORTED",
                "incidents reported and not ended at " + at,
                Exclusion.ALWAYS,
                null,
                null,
                null,
                (one, elapsed, out) -> {
                    Optional<String> reason = notOpen(one, then);
                    if (reason.isPresent()) {
                        out.exclude(reason.get());
                    } else {
                        out.value(elapsed.applyAsLong(one.millis(Milestone.REPORTED), then));
                    }
                });
    }

    /**
     * The backlog in classes of age.
     *
     * @param at the instant
     * @param bounds the upper bounds of all classes but the last, exclusive, rising
     * @return the metric
     * @throws IllegalArgumentException if the bounds do not rise
     */
    public static Metric backlogAgeing(Instant at, List<Duration> bounds) {
        long then = at.toEpochMilli();
        List<String> labels = new ArrayList<>();
        Duration last = Duration.ZERO;
        for (Duration bound : bounds) {
            if (bound.compareTo(last) <= 0) {
                throw new IllegalArgumentException("Classes of age rise, but " + bound + " follows " + last);
            }
            labels.add("under " + bound);
            last = bound;
        }
        labels.add("from " + last);
        return new Metric(
                "Backlog ageing at " + at,
                Unit.COUNT,
                "count(incidents) by " + at + " - REPORTED, in " + labels,
                "incidents reported and not ended at " + at,
                Exclusion.ALWAYS,
                null,
                null,
                new Tallies(labels, List.of(), List.of()),
                (one, elapsed, out) -> {
                    Optional<String> reason = notOpen(one, then);
                    if (reason.isPresent()) {
                        out.exclude(reason.get());
                    } else {
                        out.tally(labels.get(ageClass(then - one.millis(Milestone.REPORTED), bounds)));
                    }
                });
    }

    private static int ageClass(long age, List<Duration> bounds) {
        int index = 0;
        while (index < bounds.size() && age >= bounds.get(index).toMillis()) {
            index++;
        }
        return index;
    }

    private static Optional<String> notOpen(Case one, long then) {
        long reported = one.millis(Milestone.REPORTED);
        if (reported == Case.UNKNOWN || reported > then) {
            return Optional.of("reported later");
        }
        long ended = one.millis(Milestone.ENDED);
        return ended != Case.UNKNOWN && ended <= then ? Optional.of("ended before") : Optional.empty();
    }
}

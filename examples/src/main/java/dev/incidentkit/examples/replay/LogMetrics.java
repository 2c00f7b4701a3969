package dev.incidentkit.examples.replay;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.metrics.BacklogFold;
import dev.incidentkit.metrics.Case;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Exclusion;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.GroupKey;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.Metrics.FirstContact;
import dev.incidentkit.metrics.Period;
import dev.incidentkit.metrics.StatusSpell;
import dev.incidentkit.metrics.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The metrics of a log, and the checks that any figure must pass. */
final class LogMetrics {
    static final int OVERALL = 0;
    static final int BY_PRIORITY = 1;
    static final int BY_MONTH = 2;

    /** So many numbers of a group are kept one by one; logs beyond that have percentiles with a stated error. */
    private static final int EXACT_UP_TO = 1_000_000;

    private static final Exclusion UNSTATED =
            new Exclusion("the log does not say when it was resolved", LogMetrics::isUnstated);
    private static final Dimension ALL = Dimension.of("all", incident -> "all");

    /** From the report to the resolution, of incidents of which the log says when that was. */
    static final Metric OPENED_TO_RESOLVED = Metric.between(
                    "Opened-to-resolved", Milestone.REPORTED, Milestone.RESOLVED)
            .excluding("Opened-to-resolved", List.of(UNSTATED));

    private static final Metric RESOLVED_TO_CLOSED =
            Metrics.RESOLVE_TO_CLOSE.excluding("Resolved-to-closed", List.of(UNSTATED));

    private final List<Metric> compliance = new ArrayList<>();
    private final MetricFold fold;
    private final BacklogFold backlog = new BacklogFold(ZoneOffset.UTC, ALL);
    private long incidents;
    private long ended;
    private long spells;
    private final List<String> faults = new ArrayList<>();

    LogMetrics(SlaPolicy policy) {
        List<Metric> metrics = new ArrayList<>(List.of(
                Metrics.VOLUME,
                OPENED_TO_RESOLVED,
                Metrics.ACKNOWLEDGE,
                RESOLVED_TO_CLOSED,
                Metrics.CLOSE,
                Metrics.TIME_IN_STATUS,
                Metrics.WAITING,
                Metrics.REOPEN_RATE,
                Metrics.REASSIGNMENT_RATE,
                Metrics.firstContact(FirstContact.NO_HAND_OVER)));
        for (Measure target : ServiceLevels.timed()) {
            compliance.add(Metrics.compliance(policy.name(), target));
        }
        metrics.addAll(compliance);
        fold = MetricFold.of(MetricPlan.of(metrics)
                .by(
                        Grouping.by(),
                        Grouping.by(Dimension.PRIORITY),
                        Grouping.by().per(Period.MONTH, ZoneOffset.UTC))
                .withExactUpTo(EXACT_UP_TO)
                .timedBy(SlaClock.of(ServiceLevels.timed(policy))));
    }

    private static boolean isUnstated(Incident incident) {
        List<IncidentEvent> events = incident.history();
        return events.get(events.size() - 1) instanceof RecordEvent.Imported last
                && last.step().resolvedAt() == null;
    }

    void add(Incident incident) {
        Case one = fold.plan().view(incident, incident.lastEffectiveAt());
        fold.add(one);
        backlog.add(one);
        check(one);
    }

    /** The times in status of an incident add up to its end minus its report. */
    private void check(Case one) {
        Incident incident = one.incident();
        Instant opened = incident.at(Milestone.REPORTED).orElseThrow();
        Instant closed = incident.at(Milestone.ENDED).orElse(null);
        incidents++;
        if (closed == null) {
            return;
        }
        ended++;
        Duration sum = Duration.ZERO;
        for (StatusSpell spell : one.spells()) {
            sum = sum.plus(Duration.between(spell.from(), spell.to()));
            spells++;
        }
        if (!sum.equals(Duration.between(opened, closed))) {
            faults.add(incident.id() + ": times in status add up to " + sum + ", but it was open for "
                    + Duration.between(opened, closed));
        }
    }

    MetricFold fold() {
        return fold;
    }

    List<Metric> compliance() {
        return compliance;
    }

    BacklogFold backlog() {
        return backlog;
    }

    /** The times to resolve, by priority. */
    SortedMap<String, Summary> openedToResolved() {
        SortedMap<String, Summary> all = new TreeMap<>();
        fold.summaries(BY_PRIORITY, OPENED_TO_RESOLVED)
                .forEach((key, summary) -> all.put(key.values().get(0), summary));
        all.values().removeIf(summary -> summary.count() == 0);
        return all;
    }

    Summary openedToResolvedOfAll() {
        return fold.summaries(OVERALL, OPENED_TO_RESOLVED).getOrDefault(GroupKey.ALL, Summary.of(EXACT_UP_TO));
    }

    /** How many incidents are left out of the time to resolve, because the log does not say when they were resolved. */
    long unstated() {
        return fold.figures(OVERALL, OPENED_TO_RESOLVED).stream()
                .mapToLong(figure -> figure.excluded().getOrDefault(UNSTATED.reason(), 0L))
                .sum();
    }

    /** The whole figure of a metric over all incidents, and those of its parts. */
    List<Figure> overall(Metric metric) {
        return fold.figures(OVERALL, metric);
    }

    /** What was checked, in words. */
    List<String> checks() {
        List<String> checks = new ArrayList<>();
        checks.add(String.format(
                Locale.ROOT,
                "times in status add up to closed minus opened: %,d of %,d ended incidents, %,d spells",
                ended - faults.size(),
                ended,
                spells));
        checks.add(String.format(
                Locale.ROOT,
                "backlog of the last day = opened minus ended: %,d = %,d - %,d",
                backlog.days().isEmpty()
                        ? 0
                        : backlog.days().get(backlog.days().size() - 1).backlog(),
                incidents - backlog.excluded().total(),
                backlog.days().stream().mapToLong(day -> day.ended()).sum()));
        return checks;
    }

    /** Incidents of which the times in status do not add up. */
    List<String> faults() {
        return faults;
    }
}

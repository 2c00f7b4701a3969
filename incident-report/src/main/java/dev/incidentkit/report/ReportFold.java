package dev.incidentkit.report;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.metrics.BacklogFold;
import dev.incidentkit.metrics.Case;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.StatusChangeFold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a report of incidents, taken one by one: of a store, a stream or an import. Memory holds the figures and the
 * slowest incidents. Not safe for use by several threads.
 */
public final class ReportFold {
    static final int WHOLE = 0;
    static final int BY_PRIORITY = 1;
    static final int BY_PERIOD = 2;

    /** The upper bounds of all classes of age but the last. */
    static final List<Duration> AGES =
            List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(30));

    private static final Dimension ALL = Dimension.of("all", incident -> "all");

    private final ReportPlan plan;
    private final List<Target> targets = new ArrayList<>();
    private final Metric backlogAge;
    private final Metric backlogAgeing;
    private final MetricFold figures;
    private final MetricFold categories;
    private final MetricFold matrix;
    private final BacklogFold backlog;
    private final StatusChangeFold changes = new StatusChangeFold();
    private final Slowest slowest;

    /** A target of a policy, and the metric of its clocks. */
    record Target(String policy, Measure measure, Metric compliance) {
        String name() {
            return policy + "/" + measure;
        }
    }

    private ReportFold(ReportPlan plan) {
        this.plan = plan;
        plan.definition().slas().forEach(this::targets);
        this.backlogAge = Metrics.backlogAge(plan.asOf());
        this.backlogAgeing = Metrics.backlogAgeing(plan.asOf(), AGES);
        this.figures = MetricFold.of(MetricPlan.of(metrics())
                .by(
                        Grouping.by(),
                        Grouping.by(Dimension.PRIORITY),
                        Grouping.by().per(plan.period(), plan.zone()))
                .timedBy(plan.definition().clock()));
        this.categories = volume(categories(plan.categoryDepth()));
        this.matrix = volume(
                Dimension.of("impact", one -> one.impact().map(Impact::name).orElse(null)),
                Dimension.of("urgency", one -> one.urgency().map(Urgency::name).orElse(null)),
                Dimension.PRIORITY);
        this.backlog = new BacklogFold(plan.zone(), ALL);
        this.slowest = new Slowest(plan.slowest());
    }

    private void targets(SlaPolicy policy) {
        for (SlaTarget target : policy.targets()) {
            Metric compliance = Metrics.compliance(policy.name(), target.measure());
            targets.add(new Target(policy.name(), target.measure(), compliance));
        }
    }

    private static Dimension categories(int depth) {
        return depth == Integer.MAX_VALUE ? Dimension.CATEGORY : Dimension.category(depth);
    }

    private List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(Metrics.standard());
        targets.forEach(target -> metrics.add(target.compliance()));
        metrics.add(backlogAge);
        metrics.add(backlogAgeing);
        return metrics;
    }

    private static MetricFold volume(Dimension... dimensions) {
        return MetricFold.of(MetricPlan.of(List.of(Metrics.VOLUME)).by(Grouping.by(dimensions)));
    }

    /**
     * A report of no incidents yet.
     *
     * @param plan what it shows
     * @return the fold
     */
    public static ReportFold of(ReportPlan plan) {
        return new ReportFold(plan);
    }

    /**
     * Takes one more incident.
     *
     * @param record the whole record of the incident
     * @throws IllegalArgumentException if something took effect after the report's instant
     */
    public void add(List<? extends IncidentEvent> record) {
        add(Incident.replay(record));
    }

    /**
     * Takes one more incident.
     *
     * @param incident the incident; each is given once
     * @throws IllegalArgumentException if something took effect after the report's instant
     */
    public void add(Incident incident) {
        if (incident.lastEffectiveAt().isAfter(plan.asOf())) {
            throw new IllegalArgumentException("The report is as of " + plan.asOf() + ", but of incident "
                    + incident.id() + " something took effect at " + incident.lastEffectiveAt());
        }
        Case one = figures.plan().view(incident, plan.asOf());
        figures.add(one);
        categories.add(one);
        matrix.add(one);
        backlog.add(one);
        changes.add(one);
        slowest.add(one);
    }

    /** {@return the report of the incidents so far; more may be taken after it} */
    public IncidentReport report() {
        List<ReportSection> sections = new ArrayList<>();
        MetricSections metrics = new MetricSections(this);
        sections.add(metrics.summary());
        sections.addAll(TrendSections.of(this));
        sections.add(AgeingSection.of(this));
        sections.addAll(ComplianceSections.of(this));
        sections.addAll(GroupSections.of(this));
        sections.add(LifecycleSection.of(this));
        sections.add(metrics.times());
        sections.add(metrics.rates());
        sections.add(metrics.amounts());
        sections.add(slowest.section(plan));
        String definition = plan.definition().name() + " " + plan.definition().hash();
        return new IncidentReport(plan.title(), plan.source(), definition, plan.asOf(), plan.zone(), sections);
    }

    ReportPlan plan() {
        return plan;
    }

    List<Target> targets() {
        return targets;
    }

    Metric backlogAge() {
        return backlogAge;
    }

    Metric backlogAgeing() {
        return backlogAgeing;
    }

    MetricFold figures() {
        return figures;
    }

    MetricFold categories() {
        return categories;
    }

    MetricFold matrix() {
        return matrix;
    }

    BacklogFold backlog() {
        return backlog;
    }

    StatusChangeFold changes() {
        return changes;
    }
}

package dev.incidentkit.flink;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Random records, as a definition without clocks decides them; and what is measured of them. */
final class Records {
    static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    static final Instant END = Instant.parse("2026-09-01T00:00:00Z");

    private static final Actor ANN = Actor.agent("ann");
    private static final Category CATEGORY = new Category("network/vpn");
    private static final IncidentCommand CANCEL = LifecycleCommand.Cancel.because(CancelReason.WITHDRAWN);
    private static final ProcessDefinition DEFINITION = ProcessDefinition.builder(
                    "plain", Lifecycle.itil(), TriagePolicy.matrix(PriorityMatrix.itil3x3()))
            .build();

    private final Random random;
    private int count;

    Records(long seed) {
        this.random = new Random(seed);
    }

    static MetricPlan plan() {
        List<Metric> metrics = new ArrayList<>(Metrics.standard());
        metrics.add(Metrics.compliance("itil", Measure.RESPONSE));
        metrics.add(Metrics.compliance("itil", Measure.RESOLUTION));
        metrics.add(Metrics.compliance("itil", Measure.UPDATE));
        metrics.add(Metrics.backlogAge(END));
        return MetricPlan.of(metrics)
                .by(
                        Grouping.by(),
                        Grouping.by(Dimension.PRIORITY),
                        Grouping.by(Dimension.CATEGORY).per(Period.MONTH, ZoneOffset.UTC))
                .timedBy(SlaClock.of(SlaPresets.itil()));
    }

    List<List<IncidentEvent>> many(int size) {
        List<List<IncidentEvent>> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(next());
        }
        return all;
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private Duration some(int minutes) {
        return Duration.ofSeconds(1 + random.nextInt(minutes * 60));
    }

    private List<IncidentEvent> next() {
        return next(BEGIN.plus(some(60 * 24 * 90)));
    }

    /**
     * One that is reported at an instant and named after its place among many. It goes on until it ends: what is not at an end
     * after some steps is closed or cancelled.
     */
    static List<IncidentEvent> ended(int place, Instant at) {
        Records records = new Records(place);
        records.count = place;
        Incident incident = records.begun(at);
        for (int step = records.random.nextInt(14);
                step > 0 && !incident.phase().isEnd();
                step--) {
            incident = records.stepped(incident);
        }
        while (!incident.phase().isEnd()) {
            IncidentCommand last = incident.phase() == Phase.RESOLVED ? closing(incident) : CANCEL;
            incident = tried(incident, last, incident.lastEffectiveAt().plus(records.some(300)));
        }
        return incident.history();
    }

    private List<IncidentEvent> next(Instant reported) {
        Incident incident = begun(reported);
        for (int step = random.nextInt(14); step > 0; step--) {
            incident = stepped(incident);
        }
        return incident.history();
    }

    private Incident begun(Instant reported) {
        Report report = Report.of("It is down", Reporter.person("Bob"), Channel.PHONE)
                .impact(List.of(Impact.HIGH, Impact.MEDIUM, Impact.LOW).get(random.nextInt(3)))
                .urgency(List.of(Urgency.HIGH, Urgency.MEDIUM, Urgency.LOW).get(random.nextInt(3)))
                .category(chance(0.5) ? CATEGORY : null)
                .drill(chance(0.05))
                .build();
        return Incident.replay(DEFINITION.begin(
                new IncidentId("INC-" + ++count), TenantId.DEFAULT, report, CommandContext.of(ANN, reported)));
    }

    private Incident stepped(Incident incident) {
        Instant at = incident.lastEffectiveAt().plus(some(chance(0.2) ? 4_000 : 300));
        return tried(incident, command(incident), at);
    }

    private static Incident tried(Incident incident, IncidentCommand command, Instant at) {
        try {
            return incident.applyAll(DEFINITION.decide(incident, command, CommandContext.of(ANN, at)));
        } catch (IncidentRejectedException e) {
            return incident;
        }
    }

    private IncidentCommand command(Incident incident) {
        return switch (incident.phase()) {
            case NEW -> chance(0.2) ? CANCEL : new LifecycleCommand.Start(Owner.group("network"));
            case ACTIVE ->
                chance(0.5)
                        ? LifecycleCommand.Resolve.permanently(CATEGORY, "FIXED", "Renewed it")
                        : chance(0.5)
                                ? LifecycleCommand.Hold.on(HoldReason.SCHEDULED)
                                : new AssignmentCommand.Assign(Owner.group("desk"));
            case ON_HOLD -> LifecycleCommand.Resume.BY_HAND;
            case RESOLVED -> chance(0.2) ? new LifecycleCommand.Reopen("still broken") : closing(incident);
            case CLOSED, CANCELLED -> new ReviewCommand.Survey(1 + random.nextInt(5), null);
        };
    }

    private static IncidentCommand closing(Incident incident) {
        for (String item : DEFINITION.lifecycle().checklist()) {
            if (!incident.checklist().contains(item)) {
                return new WorkCommand.AnswerChecklist(item, true, null);
            }
        }
        return new LifecycleCommand.Close();
    }

    /** All events as they take effect, those of one instant in any order but that of their record. */
    static List<StreamEvent> events(List<List<IncidentEvent>> records) {
        EventCodec codec = new EventCodec();
        List<StreamEvent> all = new ArrayList<>();
        for (List<IncidentEvent> record : records) {
            all.addAll(events(record, Incident.replay(record).id(), codec));
        }
        all.sort(Comparator.comparingLong(StreamEvent::effectiveAt)
                .thenComparing(StreamEvent::incident)
                .thenComparing(StreamEvent::sequence));
        return all;
    }

    static List<StreamEvent> events(List<IncidentEvent> record, IncidentId id, EventCodec codec) {
        List<StreamEvent> all = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
            IncidentEvent event = record.get(i);
            all.add(StreamEvent.of(
                    TenantId.DEFAULT,
                    id,
                    i + 1,
                    codec.encode(event),
                    event.meta().effectiveAt()));
        }
        return all;
    }
}

package dev.incidentkit.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IncidentMetersTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = Actor.agent("ann");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final IncidentMeters meters = new IncidentMeters();

    IncidentMetersTest() {
        meters.bindTo(registry);
    }

    private Incident report(String id, boolean drill) {
        Report report = Report.of("It is down", Reporter.person("Bob"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .drill(drill)
                .build();
        List<IncidentEvent> events =
                ITIL.begin(new IncidentId(id), TenantId.DEFAULT, report, CommandContext.of(ANN, AT));
        events.forEach(event -> meters.accept(TenantId.DEFAULT, new IncidentId(id), event));
        return Incident.replay(events);
    }

    private Incident after(Incident incident, int minutes, IncidentCommand command) {
        List<IncidentEvent> events =
                ITIL.decide(incident, command, CommandContext.of(ANN, AT.plus(Duration.ofMinutes(minutes))));
        events.forEach(event -> meters.accept(incident.tenant(), incident.id(), event));
        return incident.applyAll(events);
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private double minutes(String name, String... tags) {
        return registry.get(name).tags(tags).timer().totalTime(TimeUnit.MINUTES);
    }

    private Incident closed() {
        Incident incident = report("INC-1", false);
        incident = after(incident, 20, new LifecycleCommand.Start(Owner.group("network")));
        incident = after(incident, 25, new AssignmentCommand.Assign(Owner.group("lab")));
        incident = after(incident, 26, new AssignmentCommand.Escalate(EscalationKind.FUNCTIONAL, "lab", "not here"));
        incident = after(incident, 30, LifecycleCommand.Hold.on(HoldReason.VENDOR));
        incident = after(incident, 50, LifecycleCommand.Resume.BY_HAND);
        incident = after(incident, 60, LifecycleCommand.Resolve.permanently(new Category("vpn"), "FIXED", "Renewed"));
        incident = after(incident, 70, new LifecycleCommand.Reopen("still broken"));
        incident = after(incident, 90, LifecycleCommand.Resolve.permanently(new Category("vpn"), "FIXED", "Renewed"));
        for (String item : ITIL.lifecycle().checklist()) {
            incident = after(incident, 95, new WorkCommand.AnswerChecklist(item, true, null));
        }
        return after(incident, 100, new LifecycleCommand.Close());
    }

    @Test
    void what_is_no_incident_is_counted_from_when_it_is_judged_to_be_one_until_it_is_judged_to_be_none() {
        Report suspicion = Report.of("It hums", Reporter.person("Bob"), Channel.PHONE)
                .type(RecordType.POTENTIAL_INCIDENT)
                .build();
        List<IncidentEvent> events =
                ITIL.begin(new IncidentId("INC-8"), TenantId.DEFAULT, suspicion, CommandContext.of(ANN, AT));
        events.forEach(event -> meters.accept(TenantId.DEFAULT, new IncidentId("INC-8"), event));
        Incident incident = Incident.replay(events);
        assertThat(registry.find("incidents.reported").counter()).isNull();

        incident = after(incident, 5, new TriageCommand.Reclassify(RecordType.INCIDENT, "it burns"));
        assertThat(count("incidents.reported", "channel", "PHONE")).isEqualTo(1);
        assertThat(openOnes()).isEqualTo(1);

        after(incident, 9, new TriageCommand.Reclassify(RecordType.NEAR_MISS, "it was the fan"));
        assertThat(openOnes()).isZero();
    }

    private double openOnes() {
        return registry.get("incidents.open").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    @Test
    void one_incident_from_report_to_closure_is_counted_and_timed() {
        closed();

        assertThat(count("incidents.reported", "channel", "PHONE")).isEqualTo(1);
        assertThat(minutes("incidents.acknowledge.time", "priority", "P1")).isEqualTo(20);
        assertThat(minutes("incidents.hold.time", "reason", "VENDOR")).isEqualTo(20);
        assertThat(minutes("incidents.resolve.time", "priority", "P1")).isEqualTo(60 + 90);
        assertThat(registry.get("incidents.resolve.time").timer().count()).isEqualTo(2);
        assertThat(minutes("incidents.close.time", "priority", "P1")).isEqualTo(100);
        assertThat(count("incidents.reopened", "priority", "P1")).isEqualTo(1);
        assertThat(count("incidents.reassigned", "priority", "P1")).isEqualTo(1);
        assertThat(count("incidents.escalated", "kind", "FUNCTIONAL")).isEqualTo(1);
        assertThat(count("incidents.sla.breached", "policy", "itil", "target", "RESPONSE"))
                .isEqualTo(1);
        assertThat(count("incidents.sla.at.risk", "policy", "itil", "target", "RESPONSE"))
                .isEqualTo(2);
        assertThat(registry.get("incidents.open").gauges()).allMatch(gauge -> gauge.value() == 0);
    }

    @Test
    void the_open_ones_are_shown_by_phase_and_leave_when_they_end() {
        Incident one = report("INC-1", false);
        report("INC-2", false);
        after(one, 5, new LifecycleCommand.Start(Owner.group("network")));
        assertThat(registry.get("incidents.open").tags("phase", "NEW").gauge().value())
                .isEqualTo(1);
        assertThat(registry.get("incidents.open")
                        .tags("phase", "ACTIVE")
                        .gauge()
                        .value())
                .isEqualTo(1);

        Incident three = report("INC-3", false);
        after(three, 5, LifecycleCommand.Cancel.because(CancelReason.WITHDRAWN));
        assertThat(registry.get("incidents.open").tags("phase", "NEW").gauge().value())
                .isEqualTo(1);
        assertThat(count("incidents.cancelled", "reason", "WITHDRAWN")).isEqualTo(1);
        assertThat(registry.find("incidents.close.time").timer()).isNull();
    }

    @Test
    void drills_stay_out_and_events_without_a_beginning_are_told() {
        Incident drill = report("INC-1", true);
        after(drill, 5, new LifecycleCommand.Start(Owner.group("network")));
        assertThat(registry.find("incidents.reported").counter()).isNull();
        assertThat(registry.find("incidents.acknowledge.time").timer()).isNull();

        meters.accept(TenantId.DEFAULT, new IncidentId("INC-7"), drill.history().get(1));
        assertThat(meters.unknown()).isEqualTo(1);
    }

    @Test
    void names_are_lower_case_with_dots_and_carry_no_unit() {
        closed();
        assertThat(registry.getMeters()).map(Meter::getId).allSatisfy(id -> {
            assertThat(id.getName())
                    .matches("[a-z]+(\\.[a-z]+)+")
                    .doesNotContain("seconds")
                    .doesNotContain("total");
            assertThat(id.getTags()).allMatch(tag -> !tag.getValue().isEmpty());
        });
    }

    @Test
    void figures_are_gauges_in_base_units_and_old_groups_go() {
        MetricPlan plan = MetricPlan.of(List.of(Metrics.RESOLVE, Metrics.REOPEN_RATE, Metrics.CSAT, Metrics.COST));
        MetricFold fold = MetricFold.of(plan);
        fold.add(plan.view(closed(), AT.plus(Duration.ofDays(1))));
        FigureMeters figures = new FigureMeters();
        figures.bindTo(registry);
        List<Figure> all = fold.figures(0);
        figures.show(all);

        assertThat(registry.get("incidents.figure.time")
                        .tags("metric", "MTT-Resolve", "statistic", "mean")
                        .gauge()
                        .value())
                .isEqualTo(90 * 60);
        assertThat(registry.get("incidents.figure.share")
                        .tags("metric", "Reopen rate", "group", "all")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("incidents.figure.money")
                        .tags("metric", "Cost", "statistic", "sum")
                        .gauge()
                        .value())
                .isZero();
        assertThat(registry.get("incidents.figure.time").gauge().getId().getBaseUnit())
                .isEqualTo("seconds");

        figures.show(List.of());
        assertThat(registry.find("incidents.figure.time").gauges()).isEmpty();
    }
}

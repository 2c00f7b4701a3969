package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.Histories.History;
import dev.incidentkit.core.definition.Histories.Step;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.SlaFold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** What a command does, with the incident after it and what lies ahead: the same as asked one by one, by one fold. */
class OutcomeTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = Actor.agent("ann");
    private static final Report REPORT = Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
            .impact(Impact.HIGH)
            .urgency(Urgency.HIGH)
            .build();

    private int folds;

    /** Counts how often clocks are folded from the beginning of a record. */
    private final class CountedWork extends SlaWork {
        CountedWork(ProcessDefinition definition) {
            super(definition);
        }

        @Override
        SlaFold follow(Incident incident) {
            folds++;
            return super.follow(incident);
        }
    }

    private ProcessDefinition counted(ProcessDefinition definition) {
        return new ProcessDefinition(ProcessDefinition.builder(definition), CountedWork::new);
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Provide
    Arbitrary<History> timed() {
        return Histories.timed();
    }

    @Property
    void what_is_carried_out_is_what_is_decided_folded_and_foreseen(@ForAll("histories") History history) {
        history.steps().forEach(step -> agrees(history.definition(), step));
    }

    @Property
    void so_it_is_under_every_convention_of_clocks(@ForAll("timed") History history) {
        history.steps().forEach(step -> agrees(history.definition(), step));
        Statistics.label("foreseen")
                .coverage(coverage -> List.of("breach", "due only", "nothing")
                        .forEach(kind -> coverage.check(kind).count(count -> count > 0)));
    }

    private static void agrees(ProcessDefinition definition, Step step) {
        if (!step.outcome().unmet().isEmpty()) {
            assertThatThrownBy(() -> definition.carryOut(step.before(), step.command(), step.context()))
                    .isInstanceOfSatisfying(
                            IncidentRejectedException.class,
                            refusal -> assertThat(refusal.unmet())
                                    .isEqualTo(step.outcome().unmet()));
            return;
        }
        Outcome outcome = definition.carryOut(step.before(), step.command(), step.context());
        Incident after = step.before().applyAll(step.outcome().events());
        Instant at = step.context().at();
        Instant asOf = outcome.events().isEmpty() ? at : Times.later(at, after.lastRecordedAt());
        Outlook outlook = outcome.outlook();

        assertThat(outcome.events()).isEqualTo(step.outcome().events());
        assertThat(outcome.incident()).isEqualTo(after);
        assertThat(outcome.incident().history()).isEqualTo(after.history());
        assertThat(outlook)
                .isEqualTo(definition.outlook(after, asOf))
                .isEqualTo(new Outlook(
                        definition.nextBreach(after).orElse(null),
                        definition.nextDue(after, asOf).orElse(null)));
        Statistics.label("foreseen")
                .collect(outlook.nextBreach() != null ? "breach" : outlook.nextDue() != null ? "due only" : "nothing");
    }

    @Test
    void one_fold_of_the_clocks_serves_events_that_fell_due_the_command_and_what_lies_ahead() {
        ProcessDefinition definition = counted(TestDefinitions.TIMED);
        Outcome outcome =
                definition.carryOut(new IncidentId("INC-1"), TenantId.DEFAULT, REPORT, CommandContext.of(ANN, AT));
        assertThat(folds).isEqualTo(1);
        assertThat(outcome.outlook().nextBreach()).isAfter(AT);

        Instant at = AT;
        for (IncidentCommand command : List.of(
                new RecordCommand.Wake(),
                new LifecycleCommand.Start(Owner.group("network")),
                LifecycleCommand.Hold.on(HoldReason.VENDOR),
                LifecycleCommand.Resume.BY_HAND)) {
            at = at.plus(Duration.ofHours(5));
            folds = 0;
            outcome = definition.carryOut(outcome.incident(), command, CommandContext.of(ANN, at));
            assertThat(folds).as("%s", command).isEqualTo(1);
            assertThat(outcome.events()).as("%s", command).isNotEmpty();
        }
        assertThat(outcome.incident().version()).as("signals among them").isGreaterThan(10);
    }

    @Test
    void clocks_are_folded_once_where_nothing_comes_of_a_command() {
        ProcessDefinition definition = counted(TestDefinitions.TIMED);
        Incident incident = definition
                .carryOut(new IncidentId("INC-1"), TenantId.DEFAULT, REPORT, CommandContext.of(ANN, AT))
                .incident();
        folds = 0;

        Outcome nothing = definition.carryOut(incident, new RecordCommand.Wake(), CommandContext.of(ANN, AT));

        assertThat(nothing.events()).isEmpty();
        assertThat(nothing.incident()).isEqualTo(incident);
        assertThat(nothing.outlook().nextDue()).isAfter(AT);
        assertThat(folds).isEqualTo(1);
    }

    @Test
    void a_projection_that_is_made_anew_takes_one_fold() {
        ProcessDefinition definition = counted(TestDefinitions.TIMED);
        Incident incident = definition
                .carryOut(new IncidentId("INC-1"), TenantId.DEFAULT, REPORT, CommandContext.of(ANN, AT))
                .incident();
        folds = 0;

        assertThat(definition.outlook(incident, AT).nextBreach()).isNotNull();
        assertThat(folds).isEqualTo(1);
    }
}

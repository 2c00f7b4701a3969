package dev.incidentkit.testkit.assertion;

import static dev.incidentkit.testkit.Samples.ANN;
import static dev.incidentkit.testkit.Samples.CLEO;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.Explainer;
import dev.incidentkit.core.definition.Explanation;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TaskState;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Assertions on what is around an incident, on standings and on explanations pass where they should, and fail in words. */
class ProcessAssertionsTest {
    private static final ProcessDefinition DEFINITION = ProcessDefinition.builder(Samples.PROCESS)
            .attribute(AttributeDefinition.of("asset", AttributeType.TEXT))
            .build();

    private static final Moment MOMENT = Scenario.named("with all of it")
            .given(
                    CLEO,
                    Samples.report()
                            .impact(Impact.HIGH)
                            .urgency(Urgency.LOW)
                            .severity(Severity.SEV2)
                            .category(new Category("smtp"))
                            .attributes(Attributes.of("asset", AttributeValue.of("mx1")))
                            .build())
            .when(ANN, new WorkCommand.Link(new Relation(RelationKind.PROBLEM, "PRB-1")))
            .when(ANN, new ProcessCommand.DecideMajor(MajorState.PROPOSED, "many"))
            .after(Duration.ofHours(2))
            .build()
            .verify(DEFINITION);

    private static final Incident INCIDENT = MOMENT.incident();

    private static void fails(ThrowingCallable assertion, String... parts) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
    }

    @Test
    void what_holds_of_an_incident_passes() {
        assertThat(INCIDENT)
                .hasCategory("smtp")
                .hasSeverity("SEV2")
                .hasAttribute("asset", AttributeValue.of("mx1"))
                .isRelatedTo(RelationKind.PROBLEM, "PRB-1")
                .followsModel("mail down")
                .hasTask("look", TaskState.OPEN)
                .has(
                        "number of tasks",
                        2,
                        incident -> incident.handling().tasks().size())
                .has("resume date", null, incident -> incident.resumeAt().orElse(null));
    }

    @Test
    void a_major_incident_passes_once_it_is_accepted() {
        Moment major = Scenario.named("major")
                .given(CLEO, Samples.report(Impact.HIGH, Urgency.HIGH))
                .when(ANN, new ProcessCommand.DecideMajor(MajorState.PROPOSED, "many"))
                .when(
                        Actor.human("mia", Role.INCIDENT_MANAGER),
                        new ProcessCommand.DecideMajor(MajorState.ACCEPTED, "many"))
                .build()
                .verify(DEFINITION);

        assertThat(major).incident().isMajor();
    }

    @Test
    void what_a_table_decided_is_explained_by_the_table() {
        ProcessDefinition tables =
                DefinitionFiles.standard().read(Samples.file("desk.yaml")).orThrow();
        Moment moment = Scenario.named("by tables")
                .given(CLEO, Samples.report(Impact.HIGH, Urgency.LOW))
                .build()
                .verify(tables);

        assertThat(moment).incident().hasPriority("P2").isOwnedByGroup("NOC");
        fails(
                () -> assertThat(moment).incident().isOwnedByGroup("DESK"),
                "the owning group of INC-1 to be DESK",
                "it was NOC",
                "Table 'routing' for {priority=P2}",
                "decided by R2",
                "R1 does not match: priority = P2 is not P1",
                "Assigned at");
        fails(
                () -> assertThat(moment).incident().hasPriority("P1"),
                "Table 'triage' for {impact=HIGH, urgency=LOW}",
                "decided by T2",
                "Triaged at");
    }

    @Test
    void what_a_person_decided_is_not_explained_by_a_table() {
        ProcessDefinition tables =
                DefinitionFiles.standard().read(Samples.file("desk.yaml")).orThrow();
        Moment moment = Scenario.named("by hand")
                .given(CLEO, Samples.report(Impact.HIGH, Urgency.LOW))
                .when(ANN, new AssignmentCommand.Assign(Owner.group("NETWORK")))
                .build()
                .verify(tables);

        assertThatThrownBy(() -> assertThat(moment).incident().isOwnedByGroup("NOC"))
                .hasMessageContaining("it was NETWORK")
                .hasMessageNotContaining("Table 'routing'");
    }

    @Test
    void what_does_not_hold_is_told_with_what_came_and_the_event() {
        fails(
                () -> assertThat(INCIDENT).hasCategory("vpn"),
                "the category of INC-1 to be vpn",
                "it was smtp",
                "event 1 of");
        fails(() -> assertThat(INCIDENT).hasSeverity("SEV1"), "the severity of INC-1 to be SEV1", "it was SEV2");
        fails(
                () -> assertThat(INCIDENT).hasAttribute("asset", AttributeValue.of("mx2")),
                "the attribute asset of INC-1 to be",
                "mx2",
                "mx1");
        fails(
                () -> assertThat(INCIDENT).isRelatedTo(RelationKind.CHILD, "INC-2"),
                "the relations of INC-1 to have",
                "INC-2",
                "there are",
                "PRB-1",
                "Linked");
        fails(
                () -> assertThat(INCIDENT).followsModel("vpn down"),
                "the model of INC-1 to be vpn down",
                "it was mail down");
        fails(
                () -> assertThat(INCIDENT).hasTask("mend", TaskState.DONE),
                "the task 'mend' of INC-1 to be DONE",
                "it was OPEN",
                "PlanOpened");
        fails(() -> assertThat(INCIDENT).hasTask("phone", TaskState.OPEN), "it was none");
        fails(() -> assertThat(INCIDENT).isMajor(), "to be ACCEPTED", "it was PROPOSED", "MajorChanged");
        fails(
                () -> assertThat(INCIDENT)
                        .has(
                                "number of tasks",
                                3,
                                incident -> incident.handling().tasks().size()),
                "the number of tasks of INC-1 to be 3",
                "it was 2");
    }

    @Test
    void a_wrong_priority_of_a_moment_is_told_with_the_explanation_of_the_library() {
        fails(
                () -> assertThat(MOMENT).incident().hasPriority("P1"),
                "the priority of INC-1 to be P1",
                "it was P3",
                "because the priority is P3",
                "P3 was derived",
                "rule: HIGH x LOW",
                "at event 2 of");
    }

    @Test
    void standings_pass_and_fail_with_both_values() {
        SlaStanding standing = MOMENT.standings().stream()
                .filter(one -> one.clock().target().equals("RESOLUTION"))
                .findFirst()
                .orElseThrow();

        assertThat(standing)
                .hasState(ClockState.RUNNING)
                .isNotBreached()
                .hasElapsed(Duration.ofHours(2))
                .isDueAt("2026-03-04T17:00:00Z");
        fails(
                () -> assertThat(standing).hasState(ClockState.MET),
                "the clock ",
                "RESOLUTION",
                "to be MET",
                "it was RUNNING");
        fails(() -> assertThat(standing).isBreached(), "to be breached: true", "it was false");
        SlaStanding missed = Scenario.named("missed")
                .given(CLEO, Samples.report(Impact.HIGH, Urgency.LOW))
                .after(Duration.ofDays(30))
                .build()
                .verify(DEFINITION)
                .standings()
                .get(0);
        assertThat(missed).isBreached();
        fails(() -> assertThat(missed).isNotBreached(), "to be breached: false", "it was true");
        fails(() -> assertThat(standing).hasElapsed(Duration.ofHours(3)), "to have counted PT3H", "it was PT2H");
        fails(
                () -> assertThat(standing).isDueAt("2026-03-05T17:00:00Z"),
                "to fall due at 2026-03-05T17:00:00Z",
                "2026-03-04T17:00:00Z");
    }

    @Test
    void explanations_pass_and_fail_with_all_of_their_lines() {
        Explanation explanation = new Explainer(DEFINITION).priority(INCIDENT);

        assertThat(explanation).answers("the priority is P3").gives("impact: HIGH");
        fails(
                () -> assertThat(explanation).answers("the priority is P1"),
                "the explanation of PRIORITY to answer 'the priority is P1'",
                "it answers 'the priority is P3'",
                "rule: HIGH x LOW");
        fails(
                () -> assertThat(explanation).gives("impact: LOW"),
                "to give 'impact: LOW'",
                "it does not",
                "impact: HIGH");
    }
}

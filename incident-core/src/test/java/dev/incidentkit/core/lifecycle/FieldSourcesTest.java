package dev.incidentkit.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verification believes that a command can give exactly what a command that gives everything says it gives. */
class FieldSourcesTest {
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");

    private static final Attributes ATTRIBUTES = Attributes.of("a", AttributeValue.of(true));

    static Stream<IncidentCommand> fullCommands() {
        return Stream.of(
                Report.of("t", Reporter.person("p"), Channel.API)
                        .description("d")
                        .symptoms("s")
                        .occurredAt(AT)
                        .detectedAt(AT)
                        .reportedAt(AT)
                        .category(new Category("c"))
                        .impact(Impact.LOW)
                        .urgency(Urgency.LOW)
                        .severity(Scale.SEVERITY.at(0))
                        .addServices("s")
                        .affectedUsers(1)
                        .attributes(ATTRIBUTES)
                        .build(),
                new TriageCommand.Triage(Impact.LOW, Urgency.LOW, Scale.SEVERITY.at(0)),
                new TriageCommand.Categorize(new Category("c")),
                new TriageCommand.Reclassify(RecordType.NEAR_MISS, "r"),
                new TriageCommand.OverridePriority(Priority.P1, "r", null),
                new AssignmentCommand.Assign(Owner.group("g")),
                new AssignmentCommand.Escalate(EscalationKind.HIERARCHICAL, "boss", "r"),
                new LifecycleCommand.Start(Owner.group("g")),
                new LifecycleCommand.Hold(HoldReason.CALLER, "c", AT),
                LifecycleCommand.Resume.BY_HAND,
                LifecycleCommand.Resolve.permanently(new Category("c"), "F", "n"),
                new LifecycleCommand.Reopen("r"),
                new LifecycleCommand.Reject("r"),
                new LifecycleCommand.Confirm(),
                new LifecycleCommand.Close(),
                new LifecycleCommand.Cancel(CancelReason.DUPLICATE, new IncidentId("i"), "c"),
                new WorkCommand.Restore(AT),
                new WorkCommand.Amend("t", "d", Set.of(), 1, ATTRIBUTES, Set.of()),
                new LifecycleCommand.Perform(new Action("OWN"), "c", ATTRIBUTES),
                new AssignmentCommand.Acknowledge(),
                new WorkCommand.Note("t", Visibility.INTERNAL),
                new WorkCommand.Communicate(Direction.INBOUND, Channel.MAIL, "a", "t", Visibility.PUBLIC),
                new WorkCommand.Link(new Relation(RelationKind.PROBLEM, "P")),
                new WorkCommand.Contain(AT, "t"),
                new WorkCommand.AnswerChecklist("i", true, "c"),
                new ReviewCommand.OpenReview("o", AT),
                new ReviewCommand.SignReview("s"),
                new ReviewCommand.Survey(5, "c"),
                new ReviewCommand.RecordEffort("t", Duration.ZERO, BigDecimal.ONE, Billing.BILLABLE),
                new ProcessCommand.OpenPlan(PlanKind.MODEL, "p", "r"),
                new ProcessCommand.StartTask("t"),
                new ProcessCommand.Engage(Role.RESOLVER, "ann"),
                new ProcessCommand.ApplyWorkaround("w", "t"),
                new ProcessCommand.RequestChange("c", "p"),
                new ProcessCommand.DecideChange("c", Approval.APPROVED, "c"),
                new ProcessCommand.DecideMajor(MajorState.ACCEPTED, "r"),
                new RecordCommand.Preserve(true, "r"),
                new RecordCommand.Redact(Set.of(), "r"),
                new RecordCommand.Archive("t"),
                new RecordCommand.Migrate("d", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("fullCommands")
    void a_command_gives_what_verification_says_it_gives(IncidentCommand command) {
        Action action = command.action();
        for (Field.BuiltIn field : Field.BuiltIn.values()) {
            assertThat(FieldSources.gives(action, field))
                    .as("%s of %s", field, action)
                    .isEqualTo(command.gives(field));
        }
        Field attribute = Field.attribute("a");
        assertThat(FieldSources.gives(action, attribute))
                .as("attribute of %s", action)
                .isEqualTo(command.gives(attribute));
    }

    /** Taking over has no transition, so that nothing can be required of it. */
    @Test
    void every_action_that_a_lifecycle_may_use_is_among_the_full_commands() {
        Set<Action> covered = fullCommands().map(IncidentCommand::action).collect(Collectors.toSet());
        Set<Action> used = Set.copyOf(Lifecycle.itil().actions());

        assertThat(covered).containsAll(used);
    }

    @Test
    void a_report_can_not_meet_what_is_only_derived_from_it_but_a_later_step_can() {
        Lifecycle strict = Lifecycle.builder(Lifecycle.itil())
                .without(Action.REPORT)
                .transition(
                        Action.REPORT,
                        step -> step.to(Status.NEW).requires(Field.BuiltIn.PRIORITY, Field.BuiltIn.OWNER))
                .without(Action.START)
                .transition(
                        Action.START,
                        step -> step.from(Status.NEW)
                                .to(Status.IN_PROGRESS)
                                .requires(Field.BuiltIn.PRIORITY, Field.BuiltIn.OWNER))
                .build();

        assertThat(strict.verify().stream().map(LifecycleFinding::toString))
                .containsExactly(
                        "FIELD_UNSETTABLE priority: REPORT requires it, but cannot give it",
                        "FIELD_UNSETTABLE owner: REPORT requires it, but cannot give it");
    }
}

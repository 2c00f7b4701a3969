package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A command is satisfied only if all that it carries is so already: nothing that somebody said is dropped in silence. */
class SatisfiedTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final Actor ANN =
            Actor.human("ann", Role.SERVICE_DESK, Role.RESOLVER, Role.INCIDENT_MANAGER, Role.CALLER, Role.SYSTEM);
    private static final Actor BEN = Actor.agent("ben");
    private static final LifecycleCommand.Resolve RESOLVE =
            LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "restarted");

    private static Incident reported(ProcessDefinition definition) {
        Report report = Report.of("outage", Reporter.person("cleo"), Channel.PHONE)
                .description("nothing works")
                .addServices("mail")
                .build();
        return Incident.replay(
                definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, CommandContext.of(ANN, AT)));
    }

    private static Incident after(IncidentCommand... commands) {
        return after(ITIL, commands);
    }

    private static Incident after(ProcessDefinition definition, IncidentCommand... commands) {
        Incident incident = reported(definition);
        for (IncidentCommand command : commands) {
            incident = incident.applyAll(definition.decide(incident, command, CommandContext.of(ANN, AT)));
        }
        return incident;
    }

    private static List<IncidentEvent> again(Incident incident, IncidentCommand command) {
        return ITIL.decide(incident, command, CommandContext.of(ANN, AT));
    }

    private static List<String> refusal(Incident incident, IncidentCommand command) {
        List<Unmet> unmet = ITIL.check(incident, command, CommandContext.of(ANN, AT));
        assertThat(Histories.outcome(ITIL, incident, command, CommandContext.of(ANN, AT))
                        .unmet())
                .isEqualTo(unmet);
        return unmet.stream().map(Unmet::code).toList();
    }

    private static ProcessDefinition of(Lifecycle lifecycle) {
        return ProcessDefinition.builder("own", lifecycle, TriagePolicy.matrix(PriorityMatrix.itil3x3()))
                .build();
    }

    @Test
    void a_step_between_two_statuses_of_one_phase_is_taken() {
        Status assigned = new Status("ASSIGNED", Phase.ACTIVE);
        ProcessDefinition definition = of(Lifecycle.builder("two")
                .statuses(assigned, Status.IN_PROGRESS)
                .transition(Action.REPORT, step -> step.to(assigned))
                .transition(Action.START, step -> step.from(assigned).to(Status.IN_PROGRESS))
                .build());
        LifecycleCommand.Start start = new LifecycleCommand.Start(null);

        Incident started = after(definition, start);
        assertThat(started.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(definition.decide(started, start, CommandContext.of(ANN, AT)))
                .isEmpty();
    }

    @Test
    void a_watched_resolution_is_resolved_when_the_watch_is_over() {
        Status monitoring = new Status("MONITORING", Phase.RESOLVED);
        Action watch = new Action("WATCH");
        ProcessDefinition definition = of(Lifecycle.builder(Lifecycle.itil())
                .statuses(monitoring)
                .transition(watch, step -> step.from(Status.NEW).to(monitoring))
                .without(Action.RESOLVE)
                .transition(Action.RESOLVE, step -> step.from(monitoring).to(Status.RESOLVED))
                .build());

        Incident resolved = after(definition, LifecycleCommand.Perform.of(watch), RESOLVE);
        assertThat(resolved.status()).isEqualTo(Status.RESOLVED);
        assertThat(resolved.resolution()).contains(RESOLVE.resolution());
    }

    @Test
    void a_confirmation_that_could_not_close_closes_when_it_comes_again_and_nothing_is_lacking() {
        LifecycleCommand.Confirm confirm = new LifecycleCommand.Confirm();
        Incident confirmed = after(RESOLVE, confirm);
        assertThat(confirmed.status()).isEqualTo(Status.RESOLVED);
        assertThat(again(confirmed, confirm)).isEmpty();

        for (String item : ITIL.lifecycle().checklist()) {
            confirmed = confirmed.applyAll(again(confirmed, new WorkCommand.AnswerChecklist(item, true, null)));
        }
        assertThat(confirmed.applyAll(again(confirmed, confirm)).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void another_question_to_the_caller_is_refused_and_the_same_is_satisfied() {
        LifecycleCommand.Hold hold = new LifecycleCommand.Hold(HoldReason.CALLER, "which room?", null);
        Incident held = after(hold);

        assertThat(again(held, hold)).isEmpty();
        assertThat(again(held, LifecycleCommand.Hold.on(HoldReason.CALLER))).isEmpty();
        assertThat(refusal(held, new LifecycleCommand.Hold(HoldReason.CALLER, "which browser?", null)))
                .containsExactly(UnmetCode.TRANSITION_UNKNOWN);
    }

    @Test
    void another_resolution_is_refused_and_the_same_is_satisfied() {
        Incident resolved = after(RESOLVE);

        assertThat(again(resolved, RESOLVE)).isEmpty();
        assertThat(List.of(
                        LifecycleCommand.Resolve.permanently(new Category("db"), "FIXED", "restarted"),
                        LifecycleCommand.Resolve.permanently(new Category("mail"), "OTHER", "restarted"),
                        LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "replaced"),
                        LifecycleCommand.Resolve.byWorkaround(new Category("mail"), "FIXED", "restarted")))
                .allSatisfy(
                        other -> assertThat(refusal(resolved, other)).containsExactly(UnmetCode.TRANSITION_UNKNOWN));
    }

    @Test
    void a_cancelled_duplicate_is_not_made_the_duplicate_of_another_one_in_silence() {
        LifecycleCommand.Cancel cancel =
                new LifecycleCommand.Cancel(CancelReason.DUPLICATE, new IncidentId("A"), "same cable");
        Incident cancelled = after(cancel);

        assertThat(again(cancelled, cancel)).isEmpty();
        assertThat(refusal(cancelled, new LifecycleCommand.Cancel(CancelReason.DUPLICATE, new IncidentId("B"), null)))
                .containsExactly(UnmetCode.TRANSITION_UNKNOWN);
        assertThat(refusal(
                        cancelled,
                        new LifecycleCommand.Cancel(CancelReason.DUPLICATE, new IncidentId("A"), "other cable")))
                .containsExactly(UnmetCode.TRANSITION_UNKNOWN);
    }

    @Test
    @Tag("C-165")
    void an_override_of_another_reason_or_by_somebody_else_is_in_the_ledger() {
        TriageCommand.OverridePriority override =
                new TriageCommand.OverridePriority(Priority.P1, "the board asks", null);
        Incident overridden = after(override);
        assertThat(again(overridden, override)).isEmpty();

        Incident other = overridden.applyAll(
                again(overridden, new TriageCommand.OverridePriority(Priority.P1, "all are down", null)));
        Incident byBen = other.applyAll(ITIL.decide(
                other,
                new TriageCommand.OverridePriority(Priority.P1, "all are down", null),
                CommandContext.of(BEN, AT)));
        assertThat(byBen.overrides())
                .extracting(PriorityOverride::reason, PriorityOverride::by)
                .containsExactly(
                        tuple("the board asks", "ann"), tuple("all are down", "ann"), tuple("all are down", "ben"));
    }

    @Test
    void an_amendment_that_changes_nothing_writes_nothing() {
        Incident incident = reported(ITIL);
        assertThat(again(
                        incident,
                        new WorkCommand.Amend(
                                "outage", "nothing works", Set.of("mail"), 0, Attributes.none(), Set.of("vip"))))
                .isEmpty();
        assertThat(List.of(
                        new WorkCommand.Amend("fire", null, null, null, Attributes.none(), Set.of()),
                        new WorkCommand.Amend(null, "all is well", null, null, Attributes.none(), Set.of()),
                        new WorkCommand.Amend(null, null, Set.of(), null, Attributes.none(), Set.of()),
                        new WorkCommand.Amend(null, null, null, 7, Attributes.none(), Set.of())))
                .allSatisfy(amend -> assertThat(again(incident, amend)).hasSize(1));
    }

    @Test
    void another_comment_on_an_item_that_is_done_is_recorded() {
        WorkCommand.AnswerChecklist done = new WorkCommand.AnswerChecklist("SERVICE_VERIFIED", true, "by ann");
        Incident answered = after(RESOLVE, done);

        assertThat(again(answered, done)).isEmpty();
        assertThat(again(answered, new WorkCommand.AnswerChecklist("SERVICE_VERIFIED", true, null)))
                .isEmpty();
        assertThat(again(answered, new WorkCommand.AnswerChecklist("SERVICE_VERIFIED", true, "by ben")))
                .hasSize(1);
    }

    @Test
    void a_signed_review_is_not_signed_with_other_words() {
        ReviewCommand.SignReview sign = new ReviewCommand.SignReview("learned much");
        Incident signed = after(RESOLVE, new ReviewCommand.OpenReview("rita", AT.plus(Duration.ofDays(7))), sign);

        assertThat(again(signed, sign)).isEmpty();
        assertThat(refusal(signed, new ReviewCommand.SignReview("learned nothing")))
                .containsExactly(UnmetCode.REVIEW_NOT_OPEN);
    }

    @Test
    void a_legal_hold_for_another_reason_is_recorded() {
        RecordCommand.Preserve preserve = new RecordCommand.Preserve(true, "court of A");
        Incident preserved = after(preserve);

        assertThat(again(preserved, preserve)).isEmpty();
        assertThat(again(preserved, new RecordCommand.Preserve(true, "court of B")))
                .hasSize(1);
        assertThat(again(reported(ITIL), new RecordCommand.Preserve(false, "over")))
                .isEmpty();
    }

    @Test
    void what_is_compared_covers_every_part_of_a_command_that_may_be_satisfied() {
        assertThat(again(after(new LifecycleCommand.Start(Owner.group("mail"))), new LifecycleCommand.Start(null)))
                .isEmpty();
        assertThat(refusal(
                        after(new LifecycleCommand.Start(Owner.group("mail"))),
                        new LifecycleCommand.Start(Owner.group("network"))))
                .containsExactly(UnmetCode.TRANSITION_UNKNOWN);
        assertThat(again(reported(ITIL), new RecordCommand.Migrate(ITIL.hash(), Map.of())))
                .isEmpty();
    }
}

package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static dev.incidentkit.core.definition.Scene.BEN;
import static dev.incidentkit.core.definition.Scene.CLEO;
import static dev.incidentkit.core.definition.Scene.MAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AffectedScope;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Containment;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Participant;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkaroundState;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.process.ChangePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People who work together, workarounds, containment and emergency changes. */
class RepairsTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final IncidentCommand RESOLVE =
            LifecycleCommand.Resolve.permanently(new Category("network/dns"), "FIXED", "restarted");
    private static final IncidentCommand CLOSE = new LifecycleCommand.Close();

    private static Scene urgent() {
        return Scene.reported(
                TestDefinitions.PROCESS,
                Scene.report().impact(Impact.HIGH).urgency(Urgency.HIGH).build());
    }

    private static Scene checked(Scene scene) {
        for (String item : Lifecycle.itil().checklist()) {
            scene.then(ANN, new WorkCommand.AnswerChecklist(item, true, null));
        }
        return scene;
    }

    private static List<String> missing(Scene scene, DeadlineKind kind) {
        return scene.all(ProcessEvent.DeadlinePassed.class).stream()
                .filter(event -> event.kind() == kind)
                .map(ProcessEvent.DeadlinePassed::subject)
                .toList();
    }

    @Test
    @Tag("C-34")
    void an_incident_does_not_close_over_a_workaround_that_nobody_answers_for() {
        Scene scene = Scene.reported(ITIL)
                .then(BEN, new ProcessCommand.ApplyWorkaround("second line", "over Basel"))
                .then(ANN, RESOLVE);
        checked(scene);
        assertThat(scene.refusal(ANN, CLOSE)).containsExactly("WORKAROUND_ACTIVE:second line");
        assertThat(scene.unmet(ANN, CLOSE).get(0).message()).contains("second line", "2026-03-02T09:00:00Z");

        scene.then(BEN, new ProcessCommand.RemoveWorkaround("second line", "unplugged"));
        assertThat(scene.refusal(ANN, CLOSE)).isEmpty();
        assertThat(scene.incident().handling().workaround("second line"))
                .satisfies(found -> assertThat(found.orElseThrow().state()).isEqualTo(WorkaroundState.REMOVED));
    }

    @Test
    void a_link_to_anything_else_takes_no_workaround_over() {
        Scene scene = Scene.reported(ITIL)
                .then(BEN, new ProcessCommand.ApplyWorkaround("second line", "over Basel"))
                .then(BEN, new WorkCommand.Link(new Relation(RelationKind.KNOWLEDGE_ARTICLE, "KA-1")))
                .then(ANN, RESOLVE);
        checked(scene);

        assertThat(scene.refusal(ANN, CLOSE)).containsExactly("WORKAROUND_ACTIVE:second line");
    }

    @Test
    @Tag("C-34")
    void a_problem_or_a_known_error_takes_a_workaround_over() {
        Scene scene = Scene.reported(ITIL)
                .then(BEN, new ProcessCommand.ApplyWorkaround("second line", "over Basel"))
                .then(BEN, new WorkCommand.Link(new Relation(RelationKind.KNOWN_ERROR, "KE-1")))
                .then(ANN, RESOLVE);
        checked(scene);

        assertThat(scene.refusal(ANN, CLOSE)).isEmpty();
    }

    @Test
    @Tag("C-34")
    void a_caller_who_confirms_learns_that_a_workaround_keeps_the_incident_open() {
        Scene scene = Scene.reported(ITIL)
                .then(BEN, new ProcessCommand.ApplyWorkaround("second line", "over Basel"))
                .then(ANN, RESOLVE);
        checked(scene).then(CLEO, new LifecycleCommand.Confirm());

        assertThat(scene.incident().status()).isEqualTo(Status.RESOLVED);
        assertThat(scene.incident().isConfirmed()).isTrue();
    }

    @Test
    @Tag("C-34")
    void a_workaround_may_come_again_and_one_that_never_was_cannot_be_removed() {
        Scene scene = Scene.reported(ITIL)
                .then(BEN, new ProcessCommand.ApplyWorkaround("second line", "over Basel"))
                .then(BEN, new ProcessCommand.RemoveWorkaround("second line", "unplugged"));
        assertThat(scene.then(BEN, new ProcessCommand.RemoveWorkaround("second line", "again"))
                        .last())
                .isEmpty();
        assertThat(scene.refusal(BEN, new ProcessCommand.RemoveWorkaround("by hand", "x")))
                .containsExactly("WORKAROUND_UNKNOWN:by hand");

        scene.afterMinutes(9).then(BEN, new ProcessCommand.ApplyWorkaround("second line", "over Bern"));
        assertThat(scene.incident().handling().workarounds()).hasSize(2);
        assertThat(scene.incident().handling().activeWorkarounds()).hasSize(1);
        assertThat(scene.then(BEN, new ProcessCommand.ApplyWorkaround("second line", "x"))
                        .last())
                .isEmpty();
    }

    @Test
    @Tag("C-49")
    void containment_says_what_was_affected_before_and_still_is_and_cannot_make_it_more() {
        Scene scene = Scene.reported(
                ITIL,
                Scene.report().addServices("vpn", "mail").affectedUsers(120).build());
        IncidentCommand more = new WorkCommand.Contain(null, "unplugged", new AffectedScope(Set.of("vpn", "web"), 7));
        assertThat(scene.refusal(BEN, more)).containsExactly("SCOPE_GROWS:after");
        assertThat(scene.refusal(BEN, new WorkCommand.Contain(null, "x", new AffectedScope(Set.of(), 121))))
                .containsExactly("SCOPE_GROWS:after");

        scene.afterMinutes(3)
                .then(BEN, new WorkCommand.Contain(null, "unplugged", new AffectedScope(Set.of("vpn"), 7)))
                .then(BEN, new WorkCommand.Contain(null, "a filter"));

        assertThat(scene.incident().services()).containsExactly("vpn");
        assertThat(scene.incident().affectedUsers()).isEqualTo(7);
        assertThat(scene.incident().handling().containments())
                .containsExactly(
                        new Containment(
                                Scene.START.plusSeconds(180),
                                new AffectedScope(Set.of("vpn", "mail"), 120),
                                new AffectedScope(Set.of("vpn"), 7)),
                        new Containment(Scene.START.plusSeconds(180), null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffectedScope(Set.of(), -1))
                .withMessageContaining("-1");
    }

    @Test
    @Tag("C-69")
    void the_more_urgent_an_incident_the_more_people_must_come_and_their_absence_is_on_the_record() {
        Scene scene = urgent();
        assertThat(scene.incident().handling().staffing()).containsEntry(Role.RESOLVER, 2);

        scene.then(ANN, new ProcessCommand.Engage(Role.RESOLVER, "ben"))
                .afterMinutes(60)
                .wakes()
                .wakes();
        assertThat(missing(scene, DeadlineKind.STAFFING)).containsExactly("RESOLVER");
        scene.then(ANN, new ProcessCommand.Engage(Role.RESOLVER, "bea"));
        assertThat(scene.incident().handling().deadline(DeadlineKind.STAFFING, "RESOLVER"))
                .isEmpty();

        Scene inTime = urgent().then(ANN, new ProcessCommand.Engage(Role.RESOLVER, "ben"))
                .then(ANN, new ProcessCommand.Engage(Role.RESOLVER, "bea"))
                .afterMinutes(60)
                .wakes();
        assertThat(missing(inTime, DeadlineKind.STAFFING)).isEmpty();
    }

    @Test
    @Tag("C-69")
    void fewer_people_are_required_once_an_incident_is_less_urgent_and_none_once_it_is_resolved() {
        Scene scene = urgent().then(ANN, new ProcessCommand.Engage(Role.RESOLVER, "ben"))
                .then(ANN, TriageCommand.Triage.of(Impact.LOW, Urgency.LOW));
        assertThat(scene.incident().handling().staffing()).containsEntry(Role.RESOLVER, 1);
        assertThat(scene.incident().handling().deadline(DeadlineKind.STAFFING, "RESOLVER"))
                .isEmpty();

        scene.then(ANN, RESOLVE);
        assertThat(scene.incident().handling().staffing()).isEmpty();
    }

    @Test
    @Tag("C-59")
    void several_people_swarm_around_one_accountable_owner_and_the_record_tells_from_when_to_when() {
        Scene scene = Scene.reported(ITIL)
                .then(ANN, new AssignmentCommand.Assign(Owner.group("network")))
                .then(ANN, new ProcessCommand.Engage(Role.RESOLVER, "ben"))
                .then(ANN, new ProcessCommand.Engage(Role.RESOLVER, "bea"))
                .afterMinutes(30)
                .then(ANN, new ProcessCommand.Release(Role.RESOLVER, "ben"));

        assertThat(scene.incident().handling().engaged(Role.RESOLVER)).containsExactly("bea");
        assertThat(scene.incident().handling().participants())
                .containsExactly(
                        new Participant(Role.RESOLVER, "ben", Scene.START, Scene.START.plusSeconds(1_800)),
                        new Participant(Role.RESOLVER, "bea", Scene.START, null));
        assertThat(scene.incident().owner()).contains(Owner.group("network"));
        assertThat(scene.refusal(ANN, new ProcessCommand.Release(Role.RESOLVER, "zoe")))
                .containsExactly("PARTICIPANT_UNKNOWN:participant");
        assertThat(scene.then(ANN, new ProcessCommand.Release(Role.RESOLVER, "ben"))
                        .last())
                .isEmpty();
        assertThat(scene.then(ANN, new ProcessCommand.Engage(Role.RESOLVER, "bea"))
                        .last())
                .isEmpty();
    }

    @Test
    @Tag("C-70")
    void an_emergency_change_is_decided_by_an_approver_who_did_not_ask_for_it() {
        Scene scene = urgent().then(MAX, new ProcessCommand.RequestChange("CHG-1", "reroute"));
        assertThat(scene.incident().relations()).contains(new Relation(RelationKind.FIXED_BY_CHANGE, "CHG-1"));

        IncidentCommand approve = new ProcessCommand.DecideChange("CHG-1", Approval.APPROVED, "go");
        assertThat(scene.refusal(MAX, approve)).containsExactly("APPROVER_REQUIRED");
        assertThat(scene.refusal(BEN, approve)).containsExactly("APPROVER_REQUIRED");
        Actor mia = Actor.human("mia", Role.INCIDENT_MANAGER);
        assertThat(scene.refusal(mia, new ProcessCommand.DecideChange("CHG-1", Approval.PENDING, null)))
                .containsExactly("DECISION_REQUIRED:approval");
        scene.then(mia, approve);

        assertThat(scene.incident().handling().change("CHG-1").orElseThrow().approval())
                .isEqualTo(Approval.APPROVED);
        assertThat(scene.refusal(mia, new ProcessCommand.DecideChange("CHG-1", Approval.REFUSED, null)))
                .containsExactly("CHANGE_DECIDED:CHG-1");
        assertThat(scene.refusal(mia, new ProcessCommand.DecideChange("CHG-2", Approval.REFUSED, null)))
                .containsExactly("CHANGE_UNKNOWN:CHG-2");
        assertThat(scene.refusal(MAX, new ProcessCommand.RequestChange("CHG-3", "repaint")))
                .containsExactly("CHANGE_POLICY_UNKNOWN:repaint");
        assertThat(scene.refusal(MAX, new ProcessCommand.RequestChange("CHG-1", "repaint")))
                .containsExactly("CHANGE_EXISTS:CHG-1");
        assertThat(scene.then(mia, approve).last()).isEmpty();
        assertThat(scene.then(MAX, new ProcessCommand.RequestChange("CHG-1", "reroute"))
                        .last())
                .isEmpty();
    }

    @Test
    @Tag("C-70")
    void a_decision_that_takes_too_long_is_on_the_record_once() {
        Scene late = urgent().then(ANN, new WorkCommand.Link(new Relation(RelationKind.FIXED_BY_CHANGE, "CHG-1")))
                .then(ANN, new ProcessCommand.RequestChange("CHG-1", "reroute"))
                .afterMinutes(200)
                .wakes()
                .wakes();
        assertThat(missing(late, DeadlineKind.CHANGE_APPROVAL)).containsExactly("CHG-1");
        assertThat(late.incident().relations()).hasSize(1);

        Scene inTime = urgent().then(ANN, new ProcessCommand.RequestChange("CHG-1", "reroute"))
                .afterMinutes(30)
                .then(MAX, new ProcessCommand.DecideChange("CHG-1", Approval.REFUSED, "too risky"))
                .afterMinutes(200)
                .wakes();
        assertThat(missing(inTime, DeadlineKind.CHANGE_APPROVAL)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangePolicy("x", "y", Set.of(), TestProcedures.minutes(1)))
                .withMessageContaining("'x'");
    }

    @Test
    @Tag("C-35")
    void evidence_stays_linked_under_a_legal_hold() {
        Relation log = new Relation(RelationKind.EVIDENCE, "log-7");
        Relation article = new Relation(RelationKind.KNOWLEDGE_ARTICLE, "KB-1");
        Scene scene = Scene.reported(ITIL)
                .then(ANN, new WorkCommand.Link(log))
                .then(ANN, new WorkCommand.Link(article))
                .then(ANN, new RecordCommand.Preserve(true, "court"));

        assertThat(scene.refusal(ANN, new WorkCommand.Unlink(log))).containsExactly("LEGAL_HOLD:relation");
        assertThat(scene.refusal(ANN, new WorkCommand.Unlink(article))).isEmpty();
        scene.then(ANN, new RecordCommand.Preserve(false, "judged"));
        assertThat(scene.refusal(ANN, new WorkCommand.Unlink(log))).isEmpty();
    }

    @Test
    @Tag("C-44")
    void an_incident_is_not_resolved_before_it_is_contained_where_that_is_asked_for() {
        Lifecycle contained = Lifecycle.builder(ProcessDefinition.itil().lifecycle())
                .without(Action.RESOLVE)
                .transition(
                        Action.RESOLVE,
                        step -> step.from(Status.IN_PROGRESS)
                                .to(Status.RESOLVED)
                                .guards(Guards.CONTAINED))
                .build();
        Scene scene = Scene.reported(ProcessDefinition.builder(ProcessDefinition.itil())
                        .lifecycle(contained)
                        .build())
                .then(ANN, new LifecycleCommand.Start(Owner.group("network")));

        assertThat(scene.refusal(ANN, RESOLVE)).containsExactly("CONTAINMENT_REQUIRED");
        scene.then(ANN, new WorkCommand.Contain(null, "nothing spreads"));
        assertThat(scene.refusal(ANN, RESOLVE)).isEmpty();
    }

    @Test
    @Tag("C-54")
    void an_incident_is_watched_for_a_while_before_it_is_resolved() {
        Lifecycle watched = Lifecycle.builder(TestDefinitions.OWN.lifecycle())
                .without(Action.RESOLVE)
                .transition(
                        Action.RESOLVE,
                        step -> step.from(TestDefinitions.MONITORING)
                                .to(Status.RESOLVED)
                                .guards(Guards.quietFor(Duration.ofHours(2))))
                .build();
        Scene scene = Scene.reported(ProcessDefinition.builder(TestDefinitions.OWN)
                        .lifecycle(watched)
                        .build())
                .then(ANN, LifecycleCommand.Perform.of(TestDefinitions.ACCEPT))
                .then(ANN, new LifecycleCommand.Start(Owner.group("network")))
                .then(ANN, LifecycleCommand.Perform.of(TestDefinitions.WATCH))
                .afterMinutes(119);

        assertThat(scene.refusal(ANN, RESOLVE)).containsExactly("NOT_QUIET:status");
        assertThat(scene.afterMinutes(1).refusal(ANN, RESOLVE)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guards.quietFor(Duration.ZERO))
                .withMessageContaining("PT0S");
    }
}

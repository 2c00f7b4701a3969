package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.Explanation.Reason;
import dev.incidentkit.core.definition.Explanation.Subject;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Why something is as it is, told from the record. */
class ExplainerTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Explainer EXPLAINER = new Explainer(ITIL);

    private static Scene scene() {
        return Scene.reported(
                ITIL,
                Scene.report().impact(Impact.MEDIUM).urgency(Urgency.MEDIUM).build());
    }

    private static Stream<Reason> all(List<Reason> reasons) {
        return reasons.stream().flatMap(reason -> Stream.concat(Stream.of(reason), all(reason.because())));
    }

    private static Map<String, String> facts(Explanation explanation, String text) {
        return all(explanation.reasons())
                .filter(reason -> reason.text().contains(text))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    @Test
    void a_priority_names_the_rule_and_what_it_looked_at() {
        Explanation explanation = EXPLAINER.priority(scene().incident());
        assertThat(explanation.subject()).isEqualTo(Subject.PRIORITY);
        assertThat(explanation.answer()).isEqualTo("the priority is P3");
        assertThat(facts(explanation, "P3 was derived"))
                .containsEntry("rule", "MEDIUM x MEDIUM")
                .containsEntry("configuration", ITIL.triage().version());
        assertThat(facts(explanation, "what is known"))
                .containsExactly(Map.entry("impact", "MEDIUM"), Map.entry("urgency", "MEDIUM"));
    }

    @Test
    void an_override_stands_before_what_was_derived() {
        Scene scene = scene().then(Scene.ANN, new TriageCommand.OverridePriority(Priority.P1, "the board asks", null));
        Explanation explanation = EXPLAINER.priority(scene.incident());
        assertThat(explanation.answer()).isEqualTo("the priority is P1");
        assertThat(explanation.reasons().get(0).text()).isEqualTo("it was overridden with P1");
        assertThat(explanation.reasons().get(0).facts())
                .containsEntry("reason", "the board asks")
                .containsEntry("by", "ann")
                .containsEntry("derived", "P3")
                .doesNotContainKey("until");
        assertThat(EXPLAINER.priority(Scene.reported(ITIL).incident()).answer()).isEqualTo("there is no priority");
    }

    @Test
    void a_team_names_who_assigned_it_or_that_nobody_did() {
        Scene scene = scene();
        assertThat(facts(EXPLAINER.team(scene.incident()), "no rule routed it")).containsKey("routing");
        scene.then(Scene.ANN, new AssignmentCommand.Assign(Owner.group("network")));
        assertThat(EXPLAINER.team(scene.incident()).answer()).isEqualTo("network is accountable");
        assertThat(facts(EXPLAINER.team(scene.incident()), "it was assigned"))
                .containsEntry("by", "ann")
                .containsEntry("kind", "HUMAN");
        scene.then(Scene.ANN, new AssignmentCommand.Unassign());
        assertThat(EXPLAINER.team(scene.incident()).text())
                .startsWith("nobody is accountable\n  because it was taken from its owner\n    by: ann\n");
    }

    @Test
    void a_team_that_came_with_a_ticket_names_the_takeover() {
        Incident adopted = ITIL.adopt(
                new IncidentId("T-1"),
                AdoptedTicket.of(Status.IN_PROGRESS, Scene.START)
                        .owner(Owner.group("network"))
                        .build(),
                Scene.START);

        assertThat(facts(EXPLAINER.team(adopted), "taken over from")).containsEntry("kind", "SYSTEM");
    }

    @Test
    void a_deadline_names_the_goal_and_the_time_that_counted() {
        Scene scene = scene().then(Scene.ANN, new LifecycleCommand.Start(Owner.group("network")))
                .afterMinutes(60)
                .then(Scene.ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which?", null))
                .afterMinutes(30)
                .then(Scene.CLEO, new LifecycleCommand.Resume(ResumeTrigger.CALLER_REPLY))
                .afterMinutes(30);
        Instant at = Scene.START.plus(Duration.ofHours(2));
        Explanation explanation = EXPLAINER.deadline(scene.incident(), "itil", Measure.RESOLUTION, at);
        assertThat(explanation.answer()).startsWith("RESOLUTION of 'itil' falls due at 2026-03-0");
        assertThat(facts(explanation, "given")).containsEntry("goal", "within PT24H of office hours");
        assertThat(facts(explanation, "this time counted")).containsEntry("elapsed", "PT1H30M");
        assertThat(facts(explanation, "it was PAUSED")).containsEntry("reason", "CALLER");
        assertThat(EXPLAINER
                        .deadline(scene.incident(), "itil", Measure.UPDATE, at)
                        .answer())
                .isEqualTo("UPDATE of 'itil' has no deadline");
        assertThatThrownBy(() -> EXPLAINER.deadline(scene.incident(), "gold", Measure.UPDATE, at))
                .hasMessageContaining("'gold'");
    }

    @Test
    void a_refusal_names_every_requirement_and_what_is_possible_instead() {
        Scene scene = scene();
        CommandContext context = CommandContext.of(Scene.ANN, Scene.START);
        Explanation unknown = EXPLAINER.refusal(scene.incident(), new LifecycleCommand.Close(), context);
        assertThat(unknown.answer()).isEqualTo("CLOSE by ann while NEW is refused");
        assertThat(facts(unknown, "CLOSE is not allowed").get("possible")).contains("START", "CANCEL");
        Explanation lacking = EXPLAINER.refusal(scene.incident(), new LifecycleCommand.Start(null), context);
        assertThat(lacking.reasons().get(0).facts()).containsEntry("field", "owner");
        Explanation accepted =
                EXPLAINER.refusal(scene.incident(), new LifecycleCommand.Start(Owner.group("n")), context);
        assertThat(accepted.text()).isEqualTo("START by ann while NEW would be accepted\n");
    }

    @Test
    void silence_names_clocks_waiting_closure_and_deadlines() {
        Scene scene = scene().then(Scene.ANN, new LifecycleCommand.Hold(HoldReason.VENDOR, null, null));
        Explanation waiting = EXPLAINER.silence(scene.incident(), Scene.START);
        assertThat(waiting.answer()).startsWith("nothing happens before 2026-03-0");
        assertThat(waiting.text()).contains("it waits, and no date ends that", "nobody is called when a clock signals");
        scene.then(Scene.ANN, LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "Restarted"));
        assertThat(EXPLAINER.silence(scene.incident(), Scene.START).text())
                .contains("it closes by itself when the closure rule says so");
        scene.after(Duration.ofDays(8)).wakes();
        assertThat(EXPLAINER
                        .silence(scene.incident(), Scene.START.plus(Duration.ofDays(8)))
                        .text())
                .contains("it is tried again every day", "blockedAt: 2026-03-09T");
        assertThat(new Explainer(TestDefinitions.OWN)
                        .silence(scene.incident(), Scene.START)
                        .text())
                .contains("pinned to another definition");
    }

    @Test
    void silence_names_deadlines_that_are_to_come_and_that_passed() {
        ProcessDefinition process = TestDefinitions.PROCESS;
        Scene scene = Scene.reported(
                process,
                Scene.report().impact(Impact.HIGH).urgency(Urgency.HIGH).build());
        Explainer explainer = new Explainer(process);
        assertThat(explainer.silence(scene.incident(), Scene.START).text())
                .contains("a deadline is still to come or rests");
        scene.after(Duration.ofHours(3)).wakes();
        assertThat(explainer
                        .silence(scene.incident(), Scene.START.plus(Duration.ofHours(3)))
                        .text())
                .contains("a deadline passed, which is on the record once", "kind: STAFFING");
    }
}

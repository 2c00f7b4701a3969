package dev.incidentkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.Explainer;
import dev.incidentkit.core.definition.Explanation;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Explanations of one incident, as text and as JSON. After a wanted change, run this test with {@code
 * INCIDENTKIT_GOLDEN=write} in the environment, read the files, and commit them.
 */
class ExplanationCodecTest {
    private static final Instant START = Instant.parse("2026-03-06T15:30:00Z");
    private static final Actor ANN = Actor.agent("ann");
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Explainer EXPLAINER = new Explainer(ITIL);
    private static final ExplanationCodec CODEC = new ExplanationCodec();

    private static Incident reported(Impact impact, Urgency urgency) {
        Report report = Report.of("Nobody can print", Reporter.person("Bob"), Channel.PHONE)
                .impact(impact)
                .urgency(urgency)
                .build();
        List<IncidentEvent> events =
                ITIL.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, CommandContext.of(ANN, START));
        return Incident.replay(events);
    }

    private static Incident then(Incident incident, int minutes, Actor actor, IncidentCommand command) {
        CommandContext context = CommandContext.of(actor, START.plus(Duration.ofMinutes(minutes)));
        return incident.applyAll(ITIL.decide(incident, command, context));
    }

    /** Reported on a Friday afternoon, worked on, held for the caller over the weekend. */
    private static Incident held() {
        Incident incident = reported(Impact.MEDIUM, Urgency.MEDIUM);
        incident = then(incident, 10, ANN, new LifecycleCommand.Start(new Owner("printing", "ann")));
        return then(incident, 40, ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which printer?", null));
    }

    private static void isGolden(String name, Explanation explanation) throws IOException {
        golden(name + ".txt", explanation.text());
        golden(name + ".json", CODEC.write(explanation) + "\n");
    }

    private static void golden(String file, String content) throws IOException {
        Path path = Path.of("src", "test", "resources", "golden", "explanations", file);
        if ("write".equals(System.getenv("INCIDENTKIT_GOLDEN"))) {
            Files.writeString(path, content);
        }
        assertThat(content).isEqualTo(Files.readString(path));
    }

    @Test
    void a_priority_names_its_rule_what_it_looked_at_and_the_override() throws IOException {
        Incident incident = then(
                reported(Impact.MEDIUM, Urgency.HIGH),
                5,
                Actor.agent("max"),
                new TriageCommand.OverridePriority(Priority.P1, "the board prints today", START.plusSeconds(86_400)));
        isGolden("priority", EXPLAINER.priority(incident));
        assertThat(EXPLAINER.priority(reported(Impact.LOW, Urgency.LOW)).answer())
                .isEqualTo("the priority is P5");
        Report bare = Report.of("odd", Reporter.person("Bob"), Channel.PHONE).build();
        Incident unknown = Incident.replay(
                ITIL.begin(new IncidentId("INC-2"), TenantId.DEFAULT, bare, CommandContext.of(ANN, START)));
        assertThat(EXPLAINER.priority(unknown).text())
                .isEqualTo("there is no priority\n  because no rule derived a priority from what is known\n");
    }

    @Test
    void a_team_names_who_assigned_it_or_why_nobody_is_accountable() throws IOException {
        isGolden("team", EXPLAINER.team(held()));
        Incident fresh = reported(Impact.LOW, Urgency.LOW);
        assertThat(EXPLAINER.team(fresh).text())
                .contains("nobody is accountable\n", "no rule routed it, and nobody assigned it");
        Incident left = then(
                then(fresh, 1, ANN, new AssignmentCommand.Assign(Owner.group("printing"))),
                2,
                ANN,
                new AssignmentCommand.Unassign());
        assertThat(EXPLAINER.team(left).text()).contains("it was taken from its owner", "by: ann");
    }

    @Test
    void a_deadline_names_its_goal_and_every_stretch_of_time() throws IOException {
        Incident incident = then(
                held(),
                4_000,
                Actor.caller("bob"),
                new LifecycleCommand.Resume(dev.incidentkit.core.incident.ResumeTrigger.CALLER_REPLY));
        Instant at = START.plus(Duration.ofMinutes(4_300));
        isGolden("deadline", EXPLAINER.deadline(incident, "itil", Measure.RESOLUTION, at));
        assertThat(EXPLAINER.deadline(incident, "itil", Measure.UPDATE, at).answer())
                .isEqualTo("UPDATE of 'itil' has no deadline");
        assertThatThrownBy(() -> EXPLAINER.deadline(incident, "gold", Measure.RESPONSE, at))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'gold'");
    }

    @Test
    void a_refusal_names_everything_that_stands_against_the_step() throws IOException {
        CommandContext context = CommandContext.of(Actor.caller("bob"), START.plus(Duration.ofMinutes(60)));
        isGolden("refusal", EXPLAINER.refusal(held(), new LifecycleCommand.Close(), context));
        IncidentCommand resolve = LifecycleCommand.Resolve.permanently(new Category("printing"), "FIXED", "Ink");
        assertThat(EXPLAINER.refusal(held(), resolve, context))
                .isEqualTo(new Explanation(
                        Explanation.Subject.REFUSAL, "RESOLVE by bob while ON_HOLD would be accepted", List.of()));
    }

    @Test
    void silence_names_what_would_have_to_come_and_when() throws IOException {
        isGolden("silence", EXPLAINER.silence(held(), START.plus(Duration.ofMinutes(60))));
        Incident resolved =
                then(held(), 50, ANN, LifecycleCommand.Resolve.permanently(new Category("printing"), "FIXED", "Ink"));
        assertThat(EXPLAINER
                        .silence(resolved, START.plus(Duration.ofMinutes(60)))
                        .text())
                .contains("it closes by itself when the closure rule says so", "due: 2026-03-13T");
        Explainer other =
                new Explainer(ProcessDefinition.builder(ITIL).name("other").build());
        assertThat(other.silence(resolved, START.plus(Duration.ofMinutes(60))).text())
                .contains("pinned to another definition");
    }

    @Test
    void no_personal_text_stands_in_an_explanation() {
        Instant at = START.plus(Duration.ofMinutes(60));
        for (Explanation explanation : List.of(
                EXPLAINER.priority(held()),
                EXPLAINER.team(held()),
                EXPLAINER.deadline(held(), "itil", Measure.RESOLUTION, at),
                EXPLAINER.silence(held(), at))) {
            assertThat(CODEC.write(explanation)).doesNotContain("print today", "Which printer", "Bob");
        }
    }
}

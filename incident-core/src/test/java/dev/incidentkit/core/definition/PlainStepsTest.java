package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.Histories.History;
import dev.incidentkit.core.definition.Histories.Outcome;
import dev.incidentkit.core.definition.Histories.Step;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Resume;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.process.ProcessDecider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The short way of plain steps leads where the long one leads, and takes no step that has to be looked at closely. */
class PlainStepsTest {
    private static final Resolution DONE = new Resolution("FIXED", PersonalText.of("done"), ResolutionMethod.PERMANENT);

    /** Plain in the default lifecycle, each by one status from which it leads on. */
    private static final Map<IncidentCommand, Status> PLAIN = Map.of(
            new Start(Owner.group("network")),
            Status.NEW,
            Hold.on(HoldReason.VENDOR),
            Status.IN_PROGRESS,
            Resume.BY_HAND,
            Status.ON_HOLD,
            new Resolve(new Category("mail"), DONE),
            Status.IN_PROGRESS,
            new Reopen("still broken"),
            Status.RESOLVED,
            new Close(),
            Status.RESOLVED);

    /** What has to be looked at: for values that may be wrong, or because the status knows no such step. */
    private static final Map<IncidentCommand, Status> OTHERS = others();

    private static final List<IncidentCommand> COMMANDS = commands();

    private final Map<ProcessDefinition, Decider> deciders = new HashMap<>();

    private static Map<IncidentCommand, Status> others() {
        Map<IncidentCommand, Status> others = new HashMap<>();
        others.put(new Start(null), Status.IN_PROGRESS);
        others.put(new Hold(unchecked(), null, null), Status.NEW);
        others.put(new Hold(HoldReason.CALLER, "which one?", null), Status.NEW);
        others.put(new Hold(HoldReason.CALLER, null, Instant.EPOCH), Status.NEW);
        others.put(Hold.on(HoldReason.CALLER), Status.ON_HOLD);
        others.put(new Resume(unchecked()), Status.ON_HOLD);
        for (ResumeTrigger trigger : ResumeTrigger.values()) {
            if (trigger != ResumeTrigger.MANUAL) {
                others.put(new Resume(trigger), Status.ON_HOLD);
            }
        }
        others.put(new Resolve(null, unchecked()), Status.NEW);
        others.put(new Resolve(null, new Resolution("FIXED", null, unchecked())), Status.NEW);
        others.put(new Resolve(null, DONE), Status.RESOLVED);
        others.put(new Reopen(unchecked()), Status.RESOLVED);
        others.put(new Reopen(" "), Status.RESOLVED);
        others.put(new Reopen("half \ud800 a pair"), Status.RESOLVED);
        others.put(new Close(), Status.CLOSED);
        return others;
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"
    }) // what a caller that knows nothing of nullness may hand in
    private static <T> T unchecked() {
        return null;
    }

    private static List<IncidentCommand> commands() {
        List<IncidentCommand> commands = new ArrayList<>(PLAIN.keySet());
        commands.addAll(OTHERS.keySet());
        return commands;
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property
    void the_short_way_leads_where_the_long_one_leads(@ForAll("histories") History history) {
        Decider decider = deciders.computeIfAbsent(history.definition(), PlainStepsTest::decider);
        for (Step step : history.steps()) {
            compare(decider, step.before(), step.command(), step.context());
            for (IncidentCommand command : COMMANDS) {
                compare(decider, step.before(), command, step.context());
            }
        }
    }

    private static void compare(Decider decider, Incident incident, IncidentCommand command, CommandContext context) {
        Transition plain = decider.plain(incident, command);
        Statistics.label("steps").collect(plain == null ? "at length" : plain.action());
        if (plain != null) {
            assertThat(decider.check(incident, command, plain, context))
                    .isEqualTo(decider.check(incident, command, command.theme(), context));
        }
        assertThat(outcome(() -> decider.decide(incident, command, context)))
                .isEqualTo(outcome(() -> decider.decideAtLength(incident, command, context)));
    }

    private static Outcome outcome(Supplier<List<IncidentEvent>> decision) {
        try {
            return new Outcome(decision.get(), List.of());
        } catch (IncidentRejectedException refusal) {
            return new Outcome(List.of(), refusal.unmet());
        }
    }

    private static Decider decider(ProcessDefinition definition) {
        Ports ports = new Ports(definition);
        ProcessDecider process = new ProcessDecider(definition.procedures(), ports.triage(Action.TRIAGE));
        return new Decider(definition, ports, new SelectionWork(definition, ports), process);
    }

    @Test
    void the_steps_of_every_day_are_plain() {
        PlainSteps steps = new PlainSteps(ProcessDefinition.itil());
        PLAIN.forEach(
                (command, status) -> assertThat(steps.find(status, command)).isSameAs(step(status, command)));
        Status read = new Status(Status.RESOLVED.name(), Status.RESOLVED.phase());
        assertThat(steps.find(read, new Close())).isSameAs(step(Status.RESOLVED, new Close()));
    }

    private static @Nullable Transition step(Status status, IncidentCommand command) {
        return ProcessDefinition.itil()
                .lifecycle()
                .transition(status, command.action())
                .orElse(null);
    }

    @Test
    void what_may_be_wrong_is_not_plain() {
        PlainSteps steps = new PlainSteps(ProcessDefinition.itil());
        OTHERS.forEach((command, status) ->
                assertThat(steps.find(status, command)).as(command.toString()).isNull());
    }

    @Test
    void a_reason_is_plain_up_to_the_longest_text() {
        PlainSteps steps = new PlainSteps(ProcessDefinition.itil());
        String longest = "x".repeat(PersonalText.MAX_LENGTH);

        assertThat(steps.find(Status.RESOLVED, new Reopen(longest))).isNotNull();
        assertThat(steps.find(Status.RESOLVED, new Reopen(longest + "x"))).isNull();
    }

    @Test
    void a_window_for_reopening_has_to_be_looked_at() {
        ProcessDefinition bounded = ProcessDefinition.builder(ProcessDefinition.itil())
                .reopenWindow(Duration.ofDays(3))
                .build();

        assertThat(new PlainSteps(bounded).find(Status.RESOLVED, new Reopen("again")))
                .isNull();
    }

    @Test
    void a_guard_that_is_not_content_is_asked_once() {
        List<String> asked = new ArrayList<>();
        Lifecycle observed = Lifecycle.itil().observedBy((step, guard, unmet) -> asked.add(guard.name()));
        ProcessDefinition untimed = ProcessDefinition.builder(ProcessDefinition.itil())
                .lifecycle(observed)
                .slas()
                .build();
        Incident resolved = Scene.reported(untimed)
                .then(Scene.ANN, TestCommands.of("START"))
                .then(Scene.ANN, new Resolve(new Category("mail"), DONE))
                .incident();
        CommandContext context = CommandContext.of(Scene.ANN, resolved.lastEffectiveAt());
        asked.clear();

        assertThat(untimed.check(resolved, new Close(), context)).isNotEmpty();
        assertThat(asked).containsExactly("checklist", "plans-checked", "workarounds-settled", "no-open-child");
    }
}

package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Cascade;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.AvailableAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random histories: most commands are drawn from what the lifecycle offers, the others blindly, so that both roads are
 * well trodden; times stand still, run, leap to and past what falls due, and sometimes go backwards.
 */
final class Histories {
    static final Instant START = Instant.parse("2026-03-27T08:00:00Z");

    private Histories() {}

    /** A command, where it met the incident, and what came of it. */
    record Step(Incident before, IncidentCommand command, CommandContext context, Outcome outcome) {}

    /** The events of a command, or why it was refused. */
    record Outcome(List<IncidentEvent> events, List<Unmet> unmet) {}

    /** What happened to one incident under a definition. */
    record History(ProcessDefinition definition, List<IncidentEvent> beginning, List<Step> steps) {
        List<IncidentEvent> events() {
            List<IncidentEvent> all = new ArrayList<>(beginning);
            steps.forEach(step -> all.addAll(step.outcome().events()));
            return all;
        }
    }

    static Arbitrary<History> any() {
        return Arbitraries.randomValue(random -> history(random, true));
    }

    /** Histories under the definition with all conventions of service levels. */
    static Arbitrary<History> timed() {
        return Arbitraries.randomValue(random -> history(random, false, TestDefinitions.TIMED));
    }

    /** Histories in which ports answered nothing, so that only the record and the time count. */
    static Arbitrary<History> withoutAnswers() {
        return Arbitraries.randomValue(random -> history(random, false));
    }

    private static History history(Random random, boolean answering) {
        ProcessDefinition definition = switch (random.nextInt(6)) {
            case 0 -> TestDefinitions.PROCESS;
            case 1 -> TestDefinitions.TIMED;
            default -> new RandomCommands(random).oneOf(TestDefinitions.ALL);
        };
        return history(random, answering, definition);
    }

    private static History history(Random random, boolean answering, ProcessDefinition definition) {
        RandomCommands commands = new RandomCommands(random);
        List<IncidentEvent> beginning = beginning(definition, commands);
        Incident incident = Incident.replay(beginning);
        List<Step> steps = new ArrayList<>();
        Instant at = START;
        int length = 4 + random.nextInt(28);
        for (int i = 0; i < length; i++) {
            at = next(definition, incident, at, random);
            Actor actor = commands.oneOf(RandomCommands.ACTORS);
            IncidentCommand command = command(definition, incident, CommandContext.of(actor, at), commands);
            Map<String, String> answers = answering ? answers(random) : Map.of();
            CommandContext context = new CommandContext(commands.fitting(command, actor), at, answers);
            Outcome outcome = outcome(definition, incident, command, context);
            steps.add(new Step(incident, command, context, outcome));
            incident = incident.applyAll(outcome.events());
            incident = ended(definition, incident, context, steps);
        }
        return new History(definition, beginning, steps);
    }

    private static Incident ended(
            ProcessDefinition definition, Incident incident, CommandContext asked, List<Step> steps) {
        Incident after = incident;
        CommandContext context = new CommandContext(Actor.SYSTEM, asked.at(), asked.answers());
        for (IncidentCommand end : endsOfCascades(incident)) {
            Outcome outcome = outcome(definition, after, end, context);
            steps.add(new Step(after, end, context, outcome));
            after = after.applyAll(outcome.events());
        }
        return after;
    }

    /** What a desk would do at once: the children are asked, and what became of them is told. Until then it is due. */
    static List<IncidentCommand> endsOfCascades(Incident incident) {
        List<IncidentCommand> ends = new ArrayList<>();
        for (Cascade cascade : incident.handling().cascades()) {
            List<CascadeResult> results = cascade.children().stream()
                    .map(child -> new CascadeResult(child, CascadeOutcome.DONE, List.of()))
                    .toList();
            ends.add(new RelationCommand.EndCascade(cascade.asked(), results));
        }
        return ends;
    }

    static List<IncidentEvent> beginning(ProcessDefinition definition, RandomCommands commands) {
        while (true) {
            IncidentCommand report = commands.report(START);
            CommandContext context = CommandContext.of(Actor.agent("ann"), START);
            if (definition.checkBeginning(report, context).isEmpty()) {
                return definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, context);
            }
        }
    }

    private static Map<String, String> answers(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Map.of("open-children", "2");
            case 1 -> Map.of();
            default -> Map.of("open-children", "0");
        };
    }

    private static Instant next(ProcessDefinition definition, Incident incident, Instant at, Random random) {
        Optional<Instant> due = definition.nextDue(incident, at);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> at;
            case 3 -> at.plusMillis(1);
            case 4 -> at.minusSeconds(random.nextInt(7_200));
            case 5 -> at.plusSeconds(random.nextInt(400_000));
            case 6 -> due.orElse(at);
            case 7 -> due.orElse(at).minusMillis(1);
            case 8 -> due.orElse(at).plusSeconds(random.nextInt(200_000));
            default -> at.plusSeconds(random.nextInt(5_000));
        };
    }

    private static IncidentCommand command(
            ProcessDefinition definition, Incident incident, CommandContext context, RandomCommands commands) {
        List<IncidentCommand> seldom = commands.seldom(incident, definition);
        if (!seldom.isEmpty() && commands.chance(15)) {
            return commands.oneOf(seldom);
        }
        if (incident.phase() == Phase.ON_HOLD && commands.chance(25)) {
            return commands.answerTo(incident);
        }
        if (definition == TestDefinitions.PROCESS && commands.chance(35)) {
            return commands.process(incident, context.at());
        }
        if (incident.phase() == Phase.RESOLVED && commands.chance(45)) {
            return commands.towardsTheEnd(incident);
        }
        if (incident.status().equals(TestDefinitions.VERIFY) && commands.chance(30)) {
            return LifecycleCommand.Perform.of(TestDefinitions.ACCEPT);
        }
        if (definition == TestDefinitions.OWN && incident.phase() == Phase.ACTIVE && commands.chance(10)) {
            return LifecycleCommand.Perform.of(TestDefinitions.WATCH);
        }
        List<AvailableAction> offered = definition.availableActions(incident, context);
        return commands.chance(80) && !offered.isEmpty()
                ? commands.of(commands.oneOf(offered).action(), incident, context.at())
                : commands.any(incident, context.at());
    }

    static Outcome outcome(
            ProcessDefinition definition, Incident incident, IncidentCommand command, CommandContext context) {
        try {
            return new Outcome(definition.decide(incident, command, context), List.of());
        } catch (IncidentRejectedException refusal) {
            return new Outcome(List.of(), refusal.unmet());
        }
    }
}

package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AffectedScope;
import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.Handling;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.ReviewActionKind;
import dev.incidentkit.core.incident.ReviewActionState;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Task;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws commands about plans, people, repairs and what a review says. */
final class RandomProcess {
    static final Set<Action> ACTIONS = Set.of(
            Action.PLAN,
            Action.TASK,
            Action.ENGAGE,
            Action.WORKAROUND,
            Action.REQUEST_CHANGE,
            Action.DECIDE_CHANGE,
            Action.RECLASSIFY);

    private static final List<Action> SORTED =
            ACTIONS.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    private static final List<String> PEOPLE = List.of("ann", "ben", "carrier");

    private final Random random;
    private final RandomCommands commands;

    RandomProcess(Random random, RandomCommands commands) {
        this.random = random;
        this.commands = commands;
    }

    IncidentCommand any(Incident incident, Instant at) {
        if (commands.chance(15)) {
            return signal(at);
        }
        return incident.phase().isOpen() || random.nextInt(3) == 0
                ? of(commands.oneOf(SORTED), incident)
                : review(incident, at);
    }

    IncidentCommand of(Action action, Incident incident) {
        Handling handling = incident.handling();
        return switch (action.name()) {
            case "PLAN" -> plan();
            case "TASK" -> task(handling);
            case "ENGAGE" -> people();
            case "WORKAROUND" -> workaround();
            case "REQUEST_CHANGE" -> request();
            case "DECIDE_CHANGE" ->
                handling.changes().isEmpty() && commands.chance(70) ? request() : decision(handling);
            default -> new TriageCommand.Reclassify(commands.oneOf(List.of(RecordType.values())), "seen again");
        };
    }

    /** Alerts of two keys, some suppressed for a while. */
    private IncidentCommand signal(Instant at) {
        boolean suppressed = commands.chance(20);
        return new AlertCommand.Signal(
                commands.oneOf(List.of("watch/ping/zrh-1", "watch/disk/zrh-1")),
                commands.oneOf(List.of(AlertState.values())),
                1 + random.nextInt(9),
                at.minusSeconds(60),
                commands.chance(95) ? at : at.minusSeconds(61),
                suppressed ? "night work" : null,
                suppressed && commands.chance(70) ? at.plusSeconds(1 + random.nextInt(90_000)) : null);
    }

    private IncidentCommand request() {
        return new ProcessCommand.RequestChange(
                commands.oneOf(List.of("CHG-1", "CHG-2")), commands.chance(90) ? "reroute" : "repaint");
    }

    private IncidentCommand decision(Handling handling) {
        return new ProcessCommand.DecideChange(
                handling.changes().isEmpty()
                        ? "CHG-3"
                        : commands.oneOf(handling.changes()).change(),
                commands.oneOf(List.of(Approval.values())),
                commands.maybe("so be it"));
    }

    private IncidentCommand plan() {
        Plan plan = commands.oneOf(
                List.of(TestProcedures.VPN, TestProcedures.MAIL, TestProcedures.RESPONSE, TestProcedures.DISASTER));
        return new ProcessCommand.OpenPlan(
                plan.kind(), commands.chance(95) ? plan.name() : "none", "it looks like that");
    }

    private IncidentCommand task(Handling handling) {
        List<String> names = new ArrayList<>(List.of("dance"));
        handling.tasks().stream().map(Task::name).forEach(names::add);
        String task =
                commands.chance(95) ? names.get(names.size() == 1 ? 0 : 1 + random.nextInt(names.size() - 1)) : "dance";
        return switch (random.nextInt(3)) {
            case 0 -> new ProcessCommand.StartTask(task);
            case 1 -> new ProcessCommand.FinishTask(task, commands.maybe("well done"));
            default -> new ProcessCommand.SkipTask(task, "of no use here");
        };
    }

    private IncidentCommand people() {
        Role role = commands.oneOf(List.of(Role.RESOLVER, Role.SUPPLIER));
        return commands.chance(65)
                ? new ProcessCommand.Engage(role, commands.oneOf(PEOPLE))
                : new ProcessCommand.Release(role, commands.oneOf(PEOPLE));
    }

    private IncidentCommand workaround() {
        String name = commands.oneOf(List.of("second line", "by hand"));
        return commands.chance(60)
                ? new ProcessCommand.ApplyWorkaround(name, "over Basel")
                : new ProcessCommand.RemoveWorkaround(name, "no longer needed");
    }

    /** Containment that may say what is still affected, in and out of bounds. */
    IncidentCommand contain(Instant at) {
        AffectedScope after =
                new AffectedScope(commands.chance(60) ? Set.of("mail") : Set.of("mail", "moon"), random.nextInt(9));
        return new WorkCommand.Contain(commands.maybe(at), "unplugged", commands.maybe(after));
    }

    private IncidentCommand review(Incident incident, Instant at) {
        if (incident.review().isEmpty() && commands.chance(60)) {
            return new ReviewCommand.OpenReview("rita", at.plusSeconds(1 + random.nextInt(900_000)));
        }
        String name = commands.oneOf(List.of("watch dates", "train"));
        return switch (random.nextInt(4)) {
            case 0 -> new ReviewCommand.WriteReview(commands.oneOf(List.of(ReviewSection.values())), "so it was");
            case 1 ->
                new ReviewCommand.PlanReviewAction(
                        name,
                        commands.oneOf(List.of(ReviewActionKind.values())),
                        "network",
                        at.plusSeconds(commands.chance(95) ? 1 + random.nextInt(900_000) : -60),
                        "an alarm");
            case 2 ->
                new ReviewCommand.EndReviewAction(
                        name, commands.oneOf(List.of(ReviewActionState.values())), "in place");
            default -> new ReviewCommand.ShareReview(commands.chance(50) ? Set.of() : Set.of(Role.REVIEWER));
        };
    }
}

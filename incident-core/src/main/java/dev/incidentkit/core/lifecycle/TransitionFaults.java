package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a transition cannot mean, whatever else the lifecycle says: the fold and the clocks rely on it. */
final class TransitionFaults {
    private static final Set<Action> WITHOUT_TRANSITION = Set.of(Action.ADOPT, Action.IMPORT, Action.WAKE);

    private static final Set<Phase> OPEN = EnumSet.of(Phase.NEW, Phase.ACTIVE, Phase.ON_HOLD);

    /** Where an action of a fixed meaning may lead. Actions that are not named here and not the host's own lead nowhere. */
    private static final Map<Action, Set<Phase>> PHASES = Map.of(
            Action.REPORT, OPEN,
            Action.START, EnumSet.of(Phase.ACTIVE),
            Action.HOLD, EnumSet.of(Phase.ON_HOLD),
            Action.RESUME, EnumSet.of(Phase.NEW, Phase.ACTIVE),
            Action.RESOLVE, EnumSet.of(Phase.RESOLVED),
            Action.REOPEN, OPEN,
            Action.REJECT, OPEN,
            Action.CONFIRM, EnumSet.of(Phase.RESOLVED, Phase.CLOSED),
            Action.CLOSE, EnumSet.of(Phase.CLOSED),
            Action.CANCEL, EnumSet.of(Phase.CANCELLED));

    private TransitionFaults() {}

    static List<String> of(Transition transition) {
        List<String> faults = new ArrayList<>();
        Action action = transition.action();
        if (WITHOUT_TRANSITION.contains(action)) {
            faults.add(action + " is no step of a lifecycle, and needs no transition");
        } else if (transition.from().isEmpty()) {
            beginning(transition, faults);
        } else {
            step(transition, faults);
        }
        return faults;
    }

    private static void beginning(Transition transition, List<String> faults) {
        Action action = transition.action();
        if (!action.equals(Action.REPORT)) {
            faults.add(action + " cannot begin an incident, only " + Action.REPORT + " can");
        }
        if (!transition.guards().isEmpty()
                || transition.branches().stream()
                        .anyMatch(branch -> !branch.when().isEmpty())) {
            faults.add(action + " begins an incident, so there is nothing that guards could look at: " + transition);
        }
    }

    private static void step(Transition transition, List<String> faults) {
        Action action = transition.action();
        if (action.equals(Action.REPORT)) {
            faults.add(action + " begins an incident, and cannot start from "
                    + transition.from().stream().map(Status::name).sorted().toList());
        }
        if (action.equals(Action.RESUME)
                && !(transition.guards().isEmpty() && transition.required().isEmpty())) {
            faults.add(action + " happens by dates and replies too, which give no fields and meet no guards; "
                    + "but it requires " + transition.required() + " and guards " + transition.guards());
        }
        Set<Phase> phases = PHASES.get(action);
        if (phases != null || action.isBuiltIn()) {
            transition.from().stream()
                    .flatMap(from -> transition.targets(from).stream()
                            .filter(to -> phases == null ? !to.equals(from) : !phases.contains(to.phase())))
                    .distinct()
                    .flatMap(to -> Stream.of(action + " leads to " + to + " in phase " + to.phase() + ", but must "
                            + (phases == null ? "leave the status as it is" : "lead to one of " + phases)))
                    .forEach(faults::add);
        }
    }
}

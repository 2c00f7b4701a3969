package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.LifecycleFinding.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds faults of a lifecycle by walking its graph; lifecycles are small, so every question is answered exactly. */
final class LifecycleVerifier {
    private static final Set<Role> ONLY_SYSTEM = Set.of(Role.SYSTEM);

    /** What must be possible at any time: to add to the record, to freeze it, and to take personal data out of it. */
    private static final List<Action> ALWAYS = List.of(Action.NOTE, Action.PRESERVE, Action.REDACT);

    private final Lifecycle lifecycle;
    private final Ways ways;
    private final List<LifecycleFinding> findings = new ArrayList<>();

    LifecycleVerifier(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
        this.ways = new Ways(lifecycle);
    }

    List<LifecycleFinding> verify(List<ClockRule> clocks) {
        unreachable();
        noEnd();
        deadActions();
        unhandled();
        unrecorded();
        unsettable();
        clocks.forEach(this::clock);
        return List.copyOf(findings);
    }

    private void find(Code code, String subject, String message, List<String> path) {
        findings.add(new LifecycleFinding(code, subject, message, path));
    }

    private List<Status> reachable() {
        return lifecycle.statuses().stream().filter(ways::isReachable).toList();
    }

    private void unreachable() {
        for (Status status : lifecycle.statuses()) {
            if (!ways.isReachable(status)) {
                List<String> leading = ways.steps().stream()
                        .filter(step -> step.to().equals(status) && !step.from().equals(status))
                        .map(step -> step.action() + " from " + step.from())
                        .distinct()
                        .toList();
                find(
                        Code.STATUS_UNREACHABLE,
                        status.name(),
                        leading.isEmpty()
                                ? "no step leads to " + status
                                : "the only steps that lead to " + status + " start where no incident comes: "
                                        + leading,
                        List.of());
            }
        }
    }

    private void noEnd() {
        for (Status status : reachable()) {
            if (ways.onwardFrom(status).stream()
                    .noneMatch(later -> later.phase().isEnd())) {
                find(
                        Code.NO_WAY_TO_END,
                        status.name(),
                        "from " + status + " no way leads to a status that is closed or cancelled",
                        ways.to(status));
            }
        }
    }

    private void deadActions() {
        for (Action action : lifecycle.actions()) {
            List<Transition> uses = lifecycle.transitions().stream()
                    .filter(transition -> transition.action().equals(action))
                    .toList();
            boolean alive = uses.stream()
                    .anyMatch(transition -> transition.from().isEmpty()
                            || transition.from().stream().anyMatch(ways::isReachable));
            if (!alive) {
                find(
                        Code.ACTION_DEAD,
                        action.name(),
                        uses.isEmpty()
                                ? "it is declared, but no transition uses it"
                                : "its transitions start only where no incident comes",
                        List.of());
            }
        }
    }

    private void unhandled() {
        boolean cancels = lifecycle.actions().contains(Action.CANCEL);
        if (!cancels) {
            find(Code.CANCEL_UNHANDLED, Action.CANCEL.name(), "no status can be cancelled", List.of());
        }
        for (Status status : reachable()) {
            if (!status.phase().isOpen()) {
                continue;
            }
            if (cancels && lifecycle.transition(status, Action.CANCEL).isEmpty()) {
                find(
                        Code.CANCEL_UNHANDLED,
                        status.name(),
                        "an incident cannot be cancelled while it is " + status,
                        ways.to(status));
            }
            for (Action cascade : lifecycle.cascades()) {
                if (lifecycle.transition(status, cascade).isEmpty()) {
                    find(
                            Code.CASCADE_UNHANDLED,
                            status.name(),
                            "a child that is " + status + " does not answer " + cascade
                                    + ", and stays open when its parent ends",
                            ways.to(status));
                }
            }
        }
    }

    private void unrecorded() {
        for (Status status : reachable()) {
            List<String> unanswered = ALWAYS.stream()
                    .filter(action -> lifecycle.transition(status, action).isEmpty())
                    .map(Action::name)
                    .toList();
            if (!unanswered.isEmpty()) {
                find(
                        Code.RECORD_UNHANDLED,
                        status.name(),
                        "an incident that is " + status + " does not answer " + String.join(", ", unanswered)
                                + ", which an obligation may ask for at any time",
                        ways.to(status));
            }
        }
    }

    private void unsettable() {
        for (Transition transition : lifecycle.transitions()) {
            for (Requirement requirement : transition.required()) {
                Field field = requirement.field();
                for (Status from : transition.from()) {
                    if (ways.isReachable(from)
                            && !gives(from, transition.action(), field)
                            && !settableBefore(from, field)) {
                        find(
                                Code.FIELD_UNSETTABLE,
                                field.fieldName(),
                                transition.action() + " from " + from + " requires it, but neither that step nor any "
                                        + "step before it can set it",
                                ways.to(from));
                    }
                }
                if (transition.from().isEmpty() && !FieldSources.gives(transition.action(), field)) {
                    find(
                            Code.FIELD_UNSETTABLE,
                            field.fieldName(),
                            transition.action() + " requires it, but cannot give it",
                            List.of());
                }
            }
        }
    }

    /** A step cannot give what must not be changed where it starts. */
    private boolean gives(Status from, Action action, Field field) {
        return FieldSources.gives(action, field) && isOpen(from, field);
    }

    private boolean isOpen(Status from, Field field) {
        return !lifecycle.readOnly().getOrDefault(from, Set.of()).contains(field);
    }

    private boolean settableBefore(Status status, Field field) {
        if (!FieldSources.lasts(field)) {
            return false;
        }
        boolean atBeginning = lifecycle.transitions().stream()
                .filter(transition -> transition.from().isEmpty())
                .anyMatch(transition -> FieldSources.sets(transition.action(), field)
                        && transition.branches().stream()
                                .anyMatch(branch -> branch.to() != null
                                        && ways.onwardFrom(branch.to()).contains(status)));
        return atBeginning
                || ways.steps().stream()
                        .anyMatch(step -> ways.isReachable(step.from())
                                && FieldSources.sets(step.action(), field)
                                && isOpen(step.from(), field)
                                && ways.onwardFrom(step.to()).contains(status));
    }

    private void clock(ClockRule clock) {
        Set<Status> running = new LinkedHashSet<>(reachable());
        running.retainAll(clock.runs());
        if (running.isEmpty()) {
            find(
                    Code.CLOCK_NEVER_STARTS,
                    clock.clock(),
                    "it runs only in " + names(clock.runs()) + ", where no incident comes",
                    List.of());
            return;
        }
        Set<Status> later = new LinkedHashSet<>();
        running.forEach(status -> later.addAll(ways.onwardFrom(status)));
        List<String> wayToStart = ways.to(running.iterator().next());
        if (!clock.pauses().isEmpty() && Collections.disjoint(later, clock.pauses())) {
            find(
                    Code.CLOCK_NEVER_PAUSES,
                    clock.clock(),
                    "it pauses only in " + names(clock.pauses()) + ", where no incident comes after the clock started",
                    wayToStart);
        }
        if (Collections.disjoint(later, clock.stops())) {
            find(
                    Code.CLOCK_NEVER_STOPS,
                    clock.clock(),
                    "it stops only in " + names(clock.stops()) + ", where no incident comes after the clock started",
                    wayToStart);
        }
        deadEnds(clock, running);
    }

    private void deadEnds(ClockRule clock, Set<Status> running) {
        for (Status status : running) {
            boolean canBeLeft = ways.from(status).stream()
                    .anyMatch(step -> !step.to().equals(status)
                            && !ONLY_SYSTEM.equals(step.transition().roles()));
            if (!canBeLeft && !clock.stops().contains(status)) {
                find(
                        Code.CLOCK_RUNS_IN_DEAD_END,
                        clock.clock(),
                        "it runs while the incident is " + status + ", which no person can leave",
                        ways.to(status));
            }
        }
    }

    private static List<String> names(Set<Status> statuses) {
        return statuses.stream().map(Status::name).sorted().toList();
    }
}

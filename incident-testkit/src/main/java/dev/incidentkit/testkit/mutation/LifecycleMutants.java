package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.LifecycleBuilder;
import dev.incidentkit.core.lifecycle.Requirement;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.lifecycle.TransitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Plants faults in a lifecycle. */
final class LifecycleMutants {
    /** The kinds of faults that are planted here. */
    static final Set<MutantKind> KINDS = Set.of(
            MutantKind.NEGATED_GUARD,
            MutantKind.DROPPED_GUARD,
            MutantKind.DROPPED_REQUIREMENT,
            MutantKind.DROPPED_ROLES,
            MutantKind.DROPPED_TRANSITION);

    private final Lifecycle lifecycle;
    private final Set<Guard.Check> idle;
    private final List<Mutant<Lifecycle>> mutants = new ArrayList<>();

    private LifecycleMutants(Lifecycle lifecycle, Set<Guard.Check> idle) {
        this.lifecycle = lifecycle;
        this.idle = idle;
    }

    /**
     * Plants faults.
     *
     * @param idle guards that are proven to be content whatever happens: without one, nothing is decided otherwise
     */
    static List<Mutant<Lifecycle>> of(Lifecycle lifecycle, Set<Guard.Check> idle) {
        LifecycleMutants mutants = new LifecycleMutants(lifecycle, idle);
        for (Transition transition : lifecycle.transitions()) {
            mutants.guards(transition);
            mutants.requirements(transition);
            mutants.roles(transition);
            mutants.denied(transition);
        }
        return mutants.mutants;
    }

    /** How a transition is copied: from where, by what guards, with what requirements, by whom. */
    private record Copy(
            Predicate<Status> from,
            Function<Guard, List<Guard>> guards,
            Predicate<Requirement> required,
            boolean restricted) {
        static final Copy SAME = new Copy(status -> true, List::of, requirement -> true, true);

        TransitionBuilder of(Transition transition, TransitionBuilder copy) {
            copy.from(transition.from().stream().filter(from).toArray(Status[]::new));
            for (Branch branch : transition.branches()) {
                if (!branch(branch, copy)) {
                    break;
                }
            }
            for (Requirement requirement : transition.required()) {
                if (required.test(requirement) && requirement.forReason() == null) {
                    copy.requires(requirement.field());
                } else if (required.test(requirement)) {
                    copy.requiresFor(String.valueOf(requirement.forReason()), requirement.field());
                }
            }
            if (restricted) {
                copy.roles(transition.roles().toArray(new Role[0]));
            }
            return copy.guards(changed(transition.guards()));
        }

        /** Whether the next branch can still be taken. The last one, which stays where it is, comes by itself. */
        private boolean branch(Branch branch, TransitionBuilder copy) {
            Status to = branch.to();
            Guard[] when = changed(branch.when());
            if (to != null && when.length > 0) {
                copy.toWhen(to, when);
            } else if (to != null) {
                copy.to(to);
            }
            return when.length > 0;
        }

        private Guard[] changed(List<Guard> all) {
            return all.stream().flatMap(guard -> guards.apply(guard).stream()).toArray(Guard[]::new);
        }
    }

    private void guards(Transition transition) {
        List<Guard> all = new ArrayList<>(transition.guards());
        transition.branches().forEach(branch -> all.addAll(branch.when()));
        for (Guard guard : all.stream().distinct().toList()) {
            add(
                    MutantKind.NEGATED_GUARD,
                    transition,
                    "guard " + guard.name() + " is negated",
                    new Copy(
                            status -> true,
                            one -> List.of(one.equals(guard) ? negated(guard) : one),
                            requirement -> true,
                            true));
            add(
                    MutantKind.DROPPED_GUARD,
                    transition,
                    "guard " + guard.name() + " is gone",
                    new Copy(
                            status -> true,
                            one -> one.equals(guard) ? List.of() : List.of(one),
                            requirement -> true,
                            true),
                    idle.contains(guard.check()));
        }
    }

    private static Guard negated(Guard guard) {
        return new Guard(
                guard.name(),
                "negated "
                        + guard.version()
                                .substring(0, Math.min(30, guard.version().length())),
                (incident, context) -> guard.check().unmet(incident, context).isEmpty()
                        ? List.of(new Unmet(UnmetKind.GUARD, "NEGATED", null, "guard " + guard.name() + " is content"))
                        : List.of());
    }

    private void requirements(Transition transition) {
        for (Requirement requirement : transition.required()) {
            add(
                    MutantKind.DROPPED_REQUIREMENT,
                    transition,
                    requirement + " is not required",
                    new Copy(status -> true, List::of, one -> !one.equals(requirement), true));
        }
    }

    private void roles(Transition transition) {
        if (!transition.roles().isEmpty()) {
            add(
                    MutantKind.DROPPED_ROLES,
                    transition,
                    "anybody may",
                    new Copy(status -> true, List::of, requirement -> true, false));
        }
    }

    private void denied(Transition transition) {
        for (Status from : lifecycle.statuses()) {
            if (transition.from().contains(from)) {
                add(
                        MutantKind.DROPPED_TRANSITION,
                        transition,
                        "not from " + from,
                        new Copy(status -> !status.equals(from), List::of, requirement -> true, true));
            }
        }
    }

    private void add(MutantKind kind, Transition mutated, String change, Copy copy) {
        add(kind, mutated, change, copy, false);
    }

    /** All transitions are declared anew, one of them otherwise, so that their order stays. */
    private void add(MutantKind kind, Transition mutated, String change, Copy copy, boolean equivalent) {
        LifecycleBuilder builder = Lifecycle.builder(lifecycle);
        lifecycle.transitions().stream().map(Transition::action).distinct().forEach(builder::without);
        for (Transition transition : lifecycle.transitions()) {
            Copy how = transition.equals(mutated) ? copy : Copy.SAME;
            if (transition.from().isEmpty() || transition.from().stream().anyMatch(how.from())) {
                builder.transition(transition.action(), step -> how.of(transition, step));
            }
        }
        lifecycle.cascades().forEach(builder::cascade);
        try {
            mutants.add(new Mutant<>(
                    kind, mutated.action() + " from " + names(mutated), change, builder.build(), equivalent));
        } catch (ConfigurationException e) {
            return; // no test is needed for what is not built at all
        }
    }

    private static String names(Transition transition) {
        return transition.from().isEmpty()
                ? "(none)"
                : transition.from().stream().map(Status::name).sorted().toList().toString();
    }
}

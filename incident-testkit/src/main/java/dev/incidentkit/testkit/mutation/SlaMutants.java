package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.ClockRulesBuilder;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Limit;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import dev.incidentkit.core.sla.Threshold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Plants faults in service levels. */
final class SlaMutants {
    private final List<SlaPolicy> policies;
    private final ClockProofs proofs;
    private final List<Mutant<List<SlaPolicy>>> mutants = new ArrayList<>();

    private SlaMutants(ProcessDefinition definition) {
        this.policies = definition.slas();
        this.proofs = new ClockProofs(definition);
    }

    static List<Mutant<List<SlaPolicy>>> of(ProcessDefinition definition) {
        SlaMutants mutants = new SlaMutants(definition);
        for (SlaPolicy policy : definition.slas()) {
            for (SlaTarget target : policy.targets()) {
                mutants.pause(policy, target);
                mutants.goals(policy, target);
                mutants.thresholds(policy, target);
                mutants.conventions(policy, target);
            }
        }
        return mutants.mutants;
    }

    private void pause(SlaPolicy policy, SlaTarget target) {
        if (!target.conditions().pause().equals(Condition.NEVER)) {
            add(
                    MutantKind.DROPPED_PAUSE,
                    policy,
                    target,
                    "never pauses",
                    changed(target).conditions(target.conditions().pausedWhile(Condition.NEVER)));
        }
    }

    private static SlaTargetBuilder changed(SlaTarget target) {
        return new SlaTargetBuilder().from(target);
    }

    /** Each length of time is half as long again; other limits are left alone. */
    private void goals(SlaPolicy policy, SlaTarget target) {
        target.goals().forEach((priority, goal) -> {
            if (goal.limit() instanceof Limit.Within within) {
                Duration longer = within.time().multipliedBy(3).dividedBy(2);
                SortedMap<String, Goal> goals = new TreeMap<>(target.goals());
                goals.put(priority, Goal.within(longer, goal.calendar()));
                add(
                        MutantKind.CHANGED_POLICY,
                        policy,
                        target,
                        priority + " within " + longer,
                        changed(target).goals(goals));
            }
        });
    }

    private void thresholds(SlaPolicy policy, SlaTarget target) {
        for (Threshold threshold : target.thresholds()) {
            List<Threshold> rest = target.thresholds().stream()
                    .filter(one -> !one.equals(threshold))
                    .toList();
            add(
                    MutantKind.CHANGED_POLICY,
                    policy,
                    target,
                    "no threshold at " + threshold.name(),
                    changed(target).thresholds(rest));
        }
    }

    private void conventions(SlaPolicy policy, SlaTarget target) {
        ClockRules rules = target.rules();
        each(policy, target, "start", rules.start(), ClockRulesBuilder::start);
        each(policy, target, "upgrade", rules.upgrade(), ClockRulesBuilder::upgrade);
        each(policy, target, "downgrade", rules.downgrade(), ClockRulesBuilder::downgrade);
        each(policy, target, "earlierBreach", rules.earlierBreach(), ClockRulesBuilder::earlierBreach);
        each(policy, target, "reopen", rules.reopen(), ClockRulesBuilder::reopen);
        each(policy, target, "transfer", rules.transfer(), ClockRulesBuilder::transfer);
        each(policy, target, "attachedBreach", rules.attachedBreach(), ClockRulesBuilder::attachedBreach);
        each(policy, target, "notices", rules.notices(), ClockRulesBuilder::notices);
        each(policy, target, "detach", rules.detach(), ClockRulesBuilder::detach);
        each(policy, target, "end", rules.end(), ClockRulesBuilder::end);
        each(policy, target, "recurrence", rules.recurrence(), ClockRulesBuilder::recurrence);
    }

    /** Every other value of a convention. */
    private <E extends Enum<E>> void each(
            SlaPolicy policy,
            SlaTarget target,
            String convention,
            E value,
            BiFunction<ClockRulesBuilder, E, ClockRulesBuilder> setter) {
        for (E other : value.getDeclaringClass().getEnumConstants()) {
            if (other != value) {
                ClockRules rules = setter.apply(new ClockRulesBuilder().from(target.rules()), other)
                        .build();
                boolean same = proofs.changesNothing(target, convention, value, other);
                mutants.add(new Mutant<>(
                        MutantKind.CHANGED_POLICY,
                        place(policy, target),
                        convention + " " + value + " is " + other,
                        with(policy, target, changed(target).rules(rules)),
                        same));
            }
        }
    }

    private void add(MutantKind kind, SlaPolicy policy, SlaTarget target, String change, SlaTargetBuilder mutated) {
        mutants.add(new Mutant<>(kind, place(policy, target), change, with(policy, target, mutated), false));
    }

    private static String place(SlaPolicy policy, SlaTarget target) {
        return "clock " + policy.name() + "/" + target.name();
    }

    private List<SlaPolicy> with(SlaPolicy policy, SlaTarget target, SlaTargetBuilder mutated) {
        List<SlaTarget> targets = new ArrayList<>(policy.targets());
        targets.set(targets.indexOf(target), mutated.build());
        List<SlaPolicy> all = new ArrayList<>(policies);
        all.set(all.indexOf(policy), new SlaPolicy(policy.name(), policy.kind(), targets, policy.penalty()));
        return all;
    }
}

package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is wrong with policies, by proof over every combination of facts that their conditions can tell apart. */
public final class SlaVerifier {
    private final ConditionProof proof;
    private final Scale<Priority> priorities;
    private final List<SlaFinding> findings = new ArrayList<>();

    private SlaVerifier(ConditionProof proof, Scale<Priority> priorities) {
        this.proof = proof;
        this.priorities = priorities;
    }

    /**
     * Finds everything that is wrong with some policies.
     *
     * @param policies the policies
     * @param proof proves conditions over the definition's scales and attributes
     * @param priorities the definition's priorities
     * @return the findings in the order of policies and targets; empty where nothing is wrong
     */
    public static List<SlaFinding> verify(List<SlaPolicy> policies, ConditionProof proof, Scale<Priority> priorities) {
        SlaVerifier verifier = new SlaVerifier(proof, priorities);
        for (SlaPolicy policy : policies) {
            for (SlaTarget target : policy.targets()) {
                verifier.conditions(policy, target);
                verifier.goals(policy, target);
            }
        }
        return List.copyOf(verifier.findings);
    }

    private void conditions(SlaPolicy policy, SlaTarget target) {
        try {
            proved(policy, target, target.conditions());
        } catch (IllegalArgumentException | ArithmeticException e) {
            add(SlaFinding.Kind.NOT_PROVABLE, policy, target, String.valueOf(e.getMessage()), Map.of());
        }
    }

    private void proved(SlaPolicy policy, SlaTarget target, ClockConditions conditions) {
        Condition starts = Condition.allOf(conditions.attach(), conditions.start());
        if (proof.example(starts).isEmpty()) {
            add(SlaFinding.Kind.START_NEVER_TRUE, policy, target, "nothing can be " + starts, Map.of());
            return;
        }
        Condition ends = Condition.anyOf(conditions.stop(), conditions.cancel());
        if (proof.counterExample(starts, ends).isEmpty()) {
            Map<String, String> example = proof.example(starts).orElse(Map.of());
            add(SlaFinding.Kind.STOP_COVERS_START, policy, target, starts + " is always " + ends, example);
        }
        Optional<Map<String, String>> paused = proof.example(conditions.pause());
        if (paused.isEmpty()) {
            return;
        }
        Condition leaves = target.rules().detach() == DetachRule.CANCEL
                ? Condition.anyOf(ends, Condition.not(conditions.attach()))
                : ends;
        if (proof.counterExample(conditions.pause(), leaves).isEmpty()) {
            String message = conditions.pause() + " is always " + leaves;
            add(SlaFinding.Kind.PAUSE_CANCELS, policy, target, message, paused.get());
        }
        Condition running = Condition.allOf(starts, Condition.not(conditions.pause()), Condition.not(ends));
        if (proof.example(running).isEmpty()) {
            add(
                    SlaFinding.Kind.PAUSE_NEVER_ENDS,
                    policy,
                    target,
                    "whatever is " + starts + " is " + conditions.pause(),
                    proof.example(starts).orElse(Map.of()));
        }
    }

    private void goals(SlaPolicy policy, SlaTarget target) {
        findings.addAll(GoalOrder.verify(policy, target, priorities));
        target.goals().forEach((name, goal) -> {
            if (priorities.find(name).isEmpty()) {
                String message = "there is no priority '" + name + "': " + priorities.levels();
                add(SlaFinding.Kind.UNKNOWN_PRIORITY, policy, target, message, Map.of("priority", name));
            }
            thresholds(policy, target, name, goal);
        });
        if (target.otherwise() != null) {
            thresholds(policy, target, "none", target.otherwise());
        }
    }

    private void thresholds(SlaPolicy policy, SlaTarget target, String priority, Goal goal) {
        Duration time = GoalOrder.most(goal.limit());
        for (Threshold threshold : target.thresholds()) {
            if (time != null && threshold.reachedAfter(time.toMillis()) <= 0) {
                String message = "threshold '" + threshold.name() + "' lies before the start of "
                        + GoalOrder.shown(goal.limit()) + " for " + priority;
                Map<String, String> example = Map.of("priority", priority);
                add(SlaFinding.Kind.THRESHOLD_LONGER_THAN_TARGET, policy, target, message, example);
            }
        }
    }

    private void add(
            SlaFinding.Kind kind, SlaPolicy policy, SlaTarget target, String message, Map<String, String> example) {
        findings.add(new SlaFinding(kind, policy.name(), target.name(), message, example));
    }
}

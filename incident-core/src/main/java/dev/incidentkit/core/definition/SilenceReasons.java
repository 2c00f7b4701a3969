package dev.incidentkit.core.definition;

import dev.incidentkit.core.definition.Explanation.Reason;
import dev.incidentkit.core.definition.Explanation.Subject;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Deadline;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.sla.SlaExplanation;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of everything that could happen by itself why it does not, or when it will. */
final class SilenceReasons {
    private final ProcessDefinition definition;
    private final Incident incident;
    private final Instant at;
    private final List<Reason> reasons = new ArrayList<>();

    SilenceReasons(ProcessDefinition definition, Incident incident, Instant at) {
        this.definition = definition;
        this.incident = incident;
        this.at = at;
    }

    Explanation explanation() {
        Instant next = definition.nextDue(incident, at).orElse(null);
        if (!incident.definition().equals(definition.hash())) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("pinnedTo", incident.definition());
            facts.put("definition", definition.hash());
            reasons.add(Reason.of("the incident is pinned to another definition, which alone times it", facts));
        }
        clocks();
        calls();
        waiting();
        closure();
        deadlines();
        String answer = next == null
                ? "nothing will happen by itself"
                : "nothing happens before " + next + (next.isAfter(at) ? "" : ", which is due now");
        return new Explanation(Subject.SILENCE, answer, reasons);
    }

    private void clocks() {
        for (SlaPolicy policy : definition.slas()) {
            for (SlaTarget target : policy.targets()) {
                SlaExplanation found = definition
                        .clock()
                        .explain(incident.history(), at, policy.name(), target.measure())
                        .orElseThrow();
                reasons.add(
                        new ClockReasons(policy.name(), target.measure()).standing(found.summary(), found.standing()));
            }
        }
    }

    private void calls() {
        if (definition.escalation().equals(EscalationPolicy.none())
                && !definition.slas().isEmpty()) {
            reasons.add(Reason.of("nobody is called when a clock signals: there is no escalation", Map.of()));
        }
    }

    private void waiting() {
        if (incident.phase() != Phase.ON_HOLD) {
            return;
        }
        Map<String, String> facts = new LinkedHashMap<>();
        Explainer.put(facts, "reason", incident.holdReason().orElse(null));
        Explainer.put(facts, "resumeAt", incident.resumeAt().orElse(null));
        boolean dated = incident.resumeAt().isPresent();
        reasons.add(Reason.of("it waits" + (dated ? " until a date" : ", and no date ends that"), facts));
    }

    private void closure() {
        Instant resolvedAt = incident.at(Milestone.RESOLVED).orElse(null);
        if (incident.phase() != Phase.RESOLVED || resolvedAt == null) {
            return;
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rule", definition.closure().version());
        Explainer.put(facts, "due", definition.closure().due(resolvedAt).orElse(null));
        Explainer.put(facts, "blockedAt", incident.closureBlockedAt().orElse(null));
        boolean closes = definition
                .lifecycle()
                .transition(incident.status(), Action.CLOSE)
                .isPresent();
        String text = !closes
                ? "it does not close from " + incident.status()
                : incident.closureBlockedAt().isPresent()
                        ? "its closure was tried and lacked something; it is tried again every day"
                        : "it closes by itself when the closure rule says so";
        reasons.add(Reason.of(text, facts));
    }

    private void deadlines() {
        for (Deadline deadline : incident.handling().deadlines()) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("kind", deadline.kind().name());
            facts.put("subject", deadline.subject());
            facts.put("dueAt", deadline.dueAt().toString());
            reasons.add(Reason.of(
                    deadline.passed()
                            ? "a deadline passed, which is on the record once"
                            : "a deadline is still to come or rests",
                    facts));
        }
    }
}

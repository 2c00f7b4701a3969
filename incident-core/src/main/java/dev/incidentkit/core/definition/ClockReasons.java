package dev.incidentkit.core.definition;

import dev.incidentkit.core.definition.Explanation.Reason;
import dev.incidentkit.core.definition.Explanation.Subject;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaExplanation;
import dev.incidentkit.core.sla.SlaInterval;
import dev.incidentkit.core.sla.SlaStanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in words why a clock stands as it does. */
final class ClockReasons {
    private final String policy;
    private final Measure measure;

    ClockReasons(String policy, Measure measure) {
        this.policy = policy;
        this.measure = measure;
    }

    Explanation deadline(SlaExplanation found) {
        SlaStanding standing = found.standing();
        String clock = measure + " of '" + policy + "'";
        if (standing == null || standing.dueAt() == null) {
            return new Explanation(
                    Subject.DEADLINE, clock + " has no deadline", List.of(standing(found.summary(), standing)));
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(goal(standing));
        reasons.add(standing(found.summary(), standing));
        List<Reason> stretches = new ArrayList<>();
        found.intervals().forEach(interval -> stretches.add(stretch(interval)));
        if (!stretches.isEmpty()) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("elapsed", standing.elapsed().working().toString());
            facts.put("remaining", standing.remaining().working().toString());
            reasons.add(new Reason("this time counted", facts, stretches));
        }
        return new Explanation(Subject.DEADLINE, clock + " falls due at " + standing.dueAt(), reasons);
    }

    private static Reason goal(SlaStanding standing) {
        Map<String, String> facts = new LinkedHashMap<>();
        Goal goal = standing.goal();
        Explainer.put(facts, "goal", goal);
        Explainer.put(facts, "calendar", goal == null ? null : goal.calendar().hash());
        Explainer.put(facts, "startedAt", standing.startedAt());
        return Reason.of("so much time is given from its start", facts);
    }

    /** How the clock goes on, and as what it stands. */
    Reason standing(String summary, @Nullable SlaStanding standing) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("policy", policy);
        facts.put("target", measure.toString());
        if (standing != null) {
            facts.put("cycle", String.valueOf(standing.clock().cycle()));
            facts.put("state", standing.state().name());
            Explainer.put(facts, "dueAt", standing.dueAt());
            Explainer.put(facts, "breachedAt", standing.breachedAt());
        }
        return Reason.of("the clock " + measure + " of '" + policy + "' says: " + summary, facts);
    }

    private static Reason stretch(SlaInterval interval) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", interval.kind().name());
        facts.put("from", interval.from().toString());
        facts.put("to", interval.to().toString());
        if (!interval.reason().isEmpty()) {
            facts.put("reason", interval.reason());
        }
        facts.put("endedBy", interval.endedBy());
        facts.put("calendar", interval.calendar().name());
        return Reason.of("from " + interval.from() + " to " + interval.to() + " it was " + interval.kind(), facts);
    }
}

package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Recurrence;
import dev.incidentkit.core.sla.ResolutionEnd;
import dev.incidentkit.core.sla.RetargetRule;
import dev.incidentkit.core.sla.SlaTarget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves of a convention of a clock that another value of it changes nothing, whatever happens to an incident, be it
 * reported, adopted or imported: because the question that the convention answers cannot come up. What is not proven may
 * still be so. A clock that goes on after that of an earlier definition may bring a goal or a pause of that one, so that
 * nothing is proven where a definition has predecessors.
 *
 * <p>A recorded history keeps levels of another system's scale. So no proof rests on the levels of a scale.
 */
final class ClockProofs {
    /** Whose levels may be another system's. */
    private static final List<Fact> LEVELS =
            List.of(Fact.BuiltIn.PRIORITY, Fact.BuiltIn.IMPACT, Fact.BuiltIn.URGENCY, Fact.BuiltIn.SEVERITY);

    private final boolean isFirst;
    private final ConditionProof proof;

    ClockProofs(ProcessDefinition definition) {
        this.isFirst = definition.predecessors().isEmpty();
        this.proof = ConditionProof.over(Map.of(), definition.attributes().values());
    }

    /**
     * Looks for a proof.
     *
     * @param target the target as it is
     * @param convention which of its conventions has another value
     * @param values the value that it has and the one that it would have
     * @return true if every course of events comes to the same
     */
    boolean changesNothing(SlaTarget target, String convention, Enum<?>... values) {
        Set<Enum<?>> both = Set.of(values);
        return isFirst
                && switch (convention) {
                    case "upgrade", "downgrade" ->
                        hasOneGoal(target) || (!both.contains(RetargetRule.RESTART) && countsOneWay(target));
                    case "earlierBreach" -> hasOneGoal(target);
                    case "reopen" -> isNeverStopped(target);
                    case "transfer" -> isStoppedByAGroup(target);
                    case "notices" -> neverCloses(target);
                    case "recurrence" -> target.satisfier() == null && !both.contains(Recurrence.PER_SPELL);
                    default -> false;
                };
    }

    private static Set<Goal> goals(SlaTarget target) {
        return Stream.concat(target.goals().values().stream(), Stream.ofNullable(target.otherwise()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** A running clock never gets another goal, so that nothing is ever judged anew. */
    private static boolean hasOneGoal(SlaTarget target) {
        return goals(target).size() == 1;
    }

    /** All that a clock counted is counted by one calendar, without a pause: anew it comes to the same. */
    private static boolean countsOneWay(SlaTarget target) {
        long calendars = goals(target).stream().map(Goal::calendar).distinct().count();
        return calendars == 1
                && target.zones().isEmpty()
                && target.conditions().pause().equals(Condition.NEVER);
    }

    /** Only what its condition to stop ended, or that the service works again, can be reopened. */
    private static boolean isNeverStopped(SlaTarget target) {
        return target.conditions().stop().equals(Condition.NEVER)
                && target.rules().end() == ResolutionEnd.RESOLVED;
    }

    /** Whoever gets the incident stops the clock, so that no second group ever has it while it runs. */
    private boolean isStoppedByAGroup(SlaTarget target) {
        Condition stop = target.conditions().stop();
        Condition goesOn = Condition.allOf(Condition.has(Fact.BuiltIn.OWNER_GROUP), Condition.not(stop));
        return LEVELS.stream().noneMatch(fact -> Condition.asks(stop, fact))
                && proof.judge(goesOn) == ConditionProof.Verdict.IMPOSSIBLE;
    }

    /** Nothing falls due while the calendar is closed. */
    private static boolean neverCloses(SlaTarget target) {
        return target.zones().isEmpty()
                && goals(target).stream().allMatch(goal -> goal.calendar().equals(BusinessCalendar.roundTheClock()));
    }
}

package dev.incidentkit.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.sla.Limit;
import dev.incidentkit.core.sla.RetargetRule;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.testkit.ManualClock;
import dev.incidentkit.testkit.cases.CommandCase;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Of which clocks a law may be asked, and how standings before and after are compared. */
final class LawScope {
    private LawScope() {}

    static String name(ClockId clock) {
        return clock.policy() + "/" + clock.target();
    }

    /** Clocks that a new priority makes count anew from the start. */
    static Set<String> countAnew(ProcessDefinition definition) {
        return named(
                definition,
                target -> target.rules().upgrade() == RetargetRule.FROM_START_IGNORING_PAUSES
                        || target.rules().downgrade() == RetargetRule.FROM_START_IGNORING_PAUSES);
    }

    /** Clocks that go on with what was counted, and whose goals are all lengths of time. */
    static Set<String> keepElapsed(ProcessDefinition definition) {
        return named(
                definition,
                target -> target.rules().upgrade() == RetargetRule.KEEP_ELAPSED
                        && target.goals().values().stream().allMatch(goal -> goal.limit() instanceof Limit.Within));
    }

    private static Set<String> named(ProcessDefinition definition, Predicate<SlaTarget> chosen) {
        Set<String> names = new TreeSet<>();
        for (SlaPolicy policy : definition.slas()) {
            for (SlaTarget target : policy.targets()) {
                if (chosen.test(target)) {
                    names.add(policy.name() + "/" + target.name());
                }
            }
        }
        return names;
    }

    static void notNearer(Map<ClockId, SlaStanding> before, Map<ClockId, SlaStanding> after, DrawnHistory history) {
        for (SlaStanding earlier : before.values()) {
            SlaStanding later = after.get(earlier.clock());
            if (earlier.dueAt() != null && later != null && later.dueAt() != null) {
                assertThat(later.dueAt())
                        .as("%s falls due after waiting in %s", earlier.clock(), history)
                        .isAfterOrEqualTo(earlier.dueAt());
            }
        }
    }

    static void notLater(
            Map<ClockId, SlaStanding> before,
            Map<ClockId, SlaStanding> after,
            Set<String> asked,
            DrawnHistory history) {
        for (SlaStanding earlier : before.values()) {
            SlaStanding later = after.get(earlier.clock());
            if (asked.contains(name(earlier.clock()))
                    && earlier.dueAt() != null
                    && !earlier.breached()
                    && later != null
                    && later.dueAt() != null) {
                assertThat(later.dueAt())
                        .as("%s falls due under the more severe priority in %s", earlier.clock(), history)
                        .isBeforeOrEqualTo(earlier.dueAt());
            }
        }
    }

    /** What an audit says of the record that a desk keeps of the same commands; what a desk refuses is left out. */
    static Audit.Verdict sealed(DrawnHistory history) {
        IncidentId id = new IncidentId("INC-1");
        ManualClock clock = ManualClock.startingAt(history.steps().get(0).at());
        ServiceDesk desk = ServiceDesk.builder(new InMemoryIncidentStore(clock), history.definition())
                .clock(clock)
                .build();
        for (DrawnHistory.Step step : history.steps()) {
            clock.advanceTo(step.at());
            CommandCase tried = step.tried();
            boolean begins = desk.load(id).isEmpty();
            if (begins || desk.check(id, tried.command(), tried.actor()).isEmpty()) {
                desk.handle(id, tried.command(), tried.actor());
            }
        }
        return new Audit(desk).verify(id).orElseThrow();
    }
}

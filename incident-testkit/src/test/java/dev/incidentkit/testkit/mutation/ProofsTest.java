package dev.incidentkit.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.ResolutionEnd;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import dev.incidentkit.core.sla.ZoneSource;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.Courses;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is proven to change nothing is not listed; of each proof the nearest thing that it does not hold of is. */
class ProofsTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final BusinessCalendar OFFICE = BusinessCalendar.officeHours(ZoneId.of("UTC"));

    private static SlaTargetBuilder target() {
        return SlaTarget.of(
                Measure.UPDATE,
                Map.of("P1", Goal.within(Duration.ofMinutes(30)), "P2", Goal.within(Duration.ofHours(1))));
    }

    private static ProcessDefinition with(UnaryOperator<SlaTargetBuilder> change) {
        return ProcessDefinition.builder(ITIL)
                .name("clocked")
                .slas(SlaPolicy.of("p", change.apply(target()).build()))
                .build();
    }

    /** What is proven of the one clock, without its name. */
    private static List<String> proven(ProcessDefinition definition) {
        return Mutants.of(definition).stream()
                .filter(Mutant::equivalent)
                .filter(mutant -> mutant.place().startsWith("clock "))
                .map(Mutant::change)
                .toList();
    }

    private static List<String> proven(UnaryOperator<SlaTargetBuilder> change) {
        return proven(with(change));
    }

    private static final List<String> COUNTED_ANEW = List.of(
            "upgrade KEEP_ELAPSED is FROM_START_IGNORING_PAUSES",
            "downgrade KEEP_ELAPSED is FROM_START_IGNORING_PAUSES");
    private static final String NOTICES = "notices IMMEDIATE is AT_NEXT_OPENING";
    private static final String ONCE = "recurrence ONCE is PER_SATISFACTION";

    @Test
    void a_clock_round_the_clock_without_a_pause_counts_the_same_however_it_is_counted() {
        assertThat(proven(same -> same))
                .containsExactlyInAnyOrder(COUNTED_ANEW.get(0), COUNTED_ANEW.get(1), NOTICES, ONCE);
    }

    @Test
    void a_clock_that_pauses_counts_otherwise_when_it_is_counted_anew() {
        ClockConditions pausing = ClockConditions.of().pausedWhile(Condition.waitingFor(HoldReason.CALLER));

        assertThat(proven(target -> target.conditions(pausing))).containsExactlyInAnyOrder(NOTICES, ONCE);
    }

    @Test
    void a_clock_of_two_calendars_or_zones_counts_otherwise_and_falls_due_while_it_is_closed() {
        Map<String, Goal> hours =
                Map.of("P1", Goal.within(Duration.ofMinutes(30)), "P2", Goal.within(Duration.ofHours(1), OFFICE));

        assertThat(proven(target -> target.goals(new TreeMap<>(hours)))).containsExactly(ONCE);
        assertThat(proven(target -> target.goals(
                                new TreeMap<>(Map.of("P1", Goal.within(Duration.ofHours(1)), "P2", hours.get("P2"))))
                        .otherwise(hours.get("P1"))))
                .containsExactly(ONCE);
        assertThat(proven(target -> target.zoneSource(ZoneSource.GROUP)
                        .zones(new TreeMap<>(Map.of("ops", ZoneId.of("Europe/Zurich"))))))
                .containsExactly(ONCE);
    }

    @Test
    void a_clock_that_deeds_satisfy_begins_anew_after_each_where_that_is_its_rule() {
        assertThat(proven(target -> target.satisfier(Satisfier.customerMessage())))
                .doesNotContain(ONCE);
    }

    @Test
    void of_one_goal_alone_nothing_is_ever_judged_anew() {
        Goal only = Goal.within(Duration.ofHours(1), OFFICE);
        Map<String, Goal> alike = Map.of("P1", only, "P2", only);

        assertThat(proven(target -> target.goals(new TreeMap<>(alike)).otherwise(only)))
                .containsExactlyInAnyOrder(
                        "upgrade KEEP_ELAPSED is RESTART",
                        COUNTED_ANEW.get(0),
                        "downgrade KEEP_ELAPSED is RESTART",
                        COUNTED_ANEW.get(1),
                        "earlierBreach STAYS_BREACHED is JUDGED_BY_NEW",
                        ONCE);
        assertThat(proven(target ->
                        target.goals(new TreeMap<>(alike)).otherwise(Goal.within(Duration.ofHours(2), OFFICE))))
                .containsExactlyInAnyOrder(COUNTED_ANEW.get(0), COUNTED_ANEW.get(1), ONCE);
    }

    @Test
    void what_never_stops_is_never_reopened() {
        ClockConditions endless = ClockConditions.of().stoppedBy(Condition.NEVER);
        ClockRules restored = ClockRules.of().end(ResolutionEnd.RESTORED).build();

        assertThat(proven(target -> target.conditions(endless)))
                .contains(
                        "reopen RESUME_EXCLUDING_RESOLVED is RESUME_INCLUDING_RESOLVED",
                        "reopen RESUME_EXCLUDING_RESOLVED is RESTART",
                        "reopen RESUME_EXCLUDING_RESOLVED is FINAL_AT_FIRST_RESOLVE");
        assertThat(proven(target -> target.conditions(endless).rules(restored)))
                .noneMatch(change -> change.startsWith("reopen"));
    }

    @Test
    void whom_a_group_stops_never_has_a_second_one() {
        String transfer = "transfer BY_KIND is RESTART";
        Condition resolved = ClockConditions.of().stop();
        Condition owned = Condition.anyOf(Condition.has(Fact.BuiltIn.OWNED), resolved);
        Condition person = Condition.anyOf(Condition.has(Fact.BuiltIn.OWNER_PERSON), resolved);
        Condition severe = Condition.anyOf(
                Condition.allOf(Condition.has(Fact.BuiltIn.OWNED), Condition.has(Fact.BuiltIn.PRIORITY)),
                Condition.allOf(
                        Condition.has(Fact.BuiltIn.OWNED), Condition.not(Condition.has(Fact.BuiltIn.PRIORITY))));

        assertThat(proven(target -> target.conditions(ClockConditions.of().stoppedBy(owned))))
                .contains(transfer);
        assertThat(proven(target -> target.conditions(ClockConditions.of().stoppedBy(person))))
                .doesNotContain(transfer);
        assertThat(proven(target -> target.conditions(ClockConditions.of().stoppedBy(severe))))
                .as("no proof rests on levels, which may be those of another system")
                .doesNotContain(transfer);
    }

    @Test
    void nothing_is_proven_of_clocks_that_go_on_after_an_earlier_definition() {
        ProcessDefinition later = ProcessDefinition.builder(with(same -> same))
                .name("later")
                .predecessor(with(same -> same))
                .build();

        assertThat(proven(later)).isEmpty();
    }

    @Test
    void guards_of_plans_are_content_where_there_are_no_plans_and_there_alone() {
        Procedures plans = Procedures.builder(ITIL.procedures())
                .plans(List.of(
                        Plan.of(PlanKind.RESPONSE, "look").tasks(TaskTemplate.mandatory("look", TaskPart.DIAGNOSIS))))
                .build();
        ProcessDefinition planned = ProcessDefinition.builder(ITIL)
                .name("planned")
                .procedures(plans)
                .build();
        Guard namesake = new Guard(
                Guards.TASKS_SETTLED.name(), Guards.TASKS_SETTLED.version(), (incident, context) -> List.of());
        ProcessDefinition own = ProcessDefinition.builder(ITIL)
                .name("own")
                .lifecycle(Lifecycle.builder(ITIL.lifecycle())
                        .without(Action.NOTE)
                        .transition(Action.NOTE, step -> step.from(Status.NEW).guards(namesake))
                        .build())
                .build();

        assertThat(guards(ITIL)).hasSize(3).allMatch(name -> name.contains("tasks-settled") || name.contains("plans-"));
        assertThat(guards(planned)).isEmpty();
        assertThat(guards(own)).noneMatch(name -> name.contains("NOTE"));
    }

    private static List<String> guards(ProcessDefinition definition) {
        return Mutants.of(definition).stream()
                .filter(mutant -> mutant.kind() == MutantKind.DROPPED_GUARD && mutant.equivalent())
                .map(Mutant::name)
                .toList();
    }

    /** The same change of two clocks that differ in one thing: of the one it is proven to be none, of the other it shows. */
    @Test
    void a_neighbour_of_what_is_proven_is_run_and_noticed() {
        ClockConditions pausing = ClockConditions.of().pausedWhile(Condition.waitingFor(HoldReason.CALLER));

        assertThat(run(with(same -> same)).equivalent())
                .contains("CHANGED_POLICY clock p/UPDATE: " + COUNTED_ANEW.get(0));
        MutationReport report = run(with(target -> target.conditions(pausing)));
        assertThat(report.equivalent()).doesNotContain("CHANGED_POLICY clock p/UPDATE: " + COUNTED_ANEW.get(0));
        assertThat(report.kills())
                .extracting(MutationReport.Kill::mutant)
                .contains("CHANGED_POLICY clock p/UPDATE: " + COUNTED_ANEW.get(0));
    }

    private static MutationReport run(ProcessDefinition definition) {
        List<Scenario> courses = Walk.pinned(definition, Courses.of(definition));
        return Mutation.of(definition)
                .only(MutantKind.CHANGED_POLICY)
                .searching(0)
                .run(courses);
    }
}

package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.Histories.History;
import dev.incidentkit.core.definition.Histories.Step;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The laws of the fold and of deciding. Each has 10,000 tries in full; how many ran is printed with the statistics. */
class HistoryLawsTest {
    /** A tenth of the tries may miss a rare case by chance, which says nothing; all of them must have drawn each. */
    private static final boolean FULL = Integer.getInteger("incidentkit.tries.percent", 10) >= 100;

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property
    void folding_a_record_in_two_parts_is_folding_it_at_once(@ForAll("histories") History history, @ForAll int cut) {
        List<IncidentEvent> events = history.events();
        int at = 1 + Math.floorMod(cut, events.size());
        Incident whole = Incident.replay(events);
        Incident oneByOne = Incident.replay(events.subList(0, at));
        Incident together = oneByOne.applyAll(events.subList(at, events.size()));
        for (IncidentEvent event : events.subList(at, events.size())) {
            oneByOne = oneByOne.apply(event);
        }

        assertThat(oneByOne).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(together).isEqualTo(whole);
        assertThat(whole.version()).isEqualTo(events.size());
    }

    @Property
    void the_status_after_an_event_is_one_to_which_the_lifecycle_leads(@ForAll("histories") History history) {
        Incident incident = Incident.replay(history.beginning());
        Set<String> edges = edges(history.definition());
        for (Step step : history.steps()) {
            Status before = incident.status();
            for (IncidentEvent event : step.outcome().events()) {
                incident = incident.apply(event);
                assertThat(edges).contains(before + " " + incident.status());
                before = incident.status();
            }
        }
    }

    private static Set<String> edges(ProcessDefinition definition) {
        Set<String> edges = new TreeSet<>();
        definition.lifecycle().statuses().forEach(status -> edges.add(status + " " + status));
        definition
                .lifecycle()
                .transitions()
                .forEach(transition -> transition
                        .from()
                        .forEach(from -> transition.targets(from).forEach(to -> edges.add(from + " " + to))));
        return edges;
    }

    @Property
    void check_is_empty_exactly_when_decide_does_not_refuse(@ForAll("histories") History history) {
        for (Step step : history.steps()) {
            List<Unmet> check = history.definition().check(step.before(), step.command(), step.context());

            assertThat(check).isEqualTo(step.outcome().unmet());
            check.forEach(unmet -> Statistics.label("refused for").collect(unmet.code()));
            if (check.isEmpty()) {
                Statistics.label("accepted").collect(step.command().action().name());
            }
        }
        mustHaveDrawn("accepted", acceptable());
        mustHaveDrawn(
                "refused for",
                Set.of(
                        UnmetCode.TRANSITION_UNKNOWN,
                        UnmetCode.FIELD_REQUIRED,
                        UnmetCode.FIELD_READ_ONLY,
                        UnmetCode.ROLE_REQUIRED,
                        UnmetCode.CHECKLIST_OPEN,
                        UnmetCode.CHECKLIST_UNKNOWN,
                        UnmetCode.CHILD_OPEN,
                        UnmetCode.OWNER_REQUIRED,
                        UnmetCode.TIME_ORDER,
                        UnmetCode.TIME_IN_FUTURE,
                        UnmetCode.TIME_NOT_IN_FUTURE,
                        UnmetCode.LEVEL_UNKNOWN,
                        UnmetCode.ATTRIBUTE_UNKNOWN,
                        UnmetCode.ATTRIBUTE_INVALID,
                        UnmetCode.TRIGGER_MISMATCH,
                        UnmetCode.RELATION_TO_SELF,
                        UnmetCode.REOPEN_WINDOW_OVER,
                        UnmetCode.LEGAL_HOLD,
                        UnmetCode.REVIEW_NOT_OPEN,
                        UnmetCode.DEFINITION_UNKNOWN,
                        UnmetCode.ACTION_RESERVED,
                        UnmetCode.PLAN_UNKNOWN,
                        UnmetCode.PLAN_OPEN,
                        UnmetCode.DIAGNOSIS_OPEN,
                        UnmetCode.TASK_UNKNOWN,
                        UnmetCode.TASK_BLOCKED,
                        UnmetCode.TASK_SETTLED,
                        UnmetCode.TASK_MANDATORY,
                        UnmetCode.TASK_OPEN,
                        UnmetCode.PARTICIPANT_UNKNOWN,
                        UnmetCode.WORKAROUND_UNKNOWN,
                        UnmetCode.WORKAROUND_ACTIVE,
                        UnmetCode.CHANGE_POLICY_UNKNOWN,
                        UnmetCode.CHANGE_UNKNOWN,
                        UnmetCode.CHANGE_DECIDED,
                        UnmetCode.APPROVER_REQUIRED,
                        UnmetCode.DECISION_REQUIRED,
                        UnmetCode.TYPE_UNDECIDED,
                        UnmetCode.SCOPE_GROWS,
                        UnmetCode.REVIEW_ACTION_UNKNOWN));
    }

    private static Set<String> acceptable() {
        return TestDefinitions.OWN.lifecycle().actions().stream()
                .map(action -> action.name())
                .filter(name -> !name.equals("REPORT"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void mustHaveDrawn(String label, Set<String> values) {
        Statistics.label(label)
                .coverage(coverage ->
                        values.forEach(value -> coverage.check(value).count(count -> count > 0 || !FULL)));
    }

    @Property
    void a_beginning_is_refused_exactly_for_what_its_check_says(@ForAll("beginnings") IncidentCommand beginning) {
        CommandContext context = CommandContext.of(Actor.agent("ann"), Histories.START);
        ProcessDefinition definition = TestDefinitions.CHOSEN;
        List<Unmet> check = definition.checkBeginning(beginning, context);
        List<Unmet> refused = List.of();
        try {
            List<IncidentEvent> events =
                    definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, beginning, context);
            assertThat(Incident.replay(events).version()).isEqualTo(events.size());
        } catch (IncidentRejectedException refusal) {
            refused = refusal.unmet();
        }

        assertThat(refused).isEqualTo(check);
        Statistics.label("beginnings").collect(check.isEmpty());
        Statistics.label("beginnings").coverage(coverage -> {
            coverage.check(true).count(count -> count > 0);
            coverage.check(false).count(count -> count > 0);
        });
    }

    @Provide
    Arbitrary<IncidentCommand> beginnings() {
        return Arbitraries.randomValue(random -> {
            RandomCommands commands = new RandomCommands(random);
            Incident some = Incident.replay(Histories.beginning(TestDefinitions.CHOSEN, commands));
            return commands.chance(80) ? commands.report(Histories.START) : commands.any(some, Histories.START);
        });
    }

    @Property
    void no_event_takes_effect_or_is_recorded_before_the_one_before(@ForAll("histories") History history) {
        Instant effective = Instant.MIN;
        Instant recorded = Instant.MIN;
        for (IncidentEvent event : history.events()) {
            assertThat(event.meta().effectiveAt()).isAfterOrEqualTo(effective);
            assertThat(event.meta().recordedAt()).isAfterOrEqualTo(recorded);
            effective = event.meta().effectiveAt();
            recorded = event.meta().recordedAt();
        }
        history.steps()
                .forEach(step -> Statistics.label("the clock")
                        .collect(Integer.signum(
                                step.context().at().compareTo(step.before().lastRecordedAt()))));
        Statistics.label("the clock").coverage(coverage -> {
            coverage.check(-1).count(count -> count > 0);
            coverage.check(0).count(count -> count > 0);
            coverage.check(1).count(count -> count > 0);
        });
    }

    private static final Set<String> SATISFIED_AT_ONCE = Set.of(
            "START",
            "HOLD",
            "RESOLVE",
            "CONFIRM",
            "CLOSE",
            "CANCEL",
            "TRIAGE",
            "CATEGORIZE",
            "OVERRIDE",
            "ASSIGN",
            "ACKNOWLEDGE",
            "RESTORE",
            "AMEND",
            "LINK",
            "PRESERVE",
            "ARCHIVE",
            "MIGRATE",
            "WAKE");

    @Property
    void a_command_that_is_satisfied_yields_nothing_when_it_comes_again(@ForAll("histories") History history) {
        for (Step step : history.steps()) {
            String action = step.command().action().name();
            boolean human = step.context().actor().kind() == ActorKind.HUMAN;
            if (!step.outcome().unmet().isEmpty()
                    || !SATISFIED_AT_ONCE.contains(action)
                    || (action.equals("ACKNOWLEDGE") && !human)) {
                continue;
            }
            Incident after = step.before().applyAll(step.outcome().events());

            assertThat(history.definition().decide(after, step.command(), step.context()))
                    .as("again %s after %s", step.command(), step.outcome().events())
                    .isEmpty();
            Statistics.label("again").collect(action);
        }
        mustHaveDrawn("again", SATISFIED_AT_ONCE);
    }

    @Property
    void what_an_action_lacks_is_told_beforehand(@ForAll("histories") History history) {
        Step step = history.steps().get(history.steps().size() - 1);
        Incident incident = step.before();
        boolean offered = history.definition().availableActions(incident, step.context()).stream()
                .anyMatch(action -> action.action().equals(step.command().action()));
        boolean refusedAsUnknown =
                step.outcome().unmet().stream().anyMatch(unmet -> unmet.code().equals(UnmetCode.TRANSITION_UNKNOWN));

        assertThat(offered && refusedAsUnknown)
                .as("offered, yet unknown: %s", step.command())
                .isFalse();
    }

    @Property
    void the_hard_cases_are_all_drawn(@ForAll("histories") History history) {
        for (IncidentEvent event : history.events()) {
            Statistics.label("events").collect(event.getClass().getSimpleName());
            if (event instanceof LifecycleEvent.Held held) {
                Statistics.label("hold reasons").collect(held.reason().name());
            } else if (event instanceof LifecycleEvent.Resumed resumed) {
                Statistics.label("resumed by").collect(resumed.trigger().name());
            } else if (event instanceof LifecycleEvent.Closed closed) {
                Statistics.label("closed by").collect(closed.trigger().name());
            } else if (event instanceof TriageEvent.OverrideEnded ended) {
                Statistics.label("override ended").collect(ended.end().name());
            }
            Statistics.label("actors").collect(event.meta().actor().kind().name());
        }
        mustHaveDrawn(
                "hold reasons",
                RandomCommands.HOLD_REASONS.stream().map(HoldReason::name).collect(Collectors.toSet()));
        mustHaveDrawn("resumed by", Set.of("MANUAL", "DATE", "CALLER_REPLY", "SUPPLIER_REPLY", "LINKED_RECORD"));
        mustHaveDrawn("closed by", Set.of("DESK", "CONFIRMED", "AUTOMATIC"));
        mustHaveDrawn("override ended", Set.of("EXPIRED", "WITHDRAWN"));
        mustHaveDrawn("actors", Set.of("HUMAN", "BOT", "SYSTEM", "EXTERNAL"));
        mustHaveDrawn(
                "events",
                Set.of(
                        "Reported",
                        "Started",
                        "Held",
                        "Resumed",
                        "Resolved",
                        "Reopened",
                        "Rejected",
                        "Confirmed",
                        "Closed",
                        "ClosureBlocked",
                        "Cancelled",
                        "Performed",
                        "Triaged",
                        "Categorized",
                        "PriorityOverridden",
                        "OverrideEnded",
                        "Assigned",
                        "Unassigned",
                        "Acknowledged",
                        "Escalated",
                        "Noted",
                        "Communicated",
                        "Linked",
                        "Unlinked",
                        "Contained",
                        "Restored",
                        "Amended",
                        "ChecklistAnswered",
                        "Redacted",
                        "Preserved",
                        "Archived",
                        "ReviewOpened",
                        "ReviewSigned",
                        "Surveyed",
                        "EffortRecorded",
                        "PlanOpened",
                        "TaskMoved",
                        "DeadlinePassed",
                        "MessagePlanned",
                        "StaffingRequired",
                        "Engaged",
                        "Released",
                        "WorkaroundChanged",
                        "ChangeRequested",
                        "ChangeDecided",
                        "Reclassified",
                        "ReviewWritten",
                        "ReviewActionPlanned",
                        "ReviewActionEnded",
                        "ReviewShared"));
    }
}

package dev.incidentkit.metrics.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.sla.ClockRulesBuilder;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.ReopenRule;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import dev.incidentkit.metrics.Histories;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private final List<IncidentDifference> found = new ArrayList<>();

    private WhatIfSummary compare(
            ProcessDefinition before, ProcessDefinition after, List<List<IncidentEvent>> records) {
        found.clear();
        return WhatIf.between(before, after, PrioritySource.DERIVED)
                .replay(records.stream(), Histories.END, found::add, done -> {});
    }

    private List<Difference> found(DifferenceKind kind) {
        return found.stream()
                .flatMap(incident -> incident.differences().stream())
                .filter(difference -> difference.kind() == kind)
                .toList();
    }

    @Property(tries = 100)
    void a_definition_decides_its_own_record_again_as_it_was(@ForAll long seed) {
        List<IncidentEvent> record = new Histories(ITIL, seed).next();
        RerunResult again = Rerun.under(ITIL, PrioritySource.DERIVED).run(record, Histories.END);

        assertThat(again.refusals()).isEmpty();
        Incident incident = Objects.requireNonNull(again.incident());
        assertThat(told(incident.history().subList(0, record.size()))).isEqualTo(told(record));
        assertThat(compare(ITIL, ITIL, List.of(record)).differing()).isZero();
    }

    @Property(tries = 300)
    void a_definition_with_procedures_decides_its_own_record_again_as_it_was(@ForAll long seed) {
        assertDecidedAgain(new Histories(Playbook.definition(), seed, Playbook::command).next());
    }

    private static void assertDecidedAgain(List<IncidentEvent> record) {
        RerunResult again =
                Rerun.under(Playbook.definition(), PrioritySource.DERIVED).run(record, Histories.END);

        assertThat(again.refusals()).isEmpty();
        Incident incident = Objects.requireNonNull(again.incident());
        assertThat(told(incident.history().subList(0, record.size()))).isEqualTo(told(record));
    }

    @Test
    void every_kind_of_command_about_plans_people_repairs_and_reviews_is_decided_again() {
        Histories histories = new Histories(Playbook.definition(), 5, Playbook::command);
        histories.many(400).forEach(WhatIfTest::assertDecidedAgain);

        assertThat(histories.drawn())
                .contains("PLAN", "TASK", "ENGAGE", "WORKAROUND", "REQUEST_CHANGE", "DECIDE_CHANGE")
                .contains("RECLASSIFY", "REVIEW", "CONTAIN", "CATEGORIZE", "TRIAGE", "NOTE");
    }

    /** When what fell due was recorded depends on when somebody looked, and nothing else does. */
    private static String told(List<IncidentEvent> record) {
        return record.toString().replaceAll("recordedAt=[^,]+,", "");
    }

    private static ProcessDefinition changed(Measure measure, UnaryOperator<SlaTarget> change) {
        SlaPolicy itil = SlaPresets.itil();
        SlaPolicy other = new SlaPolicy(
                itil.name(),
                itil.kind(),
                itil.targets().stream()
                        .map(target -> target.measure().equals(measure) ? change.apply(target) : target)
                        .toList(),
                itil.penalty());
        return ProcessDefinition.builder(ITIL).slas(other).build();
    }

    @Test
    void another_goal_moves_the_deadlines_of_its_priority_and_is_named() {
        ProcessDefinition stricter = changed(Measure.RESOLUTION, target -> {
            TreeMap<String, Goal> goals = new TreeMap<>(target.goals());
            goals.put("P2", Goal.within(Duration.ofHours(1)));
            return new SlaTargetBuilder().from(target).goals(goals).build();
        });
        List<List<IncidentEvent>> records = new Histories(ITIL, 7).many(200);
        WhatIfSummary summary = compare(ITIL, stricter, records);

        assertThat(summary.incidents()).isEqualTo(200);
        assertThat(summary.byKind()).containsOnlyKeys(DifferenceKind.DEADLINE, DifferenceKind.BREACH);
        assertThat(summary.byCause().keySet())
                .containsExactly("goal of P2: within PT8H of 24x7 -> within PT1H of 24x7");
        assertThat(Objects.requireNonNull(summary.breaches().get("RESOLUTION")).before())
                .isZero();
        assertThat(Objects.requireNonNull(summary.breaches().get("RESOLUTION")).after())
                .isEqualTo(found(DifferenceKind.BREACH).size())
                .isPositive();
        assertThat(found(DifferenceKind.DEADLINE))
                .allMatch(each -> each.subject().equals("itil/RESOLUTION"));
    }

    @Test
    void another_convention_is_named_where_it_matters_and_only_there() {
        ProcessDefinition restarting = changed(
                Measure.RESOLUTION,
                target -> new SlaTargetBuilder()
                        .from(target)
                        .rules(new ClockRulesBuilder()
                                .from(target.rules())
                                .reopen(ReopenRule.RESTART)
                                .build())
                        .build());
        List<List<IncidentEvent>> records = new Histories(ITIL, 8).many(300);
        WhatIfSummary summary = compare(ITIL, restarting, records);

        assertThat(summary.differing()).isPositive();
        assertThat(summary.byCause().keySet()).containsExactly("reopen: RESUME_EXCLUDING_RESOLVED -> RESTART");
        long reopened = records.stream()
                .map(Incident::replay)
                .filter(incident -> incident.reopenings() > 0)
                .count();
        assertThat(summary.differing()).isLessThanOrEqualTo(reopened);
    }

    @Test
    void another_cell_of_the_matrix_changes_priorities_and_clocks_and_the_cell_is_named() {
        PriorityMatrix old = PriorityMatrix.itil3x3();
        PriorityMatrix.Builder cells = PriorityMatrix.builder(old.impacts(), old.urgencies(), old.priorities());
        for (Impact impact : old.impacts().levels()) {
            for (Urgency urgency : old.urgencies().levels()) {
                boolean raised = impact.equals(Impact.MEDIUM) && urgency.equals(Urgency.LOW);
                Priority given = raised ? old.priorities().levels().get(0) : old.at(impact, urgency);
                cells.cell(impact.name(), urgency.name(), given.name());
            }
        }
        ProcessDefinition raising = ProcessDefinition.builder(
                        "raising", ITIL.lifecycle(), TriagePolicy.matrix(cells.build()))
                .closure(ITIL.closure())
                .slas(ITIL.slas())
                .build();
        List<List<IncidentEvent>> records = new Histories(ITIL, 9).many(200);
        compare(ITIL, raising, records);

        assertThat(found(DifferenceKind.PRIORITY)).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.before()).isEqualTo("P4");
            assertThat(difference.after()).isEqualTo("P1");
            assertThat(difference.causes())
                    .singleElement()
                    .asString()
                    .matches("priority by rule: MEDIUM x LOW of .* gives P4 -> MEDIUM x LOW of .* gives P1");
        });
        assertThat(found(DifferenceKind.DEADLINE))
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.causes())
                        .first()
                        .asString()
                        .startsWith("priority by rule: MEDIUM x LOW"));
    }

    @Test
    void what_only_one_definition_refuses_is_told_with_what_was_not_met() {
        ProcessDefinition hasty = ProcessDefinition.builder(ITIL)
                .reopenWindow(Duration.ofMinutes(1))
                .build();
        WhatIfSummary summary = compare(ITIL, hasty, new Histories(ITIL, 10).many(200));

        assertThat(summary.byKind()).containsKey(DifferenceKind.REFUSAL);
        assertThat(found(DifferenceKind.REFUSAL))
                .allSatisfy(difference ->
                        assertThat(difference.causes()).allMatch(cause -> cause.startsWith("refused by the second: ")));
        assertThat(found(DifferenceKind.REFUSAL).stream().flatMap(each -> each.causes().stream()))
                .anyMatch(cause -> cause.startsWith("refused by the second: REOPEN"));
    }

    @Test
    void other_routes_and_escalations_name_their_rules() {
        ProcessDefinition routed = ProcessDefinition.builder(ITIL)
                .routing(new ByImpact())
                .escalation(new CallLead())
                .build();
        compare(ITIL, routed, new Histories(ITIL, 11).many(100));

        assertThat(found(DifferenceKind.ROUTE)).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.before()).isEqualTo("none");
            assertThat(difference.causes()).containsExactly("route by rule: none -> lab by by-impact of routes-1");
        });
        assertThat(found(DifferenceKind.ESCALATION)).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.after()).contains("HIERARCHICAL to lead").contains("by call-lead");
            assertThat(difference.causes()).isNotEmpty();
        });
    }

    private static final class ByImpact implements RoutingPolicy {
        @Override
        public Optional<Decision<Owner>> route(Incident incident) {
            return incident.impact()
                    .filter(Impact.HIGH::equals)
                    .map(high -> new Decision<>(Owner.group("lab"), "by-impact", "routes-1"));
        }

        @Override
        public String version() {
            return "routes-1";
        }
    }

    private static final class CallLead implements EscalationPolicy {
        @Override
        public List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal) {
            return signal instanceof SlaEvent.Breached
                    ? List.of(new Decision<>(
                            new EscalationOrder(EscalationKind.HIERARCHICAL, "lead", "missed"), "call-lead", "calls-1"))
                    : List.of();
        }

        @Override
        public String version() {
            return "calls-1";
        }
    }

    @Test
    void bundles_of_peers_differ_and_every_difference_has_a_cause() {
        List<SlaPolicy> bundles = List.of(
                SlaPresets.servicenowLike(ZoneOffset.UTC),
                SlaPresets.itopLike(),
                SlaPresets.glpiLike(ZoneOffset.UTC),
                SlaPresets.otrsLike(ZoneOffset.UTC));
        List<List<IncidentEvent>> records = new Histories(ITIL, 12).many(150);
        for (int i = 0; i < bundles.size(); i++) {
            for (int j = i + 1; j < bundles.size(); j++) {
                WhatIfSummary summary = compare(under(bundles.get(i)), under(bundles.get(j)), records);
                assertThat(summary.byKind()).containsKey(DifferenceKind.DEADLINE);
                assertThat(Objects.requireNonNull(summary.breaches().get("RESOLUTION"))
                                .both())
                        .isPositive();
            }
        }
    }

    private static ProcessDefinition under(SlaPolicy policy) {
        return ProcessDefinition.builder(ITIL).slas(policy).build();
    }

    @Test
    void records_stream_by_with_progress_and_the_stream_is_closed() {
        Histories histories = new Histories(ITIL, 13);
        List<Long> progress = new ArrayList<>();
        boolean[] closed = new boolean[1];
        Stream<List<IncidentEvent>> stream =
                Stream.generate(histories::next).limit(50).onClose(() -> closed[0] = true);
        WhatIf.between(ITIL, ITIL, PrioritySource.RECORDED).replay(stream, Histories.END, found::add, progress::add);

        assertThat(progress).hasSize(50).endsWith(50L);
        assertThat(closed[0]).isTrue();
        assertThat(WhatIf.replay(histories.many(3).stream(), ITIL, ITIL, Histories.END)
                        .incidents())
                .isEqualTo(3);
    }

    @Test
    void a_difference_without_a_cause_is_refused() {
        assertThatThrownBy(() -> new Difference(DifferenceKind.BREACH, "itil/RESPONSE", "a", "b", List.of()))
                .hasMessageContaining("itil/RESPONSE");
    }
}

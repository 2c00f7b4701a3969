package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static dev.incidentkit.testkit.needs.Written.preset;
import static dev.incidentkit.testkit.needs.Written.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes first, until when, at whose desk, and what it costs to be late. */
class PrioritiesTest {
    @Test
    @Tag("C-60")
    void impact_and_urgency_give_the_priority_and_that_the_deadlines() {
        holds(ITIL, """
                | who | does | at | priority | RESPONSE | RESOLUTION |
                |-----|------|----|----------|----------|------------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | P1 | due 2026-03-02T09:15:00Z | due 2026-03-02T13:00:00Z |
                | ann | triage urgency=MEDIUM | | P2 | due 2026-03-02T09:30:00Z | due 2026-03-02T17:00:00Z |
                | ann | triage impact=MEDIUM | | P3 | due 2026-03-02T13:00:00Z | |
                | ann | triage impact=LOW urgency=LOW | | P5 | | |
                """);
    }

    @Test
    @Tag("C-61")
    void the_queue_is_by_priority_then_by_the_next_breach_then_by_age() {
        Scenario.named("a queue")
                .given(scenario(ITIL, """
                        | incident | who | does | at | priority |
                        |----------|-----|------|----|----------|
                        | INC-1 | cleo (CALLER) | report impact=HIGH urgency=MEDIUM | | P2 |
                        | INC-2 | cleo | report impact=HIGH urgency=MEDIUM reportedAt=2026-03-02T08:00:00Z | | P2 |
                        | INC-3 | cleo | report impact=LOW urgency=LOW reportedAt=2026-02-02T08:00:00Z | | P5 |
                        | INC-4 | cleo | report impact=HIGH urgency=HIGH | | P1 |
                        | INC-5 | cleo | report impact=HIGH urgency=HIGH | | P1 |
                        | | ann | cancel reason=WITHDRAWN | | P1 |
                        """))
                .withDesk(desk -> assertThat(desk.store()
                                .find(IncidentQuery.all()
                                        .order(IncidentQuery.Order.WORK_QUEUE)
                                        .build())
                                .incidents())
                        .extracting(one -> one.incident().value())
                        .containsExactly("INC-4", "INC-2", "INC-1", "INC-3", "INC-5"))
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-62")
    void what_is_severe_takes_another_way_than_what_is_not() {
        holds(preset("budibase-7"), """
                | incident | who | does | at | status | model | refused |
                |----------|-----|------|----|--------|-------|---------|
                | INC-1 | cleo (CALLER) | report category=software severity=SEV2 | | LOGGED | severe incident | |
                | | ann | resolve code=PATCH note=ok | | LOGGED | | TASK_OPEN(find what changed), TASK_OPEN(find the fault), TASK_OPEN(mend or replace it) |
                | INC-2 | cleo | report category=software severity=SEV3 | | LOGGED | none | |
                | | ann | resolve code=PATCH note=ok | | POST_MORTEM | | |
                """);
    }

    @Test
    @Tag("C-63")
    void what_is_vital_for_the_business_comes_first_however_few_suffer() {
        holds(itilWith("""
                        attributes: {criticality: {scale: [VITAL, USEFUL]}}
                        triage:
                          markdown: |
                            ## triage : first

                            | id | criticality | affectedUsers | -> newPriority |
                            |----|-------------|---------------|----------------|
                            | T1 | VITAL       | -             | P1             |
                            | T2 | -           | >= 50         | P2             |
                            | T9 | -           | -             | P4             |
                        """), """
                | incident | who | does | at | priority | RESOLUTION |
                |----------|-----|------|----|----------|------------|
                | INC-1 | cleo (CALLER) | report services=payments users=1 criticality=VITAL | | P1 | due 2026-03-02T13:00:00Z |
                | INC-2 | cleo | report services=canteen users=60 criticality=USEFUL | | P2 | due 2026-03-02T17:00:00Z |
                | INC-3 | cleo | report services=canteen users=1 criticality=USEFUL | | P4 | |
                """);
    }

    @Test
    @Tag("C-64")
    void service_levels_hold_on_conditions_and_another_one_holds_once_they_change() {
        holds(itilWith("""
                        attributes: {tier: {scale: [GOLD, SILVER]}}
                        slas:
                          gold: {targets: {RESPONSE: {goals: {P1: 10m}, attach: {attribute:tier: GOLD}}, RESOLUTION: {goals: {P1: 2h}, attach: {attribute:tier: GOLD}}}}
                          silver: {targets: {RESOLUTION: {goals: {P1: 8h}, attach: {attribute:tier: SILVER}}}}
                        """), """
                | who | does | at | gold/RESPONSE | gold/RESOLUTION | silver/RESOLUTION |
                |-----|------|----|---------------|-----------------|-------------------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH tier=SILVER | | none | none | due 2026-03-02T17:00:00Z |
                | ann | amend tier=GOLD | +5m | due 2026-03-02T09:10:00Z | due 2026-03-02T11:00:00Z | CANCELLED |
                """);
    }

    @Test
    @Tag("C-65")
    void a_missed_service_level_records_what_it_costs() {
        Moment end = holds(itilWith("""
                        slas:
                          customer:
                            targets: {RESOLUTION: {goals: {P1: 2h}}}
                            penalty: {currency: CHF, fixed: 100, perUnit: 12.50, unit: 1h, cap: 1000}
                        """), """
                | incident | who | does | at | RESOLUTION | events |
                |----------|-----|------|----|------------|--------|
                | INC-1 | cleo (CALLER) | report impact=HIGH urgency=HIGH | | RUNNING | Reported, Triaged |
                | INC-2 | cleo | report impact=HIGH urgency=HIGH | | RUNNING | Reported, Triaged |
                | | ann | resolve category=web code=PATCH note=ok | +1h | MET | Resolved |
                | INC-1 | ann | resolve category=web code=PATCH note=ok | +3h | MISSED | Resolved, Missed |
                """);

        assertThat(end).metric(Metrics.PENALTY, "CHF").isOf(1).has("sum", "125");
    }

    @Test
    @Tag("C-66")
    void a_category_finds_the_team_and_people_may_decide_otherwise_which_is_counted() {
        Moment end = holds(itilWith("""
                        routing:
                          markdown: |
                            ## routing : first

                            | id | category | -> team |
                            |----|----------|---------|
                            | R1 | network  | NETWORK |
                            | R9 | -        | DESK    |
                        """), """
                | incident | who | does | at | owner | status |
                |----------|-----|------|----|-------|--------|
                | INC-1 | cleo (CALLER) | report category=network | | NETWORK | NEW |
                | | ann | resolve code=PATCH note=ok | | NETWORK | RESOLVED |
                | INC-2 | cleo | report category=paper | | DESK | NEW |
                | | ann | assign owner=PRINT | | PRINT | NEW |
                | | ann | resolve code=PATCH note=ok | | PRINT | RESOLVED |
                """);

        assertThat(end).metric(Metrics.REASSIGNMENT_RATE).isOf(2).has("share", "0.5");
    }
}

package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static dev.incidentkit.testkit.needs.Written.preset;
import static dev.incidentkit.testkit.needs.Written.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.policy.Suggestion;
import dev.incidentkit.desk.SimilarIncidents;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the verification of a report over diagnosis, containment and repair to the repair being known to hold. */
class WorkTest {
    @Test
    @Tag("C-46")
    void the_desk_verifies_a_report_before_it_counts_or_turns_it_away() {
        holds(preset("bleuwire-7"), """
                | incident | who | does | at | status | phase | refused |
                |----------|-----|------|----|--------|-------|---------|
                | INC-1 | cleo (CALLER) | report | | DETECTED | NEW | |
                | | ann | start owner=ops | | DETECTED | | TRANSITION_UNKNOWN |
                | | ben (RESOLVER) | perform action=ACCEPT | | DETECTED | | ROLE_REQUIRED |
                | | ann | perform action=ACCEPT | | LOGGED | NEW | |
                | INC-2 | cleo | report | | DETECTED | | |
                | | ann | cancel reason=NO_FAULT_FOUND comment="works here" | | CANCELLED | CANCELLED | |
                | | ann | perform action=ACCEPT | | | | TRANSITION_UNKNOWN |
                """);
    }

    @Test
    @Tag("C-47")
    void a_ticket_that_is_flagged_is_judged_before_work_begins_and_measured_once_it_is_one() {
        Scenario flagged = scenario(ITIL, """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report type=POTENTIAL_INCIDENT | | NEW | |
                | ann | link kind=EXTERNAL to=TICKET-7 | | | |
                | ann | start owner=ops | | NEW | TYPE_UNDECIDED |
                | ann | resolve category=mail code=FIXED note=ok | | NEW | TYPE_UNDECIDED |
                """);
        assertThat(flagged.verify(ITIL)).metric(Metrics.RESOLVE).leavesOut("no incident", 1);

        Moment judged = Scenario.named("judged")
                .given(flagged)
                .given(scenario(ITIL, """
                        | who | does | at | status | refused |
                        |-----|------|----|--------|---------|
                        | ann | reclassify type=INCIDENT reason="three more called" | | NEW | |
                        | ann | resolve category=mail code=FIXED note=ok | | RESOLVED | |
                        """))
                .build()
                .verify(ITIL);
        assertThat(judged).incident().hasStatus("RESOLVED");
        assertThat(judged).metric(Metrics.RESOLVE).isOf(1);
    }

    @Test
    @Tag("C-48")
    void the_response_plan_is_opened_after_the_diagnosis_and_its_tasks_are_due() {
        holds(itilWith("""
                        procedures:
                          modelSelection: [{id: vpn, when: {category: vpn}, gives: vpn outage}]
                          plans:
                            - {name: vpn outage, tasks: {look: {part: DIAGNOSIS}}}
                            - {name: gateway lost, kind: RESPONSE, tasks: {reroute: {within: 1h}}, checklist: ROUTES_BACK}
                        """), """
                | who | does | at | plans | deadlines | overdue | refused |
                |-----|------|----|-------|-----------|---------|---------|
                | cleo (CALLER) | report category=vpn | | vpn outage | none | none | |
                | ann | open-plan plan="gateway lost" | | vpn outage | | | DIAGNOSIS_OPEN(look) |
                | ann | finish-task task=look comment="the gateway is gone" | | | | | |
                | ann | open-plan plan="gateway lost" | +10m | vpn outage, gateway lost | TASK reroute 2026-03-02T10:10:00Z | none | |
                | | | +61m | | none | TASK reroute | |
                """);
    }

    @Test
    @Tag("C-49")
    void containment_says_what_is_still_affected_and_cannot_make_it_more() {
        holds(itilWith("""
                        triage:
                          markdown: |
                            ## triage : first

                            | id | affectedUsers | -> newPriority |
                            |----|---------------|----------------|
                            | T1 | >= 100        | P1             |
                            | T9 | -             | P3             |
                        """), """
                | who | does | at | services | priority | refused |
                |-----|------|----|----------|----------|---------|
                | cleo (CALLER) | report services="vpn,mail" users=120 | | vpn, mail | P1 | |
                | ann | contain text=unplugged services="vpn,web" users=7 | | vpn, mail | P1 | SCOPE_GROWS(after) |
                | ann | contain text=unplugged services=vpn users=7 | | vpn | P3 | |
                """);
    }

    @Test
    @Tag("C-50")
    void a_resolution_says_by_a_code_of_the_list_what_mended_it() {
        holds(itilWith("procedures: {resolutionCodes: common}"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report category=web | | NEW | |
                | ann | resolve code=MAGIC note=ok | | NEW | RESOLUTION_CODE_UNKNOWN(resolutionCode) |
                | ann | resolve code=ROLLBACK note=ok | | RESOLVED | |
                | ann | reopen reason=again | | NEW | |
                | ann | resolve code=FEATURE_DISABLED note=ok | | RESOLVED | |
                """);
    }

    @Test
    @Tag("C-51")
    void what_users_mended_themselves_is_written_down_and_counted_apart() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status | refused |
                |----------|-----|------|----|--------|---------|
                | INC-1 | cleo (CALLER) | report category=web | | NEW | |
                | | ann | resolve code=CACHE method=USER_APPLIED | | NEW | FIELD_REQUIRED(resolutionNote) |
                | | ann | resolve code=CACHE method=USER_APPLIED note="cleared the cache" | | RESOLVED | |
                | INC-2 | cleo | report category=web | | NEW | |
                | | ann | resolve code=PATCH note=ok | | RESOLVED | |
                """);

        Dimension byMethod = Dimension.of(
                "method",
                incident -> incident.resolution()
                        .map(resolution -> resolution.method().name())
                        .orElse(null));
        MetricPlan plan = MetricPlan.of(List.of(Metrics.RESOLVE)).by(Grouping.by(byMethod));
        assertThat(end.measured(MetricFold.of(plan)).figures(0))
                .extracting(figure -> figure.group().values() + " " + figure.n())
                .containsExactly("[PERMANENT] 1", "[USER_APPLIED] 1");
    }

    @Test
    @Tag("C-52")
    void work_waits_for_the_supplier_whose_contract_goes_on_and_whose_answer_ends_the_waiting() {
        holds(itilWith("""
                        slas:
                          customer:
                            targets: {RESOLUTION: {goals: {P1: 4h}, pause: {holdReason: VENDOR}}}
                          carrier:
                            kind: UNDERPINNING_CONTRACT
                            targets:
                              RESOLUTION: {goals: {P1: 2h}, start: {holdReason: VENDOR}, rules: {start: ATTACHED}}
                        """), """
                | who | does | at | status | waits for | people | customer/RESOLUTION | carrier/RESOLUTION |
                |-----|------|----|--------|-----------|--------|---------------------|--------------------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | NEW | none | none | RUNNING | PENDING |
                | ann | start owner=net | | IN_PROGRESS | none | | | |
                | ann | engage role=SUPPLIER person=carrier | | | | SUPPLIER carrier | | |
                | ann | hold reason=VENDOR | +1h | ON_HOLD | VENDOR | | PAUSED, elapsed PT1H | RUNNING, due 2026-03-02T12:00:00Z |
                | ben (RESOLVER) | reply from=ben text="nothing yet" | +30m | ON_HOLD | VENDOR | | PAUSED | RUNNING |
                | carrier (EXTERNAL SUPPLIER) | reply from=carrier text=mended | +2h | IN_PROGRESS | none | SUPPLIER carrier | RUNNING, elapsed PT1H | breached |
                """);
    }

    @Test
    @Tag("C-53")
    void disaster_recovery_is_invoked_and_holds_the_incident_until_the_second_site_runs() {
        holds(preset("bleuwire-7"), """
                | who | does | at | status | plans | tasks | overdue | refused |
                |-----|------|----|--------|-------|-------|---------|---------|
                | cleo (CALLER) | report category=system | | DETECTED | none | none | none | |
                | ann | perform action=ACCEPT | | LOGGED | | | | |
                | ann | open-plan kind=DISASTER_RECOVERY plan="disaster recovery" reason="the room burns" | | LOGGED | disaster recovery | switch to the second site OPEN, bring the data back OPEN | none | |
                | ann | resolve code=FAILOVER note=ok | | LOGGED | | | | TASK_OPEN(switch to the second site), TASK_OPEN(bring the data back) |
                | | | +241m | | | | TASK switch to the second site | |
                | ann | finish-task task="switch to the second site" | | | | | none | |
                | ann | finish-task task="bring the data back" | | | | | none | |
                | ann | resolve code=FAILOVER note=ok | | RESOLVED | | | | |
                """);
    }

    @Test
    @Tag("C-54")
    void a_repair_is_watched_before_it_counts_and_a_relapse_begins_the_watch_anew() {
        holds(preset("deskera-7"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report category=software-error | | DETECTED | |
                | ann | resolve code=PATCH note=ok | | MONITORING | |
                | ann | perform action=END_WATCH | +3h | MONITORING | NOT_QUIET(status) |
                | ann | reopen reason="it is back" | | LOGGED | |
                | ann | resolve code=ROLLBACK note=ok | | MONITORING | |
                | ann | perform action=END_WATCH | +2h | MONITORING | NOT_QUIET(status) |
                | ann | perform action=END_WATCH | +2h | REVIEWING | |
                """);
    }

    @Test
    @Tag("C-58")
    void incidents_that_look_alike_are_found_the_likest_first_and_linked_at_both_ends() {
        Relation similar = new Relation(RelationKind.SIMILAR_TO, "INC-1");
        Scenario.named("similar")
                .given(scenario(ITIL, """
                        | incident | who | does | at |
                        |----------|-----|------|----|
                        | INC-1 | cleo (CALLER) | report title="mail is slow" services=mail category=mail | |
                        | INC-2 | cleo | report title="printer is out of paper" services=print category=print | |
                        | INC-3 | cleo | report title="webmail is slow" services=mail category=mail | |
                        """))
                .withDesk(desk -> {
                    List<Suggestion> found = new SimilarIncidents(desk.store(), 0.5, 3)
                            .suggest(desk.load(new IncidentId("INC-3")).orElseThrow());
                    assertThat(found).extracting(Suggestion::command).containsExactly(new Link(similar));
                    desk.accept(new IncidentId("INC-3"), found.get(0), Samples.ANN);
                })
                .then(moment -> assertThat(moment).incident().isRelatedTo(RelationKind.SIMILAR_TO, "INC-1"))
                .of("INC-1")
                .then(moment -> assertThat(moment).incident().isRelatedTo(RelationKind.SIMILAR_TO, "INC-3"))
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-59")
    void several_people_come_and_go_and_one_stays_accountable() {
        holds(ITIL, """
                | who | does | at | owner | people | refused |
                |-----|------|----|-------|--------|---------|
                | cleo (CALLER) | report | | none | none | |
                | ann | start owner=network | | network | none | |
                | ann | engage person=ben | | network | RESOLVER ben | |
                | ann | engage person=bea | | network | RESOLVER ben, RESOLVER bea | |
                | ann | release person=zoe | | network | | PARTICIPANT_UNKNOWN(participant) |
                | ann | release person=ben | +30m | network | RESOLVER bea | |
                | ann | unassign | | network | RESOLVER bea | OWNER_REQUIRED(owner) |
                """);
    }
}

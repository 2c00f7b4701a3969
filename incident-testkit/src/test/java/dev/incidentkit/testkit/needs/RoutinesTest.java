package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.testkit.Moment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What repeats: alerts, incidents of a kind, and the steps of those who look for the fault. */
class RoutinesTest {
    private static final ProcessDefinition VPN = itilWith("""
            procedures:
              modelSelection: [{id: vpn, when: {category: vpn}, gives: vpn outage}]
              plans:
                - name: vpn outage
                  tasks:
                    look: {part: DIAGNOSIS, within: 30m}
                    compare: {part: DIAGNOSIS, mandatory: false}
                    mend: {after: look, within: 4h}
                  gives: {impact: HIGH, urgency: HIGH, severity: SEV2, owner: network}
            """);

    @Test
    @Tag("C-71")
    void what_repeats_is_one_incident_and_what_flaps_is_told_of_once() {
        Moment end = holds(itilWith("""
                        procedures:
                          alerts:
                            key: "{source}/{check}/{resource}"
                            window: 1h
                            recovery: RESOLVE
                            category: shop
                            flapping: {changes: 3, within: 10m, quiet: 15m}
                        """), """
                | incident | who | does | at | status | sent |
                |----------|-----|------|----|--------|------|
                | | monitor (EXTERNAL) | alert check=http resource=shop | | NEW | Reported |
                | | monitor | alert check=http resource=shop | +1m | NEW | none |
                | | monitor | alert check=http resource=mail | | NEW | Reported |
                | ALERT-1 | | | | NEW | none |
                | | monitor | alert check=http resource=shop state=CLEARED | +1m | RESOLVED | Resolved |
                | | monitor | alert check=http resource=shop | +1m | NEW | Reopened |
                | | monitor | alert check=http resource=shop state=CLEARED | +1m | | Flapping |
                | | monitor | alert check=http resource=shop | +1m | | none |
                | | monitor | alert check=http resource=shop state=CLEARED | +1m | | none |
                | | | | +16m | RESOLVED | Resolved |
                """);

        assertThat(end).metric(Metrics.VOLUME).isOf(2);
    }

    @Test
    @Tag("C-72")
    void a_model_gives_what_is_known_beforehand_and_times_its_steps() {
        holds(VPN, """
                | who | does | at | model | priority | severity | owner | deadlines | overdue |
                |-----|------|----|-------|----------|----------|-------|-----------|---------|
                | cleo (CALLER) | report category=vpn urgency=LOW | | vpn outage | P3 | SEV2 | network | TASK look 2026-03-02T09:30:00Z, TASK mend 2026-03-02T13:00:00Z | none |
                | ann | note | +31m | vpn outage | P3 | SEV2 | network | TASK mend 2026-03-02T13:00:00Z | TASK look |
                """);
    }

    @Test
    @Tag("C-73")
    void tasks_come_in_their_order_and_only_a_manager_leaves_a_mandatory_one_out() {
        holds(VPN, """
                | who | does | at | status | tasks | refused |
                |-----|------|----|--------|-------|---------|
                | cleo (CALLER) | report category=vpn | | NEW | look OPEN, compare OPEN, mend OPEN | |
                | ben (RESOLVER) | start-task task=mend | | | | TASK_BLOCKED(mend) |
                | ben | skip-task task=look reason="no time" | | | | TASK_MANDATORY |
                | ben | skip-task task=compare reason="no need" | | | look OPEN, compare SKIPPED, mend OPEN | |
                | ben | resolve code=PATCH note=ok | | NEW | | TASK_OPEN(look), TASK_OPEN(mend) |
                | ina (INCIDENT_MANAGER) | skip-task task=look reason="it is plain to see" | | | look SKIPPED, compare SKIPPED, mend OPEN | |
                | ben | finish-task task=mend | | | look SKIPPED, compare SKIPPED, mend DONE | |
                | ben | resolve code=PATCH note=ok | | RESOLVED | | |
                """);
    }
}

package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static dev.incidentkit.testkit.needs.Written.preset;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who closes, after what, and with whose consent. */
class ClosureTest {
    @Test
    @Tag("C-55")
    void who_repaired_hands_back_and_the_desk_closes() {
        holds(preset("tempo-6"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report category=web | | REPORTED | |
                | ben (RESOLVER) | resolve code=PATCH note=ok | | RECOVERED | |
                | ben | perform action=HAND_BACK | | BACK_AT_DESK | |
                | ann | check item=REPORTER_SATISFIED | | | |
                | ann | check item=SERVICE_VERIFIED | | | |
                | ann | check item=TEMPORARY_FIXES_SETTLED | | | |
                | ann | check item=DOCUMENTED | | | |
                | ben | close | | BACK_AT_DESK | ROLE_REQUIRED |
                | ina (INCIDENT_MANAGER) | close | | BACK_AT_DESK | ROLE_REQUIRED |
                | ann | close | | CLOSED | |
                """);
    }

    @Test
    @Tag("C-56")
    void the_reporter_accepts_or_rejects_and_silence_closes_after_five_working_days() {
        String resolved = """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report | | NEW | |
                | ann | resolve category=web code=PATCH note=ok | | RESOLVED | |
                | ann | check item=SERVICE_VERIFIED | | | |
                | ann | check item=TEMPORARY_FIXES_SETTLED | | | |
                | ann | check item=CONFIGURATION_DATA_UPDATED | | | |
                """;
        holds(ITIL, resolved + """
                | ann | confirm | | RESOLVED | ROLE_REQUIRED |
                | cleo | confirm | | CLOSED | |
                """);
        holds(ITIL, resolved + """
                | cleo | reject reason="still down" | | NEW | |
                """);
        holds(ITIL, resolved + """
                | | | 2026-03-09T08:59:00Z | RESOLVED | |
                | | | 2026-03-09T09:01:00Z | CLOSED | |
                """);
    }

    @Test
    @Tag("C-57")
    void nothing_closes_over_an_open_point_of_the_lifecycle_or_of_a_plan() {
        holds(itilWith("""
                        lifecycle: {extends: itil, checklist: [NO_RESIDUAL_ISSUES], transitions: [{action: CLOSE, from: RESOLVED, to: CLOSED, guards: [checklist, plans-checked]}]}
                        procedures:
                          modelSelection: [{id: vpn, when: {category: vpn}, gives: vpn outage}]
                          plans: [{name: vpn outage, checklist: GATEWAY_RESTARTED}]
                        """), """
                | who | does | at | status | checked | refused |
                |-----|------|----|--------|---------|---------|
                | cleo (CALLER) | report category=vpn | | NEW | none | |
                | ann | resolve code=RESTART note=ok | | RESOLVED | none | |
                | ann | close | | RESOLVED | none | CHECKLIST_OPEN(NO_RESIDUAL_ISSUES), CHECKLIST_OPEN(GATEWAY_RESTARTED) |
                | ann | check item=COFFEE_MADE | | RESOLVED | none | CHECKLIST_UNKNOWN(COFFEE_MADE) |
                | ann | check item=NO_RESIDUAL_ISSUES | | | NO_RESIDUAL_ISSUES | |
                | ann | close | | RESOLVED | | CHECKLIST_OPEN(GATEWAY_RESTARTED) |
                | ann | check item=GATEWAY_RESTARTED | | | NO_RESIDUAL_ISSUES, GATEWAY_RESTARTED | |
                | ann | close | | CLOSED | | |
                """);
    }

    @Test
    @Tag("C-80")
    void callers_decide_about_the_solution_and_neither_they_nor_suppliers_about_the_work() {
        holds(ITIL, """
                | incident | who | does | at | status | refused |
                |----------|-----|------|----|--------|---------|
                | INC-1 | cleo (CALLER) | report impact=LOW urgency=LOW | | NEW | |
                | | cleo | override priority=P1 reason="I am in a hurry" | | NEW | ACCESS_DENIED, ROLE_REQUIRED |
                | | carrier (EXTERNAL SUPPLIER) | override priority=P5 reason="no time" | | NEW | ACCESS_DENIED, ROLE_REQUIRED |
                | | ann | start owner=net | | IN_PROGRESS | |
                | | cleo | resolve category=net code=FIXED note=ok | | IN_PROGRESS | ACCESS_DENIED |
                | | carrier | resolve category=net code=FIXED note=ok | | IN_PROGRESS | ACCESS_DENIED |
                | | ann | resolve category=net code=FIXED note=ok | | RESOLVED | |
                | | carrier | reject reason=no | | RESOLVED | ACCESS_DENIED, ROLE_REQUIRED |
                | | ann | reject reason=no | | RESOLVED | ROLE_REQUIRED |
                | | cleo | reject reason="still down" | | IN_PROGRESS | |
                """);
    }
}

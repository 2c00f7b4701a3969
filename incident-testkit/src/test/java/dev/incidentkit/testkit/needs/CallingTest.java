package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static dev.incidentkit.testkit.needs.Written.preset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is called, who must come, who must decide and who must be told, each by an instant. */
class CallingTest {
    /** Whom an incident called, and after how many minutes. */
    private static List<String> called(Moment end) {
        return end.events().stream()
                .filter(AssignmentEvent.Escalated.class::isInstance)
                .map(AssignmentEvent.Escalated.class::cast)
                .map(event -> event.kind() + " " + event.target() + " "
                        + Duration.between(Scenario.MONDAY_MORNING, event.meta().effectiveAt())
                                .toMinutes())
                .toList();
    }

    @Test
    @Tag("C-67")
    void severity_time_and_complexity_each_call_somebody() {
        String definition = """
                attributes: {complex: boolean}
                slas: {}
                procedures:
                  escalations:
                    severe: {when: {all: [open, {severity: {atLeast: SEV1}}]}, steps: [{target: duty manager, after: 1m}]}
                    unanswered: {when: {all: [open, {not: {has: acknowledged}}]}, steps: [{target: head, after: 30m}]}
                    complex: {when: {all: [open, {attribute:complex: "true"}]}, steps: [{target: architects, kind: FUNCTIONAL, after: 5m}]}
                """;
        String table = """
                | who | does | at | status |
                |-----|------|----|--------|
                | cleo (CALLER) | report %s | | NEW |
                | | | +1h | NEW |
                """;
        assertThat(called(holds(itilWith(definition), table.formatted("severity=SEV1"))))
                .containsExactly("HIERARCHICAL duty manager 1", "HIERARCHICAL head 30");
        assertThat(called(holds(itilWith(definition), table.formatted("severity=SEV2 complex=true"))))
                .containsExactly("FUNCTIONAL architects 5", "HIERARCHICAL head 30");
        assertThat(called(holds(itilWith(definition), """
                | who | does | at | status |
                |-----|------|----|--------|
                | cleo (CALLER) | report severity=SEV2 | | NEW |
                | ann | acknowledge | +29m | NEW |
                | | | +1h | NEW |
                """))).isEmpty();
    }

    @Test
    @Tag("C-68")
    void who_is_on_call_for_the_group_comes_first_then_the_next_level_up() {
        Moment end = holds(itilWith("""
                        slas: {}
                        procedures:
                          escalations:
                            unanswered:
                              when: {all: [open, {not: {has: acknowledged}}]}
                              steps:
                                - {target: network, kind: FUNCTIONAL, onCall: true, after: 15m}
                                - {target: head of operations, after: 20m}
                              repeats: 1
                          onCall:
                            - {group: network, zone: UTC, from: 2026-03-02T08:00, until: 2026-03-02T09:30, days: 1, people: ann}
                            - {group: network, zone: UTC, from: 2026-03-01T09:45, days: 7, people: [bea, ben]}
                        """), """
                | who | does | at | sent |
                |-----|------|----|------|
                | cleo (CALLER) | report | | Reported |
                | | | +90m | Escalated, Escalated, Escalated, Escalated |
                """);

        assertThat(called(end))
                .containsExactly(
                        "FUNCTIONAL ann 15",
                        "HIERARCHICAL head of operations 35",
                        "FUNCTIONAL bea 50",
                        "HIERARCHICAL head of operations 70");
    }

    @Test
    @Tag("C-69")
    void one_is_enough_for_the_first_level_and_several_must_come_where_it_is_urgent() {
        holds(preset("tempo-6"), """
                | incident | who | does | at | people | sent | overdue |
                |----------|-----|------|----|--------|------|---------|
                | INC-1 | cleo (CALLER) | report impact=HIGH urgency=MEDIUM | | none | Reported, StaffingRequired, MessagePlanned to staff, MessagePlanned to customers | none |
                | | ann | engage person=ben | | RESOLVER ben | none | none |
                | INC-2 | cleo | report impact=LOW urgency=LOW | | none | Reported, StaffingRequired | none |
                | | ann | engage person=bea | | RESOLVER bea | none | none |
                | | | | +31m | RESOLVER bea | | none |
                | INC-1 | | | | RESOLVER ben | | STAFFING RESOLVER, MESSAGE staff |
                | | ann | engage person=bob | | RESOLVER ben, RESOLVER bob | | MESSAGE staff |
                """);
    }

    @Test
    @Tag("C-70")
    void an_emergency_change_is_decided_in_time_by_an_approver_who_did_not_ask_for_it() {
        holds(preset("deskera-7"), """
                | who | does | at | relations | deadlines | overdue | refused |
                |-----|------|----|-----------|-----------|---------|---------|
                | cleo (CALLER) | report impact=LOW urgency=LOW | | none | none | none | |
                | ina (INCIDENT_MANAGER) | request-change change=CHG-1 policy=repaint | | none | none | none | CHANGE_POLICY_UNKNOWN(repaint) |
                | ina | request-change change=CHG-1 policy=emergency | | FIXED_BY_CHANGE CHG-1 | CHANGE_APPROVAL CHG-1 2026-03-02T09:30:00Z | none | |
                | ina | decide-change change=CHG-1 as=APPROVED | | | | | APPROVER_REQUIRED |
                | ann | decide-change change=CHG-1 as=APPROVED | | | | | APPROVER_REQUIRED |
                | | | +31m | | none | CHANGE_APPROVAL CHG-1 | |
                | mia (INCIDENT_MANAGER) | decide-change change=CHG-1 as=APPROVED | | | none | none | |
                | mia | decide-change change=CHG-1 as=REFUSED | | | | | CHANGE_DECIDED(CHG-1) |
                """);
    }

    @Test
    @Tag("C-75")
    void a_regulator_must_be_told_within_72_hours_of_the_detection() {
        String breach = """
                | who | does | at | regulator/NOTIFICATION | sent |
                |-----|------|----|------------------------|------|
                | cleo (CALLER) | report category=security-breach detectedAt=2026-03-02T08:00:00Z | | RUNNING, due 2026-03-05T08:00:00Z | Reported |
                """;
        holds(preset("deskera-7"), breach + """
                | ann | message to=press | +1h | RUNNING, not breached | Communicated to press |
                | ann | message to=regulator | +1h | MET, not breached | Communicated to regulator |
                """);
        holds(preset("deskera-7"), breach + """
                | ann | message to=press | +1h | RUNNING, not breached | Communicated to press |
                | | | 2026-03-05T08:00:01Z | breached | DeadlinePassed, AtRisk, Breached |
                """);
        holds(preset("deskera-7"), """
                | who | does | at | regulator/NOTIFICATION |
                |-----|------|----|------------------------|
                | cleo (CALLER) | report category=human-error | | none |
                """);
    }
}

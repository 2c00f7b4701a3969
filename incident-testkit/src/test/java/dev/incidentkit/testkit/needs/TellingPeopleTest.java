package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.desk.Notification;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is told of what, how often, and who may read it. */
class TellingPeopleTest {
    /** Customers are told at a cadence and of the end, leaders and the owner of a service once. */
    private static final ProcessDefinition NEWS = itilWith("""
            procedures:
              messages:
                customers:
                  when: {all: [open, {priority: {atLeast: P2}}]}
                  audience: customers
                  channel: MAIL
                  template: outage
                  every: 30m
                restored: {when: {phase: [RESOLVED, CLOSED]}, audience: customers, channel: MAIL, template: closure, within: 1h}
                leaders: {when: {severity: {atLeast: SEV2}}, audience: board, channel: PHONE, template: bad news, within: 15m}
                owner: {when: {service: shop}, audience: shop owner, channel: CHAT, template: your shop, within: 20m}
            """);

    @Test
    @Tag("C-85")
    void leaders_and_the_owner_of_a_service_are_told_once_of_what_concerns_them() {
        holds(NEWS, """
                | who | does | at | sent | deadlines |
                |-----|------|----|------|-----------|
                | cleo (CALLER) | report | | Reported | none |
                | ann | amend services=shop | | MessagePlanned to shop owner | MESSAGE shop owner 2026-03-02T09:20:00Z |
                | ann | message to="shop owner" | +5m | Communicated to shop owner | none |
                | ann | triage severity=SEV2 | | MessagePlanned to board | MESSAGE board 2026-03-02T09:20:00Z |
                | | | +16m | DeadlinePassed | none |
                | | | +5h | none | none |
                """);
    }

    @Test
    @Tag("C-90")
    void customers_wait_for_news_no_longer_than_the_cadence_and_each_message_begins_it_anew() {
        holds(NEWS, """
                | who | does | at | sent | deadlines | overdue |
                |-----|------|----|------|-----------|---------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | Reported, MessagePlanned to customers | MESSAGE customers 2026-03-02T09:30:00Z | none |
                | ann | message to=customers | +20m | Communicated to customers, MessagePlanned to customers | MESSAGE customers 2026-03-02T09:50:00Z | none |
                | cleo | reply from=customers | +10m | none | MESSAGE customers 2026-03-02T09:50:00Z | none |
                | | | +21m | Breached, DeadlinePassed | none | MESSAGE customers |
                | ann | message to=customers | | Communicated to customers, MessagePlanned to customers | MESSAGE customers 2026-03-02T10:21:00Z | none |
                | ann | triage impact=LOW urgency=LOW | | none | none | none |
                """);
    }

    @Test
    @Tag("C-91")
    void a_plan_says_whom_to_tell_by_which_channel_with_which_template_and_by_when() {
        Scenario.named("a plan of communication")
                .given(Written.scenario(NEWS, """
                        | who | does | at |
                        |-----|------|----|
                        | cleo (CALLER) | report impact=HIGH urgency=HIGH | |
                        """))
                .then(moment -> {
                    assertThat(moment).messages().reach("customers");
                    assertThat(moment.last())
                            .filteredOn(ProcessEvent.MessagePlanned.class::isInstance)
                            .singleElement()
                            .isInstanceOfSatisfying(ProcessEvent.MessagePlanned.class, planned -> {
                                assertThat(planned.channel()).isEqualTo(Channel.MAIL);
                                assertThat(planned.template()).isEqualTo("outage");
                                assertThat(planned.dueAt()).isEqualTo("2026-03-02T09:30:00Z");
                            });
                })
                .build()
                .verify(NEWS);
    }

    @Test
    @Tag("C-92")
    void those_concerned_hear_of_each_step_as_it_happens_and_not_of_internal_notes() {
        holds(ITIL, """
                | who | does | at | sent |
                |-----|------|----|------|
                | cleo (CALLER) | report | | Reported |
                | ann | start owner=ops | +5m | Assigned, Started |
                | ann | note text="the router is old" | | none |
                | ann | hold reason=CALLER comment="Which one?" | +5m | Held |
                | ann | resume | +5m | Resumed |
                | ann | resolve category=net code=FIXED note=ok | +5m | Resolved |
                """);
    }

    @Test
    @Tag("C-93")
    void what_is_for_customers_is_read_outside_and_what_is_internal_is_not() {
        Scenario.named("two notes")
                .given(Samples.CLEO, Samples.report().build())
                .when(Samples.ANN, new Note("the router is end of life", Visibility.INTERNAL))
                .when(Samples.ANN, new Note("we are at it", Visibility.CUSTOMER))
                .thenReadBy(
                        Samples.CLEO,
                        incident -> assertThat(notes(incident)).containsExactly("[redacted]", "we are at it"))
                .thenReadBy(
                        Samples.ANN,
                        incident -> assertThat(notes(incident))
                                .containsExactly("the router is end of life", "we are at it"))
                .build()
                .verify(ITIL);
    }

    private static List<String> notes(Incident incident) {
        return incident.history().stream()
                .filter(WorkEvent.Noted.class::isInstance)
                .map(event -> ((WorkEvent.Noted) event).text().text())
                .toList();
    }

    @Test
    @Tag("C-94")
    void the_answer_of_the_caller_ends_the_waiting_for_it_and_the_clock_counts_again() {
        holds(ITIL, """
                | who | does | at | status | RESOLUTION | events |
                |-----|------|----|--------|------------|--------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | NEW | RUNNING | |
                | ann | start owner=ops | +10m | IN_PROGRESS | RUNNING | |
                | ann | hold reason=CALLER comment="Which client?" | | ON_HOLD | PAUSED, elapsed PT10M | |
                | ben (RESOLVER) | reply text="I have no idea" | +1h | ON_HOLD | PAUSED, elapsed PT10M | |
                | cleo | reply text="the new one" | +1h | IN_PROGRESS | RUNNING, elapsed PT10M | Communicated, Resumed |
                """);
    }

    @Test
    @Tag("C-95")
    void people_are_told_of_the_room_and_the_call_in_which_others_work_and_of_no_other_link() {
        holds(ITIL, """
                | who | does | at | sent | relations |
                |-----|------|----|------|-----------|
                | cleo (CALLER) | report | | Reported | none |
                | ann | link kind=CHAT_ROOM to=#vpn | | Linked | CHAT_ROOM #vpn |
                | ann | link kind=EXTERNAL to=JIRA-7 | | none | CHAT_ROOM #vpn, EXTERNAL JIRA-7 |
                | ann | link kind=BRIDGE to=https://meet.example.org/7 | | Linked | CHAT_ROOM #vpn, EXTERNAL JIRA-7, BRIDGE https://meet.example.org/7 |
                """);
    }

    @Test
    @Tag("C-96")
    void people_are_told_of_an_escalation_and_of_a_service_level_before_and_when_it_is_missed() {
        holds(
                itilWith(
                        "slas: {itil: {targets: {RESOLUTION: {goals: {P1: 4h}, thresholds: [50%], stop: {phase: [RESOLVED, CLOSED]}}}}}"),
                """
                | who | does | at | sent | RESOLUTION |
                |-----|------|----|------|------------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | Reported | RUNNING |
                | ann | escalate to=network reason="beyond the desk" | +1h | Escalated | RUNNING |
                | | | +1h1m | AtRisk | RUNNING, not breached |
                | | | +2h | Breached | RUNNING, breached |
                """);
    }

    @Test
    @Tag("C-97")
    void the_end_is_told_too_and_forgetting_it_is_told() {
        holds(NEWS, """
                | incident | who | does | at | sent | deadlines |
                |----------|-----|------|----|------|-----------|
                | INC-1 | cleo (CALLER) | report | | Reported | none |
                | | ann | resolve category=net code=FIXED note=ok | | Resolved, MessagePlanned to customers | MESSAGE customers 2026-03-02T10:00:00Z |
                | | ann | message to=customers | +5m | Communicated to customers | none |
                | | | | +2h | none | none |
                | INC-2 | cleo | report | | Reported | none |
                | | ann | resolve category=net code=FIXED note=ok | | Resolved, MessagePlanned to customers | MESSAGE customers 2026-03-02T12:05:00Z |
                | | | | +61m | DeadlinePassed | none |
                """);
    }

    @Test
    @Tag("C-135")
    void messages_leave_by_the_hosts_channel_in_order_and_each_once() {
        List<Notification> sent = new ArrayList<>();
        Scenario.named("a channel of the host")
                .atDesk(desk -> desk.notifications(NotificationFilter.standard()))
                .given(Samples.CLEO, Samples.report().build())
                .when(Samples.ANN, new Start(Owner.group("ops")))
                .withDesk(desk -> {
                    OutboxRunner outbox = new OutboxRunner(desk, sent::add);
                    assertThat(outbox.tick()).isEqualTo(3);
                    assertThat(outbox.tick()).isZero();
                })
                .build()
                .verify(ITIL);

        assertThat(sent)
                .extracting(Notification::topic)
                .containsExactly("incident.reported", "incident.assigned", "incident.started");
        assertThat(sent).extracting(Notification::id).doesNotHaveDuplicates();
    }
}

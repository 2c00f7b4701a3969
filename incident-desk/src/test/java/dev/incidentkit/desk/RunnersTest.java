package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.TriageCommand.OverridePriority;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.ParkPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RunnersTest {
    private final DeskFixture fixture = new DeskFixture(DeskFixture.UNTIMED);
    private final ServiceDesk desk = fixture.desk;
    private final TimerRunner timers = new TimerRunner(desk);

    private Incident incident(IncidentId id) {
        return desk.load(id).orElseThrow();
    }

    private static List<Instant> effective(List<IncidentEvent> events) {
        return events.stream()
                .map(IncidentEvent::meta)
                .map(EventMeta::effectiveAt)
                .toList();
    }

    @Test
    void waiting_ends_at_its_date_however_late_the_tick_comes() {
        Instant date = fixture.clock.instant().plus(Duration.ofHours(2));
        IncidentId id = fixture.started();
        desk.handle(id, new Hold(HoldReason.VENDOR, null, date), ANN);
        fixture.clock.advance(Duration.ofHours(5));

        assertThat(timers.tick()).isEqualTo(1);
        assertThat(timers.tick()).isZero();

        assertThat(incident(id).phase()).isEqualTo(Phase.ACTIVE);
        IncidentEvent resumed = desk.events(id).get(desk.events(id).size() - 1);
        assertThat(resumed.meta().effectiveAt()).isEqualTo(date);
        assertThat(resumed.meta().recordedAt()).isEqualTo(fixture.clock.instant());
        assertThat(resumed.meta().cause().trigger()).isEqualTo("resume-date");
    }

    @Test
    void a_tick_ends_although_the_clock_is_set_back_while_it_runs() {
        Instant start = fixture.clock.instant();
        IncidentId id = fixture.started();
        desk.handle(id, new Hold(HoldReason.VENDOR, null, start.plus(Duration.ofHours(2))), ANN);
        AtomicInteger looks = new AtomicInteger();
        ServiceDesk unsteady = ServiceDesk.builder(fixture.store, DeskFixture.UNTIMED)
                .clock(() -> start.plus(Duration.ofHours(looks.getAndIncrement() == 0 ? 3 : 1)))
                .build();

        int effective = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> new TimerRunner(unsteady, 1, Duration.ofMinutes(1)).tick());

        assertThat(effective).isZero();
        assertThat(incident(id).phase()).isEqualTo(Phase.ON_HOLD);
        fixture.clock.advance(Duration.ofHours(2));
        assertThat(timers.tick()).isEqualTo(1);
        assertThat(incident(id).phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void the_scheduler_is_told_when_something_next_falls_due() {
        Instant date = fixture.clock.instant().plus(Duration.ofHours(2));
        IncidentId id = fixture.started();
        assertThat(timers.nextDue()).isEmpty();

        desk.handle(id, new Hold(HoldReason.VENDOR, null, date), ANN);

        assertThat(timers.nextDue()).contains(date);
    }

    @Test
    void how_long_work_has_been_due_is_told_until_it_is_done() {
        Instant date = fixture.clock.instant().plus(Duration.ofHours(2));
        IncidentId id = fixture.started();
        desk.handle(id, new Hold(HoldReason.VENDOR, null, date), ANN);
        assertThat(timers.overdue()).isZero();
        fixture.clock.advance(Duration.ofHours(5));

        assertThat(timers.overdue()).isEqualTo(Duration.ofHours(3));
        timers.tick();
        assertThat(timers.overdue()).isZero();
    }

    @Test
    void an_expired_override_gives_the_derived_priority_back() {
        IncidentId id = fixture.started();
        desk.handle(
                id,
                new OverridePriority(
                        Priority.P4,
                        "only the test system",
                        fixture.clock.instant().plusSeconds(3_600)),
                ANN);
        assertThat(incident(id).priority()).contains(Priority.P4);
        fixture.clock.advance(Duration.ofHours(2));

        timers.tick();

        assertThat(incident(id).priority()).contains(Priority.P1);
        assertThat(incident(id).overrides()).hasSize(1);
    }

    @Test
    void automatic_closure_that_lacks_something_is_recorded_once_and_then_tried_daily_in_silence() {
        IncidentId id = fixture.resolved();
        for (int day = 0; day < 30; day++) {
            fixture.clock.advance(Duration.ofDays(1));
            timers.tick();
        }
        assertThat(desk.events(id))
                .filteredOn(LifecycleEvent.ClosureBlocked.class::isInstance)
                .hasSize(1);
        long version = incident(id).version();

        desk.definition()
                .lifecycle()
                .checklist()
                .forEach(item -> desk.handle(id, new AnswerChecklist(item, true, null), ANN));
        fixture.clock.advance(Duration.ofDays(1));
        timers.tick();

        assertThat(incident(id).phase()).isEqualTo(Phase.CLOSED);
        assertThat(incident(id).version()).isEqualTo(version + 4);
    }

    @Test
    void a_due_closure_precedes_a_late_reopening() {
        IncidentId id = fixture.readyToClose();
        fixture.clock.advance(Duration.ofDays(60));

        assertThat(desk.check(id, new Reopen("still broken"), ANN))
                .singleElement()
                .satisfies(unmet -> assertThat(unmet.code()).isEqualTo("TRANSITION_UNKNOWN"));
    }

    @Test
    void ticks_on_time_late_doubled_or_never_give_the_same_record_but_for_recorded_times() {
        List<List<Instant>> records = new ArrayList<>();
        for (int ticks = 0; ticks < 3; ticks++) {
            DeskFixture each = new DeskFixture();
            TimerRunner runner = new TimerRunner(each.desk);
            IncidentId id = each.started();
            each.desk.handle(
                    id,
                    new Hold(HoldReason.SCHEDULED, null, each.clock.instant().plus(Duration.ofHours(30))),
                    ANN);
            for (int hour = 0; hour < 72; hour++) {
                each.clock.advance(Duration.ofHours(1));
                for (int tick = 0; tick < ticks; tick++) {
                    runner.tick();
                }
            }
            each.desk.handle(id, Hold.on(HoldReason.VENDOR), ANN);
            records.add(effective(each.desk.events(id)));
        }

        assertThat(records.get(0)).isEqualTo(records.get(1)).isEqualTo(records.get(2));
    }

    @Test
    void a_wake_up_that_fails_in_the_host_s_code_does_not_keep_the_others_waiting() {
        List<IncidentId> ids = List.of(fixture.resolved(), fixture.resolved());
        ServiceDesk failing = ServiceDesk.builder(fixture.store, desk.definition())
                .clock(fixture.clock)
                .notifications((event, incident) -> {
                    if (incident.id().equals(ids.get(0))) {
                        throw new IllegalStateException("the host's filter fails");
                    }
                    return false;
                })
                .build();
        fixture.clock.advance(Duration.ofDays(30));

        assertThat(new TimerRunner(failing).tick()).isEqualTo(1);
        assertThat(failing.bulk(ids, new Note("x", Visibility.INTERNAL), ANN))
                .extracting(BulkResult::isAccepted)
                .containsExactly(false, true);
    }

    @Test
    @Tag("C-135")
    void messages_are_sent_once_in_order_with_stable_names() {
        IncidentId id = fixture.resolved();
        List<Notification> sent = new ArrayList<>();
        OutboxRunner outbox = new OutboxRunner(desk, sent::add);

        assertThat(outbox.tick()).isEqualTo(4);
        assertThat(outbox.tick()).isZero();

        assertThat(sent)
                .extracting(Notification::topic)
                .containsExactly("incident.reported", "incident.assigned", "incident.started", "incident.resolved");
        assertThat(sent)
                .extracting(Notification::id)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith(id.value()));
    }

    @Test
    @Tag("C-95")
    void people_are_told_of_the_rooms_and_calls_in_which_others_work_and_of_no_other_link() {
        IncidentId id = fixture.started();
        List<Notification> sent = new ArrayList<>();
        OutboxRunner outbox = new OutboxRunner(desk, sent::add);
        outbox.tick();
        sent.clear();

        desk.handle(id, new Link(new Relation(RelationKind.CHAT_ROOM, "#vpn-outage")), ANN);
        desk.handle(id, new Link(new Relation(RelationKind.EXTERNAL, "JIRA-7")), ANN);
        desk.handle(id, new Link(new Relation(RelationKind.BRIDGE, "https://meet.example.org/7")), ANN);
        outbox.tick();

        assertThat(sent)
                .extracting(notification ->
                        ((WorkEvent.Linked) notification.event()).relation().target())
                .containsExactly("#vpn-outage", "https://meet.example.org/7");
        assertThat(incident(id).relations()).contains(new Relation(RelationKind.BRIDGE, "https://meet.example.org/7"));
    }

    @Test
    void a_message_that_fails_holds_back_the_later_ones_of_its_incident_and_no_others() {
        IncidentId failing = fixture.started();
        IncidentId other = fixture.started();
        List<Notification> sent = new ArrayList<>();
        OutboxRunner outbox = new OutboxRunner(desk, notification -> {
            if (notification.incident().equals(failing)) {
                throw new IllegalStateException("the pager does not answer");
            }
            sent.add(notification);
        });

        outbox.tick();

        assertThat(sent).extracting(Notification::incident).containsOnly(other).hasSize(3);
        assertThat(outbox.counts()).isEqualTo(new OutboxCounts(3, 0));
    }

    @Test
    void what_a_dead_node_claimed_is_sent_after_the_lease_that_was_asked_for() {
        fixture.started();
        OutboxRunner dying = new OutboxRunner(desk, notification -> {
                    throw new AssertionError("the node dies");
                })
                .claiming(10, Duration.ofSeconds(4));
        List<Notification> sent = new ArrayList<>();
        OutboxRunner other = new OutboxRunner(desk, sent::add).claiming(1, Duration.ofSeconds(4));

        assertThatThrownBy(dying::tick).isInstanceOf(AssertionError.class);
        other.tick();
        assertThat(sent).isEmpty();
        fixture.clock.advance(Duration.ofSeconds(4));
        other.tick();
        assertThat(sent).hasSize(3);
        assertThatThrownBy(() -> other.claiming(0, Duration.ofSeconds(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 for PT4S");
    }

    @Test
    void a_message_that_keeps_failing_holds_the_later_ones_back_where_that_is_asked_for() {
        IncidentId failing = fixture.started();
        IncidentId other = fixture.started();
        List<Notification> sent = new ArrayList<>();
        AtomicBoolean answers = new AtomicBoolean();
        OutboxRunner outbox = new OutboxRunner(
                desk,
                notification -> {
                    if (notification.incident().equals(failing) && !answers.get()) {
                        throw new IllegalStateException("the pager does not answer");
                    }
                    sent.add(notification);
                },
                2,
                ParkPolicy.NEXT_WAITS);
        for (int round = 0; round < 4; round++) {
            outbox.tick();
            fixture.clock.advance(Duration.ofHours(2));
        }
        assertThat(sent).extracting(Notification::incident).containsOnly(other).hasSize(3);
        assertThat(outbox.counts()).isEqualTo(new OutboxCounts(2, 1));
        assertThat(fixture.store.parked(10)).extracting(OutboxMessage::id).containsExactly(failing.value() + "/1");

        answers.set(true);
        sent.clear();
        fixture.store.resume(failing.value() + "/1");
        outbox.tick();
        assertThat(sent)
                .extracting(Notification::topic)
                .containsExactly("incident.reported", "incident.assigned", "incident.started");
        assertThat(outbox.counts()).isEqualTo(new OutboxCounts(0, 0));
    }

    private ClaimedWakeUp claimed(IncidentId id) {
        Instant date = fixture.clock.instant().plus(Duration.ofHours(2));
        desk.handle(id, new Hold(HoldReason.VENDOR, null, date), ANN);
        fixture.clock.set(date);
        return fixture.store.claimWakeUps(date, 10, Duration.ofMinutes(1)).get(0);
    }

    @Test
    void carrying_out_a_wake_up_that_was_armed_anew_vanished_or_taken_over_does_nothing() {
        IncidentId id = fixture.started();
        ClaimedWakeUp vanished = claimed(id);
        desk.handle(id, new Note("The hold was over before this", Visibility.INTERNAL), ANN);
        List<IncidentEvent> record = desk.events(id);
        assertThat(incident(id).phase()).isEqualTo(Phase.ACTIVE);
        assertThat(desk.wake(vanished)).isFalse();
        assertThat(desk.events(id)).isEqualTo(record);

        ClaimedWakeUp first = claimed(id);
        fixture.clock.advance(Duration.ofMinutes(1));
        ClaimedWakeUp second = fixture.store
                .claimWakeUps(fixture.clock.instant(), 10, Duration.ofMinutes(1))
                .get(0);
        assertThat(desk.wake(first)).isFalse();
        assertThat(incident(id).phase()).isEqualTo(Phase.ON_HOLD);
        assertThat(desk.wake(second)).isTrue();
        assertThat(incident(id).phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void carrying_out_a_wake_up_of_an_incident_that_was_archived_does_nothing() {
        IncidentId id = fixture.started();
        ClaimedWakeUp claimed = claimed(id);
        fixture.store.archive(id, incident(id).version(), "s3://old");

        assertThat(desk.wake(claimed)).isFalse();
        assertThat(timers.tick()).isZero();
    }

    @Test
    void a_message_that_keeps_failing_is_parked_and_the_next_proceeds() {
        fixture.started();
        List<Integer> attempts = new ArrayList<>();
        OutboxRunner outbox = new OutboxRunner(
                desk,
                notification -> {
                    if (notification.topic().equals("incident.reported")) {
                        attempts.add(notification.attempt());
                        throw new IllegalStateException("the pager does not answer");
                    }
                },
                3,
                ParkPolicy.NEXT_PROCEEDS);
        for (int round = 0; round < 5; round++) {
            outbox.tick();
            fixture.clock.advance(Duration.ofHours(2));
        }

        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(outbox.counts()).isEqualTo(new OutboxCounts(0, 1));
    }
}

package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.Housekeeping;
import dev.incidentkit.desk.Notification;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.KeyReservation;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day-old dump is restored under running nodes: what fires late and what is sent again. */
class BackupDrillTest {
    private static final Actor ANN = Actor.agent("ann");
    private static final IncidentId A = new IncidentId("A");
    private static final IncidentId LOST = new IncidentId("LOST");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Note SINCE = new Note("looked at it", Visibility.INTERNAL);

    private final AtomicReference<Instant> clock = new AtomicReference<>(NINE);
    private final List<Notification> sent = new ArrayList<>();

    static Report outage(String title) {
        return Report.of(title, Reporter.person("Bob"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .build();
    }

    private List<String> breaches(ServiceDesk desk) {
        return desk.events(A).stream()
                .filter(SlaEvent.Breached.class::isInstance)
                .map(SlaEvent.Breached.class::cast)
                .map(breach -> breach.clock() + " " + breach.meta().effectiveAt())
                .toList();
    }

    private List<String> ids() {
        return sent.stream().map(Notification::id).toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void after_a_day_old_dump_deadlines_fire_late_and_messages_come_again(TestDatabase database) throws SQLException {
        database.clean();
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
        ServiceDesk desk = ServiceDesk.builder(store, ProcessDefinition.itil())
                .clock(clock::get)
                .notifications(NotificationFilter.standard())
                .build();
        desk.handle(A, outage("VPN is down"), ANN, new CommandKey("before"));
        List<FeedEvent> fed = store.read(EventFeed.BEGINNING, 100);
        TableDump dump = TableDump.of(database.source());

        aDay(desk);
        List<String> breached = breaches(desk);
        List<String> first = ids();
        assertThat(breached).hasSizeGreaterThan(1);
        assertThat(first).contains("A/1", "LOST/1").doesNotHaveDuplicates();

        restoreUnderNodesAtWork(desk, database, dump);
        keysAreAsOfTheDump(desk);
        sent.clear();
        run(desk);

        assertThat(breaches(desk)).as("late, each at its instant").isEqualTo(breached);
        assertThat(ids())
                .as("what waited in the dump comes again under its id, and nothing of what was lost")
                .contains("A/1")
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("A/"));
        assertThat(ids())
                .as("what fires late is numbered anew, so that ids which were used since stand for other events")
                .isNotEqualTo(first)
                .anyMatch(id -> first.contains(id) && !id.equals("A/1"));
        assertThat(store.read(fed.get(fed.size() - 1).position(), 1_000))
                .as("a reader that goes on from the dump misses nothing")
                .hasSize(desk.load(A).orElseThrow().version() - fed.size());
        assertThat(new Audit(desk).verifyAll()).isEmpty();
        assertThat(new Housekeeping(desk).rebuild(Housekeeping.Mode.COMPARE)).isEmpty();
        database.clean();
    }

    /** A node remembers that it has written a tenant's row, and the dump knows nothing of it. */
    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void a_dump_from_before_a_tenant_began_is_restored_under_a_node_that_knows_the_tenant(TestDatabase database)
            throws SQLException {
        database.clean();
        TenantId late = new TenantId("late");
        JdbcIncidentStore node = JdbcIncidentStore.open(database.source()).forTenant(late);
        TableDump dump = TableDump.of(database.source());
        node.append(HostTransactionTest.everything("LOST", NINE));
        dump.restore(database.source());
        Schema.afterRestore(database.source());

        assertThat(node.load(LOST)).isEmpty();
        node.append(
                new AppendBuilder().addReserve(new KeyReservation("alone", A)).build());
        assertThat(node.holder("alone")).contains(A);
        node.append(HostTransactionTest.everything("A", NINE));
        assertThat(node.holder("disk-full")).contains(A);
        assertThat(node.read(EventFeed.BEGINNING, 10)).hasSize(2);
        assertThat(node.claimWakeUps(NINE, 10, LEASE))
                .extracting(ClaimedWakeUp::tenant)
                .containsExactly(late);
        assertThat(node.claimMessages(10, LEASE))
                .extracting(ClaimedMessage::tenant)
                .containsExactly(late);
        database.clean();
    }

    private void run(ServiceDesk desk) {
        TimerRunner timers = new TimerRunner(desk);
        timers.tick();
        timers.tick();
        new OutboxRunner(desk, sent::add).tick();
    }

    /** The day that will be lost. */
    private void aDay(ServiceDesk desk) {
        desk.handle(A, SINCE, ANN, new CommandKey("since"));
        desk.handle(LOST, outage("Mail is down"), ANN);
        clock.set(NINE.plus(Duration.ofHours(23)));
        run(desk);
    }

    /** What nodes hold when the dump is put back, they hold no more. */
    private void restoreUnderNodesAtWork(ServiceDesk desk, TestDatabase database, TableDump dump) throws SQLException {
        clock.set(NINE.plus(Duration.ofHours(24)));
        desk.handle(new IncidentId("LOST TOO"), outage("Print is down"), ANN);
        List<ClaimedWakeUp> wakeUps = desk.store().claimWakeUps(NINE.plus(Duration.ofDays(10)), 10, LEASE);
        List<ClaimedMessage> messages = desk.store().claimMessages(10, LEASE);
        dump.restore(database.source());
        Schema.afterRestore(database.source());

        assertThat(wakeUps).isNotEmpty().allMatch(wakeUp -> !desk.store().rearm(wakeUp, 1, Optional.empty()));
        assertThat(messages).isNotEmpty();
        messages.forEach(desk.store()::delivered);
        assertThat(new Housekeeping(desk).rebuild(Housekeeping.Mode.REPAIR)).isEmpty();
        assertThat(desk.load(LOST)).as("commands since the dump are lost").isEmpty();
    }

    private static void keysAreAsOfTheDump(ServiceDesk desk) {
        assertThat(desk.handle(A, outage("VPN is down"), ANN, new CommandKey("before"))
                        .repeated())
                .as("a key that the dump knows still answers")
                .isTrue();
        assertThat(desk.store().receipt("since", NINE.plus(Duration.ofDays(1))))
                .as("a key that was used since is free")
                .isEmpty();
    }
}

package dev.incidentkit.store.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.ConflictException;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.TestDatabase;
import dev.incidentkit.store.jdbc.crash.Journal.Entry;
import dev.incidentkit.store.jdbc.crash.Journal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes whose clocks differ by ten minutes write to the same incidents and run the same wake-ups and messages. */
class ClocksTest {
    private static final Duration APART = Duration.ofMinutes(10);
    private static final int COMMANDS = 150;

    private final AtomicReference<Instant> base = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final AtomicLong nanos = new AtomicLong();
    private final CrashJournals journals = new CrashJournals();

    private ServiceDesk desk(TestDatabase database, Duration ahead) {
        return ServiceDesk.builder(JdbcIncidentStore.open(database.source()), CrashPlan.definition())
                .clock(() -> base.get().plus(ahead))
                .notifications(NotificationFilter.standard())
                .attempts(50)
                .build();
    }

    private synchronized void write(int writer, Kind kind, int number) {
        journals.command(writer, Entry.of(kind, number));
    }

    private synchronized void delivered(String id) {
        journals.delivered(id, nanos.incrementAndGet());
    }

    private int node(ServiceDesk desk, int writer) {
        TimerRunner timers = new TimerRunner(desk);
        OutboxRunner outbox = new OutboxRunner(desk, notification -> delivered(notification.id()));
        int woken = 0;
        for (int number = 0; number < COMMANDS; number++) {
            CrashCommand order = CrashCommand.of(writer, number);
            write(writer, Kind.INTENT, number);
            try {
                desk.handle(order.incident(), order.command(), Actor.agent("ann"), new CommandKey(order.name()));
                write(writer, Kind.ACCEPTED, number);
            } catch (ConflictException e) {
                write(writer, Kind.REFUSED, number);
            }
            base.updateAndGet(time -> time.plusMillis(250));
            woken += timers.tick();
            outbox.tick();
        }
        return woken;
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void nodes_whose_clocks_differ_by_ten_minutes_keep_one_true_record(TestDatabase database) throws Exception {
        database.clean();
        ServiceDesk behind = desk(database, Duration.ZERO);
        ServiceDesk ahead = desk(database, APART);
        for (int i = 0; i < CrashPlan.HOT; i++) {
            (i % 2 == 0 ? behind : ahead).handle(CrashCommand.hot(i), CrashCommand.report("hot"), Actor.agent("ann"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Integer>> nodes = new ArrayList<>();
        nodes.add(threads.submit(() -> node(behind, 0)));
        nodes.add(threads.submit(() -> node(ahead, 1)));
        List<Integer> woken = List.of(nodes.get(0).get(), nodes.get(1).get());
        threads.shutdown();
        base.updateAndGet(time -> time.plus(APART.multipliedBy(2)));
        new TimerRunner(behind).tick();
        new OutboxRunner(ahead, notification -> delivered(notification.id())).tick();

        CrashFindings findings = new CrashChecker(database.source(), ahead, journals).check();
        System.out.println(database + ", clocks apart: wake-ups " + woken + "; " + findings.counts());
        database.clean();

        assertThat(findings.faults()).isEmpty();
        assertThat(findings.counts().get("commands accepted")).isEqualTo(2L * COMMANDS);
        assertThat(woken.get(1)).isPositive();
    }
}

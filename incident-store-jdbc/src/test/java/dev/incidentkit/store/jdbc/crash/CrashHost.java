package dev.incidentkit.store.jdbc.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.crash.Journal.Entry;
import dev.incidentkit.store.jdbc.crash.Journal.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A host that may be killed at any moment: writers, and runners for wake-ups and messages. It ends when its input ends,
 * and so does not outlive the test.
 */
final class CrashHost {
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final int BATCH = 50;
    private static final long PAUSE_NANOS = 200_000_000;

    private final ServiceDesk desk;
    private final Path directory;
    private final int host;
    private final AtomicBoolean ended = new AtomicBoolean();

    private CrashHost(ServiceDesk desk, Path directory, int host) {
        this.desk = desk;
        this.directory = directory;
        this.host = host;
    }

    static DataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(30_000);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        // else the pool asks its first connection, and keeps a wrong answer for ever where the server stops meanwhile
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    static ServiceDesk desk(IncidentStore store) {
        return ServiceDesk.builder(store, CrashPlan.definition())
                .notifications(NotificationFilter.standard())
                .build();
    }

    /**
     * Runs a host.
     *
     * @param args the database's address, the directory of journals, the host's number, writers a host, commands a writer
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[1]);
        int host = Integer.parseInt(args[2]);
        int writers = Integer.parseInt(args[3]);
        int commands = Integer.parseInt(args[4]);
        ServiceDesk desk = desk(open(pool(args[0])));
        CrashHost self = new CrashHost(desk, directory, host);
        for (int i = 0; i < writers; i++) {
            int writer = host * writers + i;
            start("writer", new CrashWriter(desk, writer, commands, writerFile(directory, writer)));
        }
        self.runners();
        while (System.in.read() >= 0) {
            // nothing is said to a host
        }
        self.ended.set(true);
        System.exit(0);
    }

    static Path writerFile(Path directory, int writer) {
        return directory.resolve("writer-" + writer);
    }

    static Path messageFile(Path directory, int host) {
        return directory.resolve("messages-" + host);
    }

    static Path wakeUpFile(Path directory, int host) {
        return directory.resolve("wake-ups-" + host);
    }

    private static IncidentStore open(DataSource source) {
        while (true) {
            try {
                return JdbcIncidentStore.open(source);
            } catch (RuntimeException e) {
                // the server is away
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void runners() {
        TimerRunner timers = new TimerRunner(desk, BATCH, LEASE);
        Journal woken = new Journal(wakeUpFile(directory, host));
        start("timers", () -> repeat(timers::tick, woken));
        Journal messages = new Journal(messageFile(directory, host));
        OutboxRunner outbox = new OutboxRunner(
                        desk,
                        notification ->
                                messages.write(Entry.of(Kind.MESSAGE, System.nanoTime() + " " + notification.id())))
                .claiming(BATCH, LEASE);
        start("outbox", () -> repeat(outbox::tick, null));
    }

    private void repeat(IntSupplier tick, @Nullable Journal counts) {
        while (!ended.get()) {
            int done = 0;
            try {
                done = tick.getAsInt();
            } catch (RuntimeException e) {
                // the server is away: what was claimed comes again
                done = 0;
            }
            if (done > 0 && counts != null) {
                counts.write(Entry.of(Kind.WOKEN, done));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}

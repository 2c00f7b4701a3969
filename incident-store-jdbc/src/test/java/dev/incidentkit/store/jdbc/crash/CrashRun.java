package dev.incidentkit.store.jdbc.crash;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.jdbc.DurablePostgres;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.Schema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts hosts, kills them, stops the server under them, until all commands were sent and all that follows was done. */
final class CrashRun {
    private static final long POLL_NANOS = 20_000_000;

    private final CrashPlan plan;
    private final Path directory;
    private final DurablePostgres server;
    private final Random random;
    private final List<Process> hosts = new ArrayList<>();
    private int kills;
    private int stops;

    CrashRun(CrashPlan plan, Path directory, DurablePostgres server, long seed) {
        this.plan = plan;
        this.directory = directory;
        this.server = server;
        this.random = new Random(seed);
    }

    int kills() {
        return kills;
    }

    int stops() {
        return stops;
    }

    /** The state of the database afterwards is what the checker looks at. */
    void run() throws IOException, InterruptedException {
        prepare();
        for (int host = 0; host < plan.hosts(); host++) {
            hosts.add(launch(host));
        }
        try {
            crash();
            drain();
            for (Process host : hosts) {
                host.getOutputStream().close();
            }
            for (Process host : hosts) {
                host.waitFor(30, TimeUnit.SECONDS);
            }
        } finally {
            hosts.forEach(Process::destroyForcibly);
        }
    }

    private void prepare() {
        Schema.install(CrashHost.pool(server.url()));
        ServiceDesk desk = CrashHost.desk(JdbcIncidentStore.open(CrashHost.pool(server.url())));
        for (int i = 0; i < CrashPlan.HOT; i++) {
            desk.handle(CrashCommand.hot(i), CrashCommand.report("hot"), Actor.agent("test"));
        }
    }

    private Process launch(int host) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrashHost.class.getName(),
                server.url(),
                directory.toString(),
                Integer.toString(host),
                Integer.toString(plan.writersEach()),
                Integer.toString(plan.commandsEach()));
        File log = directory.resolve("host-" + host + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Crashes are spread evenly over the commands, at whatever moment the count passes. */
    private void crash() throws IOException, InterruptedException {
        int crashes = plan.kills() + plan.stops();
        int done = 0;
        long answered = 0;
        while (done < crashes || answered < plan.writers()) {
            long progress = progress();
            answered = finished();
            long due = Math.min(crashes, 1 + progress * (crashes + 1L) / (plan.commands() * 95L / 100));
            if (done < crashes && done + 1 <= due && progress > 0) {
                boolean stop = (done + 1) * plan.stops() / crashes > done * plan.stops() / crashes;
                crashOnce(stop);
                done++;
            }
            LockSupport.parkNanos(POLL_NANOS);
            check();
        }
    }

    private void crashOnce(boolean stop) throws IOException, InterruptedException {
        LockSupport.parkNanos(random.nextInt(50) * 1_000_000L);
        if (stop) {
            server.stopImmediately();
            server.start();
            stops++;
        } else {
            int host = random.nextInt(plan.hosts());
            hosts.get(host).destroyForcibly().waitFor();
            hosts.set(host, launch(host));
            kills++;
        }
    }

    private void check() throws IOException {
        for (int host = 0; host < plan.hosts(); host++) {
            if (!hosts.get(host).isAlive()) {
                throw new IllegalStateException("Host " + host + " ended by itself: "
                        + Files.readString(directory.resolve("host-" + host + ".log")));
            }
        }
    }

    /** How many commands have begun: the numbers of the last ones, told from the ends of the journals. */
    private long progress() throws IOException {
        long sum = 0;
        for (int writer = 0; writer < plan.writers(); writer++) {
            sum += JournalTail.lastNumber(CrashHost.writerFile(directory, writer)) + 1;
        }
        return sum;
    }

    private long finished() throws IOException {
        long sum = 0;
        for (int writer = 0; writer < plan.writers(); writer++) {
            sum += JournalTail.isAnswered(CrashHost.writerFile(directory, writer), plan.commandsEach() - 1) ? 1 : 0;
        }
        return sum;
    }

    /** Until nothing is timed any more and nothing waits to be sent. */
    private void drain() throws IOException {
        JdbcIncidentStore store = JdbcIncidentStore.open(CrashHost.pool(server.url()));
        while (true) {
            OutboxCounts counts = store.outboxCounts();
            if (store.earliestWakeUp().isEmpty() && counts.waiting() == 0) {
                return;
            }
            LockSupport.parkNanos(10 * POLL_NANOS);
            check();
        }
    }
}

package dev.incidentkit.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that syncs what it commits, and can be stopped as by a failure of its machine's power. */
public final class DurablePostgres implements AutoCloseable {
    private final Path data;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private int port;

    @Nullable
    private EmbeddedPostgres running;

    /**
     * Creates a server that does not run yet.
     *
     * @param directory where its data lies
     */
    public DurablePostgres(Path directory) {
        this.data = directory.resolve("data");
    }

    /**
     * Sets one of its settings, from the next start on.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    public DurablePostgres with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /**
     * Starts it, again on the same port after it was stopped.
     *
     * @return this
     * @throws IOException if it does not start
     */
    public DurablePostgres start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                // recovery reads the whole log since the last checkpoint
                .setPGStartupWait(Duration.ofMinutes(5));
        settings.forEach(builder::setServerConfig);
        if (port != 0) {
            builder.setPort(port);
        }
        EmbeddedPostgres server = builder.start();
        port = server.getPort();
        running = server;
        return this;
    }

    /** {@return its address for JDBC} */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /**
     * Immediate shutdown: nothing is finished, nothing is flushed; the next start recovers from the log.
     *
     * @throws IOException if its process is not to be found
     * @throws InterruptedException if the thread is interrupted
     */
    public void stopImmediately() throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor(10, TimeUnit.SECONDS);
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        close();
    }

    @Override
    public void close() throws IOException {
        EmbeddedPostgres server = running;
        running = null;
        if (server != null) {
            server.close();
        }
    }
}

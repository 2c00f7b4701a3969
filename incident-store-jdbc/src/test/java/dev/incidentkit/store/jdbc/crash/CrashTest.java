package dev.incidentkit.store.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.jdbc.DurablePostgres;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hosts are killed and the server is stopped while they write, and afterwards the record is compared with what clients
 * wrote down. The short form runs always; {@code -Dincidentkit.crash=long} asks for the long one.
 */
class CrashTest {
    private static final boolean LONG = "long".equals(System.getProperty("incidentkit.crash"));

    @Test
    void what_was_accepted_is_there_once_whatever_crashes(@TempDir Path directory) throws Exception {
        CrashPlan plan = LONG ? CrashPlan.longForm() : CrashPlan.shortForm();
        long seed = Long.getLong("incidentkit.crash.seed", System.nanoTime());
        long begin = System.nanoTime();
        try (DurablePostgres server = new DurablePostgres(directory).start()) {
            CrashRun run = new CrashRun(plan, directory, server, seed);
            run.run();
            Duration ran = Duration.ofNanos(System.nanoTime() - begin);
            DataSource source = CrashHost.pool(server.url());
            ServiceDesk desk = CrashHost.desk(JdbcIncidentStore.open(source));
            CrashFindings findings = new CrashChecker(source, desk, CrashJournals.read(plan, directory)).check();
            System.out.println("Crash test, " + (LONG ? "long" : "short") + " form, seed " + seed + ": hosts killed "
                    + run.kills() + ", server stopped " + run.stops() + ", " + ran.toSeconds() + " s, checked in "
                    + Duration.ofNanos(System.nanoTime() - begin).minus(ran).toSeconds() + " s; " + findings.counts());

            assertThat(findings.faults()).isEmpty();
            assertThat(run.kills()).isEqualTo(plan.kills());
            assertThat(run.stops()).isEqualTo(plan.stops());
            Map<String, Long> counts = findings.counts();
            assertThat(counts.get("commands sent")).isEqualTo(plan.commands());
            assertThat(counts.get("commands accepted")).isGreaterThan(plan.commands() * 9L / 10);
            assertThat(counts.get("thresholds recorded")).isGreaterThan(plan.commands() / 10L);
        }
    }
}

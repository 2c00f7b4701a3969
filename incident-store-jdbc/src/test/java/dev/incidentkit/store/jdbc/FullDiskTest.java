package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.Housekeeping;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.UnknownOutcomeException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under H2 fills up while a desk writes. What was answered is there, and what was refused is not. */
class FullDiskTest {
    private static final Actor ANN = Actor.agent("ann");
    private static final long ROOM = 600_000;

    @TempDir
    private Path directory;

    @AfterEach
    void empty() {
        FullDisk.leave(Long.MAX_VALUE);
    }

    private DataSource open() {
        JdbcDataSource source = new JdbcDataSource();
        // without caches of the engine's own every commit reaches the disk
        source.setURL("jdbc:h2:full:" + directory.resolve("desk") + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        return source;
    }

    private static ServiceDesk desk(DataSource source) {
        return ServiceDesk.builder(JdbcIncidentStore.open(source), ProcessDefinition.itil())
                .build();
    }

    /** An engine that could not write closes by itself; one that could is closed here. */
    private static void shutDown(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException closed) {
            assertThat(closed.getMessage()).contains("closed");
        }
    }

    private static List<String> notes(ServiceDesk desk, IncidentId id) {
        return desk.events(id).stream()
                .filter(WorkEvent.Noted.class::isInstance)
                .map(event -> ((WorkEvent.Noted) event).text().text())
                .toList();
    }

    @Test
    void what_was_accepted_before_the_disk_was_full_is_there_and_nothing_half() {
        FullDisk.install();
        DataSource source = open();
        Schema.install(source);
        ServiceDesk desk = desk(source);
        IncidentId id = desk.report(
                        Report.of("Disk", Reporter.source("monitor"), Channel.API)
                                .build(),
                        ANN)
                .incident();
        List<String> accepted = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        FullDisk.leave(ROOM);
        for (int i = 0; i < 2_000 && refused.size() + unknown.size() < 5; i++) {
            String text = i + " " + "x".repeat(2_000);
            try {
                desk.handle(id, new Note(text, Visibility.INTERNAL), ANN);
                accepted.add(text);
            } catch (UnknownOutcomeException e) {
                unknown.add(text);
            } catch (StoreException e) {
                refused.add(text);
            }
        }
        assertThat(accepted).hasSizeGreaterThan(5);
        assertThat(refused.size() + unknown.size()).isEqualTo(5);

        FullDisk.leave(Long.MAX_VALUE);
        shutDown(source);
        ServiceDesk again = desk(open());

        assertThat(notes(again, id)).startsWith(accepted.toArray(String[]::new)).doesNotContainAnyElementsOf(refused);
        assertThat(new Audit(again).verify(id))
                .hasValueSatisfying(verdict -> assertThat(verdict.isWhole()).isTrue());
        assertThat(new Housekeeping(again).rebuild(Housekeeping.Mode.COMPARE)).isEmpty();
        again.handle(id, new Note("There is room again", Visibility.INTERNAL), ANN);
        assertThat(notes(again, id)).endsWith("There is room again");
    }
}

package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.OutboxMessage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a command goes to the database and back, as the page says. */
class RoundTripsTest {
    private static final IncidentId A = new IncidentId("A");

    private final RecordingSource recording = new RecordingSource();

    private List<String> sentBy(Runnable work) {
        recording.statements().clear();
        work.run();
        return recording.statements().stream()
                .map(RecordingSource.Statement::sql)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"POSTGRESQL", "MARIADB"})
    void an_append_with_a_key_and_a_message_is_one_round_trip_and_so_is_each_read(TestDatabase database) {
        database.clean();
        JdbcIncidentStore store = JdbcIncidentStore.open(recording.around(database.source()));
        store.append(Samples.append("A", 0, "one"));

        assertThat(sentBy(() -> store.append(new AppendBuilder()
                        .addIncidents(Samples.append("A", 1, "two", "three")
                                .incidents()
                                .get(0))
                        .receipt(new CommandReceipt("key", "print", A, 3, 2, Samples.AT, Samples.AT.plusSeconds(9)))
                        .addMessages(new OutboxMessage("A/2", A, 2, "incident.noted", new byte[1], Samples.AT))
                        .build())))
                .hasSize(1);
        assertThat(sentBy(() -> store.load(A))).hasSize(1);
        assertThat(sentBy(() -> store.head(A))).hasSize(1);
        assertThat(sentBy(() -> store.event(A, 2))).hasSize(1);
        assertThat(sentBy(() -> store.receipt("key", Samples.AT))).hasSize(1);
        assertThat(store.load(A).orElseThrow().version()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"POSTGRESQL", "MARIADB"})
    void a_command_is_a_load_and_an_append_and_with_a_key_a_look_for_its_receipt(TestDatabase database) {
        database.clean();
        JdbcIncidentStore store = JdbcIncidentStore.open(recording.around(database.source()));
        ServiceDesk desk = ServiceDesk.builder(store, ProcessDefinition.itil())
                .notifications(NotificationFilter.everything())
                .build();
        desk.handle(A, BackupDrillTest.outage("VPN is down"), Actor.agent("ann"));
        Note note = new Note("looked at it", Visibility.INTERNAL);

        assertThat(sentBy(() -> desk.handle(A, note, Actor.agent("ann")))).hasSize(2);
        assertThat(sentBy(() -> desk.handle(A, note, Actor.agent("ann"), new CommandKey("mail"))))
                .hasSize(3);
        assertThat(sentBy(() -> desk.handle(A, note, Actor.agent("ann"), new CommandKey("mail"))))
                .as("the same again")
                .hasSize(1);
    }
}

package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.RecordCommand.Redact;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.KeyReservation;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a redaction no column of any table holds the personal data: record, summary, terms, messages or keys. */
class RedactionReachTest {
    private static final String SECRET = "zaphod";
    private static final Actor ANN = Actor.agent("ann");

    private static List<String> columnsWithSecret(TestDatabase database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.source().getConnection()) {
            for (String table : List.of(
                    "ik_incident", "ik_event", "ik_personal", "ik_term", "ik_message", "ik_command", "ik_reserved")) {
                Sql.list(connection, "select * from " + table, row -> {
                    int columns = row.getMetaData().getColumnCount();
                    for (int i = 1; i <= columns; i++) {
                        Object value = row.getObject(i);
                        String text = value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.UTF_8)
                                : String.valueOf(value);
                        if (text.toLowerCase(Locale.ROOT).contains(SECRET)) {
                            found.add(table + "."
                                    + row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                        }
                    }
                    return table;
                });
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void a_redaction_reaches_record_summary_terms_messages_and_keys(TestDatabase database) throws SQLException {
        database.clean();
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
        ServiceDesk desk = ServiceDesk.builder(store, ProcessDefinition.itil())
                .notifications(NotificationFilter.everything())
                .build();
        CommandKey key = new CommandKey("mail-of-zaphod@example.com");
        IncidentId id = desk.report(
                        Report.of("Zaphod cannot print", Reporter.person("Zaphod"), Channel.PHONE)
                                .build(),
                        Actor.human("bob", Role.CALLER),
                        key)
                .incident();
        store.append(new AppendBuilder()
                .addReserve(new KeyReservation("printer-of-zaphod", id))
                .build());
        desk.handle(id, new Note("Zaphod called", Visibility.INTERNAL), ANN);
        desk.handle(id, new Start(Owner.group("print")), ANN);
        assertThat(columnsWithSecret(database))
                .contains(
                        "ik_incident.title",
                        "ik_personal.value_bytes",
                        "ik_term.term",
                        "ik_command.key_text",
                        "ik_reserved.key_text");

        desk.handle(id, new Redact(Set.of("title"), "request of the data subject"), ANN);
        assertThat(columnsWithSecret(database))
                .as("a redaction of the title takes the texts of the keys with it, and leaves reporter and note")
                .containsOnly("ik_personal.value_bytes");

        desk.handle(id, new Redact(Set.of(), "request of the data subject"), ANN);

        assertThat(columnsWithSecret(database)).isEmpty();
        assertThat(store.receipt(key.value(), Instant.now())).isPresent();
        assertThat(store.holder("printer-of-zaphod")).contains(id);
    }
}

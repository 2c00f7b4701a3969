package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.OutboxMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppendScriptTest {
    private static final Dialect.Fragments SQL = new PostgresDialect().sql();

    private static Append append(long version, boolean termsKept) {
        IncidentAppend plain = Samples.incident("INC-1", version, summary -> summary.title("mail"), "seen");
        IncidentId id = plain.incident();
        return new AppendBuilder()
                .addIncidents(new IncidentAppend(id, version, plain.events(), plain.summary(), termsKept))
                .addMessages(new OutboxMessage("m", id, version + 1, "incident.noted", new byte[1], Samples.AT))
                .receipt(new CommandReceipt("key", "print", id, version + 1, 1, Samples.AT, Samples.AT.plusSeconds(9)))
                .build();
    }

    private static List<String> tables(Append append, boolean clearing) {
        return new AppendScript(SQL, "acme", append)
                .build(clearing).steps().stream()
                        .map(step -> step.sql().replaceFirst("^(insert into|update|delete from) (\\w+) .*$", "$1 $2"))
                        .toList();
    }

    @Test
    void a_usual_command_touches_each_table_that_it_changes_once() {
        assertThat(tables(append(3, true), false))
                .containsExactly(
                        "update ik_incident",
                        "insert into ik_command",
                        "insert into ik_message",
                        "insert into ik_event");
    }

    @Test
    void terms_are_looked_at_where_they_may_have_changed() {
        assertThat(tables(append(3, false), false))
                .containsSubsequence("update ik_incident", "delete from ik_term", "insert into ik_term");
    }

    @Test
    void a_receipt_that_ran_out_is_cleared_away_before_the_new_one_when_that_is_asked_for() {
        assertThat(tables(append(3, true), true))
                .containsSubsequence("delete from ik_command", "insert into ik_command");
    }
}

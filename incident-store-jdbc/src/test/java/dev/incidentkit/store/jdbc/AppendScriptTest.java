package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.ReadCondition;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
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
        return tables(SQL, append, clearing);
    }

    private static List<String> tables(Dialect.Fragments sql, Append append, boolean clearing) {
        return new AppendScript(sql, "acme", append)
                .build(clearing).steps().stream()
                        .map(step ->
                                table(step.sql()) + (step.carried().isEmpty() ? "" : " and " + table(step.carried())))
                        .toList();
    }

    private static String table(String sql) {
        return sql.replaceFirst("^(insert into|update|delete from) (\\w+) .*$", "$1 $2");
    }

    @Test
    void a_usual_command_touches_each_table_that_it_changes_once() {
        assertThat(tables(append(3, true), false))
                .containsExactly(
                        "update ik_incident and insert into ik_event",
                        "insert into ik_command",
                        "insert into ik_message");
    }

    @Test
    void where_no_statement_can_carry_another_events_are_inserted_last() {
        assertThat(tables(new H2Dialect().sql(), append(3, true), false))
                .containsExactly(
                        "update ik_incident",
                        "insert into ik_command",
                        "insert into ik_message",
                        "update ik_tenant",
                        "insert into ik_event");
    }

    @Test
    void the_first_event_of_an_incident_comes_after_its_row() {
        assertThat(tables(append(0, false), false))
                .startsWith("insert into ik_incident")
                .endsWith("insert into ik_event");
    }

    @Test
    void events_of_several_incidents_come_in_the_order_of_the_append() {
        Append two = new AppendBuilder()
                .addIncidents(
                        Samples.incident("B", 3, UnaryOperator.identity(), "seen"),
                        Samples.incident("A", 3, UnaryOperator.identity(), "seen"))
                .build();

        Step insert = new AppendScript(SQL, "acme", two)
                .build(false).steps().stream()
                        .filter(step -> step.sql().startsWith("insert into ik_event"))
                        .findFirst()
                        .orElseThrow();
        assertThat(insert.values())
                .filteredOn(value -> value.equals("A") || value.equals("B"))
                .startsWith("B")
                .endsWith("A");
    }

    @Test
    void many_new_incidents_take_a_statement_a_table_and_wait_for_rows_in_the_order_of_identities() {
        AppendBuilder many = new AppendBuilder().addConditions(new ReadCondition(new IncidentId("M"), 2));
        for (String id : List.of("Z", "C", "A", "B")) {
            many.addIncidents(Samples.incident(id, 0, summary -> summary.title("mail"), "one", "two"));
        }

        List<Step> steps =
                new AppendScript(SQL, "acme", many.build()).build(false).steps();

        assertThat(steps)
                .extracting(step -> table(step.sql()))
                .containsExactly(
                        "insert into ik_incident",
                        "insert into ik_term",
                        "select 1 from ik_incident where tenant = ? and incident = ? and version = ? and archived_to is null",
                        "insert into ik_incident",
                        "insert into ik_term",
                        "insert into ik_event");
        assertThat(steps.get(0).values())
                .filteredOn(value -> value instanceof String text && text.length() == 1)
                .containsExactly("A", "B", "C");
    }

    @Test
    void more_events_than_one_insert_takes_are_not_carried() {
        Append many = Samples.append(
                "A", 3, Collections.nCopies(SQL.rows() + 1, "seen").toArray(String[]::new));

        assertThat(tables(many, false))
                .filteredOn("insert into ik_event"::equals)
                .hasSize(2);
    }

    @Test
    void terms_are_looked_at_where_they_may_have_changed() {
        assertThat(tables(append(3, false), false))
                .containsSubsequence(
                        "update ik_incident and insert into ik_event", "delete from ik_term", "insert into ik_term");
    }

    @Test
    void a_receipt_that_ran_out_is_cleared_away_before_the_new_one_when_that_is_asked_for() {
        assertThat(tables(append(3, true), true))
                .containsSubsequence("delete from ik_command", "insert into ik_command");
    }
}

package dev.incidentkit.examples.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Resume;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaStanding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdoptOpenTicketsTest {
    private static final Instant NOW = AdoptOpenTickets.NOW;
    private static final Actor ANN = Actor.agent("ann");
    /** All faults that a row may have, as SQL: what the library has to refuse, said without it. */
    private static final String FAULTY =
            "state = 'escalated' or created > timestamp with time zone '2026-03-02 09:00:00Z'"
                    + " or state = 'assigned' and team is null or state = 'fixed' and fixed is null or answered < created";

    private Connection connection;
    private TicketTable table;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        table = new TicketTable(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void filled(int open) throws SQLException {
        table.create();
        table.fill(new TicketGenerator(17, NOW).tickets(open));
    }

    private Set<Long> ids(String where) throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from ticket where " + where)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static Ticket ticket(String state) {
        return new Ticket(
                1, state, 4, "network", null, NOW.minusSeconds(7_200), NOW.minusSeconds(7_000), null, null, null);
    }

    private static SlaStanding standing(Incident incident, Measure measure) {
        return Helpdesk.process()
                .clock()
                .standing(incident.history(), NOW, "itil", measure)
                .orElseThrow();
    }

    @Test
    void of_forty_thousand_open_tickets_those_are_refused_whose_rows_are_faulty_and_no_others() throws SQLException {
        filled(40_000);
        Set<Long> refused = new HashSet<>();
        List<Ticket> all = new ArrayList<>();
        table.forEachOpen(all::add);
        all.forEach(ticket -> {
            try {
                Helpdesk.adopt(ticket, NOW);
            } catch (IncidentRejectedException e) {
                refused.add(ticket.id());
            }
        });

        assertThat(all).hasSize(40_000);
        assertThat(refused)
                .isEqualTo(ids("state not in ('closed', 'withdrawn') and (" + FAULTY + ")"))
                .hasSizeBetween(200, 2_000);
    }

    @Test
    void the_program_prints_how_many_and_why() throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AdoptOpenTickets.run(connection, 4_000, new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("4.000 open tickets: 3.\\d{3} adopted, \\d+ refused, in \\d+ ms of processor time")
                .containsPattern("\\d+  STATUS_UNKNOWN\\(state\\)")
                .containsPattern("\\d+  FIELD_REQUIRED\\(owner\\)")
                .containsPattern("\\d+  FIELD_REQUIRED\\(resolvedAt\\)")
                .containsPattern("\\d+  TIME_IN_FUTURE\\(reportedAt\\)")
                .contains("RESOLUTION PAUSED", "RESPONSE RUNNING, past its target", "1,000 changes tried")
                .contains(
                        "CLOSE: CHECKLIST_OPEN", "RESOLVE: FIELD_REQUIRED(category)", "HOLD: FIELD_REQUIRED(comment)");
    }

    @Test
    void clocks_start_when_the_ticket_was_written_and_not_when_it_was_adopted() {
        SlaStanding resolution = standing(Helpdesk.adopt(ticket("assigned"), NOW), Measure.RESOLUTION);

        assertThat(resolution.startedAt()).isEqualTo(NOW.minusSeconds(7_200));
        assertThat(resolution.elapsed().working()).isEqualTo(Duration.ofHours(2));
        assertThat(resolution.dueAt()).isEqualTo(NOW.plusSeconds(7_200));
        assertThat(resolution.state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void an_answer_before_the_adoption_is_the_response() {
        SlaStanding response = standing(Helpdesk.adopt(ticket("assigned"), NOW), Measure.RESPONSE);

        assertThat(response.state()).isEqualTo(ClockState.MET);
        assertThat(response.elapsed().wall()).isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void what_waits_for_the_customer_has_been_paused_since_it_waits() {
        Ticket waiting = new Ticket(
                1,
                "waiting",
                4,
                "network",
                null,
                NOW.minusSeconds(7_200),
                NOW.minusSeconds(7_000),
                "customer",
                NOW.minusSeconds(3_600),
                null);

        SlaStanding resolution = standing(Helpdesk.adopt(waiting, NOW), Measure.RESOLUTION);

        assertThat(resolution.state()).isEqualTo(ClockState.PAUSED);
        assertThat(resolution.elapsed().working()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_row_with_several_faults_names_each() {
        Ticket odd =
                new Ticket(9, "assigned", 1, null, null, NOW.minusSeconds(60), NOW.minusSeconds(120), null, null, null);

        assertThat(catchUnmet(odd, NOW))
                .extracting(Takeover::named)
                .contains("FIELD_REQUIRED(owner)", "TIME_ORDER(acknowledgedAt)");
    }

    @Test
    void a_refused_change_leaves_the_row_as_it_was_and_an_allowed_one_writes_the_host_s_words() throws SQLException {
        table.create();
        table.fill(List.of(ticket("assigned")));
        Helpdesk helpdesk = new Helpdesk(table);

        assertThat(helpdesk.change(1, List.of(Hold.on(HoldReason.CALLER)), ANN, NOW))
                .extracting(Takeover::named)
                .containsExactly("FIELD_REQUIRED(comment)");
        assertThat(table.find(1)).contains(ticket("assigned"));

        Hold asked = new Hold(HoldReason.CALLER, "Which printer?", null);
        assertThat(helpdesk.change(1, List.of(asked), ANN, NOW)).isEmpty();
        assertThat(table.find(1)).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo("waiting");
            assertThat(row.waitingFor()).isEqualTo("customer");
            assertThat(row.waitingSince()).isEqualTo(NOW);
        });

        Instant later = NOW.plusSeconds(3_600);
        Resolve resolve = Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed it");
        assertThat(helpdesk.change(1, List.of(Resume.BY_HAND, resolve), ANN, later))
                .isEmpty();
        assertThat(table.find(1)).hasValueSatisfying(row -> {
            assertThat(row)
                    .extracting(Ticket::state, Ticket::topic, Ticket::fixed, Ticket::waitingFor)
                    .containsExactly("fixed", "network/vpn", later, null);
        });
    }

    @Test
    void of_two_who_write_the_same_ticket_the_slower_one_is_told() throws SQLException {
        table.create();
        table.fill(List.of(ticket("assigned")));

        assertThat(table.update(ticket("new"), ticket("fixed"))).isFalse();
        assertThat(table.find(1)).contains(ticket("assigned"));
    }

    @Test
    void every_change_that_was_written_leaves_a_row_that_can_be_adopted_again() throws SQLException {
        filled(2_000);
        List<Long> open = new ArrayList<>();
        table.forEachOpen(ticket -> open.add(ticket.id()));
        Set<Long> faulty = ids(FAULTY);
        Changes changes = new Changes(3, new Helpdesk(table));
        for (long id : open) {
            changes.tryOne(id, NOW.plusSeconds(1));
        }

        assertThat(changes.written().keySet()).contains("START", "HOLD", "RESUME", "RESOLVE", "REOPEN", "CLOSE");
        assertThat(ids(FAULTY)).isEqualTo(faulty);
        for (long id : open) {
            Ticket row = table.find(id).orElseThrow();
            if (!faulty.contains(id) && !row.state().equals("closed")) {
                assertThat(catchUnmet(row, NOW.plusSeconds(2))).as("%s", row).isEmpty();
            }
        }
    }

    private static List<Unmet> catchUnmet(Ticket ticket, Instant now) {
        try {
            Helpdesk.adopt(ticket, now);
            return List.of();
        } catch (IncidentRejectedException e) {
            return e.unmet();
        }
    }
}

package dev.incidentkit.examples.adopt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The helpdesk's own table and its own statements. The library does not know them. */
final class TicketTable {
    private static final String CREATE = """
            create table ticket (
              id            bigint primary key,
              state         varchar(20) not null,
              urgency       int not null,
              team          varchar(40),
              topic         varchar(60),
              created       timestamp(3) with time zone not null,
              answered      timestamp(3) with time zone,
              waiting_for   varchar(20),
              waiting_since timestamp(3) with time zone,
              fixed         timestamp(3) with time zone
            )
            """;
    private static final String COLUMNS =
            "id, state, urgency, team, topic, created, answered, waiting_for, waiting_since, fixed";
    private static final int BATCH = 1_000;

    private final Connection connection;

    TicketTable(Connection connection) {
        this.connection = connection;
    }

    void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    void fill(Iterable<Ticket> tickets) throws SQLException {
        String insert = "insert into ticket (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int waiting = 0;
            for (Ticket ticket : tickets) {
                bind(statement, ticket);
                statement.addBatch();
                waiting++;
                if (waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void bind(PreparedStatement statement, Ticket ticket) throws SQLException {
        statement.setLong(1, ticket.id());
        statement.setString(2, ticket.state());
        statement.setInt(3, ticket.urgency());
        statement.setString(4, ticket.team());
        statement.setString(5, ticket.topic());
        statement.setObject(6, ticket.created().atOffset(ZoneOffset.UTC));
        statement.setObject(7, offset(ticket.answered()));
        statement.setString(8, ticket.waitingFor());
        statement.setObject(9, offset(ticket.waitingSince()));
        statement.setObject(10, offset(ticket.fixed()));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Every open ticket, the oldest number first. */
    void forEachOpen(Consumer<Ticket> reader) throws SQLException {
        String select = "select " + COLUMNS + " from ticket where state not in ('closed', 'withdrawn') order by id";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                reader.accept(ticket(rows));
            }
        }
    }

    Optional<Ticket> find(long id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select " + COLUMNS + " from ticket where id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(ticket(rows)) : Optional.empty();
            }
        }
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                instant(row, 7),
                row.getString(8),
                instant(row, 9),
                instant(row, 10));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /**
     * Writes a ticket as it is after a step, unless somebody else was faster.
     *
     * @return whether it was written: the state was still the one that the check was asked about
     */
    boolean update(Ticket before, Ticket after) throws SQLException {
        String update = "update ticket set state = ?, team = ?, topic = ?, answered = ?, waiting_for = ?,"
                + " waiting_since = ?, fixed = ? where id = ? and state = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, after.state());
            statement.setString(2, after.team());
            statement.setString(3, after.topic());
            statement.setObject(4, offset(after.answered()));
            statement.setString(5, after.waitingFor());
            statement.setObject(6, offset(after.waitingSince()));
            statement.setObject(7, offset(after.fixed()));
            statement.setLong(8, before.id());
            statement.setString(9, before.state());
            return statement.executeUpdate() == 1;
        }
    }
}

package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.Append;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.VersionConflictException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A way to write the append of one command: one incident, its events, a message, a key. */
interface ThroughputWay {
    /** {@return false where another was first, and nothing was written} */
    boolean write(Append append) throws SQLException;

    /** The library. */
    static ThroughputWay library(DataSource source) {
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        return append -> {
            try {
                store.append(append);
                return true;
            } catch (VersionConflictException e) {
                return false;
            }
        };
    }

    /** Written by hand for these rows and nothing else, all statements in one string. */
    static ThroughputWay oneString(DataSource source, TestDatabase database) {
        Hand hand = new Hand(database);
        String around = database == TestDatabase.POSTGRESQL ? "%s" : "start transaction;%s;commit";
        return append -> {
            try (Connection connection = source.getConnection()) {
                List<Step> steps = hand.steps(append);
                String text = String.format(
                        around, String.join(";", steps.stream().map(Step::sql).toList()));
                List<@Nullable Object> values = new ArrayList<>();
                steps.forEach(step -> values.addAll(step.values()));
                try (PreparedStatement statement = connection.prepareStatement(text)) {
                    Sql.bind(statement, values);
                    statement.execute();
                    Connections.drain(statement);
                    return true;
                } catch (SQLException e) {
                    if (database != TestDatabase.POSTGRESQL) {
                        Connections.execute(connection, "rollback", e);
                    }
                    return conflict(e);
                }
            }
        };
    }

    /** The same rows by hand, each by a statement of its own and each sent by itself, then a commit. */
    static ThroughputWay stepByStep(DataSource source, TestDatabase database) {
        Hand hand = new Hand(database);
        return append -> {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    for (Step step : hand.stepsByRow(append)) {
                        if (Sql.update(connection, step.sql(), step.values().toArray()) == 0) {
                            connection.rollback();
                            return false;
                        }
                    }
                    connection.commit();
                    return true;
                } catch (SQLException e) {
                    connection.rollback();
                    return conflict(e);
                } finally {
                    connection.setAutoCommit(true);
                }
            }
        };
    }

    private static boolean conflict(SQLException e) throws SQLException {
        if (Failures.isRefusal(e) || Failures.isRetryable(e)) {
            return false;
        }
        throw e;
    }

    /** The fewest statements: what is stale fails at the primary key of events. */
    record Hand(TestDatabase database) {
        private static final String UPDATE = "update ik_incident set version = ?, head_hash = ?, definition = ?,"
                + " status = ?, phase = ?, is_closed = ?, priority = ?, priority_rank = ?, number_text = ?, title = ?,"
                + " category = ?, owner_group = ?, owner_person = ?, reported_at = ?, resolved_at = ?, ended_at = ?,"
                + " next_breach = ?, wake_at = ?, wake_from = ?, legal_hold = ?, extra = ?, wake_failures = 0,"
                + " lease_until = 0, lease_token = null";
        private static final String XID = "cast(cast(pg_current_xact_id() as text) as bigint)";

        List<Step> steps(Append append) {
            List<Step> steps = new ArrayList<>();
            perIncident(steps, append);
            events(steps, append, append.incidents().get(0).events());
            return steps;
        }

        List<Step> stepsByRow(Append append) {
            List<Step> steps = new ArrayList<>();
            perIncident(steps, append);
            append.incidents().get(0).events().forEach(event -> events(steps, append, List.of(event)));
            return steps;
        }

        private void perIncident(List<Step> steps, Append append) {
            boolean counted = database != TestDatabase.POSTGRESQL;
            IncidentSummary summary = append.incidents().get(0).summary();
            String incident = summary.incident().value();
            long expected = append.incidents().get(0).expectedVersion();
            List<@Nullable Object> values = new ArrayList<>(values(summary));
            values.addAll(List.of("default", incident, expected));
            steps.add(new Step(
                    Step.Kind.GUARD,
                    UPDATE + (counted ? "" : ", feed_mark = " + XID)
                            + " where tenant = ? and incident = ? and version = ?",
                    values));
            CommandReceipt receipt = Objects.requireNonNull(append.receipt());
            steps.add(plain(
                    "insert into ik_command (tenant, key_hash, key_text, fingerprint, incident, version, events,"
                            + " accepted_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    "default",
                    Sql.sha256(receipt.key()),
                    receipt.key(),
                    receipt.fingerprint(),
                    incident,
                    receipt.version(),
                    receipt.events(),
                    receipt.acceptedAt().toEpochMilli(),
                    receipt.expiresAt().toEpochMilli()));
            OutboxMessage message = append.messages().get(0);
            steps.add(plain(
                    "insert into ik_message (tenant, incident, sequence, id, topic, body, created_at, state, attempts,"
                            + " not_before) values (?, ?, ?, ?, ?, ?, ?, 0, 0, 0)",
                    "default",
                    incident,
                    message.sequence(),
                    message.id(),
                    message.topic(),
                    message.body(),
                    message.createdAt().toEpochMilli()));
        }

        private void events(List<Step> steps, Append append, List<StoredEvent> events) {
            String incident = append.incidents().get(0).incident().value();
            boolean counted = database != TestDatabase.POSTGRESQL;
            if (counted) {
                steps.add(plain(
                        "update ik_tenant set feed_position = feed_position + " + events.size() + " where tenant = ?",
                        "default"));
            }
            String row = counted
                    ? "(?, ?, ?, ?, ?, ?, ?, ?, ?, 0, (select feed_position from ik_tenant where tenant = 'default') - ?)"
                    : "(?, ?, ?, ?, ?, ?, ?, ?, ?, " + XID + ", nextval('ik_feed'))";
            List<@Nullable Object> values = new ArrayList<>();
            int back = events.size();
            for (StoredEvent event : events) {
                values.addAll(List.of("default", incident, event.sequence(), event.type(), event.form()));
                values.addAll(List.of(event.body(), event.hash()));
                values.addAll(List.of(
                        event.effectiveAt().toEpochMilli(), event.recordedAt().toEpochMilli()));
                back--;
                if (counted) {
                    values.add(back);
                }
            }
            steps.add(plain(
                    "insert into ik_event (tenant, incident, sequence, type, form, body, hash, effective_at, recorded_at,"
                            + " feed_mark, feed_position) values "
                            + String.join(", ", Collections.nCopies(events.size(), row)),
                    values.toArray()));
        }

        private static Step plain(String sql, @Nullable Object... values) {
            return new Step(Step.Kind.PLAIN, sql, Arrays.asList(values));
        }

        static List<@Nullable Object> values(IncidentSummary summary) {
            return Arrays.asList(
                    summary.version(),
                    summary.headHash(),
                    summary.definition(),
                    summary.status(),
                    summary.phase().name(),
                    summary.phase().isOpen() ? 0 : 1,
                    summary.priority(),
                    summary.priorityRank(),
                    summary.number(),
                    summary.title(),
                    summary.category(),
                    summary.ownerGroup(),
                    summary.ownerPerson(),
                    summary.reportedAt().toEpochMilli(),
                    Sql.millis(summary.resolvedAt()),
                    Sql.millis(summary.endedAt()),
                    SummaryRows.breach(summary),
                    Sql.millis(summary.nextWakeUp()),
                    Sql.millis(summary.nextWakeUp()),
                    summary.legalHold() ? 1 : 0,
                    new Extra(summary.services(), summary.externalReferences(), summary.attributes()).encode());
        }
    }
}

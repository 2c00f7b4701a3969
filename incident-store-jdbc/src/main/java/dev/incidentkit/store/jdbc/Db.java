package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database and how it is reached: what the capabilities of a store share. */
final class Db {
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = 1_000_000;

    final Dialect dialect;
    final Dialect.Fragments sql;
    private final DataSource source;
    private final Supplier<@Nullable Connection> host;

    /** Tenants whose row is known to be there. */
    final Set<String> knownTenants = ConcurrentHashMap.newKeySet();

    /** Whose wake-ups were claimed last, so that the next claim begins behind. */
    final AtomicReference<String> lastWoken = new AtomicReference<>("");

    /** Whose messages were claimed last; apart, or who wakes and sends in turn would serve each tenant in one of both. */
    final AtomicReference<String> lastSent = new AtomicReference<>("");

    Db(DataSource source, Dialect dialect, Dialect.Fragments sql, Supplier<@Nullable Connection> host) {
        this.source = source;
        this.dialect = dialect;
        this.sql = sql;
        this.host = host;
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Work on a connection of the store's own, or on the host's. */
    @FunctionalInterface
    interface Either<T> {
        T on(Connection connection, boolean joined) throws SQLException;
    }

    /** Runs work once, each statement by itself unless the host has a transaction open. */
    <T> T once(Either<T> work) throws SQLException {
        Connection hosts = host.get();
        if (hosts != null) {
            return work.on(hosts, true);
        }
        try (Connection own = source.getConnection()) {
            if (!own.getAutoCommit()) {
                own.setAutoCommit(true);
            }
            return work.on(own, false);
        }
    }

    boolean isJoined() {
        return host.get() != null;
    }

    /** Reads, or writes in one statement; again where others were in the way. */
    <T> T simple(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once((connection, joined) -> work.on(connection));
            } catch (SQLException e) {
                if (isJoined() || attempt >= ATTEMPTS || !Failures.isRetryable(e)) {
                    throw failure(what, e);
                }
                pause(attempt);
            }
        }
    }

    /** Several statements in one transaction, or within the host's; again where others were in the way. */
    <T> T transaction(String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once((connection, joined) -> joined ? work.on(connection) : committed(connection, work));
            } catch (SQLException e) {
                if (isJoined() || attempt >= ATTEMPTS || !Failures.isRetryable(e)) {
                    throw failure(what, e);
                }
                pause(attempt);
            }
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                Connections.rollback(connection, new SQLException("The transaction failed"));
            }
            Connections.autoCommit(connection);
        }
    }

    /** Waits a little, longer each time and not all alike, so that writers in each other's way part. */
    static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS << Math.min(attempt, 9)));
    }

    static StoreException failure(String what, SQLException e) {
        return new StoreException(
                "The database failed to " + what + " (state " + e.getSQLState() + ", code " + e.getErrorCode() + "): "
                        + e.getMessage(),
                e);
    }
}

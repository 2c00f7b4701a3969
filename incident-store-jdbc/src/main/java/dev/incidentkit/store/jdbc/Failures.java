package dev.incidentkit.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an error of a database means. */
final class Failures {
    /** The state of a guard that did not hold, where the library itself counts. */
    static final String GUARD_STATE = "IK001";

    /** A division by zero in a guard on PostgreSQL, a value out of range in a guard on MariaDB. */
    private static final Set<String> GUARDS = Set.of(GUARD_STATE, "22012", "22003");

    private static final Set<String> RETRYABLE = Set.of("40001", "40P01", "55P03");

    /** MariaDB: lock wait timeout, deadlock, record changed; H2: lock timeout, concurrent update. */
    private static final Set<Integer> RETRYABLE_CODES = Set.of(1_205, 1_213, 1_020, 50_200, 90_131);

    /** PostgreSQL: ended by an administrator, by a crash, cannot connect now. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03");

    private Failures() {}

    /** A guard that did not hold, or a row that was there already. */
    static boolean isRefusal(SQLException e) {
        return any(
                e,
                each -> each instanceof SQLIntegrityConstraintViolationException
                        || startsWith(each, "23")
                        || (each.getSQLState() != null && GUARDS.contains(each.getSQLState())));
    }

    /** Others were in the way: the same again may succeed. */
    static boolean isRetryable(SQLException e) {
        return any(
                e,
                each -> each instanceof SQLTransactionRollbackException
                        || (each.getSQLState() != null && RETRYABLE.contains(each.getSQLState()))
                        || RETRYABLE_CODES.contains(each.getErrorCode()));
    }

    /** The connection broke: what was sent may have been carried out. */
    static boolean isUnknownOutcome(SQLException e) {
        return any(
                e,
                each -> each instanceof SQLRecoverableException
                        || each instanceof SQLNonTransientConnectionException
                        || startsWith(each, "08")
                        || (each.getSQLState() != null && ENDED.contains(each.getSQLState())));
    }

    private static boolean startsWith(SQLException e, String stateClass) {
        return e.getSQLState() != null && e.getSQLState().startsWith(stateClass);
    }

    private static boolean any(SQLException first, Predicate<SQLException> test) {
        for (SQLException each = first; each != null; each = each.getNextException()) {
            if (test.test(each)) {
                return true;
            }
        }
        Throwable cause = first.getCause();
        return cause instanceof SQLException inner && inner != first && any(inner, test);
    }

    static SQLException guard(String sql, @Nullable Throwable cause) {
        return new SQLException("A guard did not hold: " + sql, GUARD_STATE, cause);
    }
}

package dev.incidentkit.spring.boot;

import dev.incidentkit.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives the connection of the transaction that Spring has open on a DataSource in the current thread. A transaction of
 * another DataSource is none of this one: what is written then is committed at once, as by {@code JdbcTemplate}.
 */
final class SpringTransaction implements Supplier<@Nullable Connection> {
    private final DataSource source;

    SpringTransaction(DataSource source) {
        this.source = target(source);
    }

    /** The DataSource that managers of transactions know the connection by. */
    static DataSource target(DataSource source) {
        return source instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null
                ? target(proxy.getTargetDataSource())
                : source;
    }

    @Override
    public @Nullable Connection get() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !(TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder)) {
            return null;
        }
        Connection connection = DataSourceUtils.getConnection(source);
        // only counts down: it is the transaction's, and open until that ends
        DataSourceUtils.releaseConnection(connection, source);
        return isInTransaction(connection) ? connection : null;
    }

    private static boolean isInTransaction(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw new StoreException("The connection " + connection + " does not tell whether it commits by itself", e);
        }
    }
}

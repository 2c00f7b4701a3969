package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.StoreException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells databases apart by what their drivers say. */
final class Dialects {
    private Dialects() {}

    static Dialect of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData meta = connection.getMetaData();
            return of(meta.getDatabaseProductName(), meta.getURL());
        } catch (SQLException e) {
            throw Db.failure("say what it is", e);
        }
    }

    static Dialect of(String product, @Nullable String url) {
        boolean multi = url != null && url.toLowerCase(Locale.ROOT).contains("allowmultiqueries=true");
        return switch (product) {
            case "H2" -> new H2Dialect();
            case "PostgreSQL" -> new PostgresDialect();
            case "MariaDB" -> new MariaDialect("mariadb", multi);
            case "MySQL" -> new MariaDialect("mysql", multi);
            default ->
                throw new StoreException(
                        "There are dialects for H2, PostgreSQL, MariaDB and MySQL, but the database is " + product);
        };
    }
}

package dev.incidentkit.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Small help with statements and values. */
final class Sql {
    private Sql() {}

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, Arrays.asList(values));
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row.read(result));
                }
                return rows;
            }
        }
    }

    static <T> Optional<T> first(Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        List<T> rows = list(connection, sql, row, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, Arrays.asList(values));
            return statement.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        int index = 1;
        for (Object value : values) {
            if (value == null) {
                statement.setNull(index, Types.NULL);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(index, bytes);
            } else {
                statement.setObject(index, value);
            }
            index++;
        }
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not", e);
        }
    }

    /** Texts that some databases cannot hold are kept with another sign in place of U+0000. */
    static @Nullable String clean(@Nullable String text) {
        return text == null || text.indexOf('\u0000') < 0 ? text : text.replace('\u0000', '\uFFFD');
    }

    /**
     * What follows the given values in ascending order of the columns.
     *
     * @param rowValues whether to compare row values; else the comparison is spelled out
     */
    static String after(boolean rowValues, String... columns) {
        if (rowValues || columns.length == 1) {
            return "(" + String.join(", ", columns) + ") > (" + marks(columns.length) + ")";
        }
        StringBuilder text = new StringBuilder("(");
        for (int last = 0; last < columns.length; last++) {
            text.append(last == 0 ? "(" : " or (");
            for (int i = 0; i < last; i++) {
                text.append(columns[i]).append(" = ? and ");
            }
            text.append(columns[last]).append(" > ?)");
        }
        return text.append(")").toString();
    }

    /** The values of {@link #after} in the order of its marks. */
    static List<Object> afterValues(boolean rowValues, Object... values) {
        if (rowValues || values.length == 1) {
            return List.of(values);
        }
        List<Object> spelled = new ArrayList<>();
        for (int last = 0; last < values.length; last++) {
            spelled.addAll(Arrays.asList(values).subList(0, last + 1));
        }
        return spelled;
    }
}

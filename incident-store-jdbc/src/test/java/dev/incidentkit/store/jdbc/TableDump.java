package dev.incidentkit.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The rows of all tables as of one instant, to be put back later: what a logical backup does. */
final class TableDump {
    private static final List<String> TABLES = List.of(
            "ik_tenant",
            "ik_incident",
            "ik_term",
            "ik_event",
            "ik_personal",
            "ik_message",
            "ik_command",
            "ik_reserved",
            "ik_definition");

    private record Table(List<String> columns, List<Object[]> rows) {}

    private final Map<String, Table> tables = new LinkedHashMap<>();

    /** Reads everything in one transaction that sees nothing of later ones. */
    static TableDump of(DataSource source) throws SQLException {
        TableDump dump = new TableDump();
        try (Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                dump.tables.put(table, read(connection, table));
            }
            connection.commit();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        return dump;
    }

    private static Table read(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            List<Object[]> read = new ArrayList<>();
            while (rows.next()) {
                read.add(StepwiseRunner.columns(rows, columns.size()));
            }
            return new Table(columns, read);
        }
    }

    /** Puts the rows back in place of those that are there, under whoever is connected. */
    void restore(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, Table> entry : tables.entrySet()) {
                Sql.update(connection, "delete from " + entry.getKey());
                insert(connection, entry.getKey(), entry.getValue());
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void insert(Connection connection, String name, Table table) throws SQLException {
        String sql = "insert into " + name + " (" + String.join(", ", table.columns()) + ") values ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : table.rows()) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}

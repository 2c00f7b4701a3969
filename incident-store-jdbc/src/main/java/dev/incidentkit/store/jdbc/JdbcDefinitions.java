package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.Definitions;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.StoredDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Definitions by their hash. */
final class JdbcDefinitions implements Definitions {
    private final Db db;
    private final String tenant;

    JdbcDefinitions(Db db, String tenant) {
        this.db = db;
        this.tenant = tenant;
    }

    @Override
    public void keepDefinition(StoredDefinition definition) {
        StoredDefinition kept = definition(definition.hash()).orElse(null);
        if (kept == null) {
            kept = db.simple("keep definition " + definition.hash(), connection -> insert(connection, definition));
        }
        if (!kept.equals(definition)) {
            throw new StoreException("Another definition is kept under the hash " + definition.hash());
        }
    }

    /** Of nodes that keep it at once one inserts, and the others read what it wrote. */
    private StoredDefinition insert(Connection connection, StoredDefinition definition) throws SQLException {
        Script script = new Script(db.sql)
                .plain(
                        "insert into ik_definition (tenant, hash, name, body) values (?, ?, ?, ?)",
                        tenant,
                        definition.hash(),
                        definition.name(),
                        definition.body());
        try {
            db.dialect.run(connection, script, db.isJoined());
            return definition;
        } catch (SQLException e) {
            if (!Failures.isRefusal(e)) {
                throw e;
            }
            return find(connection, definition.hash(), db.sql.current()).orElseThrow(() -> e);
        }
    }

    @Override
    public Optional<StoredDefinition> definition(String hash) {
        return db.simple("read definition " + hash, connection -> find(connection, hash, ""));
    }

    private Optional<StoredDefinition> find(Connection connection, String hash, String current) throws SQLException {
        return Sql.first(
                connection,
                "select name, body from ik_definition where tenant = ? and hash = ?" + current,
                row -> new StoredDefinition(hash, row.getString(1), row.getBytes(2)),
                tenant,
                hash);
    }
}

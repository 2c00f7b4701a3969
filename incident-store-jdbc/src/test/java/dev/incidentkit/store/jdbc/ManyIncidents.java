package dev.incidentkit.store.jdbc;

import javax.sql.DataSource;

/** Fills tables with any number of incidents of one event, without the library. */
final class ManyIncidents {
    private ManyIncidents() {}

    private static String series(TestDatabase database, int rows) {
        return switch (database) {
            case H2_MEMORY, H2_FILE -> "(select x from system_range(1, " + rows + "))";
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> "(select x from generate_series(1, " + rows + ") x)";
            case MARIADB, MARIADB_ONE_BY_ONE -> "(select seq as x from seq_1_to_" + rows + ")";
        };
    }

    static void fill(TestDatabase database, DataSource source, int rows) {
        String id = "concat('INC-', s.x)";
        String from = " from " + series(database, rows) + " s";
        TestDatabase.execute(
                source,
                "insert into ik_tenant (tenant, feed_position) values ('default', " + rows + ")",
                "insert into ik_incident (tenant, incident, version, head_hash, definition, status, phase, is_closed,"
                        + " priority, priority_rank, number_text, title, owner_group, owner_person, reported_at,"
                        + " resolved_at, ended_at, next_breach, wake_at, wake_from, wake_failures, lease_until, legal_hold, extra,"
                        + " terms_hash, terms_changed, feed_mark) select 'default', " + id + ", 1, '00', 'f00d',"
                        + " case when mod(s.x, 20) = 0 then 'NEW' else 'CLOSED' end,"
                        + " case when mod(s.x, 20) = 0 then 'NEW' else 'CLOSED' end,"
                        + " case when mod(s.x, 20) = 0 then 0 else 1 end, 'P3', mod(s.x, 5), concat('N', s.x), 'title',"
                        + " concat('group', mod(s.x, 300)), concat('person', mod(s.x, 1000)), s.x * 1000, s.x * 1000,"
                        + " s.x * 1000, s.x * 2000, s.x * 1000, s.x * 1000, 0, 0, 0, "
                        + (database == TestDatabase.POSTGRESQL
                                ? "'\\x01000000000000000000000000'::bytea"
                                : "x'01000000000000000000000000'")
                        + ", 0, 0, 0" + from,
                "insert into ik_term (tenant, kind, term, incident) select 'default', 'word', concat('w', s.x), " + id
                        + from,
                "insert into ik_term (tenant, kind, term, incident) select 'default', 'service', concat('s', mod(s.x, 500)), "
                        + id + from,
                "insert into ik_event (tenant, incident, sequence, type, form, body, hash, effective_at, recorded_at,"
                        + " feed_mark, feed_position) select 'default', " + id + ", 1, 'incident.noted', 1, "
                        + bytes(database) + ", " + bytes(database) + ", 0, 0, 0, s.x" + from,
                "insert into ik_message (tenant, incident, sequence, id, topic, body, created_at, state, attempts,"
                        + " not_before) select 'default', " + id + ", 1, " + id + ", 't', " + bytes(database)
                        + ", s.x, case when mod(s.x, 100) = 1 then 1 else 0 end, 0,"
                        + " case when mod(s.x, 100) = 2 then 0 else 9000000000000 end" + from,
                "insert into ik_personal (tenant, incident, sequence, place, path, salt, value_bytes) select 'default', "
                        + id + ", 1, 0, 'title', " + bytes(database) + ", " + bytes(database) + from,
                "insert into ik_command (tenant, key_hash, fingerprint, incident, version, events, accepted_at, expires_at)"
                        + " select 'default', " + keyed(database) + ", 'f', " + id
                        + ", 1, 1, 0, case when s.x < 10 then 1 else 9000000000000 + s.x end" + from);
        analyze(database, source);
    }

    private static String bytes(TestDatabase database) {
        return database == TestDatabase.POSTGRESQL ? "'\\x00'::bytea" : "x'00'";
    }

    private static String keyed(TestDatabase database) {
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> "sha256(s.x::text::bytea)";
            case H2_MEMORY, H2_FILE -> "hash('SHA-256', cast(s.x as varchar))";
            case MARIADB, MARIADB_ONE_BY_ONE -> "unhex(sha2(s.x, 256))";
        };
    }

    static void analyze(TestDatabase database, DataSource source) {
        switch (database) {
            case H2_MEMORY, H2_FILE -> TestDatabase.execute(source, "analyze");
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> TestDatabase.execute(source, "vacuum analyze");
            case MARIADB, MARIADB_ONE_BY_ONE ->
                TestDatabase.execute(
                        source,
                        "analyze table ik_incident, ik_term, ik_event, ik_message, ik_command, ik_personal, ik_tenant");
        }
    }
}

package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.store.StoreException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private static DataSource fresh(String name) {
        return TestDatabase.pool("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", 2);
    }

    @Test
    void tables_that_are_missing_are_named_and_nothing_is_made_by_surprise() {
        DataSource source = fresh("missing");

        assertThatThrownBy(() -> JdbcIncidentStore.open(source))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("ik_schema is missing");
        assertThatThrownBy(() -> Schema.verify(source)).hasMessageContaining("Schema.install");
    }

    @Test
    void installing_twice_is_installing_once() {
        DataSource source = fresh("twice");
        Schema.install(source);
        Schema.install(source);

        Schema.verify(source);
        assertThat(JdbcIncidentStore.open(source)).hasToString("JdbcIncidentStore[h2, default]");
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void a_node_that_meets_a_newer_schema_refuses(TestDatabase database) {
        DataSource source = database.source();
        TestDatabase.execute(source, "update ik_schema set version = 2");
        try {
            assertThatThrownBy(() -> JdbcIncidentStore.open(source))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("must have version 1, but has 2")
                    .hasMessageContaining("older than the schema");
            TestDatabase.execute(source, "update ik_schema set version = 0");
            assertThatThrownBy(() -> Schema.install(source)).hasMessageContaining("scripts after V0");
        } finally {
            TestDatabase.execute(source, "update ik_schema set version = 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb", "mysql"})
    void scripts_are_printed_for_each_database(String database) {
        assertThat(Schema.print(database))
                .contains("create table ik_event")
                .contains("insert into ik_schema (version, feed_base) values (" + Schema.VERSION + ", 0)");
    }

    @Test
    void the_script_of_mysql_is_that_of_mariadb_but_for_its_collation() {
        assertThat(body(Schema.print("mysql").replace("utf8mb4_0900_bin", "utf8mb4_nopad_bin")))
                .isEqualTo(body(Schema.print("mariadb")));
    }

    private static String body(String script) {
        return script.substring(script.indexOf('\n'));
    }

    @Test
    void a_database_without_a_script_or_dialect_is_named() {
        assertThatThrownBy(() -> Schema.print("oracle")).hasMessageContaining("oracle");
        assertThatThrownBy(() -> Schema.printRoles("h2")).hasMessageContaining("roles/h2");
        assertThatThrownBy(() -> Dialects.of("Oracle", "jdbc:oracle:thin:@x")).hasMessageContaining("Oracle");
        assertThat(Dialects.of("MySQL", "jdbc:mysql://x").name()).isEqualTo("mysql");
    }
}

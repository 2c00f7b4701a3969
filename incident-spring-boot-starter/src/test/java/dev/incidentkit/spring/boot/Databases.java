package dev.incidentkit.spring.boot;

import dev.incidentkit.store.jdbc.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Databases with the tables of the store and one of the application's own. */
enum Databases {
    H2 {
        @Override
        DataSource open() {
            return Samples.database();
        }
    },

    POSTGRESQL {
        @Override
        DataSource open() {
            DataSource source = Server.RUNNING.getPostgresDatabase();
            new JdbcTemplate(source).execute("drop schema public cascade; create schema public");
            return source;
        }
    };

    /** Started when it is first asked for, stopped with the virtual machine. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres begun = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(begun)));
                return begun;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }

        private static void stop(EmbeddedPostgres begun) {
            try {
                begun.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not stop", e);
            }
        }
    }

    abstract DataSource open();

    /** {@return a database with no row in it} */
    DataSource prepared() {
        DataSource source = open();
        Schema.install(source);
        new JdbcTemplate(source).execute("create table orders (id integer not null primary key)");
        return source;
    }
}

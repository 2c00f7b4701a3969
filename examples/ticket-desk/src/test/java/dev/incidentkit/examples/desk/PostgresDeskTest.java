package dev.incidentkit.examples.desk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** On PostgreSQL, by nothing but another address. */
class PostgresDeskTest extends DeskJourneys {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    String database() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder().start();
            postgres = started;
            return started.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}

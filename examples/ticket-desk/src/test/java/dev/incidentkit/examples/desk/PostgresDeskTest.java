package dev.incidentkit.examples.desk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;

/** On PostgreSQL, by nothing but another address. */
class PostgresDeskTest extends DeskJourneys {
    private EmbeddedPostgres postgres;

    @Override
    String database() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }
}

package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQuery.Order;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding by words that few and that many incidents have. */
class WordsTest {
    /** Each incident has a word of its own, {@code w1} to {@code w12000}. */
    private static final int ROWS = 12_000;

    private final RecordingSource recording = new RecordingSource();

    private static List<IncidentSummary> all(JdbcIncidentStore store, String... words) {
        List<IncidentSummary> found = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page page = store.find(IncidentQuery.all()
                    .addWords(words)
                    .order(Order.NEWEST)
                    .after(after)
                    .limit(1_000)
                    .build());
            found.addAll(page.incidents());
            after = page.next();
        } while (after != null);
        return found;
    }

    private String last() {
        List<RecordingSource.Statement> sent = recording.statements();
        return sent.get(sent.size() - 1).sql();
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void each_is_found_once_however_many_there_are(TestDatabase database) {
        database.clean();
        ManyIncidents.fill(database, database.source(), ROWS);
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());

        assertThat(all(store, "w2"))
                .hasSize(1_111)
                .doesNotHaveDuplicates()
                .allSatisfy(found -> assertThat(found.incident().value()).startsWith("INC-2"));
        assertThat(all(store, "w")).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(all(store, "w", "w77")).hasSize(111);
        database.clean();
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, names = "POSTGRESQL")
    void the_few_are_looked_up_and_of_the_many_some_are_met_soon(TestDatabase database) {
        database.clean();
        ManyIncidents.fill(database, database.source(), ROWS);
        JdbcIncidentStore store = JdbcIncidentStore.open(recording.around(database.source()));

        store.find(IncidentQuery.all().addWords("w77").build());
        assertThat(last()).contains("any(array(").doesNotContain("in (select");

        store.find(IncidentQuery.all().addWords("w").build());
        assertThat(last()).contains("in (select").doesNotContain("any(array(");

        store.find(IncidentQuery.all().addWords("w", "w77").build());
        assertThat(last()).contains("in (select").contains("any(array(");
        database.clean();
    }
}

package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class DeskSuiteTest {
    private static final List<Class<?>> CONTRACTS = List.of(
            H2MemoryStoreTest.class,
            H2FileStoreTest.class,
            PostgresStoreTest.class,
            MariaStoreTest.class,
            MariaOneByOneStoreTest.class,
            PartitionedStoreTest.class);

    /** Which classes of the desk's tests run; one of them alone in a long form. */
    private static final String CLASSES = System.getProperty("incidentkit.desk.tests", ".*");

    /** Laws are tried ten times for each percent of the tries: a try is a few dozen commands. */
    private static final int TRIES = 10 * Integer.getInteger("incidentkit.tries.percent", 10);

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "H2_FILE", "POSTGRESQL", "MARIADB"})
    void the_tests_of_the_desk_pass_on_each_database(TestDatabase database) {
        System.setProperty(TestStores.DESK_DATABASE, database.name());
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("dev.incidentkit.desk"))
                .configurationParameter("jqwik.tries.default", Integer.toString(TRIES))
                // these need more than one store at a time, or one in memory
                .filters(
                        EngineFilter.includeEngines("junit-jupiter", "jqwik"),
                        ClassNameFilter.includeClassNamePatterns(CLASSES),
                        ClassNameFilter.excludeClassNamePatterns(".*YearOfIncidentsTest", ".*AlertLawsTest"))
                .build();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        System.out.println(database + ": " + summary.getTestsSucceededCount() + " of " + summary.getTestsFoundCount()
                + " tests of the desk passed");

        assertThat(failures(summary)).isEmpty();
        assertThat(summary.getTestsSucceededCount())
                .isEqualTo(summary.getTestsFoundCount())
                .isGreaterThan(CLASSES.equals(".*") ? 120 : 0);
    }

    private static String failures(TestExecutionSummary summary) {
        StringWriter text = new StringWriter();
        summary.printFailuresTo(new PrintWriter(text), 30);
        return text.toString();
    }

    @Test
    void every_database_runs_the_same_number_of_tests_of_the_contract() {
        Map<TestDatabase, Long> counts = new EnumMap<>(TestDatabase.class);
        for (TestDatabase database : TestDatabase.values()) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(CONTRACTS.get(database.ordinal())))
                    .build();
            counts.put(
                    database, LauncherFactory.create().discover(request).countTestIdentifiers(TestIdentifier::isTest));
        }
        System.out.println("Tests of the contract: " + counts);

        assertThat(counts.values())
                .containsOnly(counts.get(TestDatabase.H2_MEMORY))
                .hasSize(TestDatabase.values().length);
        assertThat(counts.get(TestDatabase.H2_MEMORY)).isGreaterThan(90);
    }
}

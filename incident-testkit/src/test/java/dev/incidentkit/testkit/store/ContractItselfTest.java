package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class ContractItselfTest {
    /** The contract on a store that does nothing. */
    static final class DoingNothing implements IncidentStoreContract {
        @Override
        public StoreFixture fixture() {
            return new OddStores.Fixture(OddStores.doingNothing(), new InMemoryFixture());
        }
    }

    /** The contract on a store that declares nothing beside loading and appending. */
    static final class Refusing implements IncidentStoreContract {
        private final InMemoryFixture real = new InMemoryFixture();
        private final StoreFixture fixture = new OddStores.Fixture(OddStores.refusing(real.store()), real);

        @Override
        public StoreFixture fixture() {
            return fixture;
        }
    }

    private static TestExecutionSummary run(Class<?> contract) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        System.out.println(contract.getSimpleName() + ": " + summary.getTestsFoundCount() + " tests of the contract");
        return summary;
    }

    private static String failures(TestExecutionSummary summary) {
        StringWriter text = new StringWriter();
        summary.printFailuresTo(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void a_store_that_does_nothing_fails_every_test() {
        TestExecutionSummary summary = run(DoingNothing.class);

        assertThat(summary.getTestsSkippedCount()).isZero();
        assertThat(summary.getTestsFailedCount()).isEqualTo(summary.getTestsFoundCount());
    }

    @Test
    void every_store_runs_the_same_number_of_tests_and_the_shipped_one_passes_them_all() {
        TestExecutionSummary shipped = run(InMemoryIncidentStoreTest.class);

        assertThat(failures(shipped)).isEmpty();
        assertThat(shipped.getTestsSucceededCount())
                .isEqualTo(shipped.getTestsFoundCount())
                .isEqualTo(run(DoingNothing.class).getTestsFoundCount())
                .isGreaterThan(40);
    }

    @Test
    void a_store_that_declares_nothing_else_passes_by_refusing_the_rest() {
        TestExecutionSummary summary = run(Refusing.class);

        assertThat(failures(summary)).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(summary.getTestsFoundCount());
    }
}

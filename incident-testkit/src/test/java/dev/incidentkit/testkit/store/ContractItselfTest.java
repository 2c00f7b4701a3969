package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.incidentkit.store.Capability;
import dev.incidentkit.testkit.store.FaultyStore.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The contract tests stores; this tests the contract, by stores that are known to be wrong. */
class ContractItselfTest {
    /** The contract on a store that does nothing. */
    static final class DoingNothing implements IncidentStoreContract {
        @Override
        public StoreFixture fixture() {
            Set<Capability> all = EnumSet.allOf(Capability.class);
            return new OddStores.Fixture(OddStores.doingNothing(all), all, new InMemoryFixture());
        }
    }

    /** The contract on a store that does nothing and says so. */
    static final class DeclaringNothing implements IncidentStoreContract {
        @Override
        public StoreFixture fixture() {
            return new OddStores.Fixture(OddStores.doingNothing(Set.of()), Set.of(), new InMemoryFixture());
        }
    }

    /** The contract on a store that declares less than it could do. */
    static final class Declaring implements IncidentStoreContract {
        static final AtomicReference<Set<Capability>> DECLARED = new AtomicReference<>(Set.of());

        private static Set<Capability> declared() {
            return Objects.requireNonNull(DECLARED.get());
        }

        private final InMemoryFixture real = new InMemoryFixture();
        private final StoreFixture fixture =
                new OddStores.Fixture(OddStores.declaring(real.store(), declared()), declared(), real);

        @Override
        public StoreFixture fixture() {
            return fixture;
        }
    }

    /** The contract on a store whose fixture declares more than it does. */
    static final class Boasting implements IncidentStoreContract {
        private final InMemoryFixture real = new InMemoryFixture();
        private final StoreFixture fixture = new OddStores.Fixture(
                OddStores.declaring(real.store(), Set.of()), EnumSet.allOf(Capability.class), real);

        @Override
        public StoreFixture fixture() {
            return fixture;
        }
    }

    /** The contract on a store with a fault. */
    static final class Faulty implements IncidentStoreContract {
        static final AtomicReference<Fault> PLANTED = new AtomicReference<>(FaultyStore.Call::proceed);

        private final StoreFixture fixture =
                new FaultyStore.Fixture(Objects.requireNonNull(PLANTED.get()), new InMemoryFixture());

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
        assertThat(summary.getTestsSkippedCount() + summary.getTestsAbortedCount())
                .isZero();
        assertThat(summary.getTestsStartedCount()).isEqualTo(ContractCount.tests());
        return summary;
    }

    private static String failures(TestExecutionSummary summary) {
        StringWriter text = new StringWriter();
        summary.printFailuresTo(new PrintWriter(text), 20);
        return text.toString();
    }

    @Test
    void a_store_that_does_nothing_fails_every_test() {
        assertThat(run(DoingNothing.class).getTestsSucceededCount()).isZero();
        assertThat(run(DeclaringNothing.class).getTestsSucceededCount()).isZero();
    }

    @Test
    void every_store_runs_the_same_number_of_tests_and_the_shipped_one_passes_them_all() {
        TestExecutionSummary shipped = run(InMemoryIncidentStoreTest.class);

        assertThat(failures(shipped)).isEmpty();
        assertThat(shipped.getTestsSucceededCount())
                .isEqualTo(ContractCount.tests())
                .isGreaterThan(90);
    }

    @Test
    void a_store_that_declares_nothing_else_passes_by_refusing_the_rest() {
        Declaring.DECLARED.set(Set.of());

        assertThat(failures(run(Declaring.class))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Capability.class)
    void a_store_that_lacks_one_capability_passes_by_refusing_it(Capability lacking) {
        Declaring.DECLARED.set(EnumSet.complementOf(EnumSet.of(lacking)));

        assertThat(failures(run(Declaring.class))).isEmpty();
    }

    @Test
    void a_store_that_refuses_what_its_fixture_declares_fails() {
        assertThat(failures(run(Boasting.class))).contains("does not declare MAINTENANCE");
    }

    private static Map<String, Fault> faults() {
        Map<String, Fault> faults = new LinkedHashMap<>(CacheFaults.all());
        faults.putAll(AppendFaults.all());
        faults.putAll(QueryFaults.all());
        faults.putAll(WorkFaults.all());
        return faults;
    }

    static Stream<String> names() {
        return faults().keySet().stream();
    }

    /** However the store is wrong, the contract ends, and says so. */
    @ParameterizedTest
    @MethodSource("names")
    @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void each_fault_that_is_planted_in_a_store_is_noticed(String name) {
        Faulty.PLANTED.set(faults().getOrDefault(name, FaultyStore.Call::proceed));
        TestExecutionSummary summary = run(Faulty.class);
        System.out.println(
                "Planted: " + name + "; noticed by " + summary.getTestsFailedCount() + " tests of the contract");

        assertThat(summary.getTestsFailedCount()).as(name).isPositive();
    }

    @Test
    void a_store_in_which_nothing_is_planted_passes() {
        Faulty.PLANTED.set(FaultyStore.Call::proceed);

        assertThat(failures(run(Faulty.class))).isEmpty();
        assertThat(faults()).hasSizeGreaterThan(100);
    }
}

package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.testkit.store.IncidentStoreContract;
import dev.incidentkit.testkit.store.StoreFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * The contract with every call on a virtual thread, its writers among them. Since JDK 24 a carrier is pinned only below
 * native code, so the test asks there that nothing of ours waits while it pins one.
 */
@EnabledForJreRange(min = JRE.JAVA_24, disabledReason = "virtual threads that locks do not pin came with JDK 24")
class VirtualThreadsTest {
    private static final int TESTS = 60;

    /** The contract, whose concurrent writers are virtual threads. */
    abstract static class VirtualContract implements IncidentStoreContract {
        private final StoreFixture fixture;

        VirtualContract(TestDatabase database) {
            this.fixture = new TestStores(database);
        }

        @Override
        public StoreFixture fixture() {
            assertThat(isVirtual(Thread.currentThread())).isTrue();
            return fixture;
        }

        @Override
        public ExecutorService threads(int count) {
            return virtualThreads();
        }
    }

    static class OnH2 extends VirtualContract {
        OnH2() {
            super(TestDatabase.H2_MEMORY);
        }
    }

    static class OnPostgres extends VirtualContract {
        OnPostgres() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    static class OnMaria extends VirtualContract {
        OnMaria() {
            super(TestDatabase.MARIADB);
        }
    }

    /** By name: the tests are compiled for Java 17. */
    private static ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("There are no virtual threads on Java " + Runtime.version(), e);
        }
    }

    private static boolean isVirtual(Thread thread) {
        try {
            return (Boolean) Thread.class.getMethod("isVirtual").invoke(thread);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("There are no virtual threads on Java " + Runtime.version(), e);
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OnH2.class, OnPostgres.class, OnMaria.class})
    void the_contract_holds_on_virtual_threads_and_pins_no_carrier(Class<?> contract, @TempDir Path directory)
            throws IOException {
        run(contract);
        Path file = directory.resolve("pins.jfr");
        TestExecutionSummary summary;
        try (Recording recording = new Recording()) {
            recording
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            summary = run(contract);
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> pins = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                .toList();
        System.out.println(contract.getSimpleName() + " on virtual threads of Java "
                + Runtime.version().feature() + ": " + summary.getTestsSucceededCount() + " of "
                + summary.getTestsFoundCount() + " tests passed, carriers were pinned " + pins.size() + " times");

        StringWriter failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures), 30);
        assertThat(failures.toString()).isEmpty();
        assertThat(summary.getTestsSucceededCount())
                .isEqualTo(summary.getTestsFoundCount())
                .isGreaterThan(TESTS);
        assertThat(pins).isEmpty();
    }

    private static TestExecutionSummary run(Class<?> contract) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        result(virtualThreads().submit(() -> {
            LauncherFactory.create().execute(request, listener);
            return true;
        }));
        return listener.getSummary();
    }
}

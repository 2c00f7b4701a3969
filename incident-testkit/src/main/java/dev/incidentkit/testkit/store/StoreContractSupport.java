package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.CapabilityException;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** What the parts of the contract share: the store, and made-up events to write into it. */
public interface StoreContractSupport {
    /** How long threads may take together, in seconds, before the test says that the store hangs. */
    int PATIENCE = 120;

    /** When made-up incidents were reported. */
    Instant REPORTED_AT = Instant.parse("2026-03-02T09:00:00.123Z");

    /**
     * The fixture of the test that runs.
     *
     * @return the same throughout one test, another one for each test
     */
    StoreFixture fixture();

    /** {@return the store that is tested} */
    default IncidentStore store() {
        return fixture().store();
    }

    /**
     * Runs a test of a capability. Where the fixture does not declare it, the test asks that it is refused.
     *
     * @param capability the capability
     * @param test uses it
     */
    default void with(Capability capability, Runnable test) {
        with(EnumSet.of(capability), test);
    }

    /**
     * Runs a test of several capabilities. Where the fixture lacks one, the test asks that it is refused.
     *
     * @param capabilities the capabilities
     * @param test uses them all
     */
    default void with(Set<Capability> capabilities, Runnable test) {
        Set<Capability> lacking = EnumSet.copyOf(capabilities);
        lacking.removeAll(fixture().capabilities());
        if (lacking.isEmpty()) {
            test.run();
        } else {
            assertThatThrownBy(test::run)
                    .as("using %s, which the fixture does not declare", lacking)
                    .isInstanceOfSatisfying(
                            CapabilityException.class,
                            refused -> assertThat(refused.capability()).isIn(lacking));
        }
    }

    /**
     * An incident's identity.
     *
     * @param name any name
     * @return the identity
     */
    default IncidentId id(String name) {
        return new IncidentId(name);
    }

    /**
     * A made-up event.
     *
     * @param sequence its place
     * @param text what its body says
     * @return the event, with one piece of personal data
     */
    default StoredEvent event(long sequence, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[32];
        hash[0] = (byte) sequence;
        hash[31] = (byte) text.hashCode();
        return new StoredEvent(
                sequence,
                "incident.noted",
                1,
                body,
                hash,
                REPORTED_AT.plusMillis(sequence),
                REPORTED_AT.plusMillis(sequence + 1),
                List.of(new PersonalValue("text", new byte[16], "secret of " + text)));
    }

    /**
     * What is known of a made-up incident.
     *
     * @param id the incident
     * @param version how many events it has
     * @return an open incident of priority P3
     */
    default IncidentSummary summary(IncidentId id, long version) {
        return new IncidentSummaryBuilder()
                .incident(id)
                .version(version)
                .headHash(HexFormat.of().toHexDigits((byte) version))
                .definition("f00d")
                .status("IN_PROGRESS")
                .phase(Phase.ACTIVE)
                .priority("P3")
                .priorityRank(2)
                .reportedAt(REPORTED_AT)
                .legalHold(false)
                .attributes(new TreeMap<>())
                .build();
    }

    /**
     * Events that follow a version.
     *
     * @param id the incident
     * @param expected the version that they follow
     * @param texts what their bodies say
     * @return an append of one incident
     */
    default IncidentAppend events(IncidentId id, long expected, String... texts) {
        return events(id, expected, UnaryOperator.identity(), texts);
    }

    /**
     * Events that follow a version, with something else to be known of the incident.
     *
     * @param id the incident
     * @param expected the version that they follow
     * @param known changes what is known of the incident after them
     * @param texts what their bodies say
     * @return an append of one incident
     */
    default IncidentAppend events(
            IncidentId id, long expected, UnaryOperator<IncidentSummaryBuilder> known, String... texts) {
        List<StoredEvent> events = new ArrayList<>();
        for (String text : texts) {
            events.add(event(expected + events.size() + 1, text));
        }
        IncidentSummaryBuilder summary = new IncidentSummaryBuilder().from(summary(id, expected + events.size()));
        return new IncidentAppend(id, expected, events, known.apply(summary).build());
    }

    /**
     * Writes one incident's events.
     *
     * @param incident the events
     */
    default void write(IncidentAppend incident) {
        store().append(of(incident));
    }

    /**
     * An append of one incident's events and nothing else.
     *
     * @param incident the events
     * @return the append
     */
    default Append of(IncidentAppend incident) {
        return new AppendBuilder().addIncidents(incident).build();
    }

    /**
     * A receipt that is kept for seven days.
     *
     * @param key the key
     * @param fingerprint the fingerprint
     * @param id the incident
     * @return the receipt
     */
    default CommandReceipt receipt(String key, String fingerprint, IncidentId id) {
        Instant now = fixture().now();
        return new CommandReceipt(key, fingerprint, id, 1, 1, now, now.plus(Duration.ofDays(7)));
    }

    /**
     * A made-up message.
     *
     * @param id the incident
     * @param sequence its place among the incident's messages
     * @return the message
     */
    default OutboxMessage message(IncidentId id, long sequence) {
        return new OutboxMessage(
                id.value() + "/" + sequence,
                id,
                sequence,
                "incident.noted",
                Long.toString(sequence).getBytes(StandardCharsets.UTF_8),
                fixture().now());
    }

    /**
     * The threads on which writers run beside each other.
     *
     * @param count how many are needed at once
     * @return the threads, which are shut down after use; threads of the platform unless a test has others
     */
    default ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count);
    }

    /**
     * Runs work on threads that begin together. Work that has not ended after {@value #PATIENCE} seconds fails the test.
     *
     * @param work the work
     * @param <T> what it returns
     * @return what each returned
     */
    default <T> List<T> together(List<Callable<T>> work) {
        ExecutorService threads = threads(work.size());
        try {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> each : work) {
                running.add(threads.submit(() -> {
                    begin.await();
                    return each.call();
                }));
            }
            begin.countDown();
            return running.stream().map(StoreContractSupport::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", e);
        } catch (TimeoutException e) {
            throw new AssertionError("A thread has not ended after " + PATIENCE + " seconds", e);
        } catch (ExecutionException e) {
            throw new AssertionError("A thread failed: " + e.getCause(), e.getCause());
        }
    }
}

package dev.incidentkit.spring.boot;

import dev.incidentkit.store.ParkPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set by properties below {@code incidentkit}. Immutable. A value out of bounds stops the start, and names
 * the property.
 *
 * @param definition The process: the name of a preset, or the location of a YAML file such as
 *     classpath:process/support.yaml. A bean of type ProcessDefinition takes its place.
 * @param earlierDefinitions Processes that incidents began under before, each a preset or a location. Without them
 *     commands on those incidents are refused.
 * @param tenant Whose incidents the desk keeps. Timers and outbox serve all tenants.
 * @param shutdownWait For how long a tick that runs may go on when the application stops, before it is interrupted.
 * @param store Where records are kept.
 * @param commands How commands are taken.
 * @param timers When due instants become commands.
 * @param outbox When messages are sent.
 * @param meters How events become meters.
 * @param health When the desk is down.
 */
@ConfigurationProperties("incidentkit")
public record IncidentKitProperties(
        @DefaultValue("itil") String definition,
        @DefaultValue List<String> earlierDefinitions,
        @DefaultValue("default") String tenant,
        @DefaultValue("20s") Duration shutdownWait,
        @DefaultValue Store store,
        @DefaultValue Commands commands,
        @DefaultValue Timers timers,
        @DefaultValue Outbox outbox,
        @DefaultValue Meters meters,
        @DefaultValue Health health) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a value is out of bounds
     */
    public IncidentKitProperties {
        earlierDefinitions = List.copyOf(earlierDefinitions);
        if (definition.isBlank()) {
            throw new IllegalArgumentException(
                    "incidentkit.definition must name a preset or a file, but is '" + definition + "'");
        }
        if (shutdownWait.isNegative()) {
            throw new IllegalArgumentException(
                    "incidentkit.shutdown-wait must not be negative, but is " + shutdownWait);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("incidentkit." + name + " must be longer than zero, but is " + value);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("incidentkit." + name + " must be at least 1, but is " + value);
        }
    }

    private static void notNegative(String name, @Nullable Long value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException("incidentkit." + name + " must not be negative, but is " + value);
        }
    }

    /** Where records are kept. */
    public enum Kind {
        /** In the database of the application's DataSource; in memory where there is none. */
        AUTO,

        /** In the database of the application's DataSource; without one the application does not start. */
        JDBC,

        /** In memory, gone with the process. */
        MEMORY
    }

    /** What is done about the tables of the store when the application starts. */
    public enum SchemaMode {
        /** Nothing: they are looked at when the store is first used. */
        NONE,

        /** They must be there in this library's version, or the application does not start. */
        VERIFY,

        /** They are made where there are none, then verified. For one node at a time. */
        INSTALL
    }

    /**
     * Where records are kept.
     *
     * @param kind Which store to use.
     * @param dataSource The name of the DataSource bean, where there are several and none is primary.
     * @param schema What is done about the tables at the start.
     */
    public record Store(
            @DefaultValue("auto") Kind kind,
            @Nullable String dataSource,
            @DefaultValue("verify") SchemaMode schema) {
        /** Checks that nothing is missing. */
        public Store {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(schema, "schema");
        }
    }

    /**
     * How commands are taken.
     *
     * @param keyLife For how long the keys of commands are kept.
     * @param attempts How often a command is tried while others write first.
     */
    public record Commands(
            @DefaultValue("7d") Duration keyLife,
            @DefaultValue("10") int attempts) {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if a value is out of bounds
         */
        public Commands {
            positive("commands.key-life", keyLife);
            positive("commands.attempts", attempts);
        }
    }

    /**
     * When due instants become commands.
     *
     * @param enabled Whether this node does it. One node of all that share a store must.
     * @param interval How long to wait after a tick before the next one.
     * @param batch How many wake-ups are claimed at a time.
     * @param lease For how long they are claimed; longer than a batch takes.
     * @param firstPause For how long a wake-up that failed is left alone, at least 1 ms; then twice as long each time.
     * @param longestPause The longest of these pauses, at most a day.
     */
    public record Timers(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("5s") Duration interval,
            @DefaultValue("100") int batch,
            @DefaultValue("1m") Duration lease,
            @DefaultValue("10s") Duration firstPause,
            @DefaultValue("10m") Duration longestPause) {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if a value is out of bounds
         */
        public Timers {
            positive("timers.interval", interval);
            positive("timers.batch", batch);
            positive("timers.lease", lease);
            if (firstPause.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException(
                        "incidentkit.timers.first-pause must be at least 1 ms, but is " + firstPause);
            }
            if (longestPause.compareTo(firstPause) < 0 || longestPause.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("incidentkit.timers.longest-pause must be at least first-pause ("
                        + firstPause + ") and at most a day, but is " + longestPause);
            }
        }
    }

    /**
     * When messages are sent, where there is a NotificationPort.
     *
     * @param enabled Whether this node does it.
     * @param interval How long to wait after a tick before the next one.
     * @param batch How many messages are claimed at a time.
     * @param lease For how long they are claimed; longer than sending a batch takes.
     * @param attempts How often a message is tried before it is parked.
     * @param parking Whether the later messages of an incident proceed while one is parked.
     */
    public record Outbox(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("1s") Duration interval,
            @DefaultValue("100") int batch,
            @DefaultValue("1m") Duration lease,
            @DefaultValue("10") int attempts,
            @DefaultValue("next-proceeds") ParkPolicy parking) {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if a value is out of bounds
         */
        public Outbox {
            positive("outbox.interval", interval);
            positive("outbox.batch", batch);
            positive("outbox.lease", lease);
            positive("outbox.attempts", attempts);
        }
    }

    /**
     * How events become meters, where incident-micrometer and a MeterRegistry are there.
     *
     * @param enabled Whether this node does it.
     * @param interval How long to wait after the feed was read before it is read on.
     * @param batch How many events are read at a time.
     */
    public record Meters(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("10s") Duration interval,
            @DefaultValue("500") int batch) {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if a value is out of bounds
         */
        public Meters {
            positive("meters.interval", interval);
            positive("meters.batch", batch);
        }
    }

    /**
     * When the desk is down.
     *
     * @param overdueAfter For how long a wake-up may be due before the desk is down. What failed rests and is not counted.
     * @param maxFailing How many wake-ups may fail before the desk is down; without it failing ones are only told.
     * @param maxParked How many messages may be parked before the desk is down; without it parked messages are only told.
     */
    public record Health(
            @DefaultValue("5m") Duration overdueAfter,
            @Nullable Long maxFailing,
            @Nullable Long maxParked) {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if a value is out of bounds
         */
        public Health {
            positive("health.overdue-after", overdueAfter);
            notNegative("health.max-failing", maxFailing);
            notNegative("health.max-parked", maxParked);
        }
    }
}

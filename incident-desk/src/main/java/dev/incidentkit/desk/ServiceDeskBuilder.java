package dev.incidentkit.desk;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.IncidentStore;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a desk needs. Not safe for use by several threads. */
public final class ServiceDeskBuilder {
    final IncidentStore store;
    final ProcessDefinition definition;
    final Map<String, ProcessDefinition> definitions = new LinkedHashMap<>();
    InstantSource clock = InstantSource.system();

    @Nullable
    Validator validator;

    Supplier<IncidentId> identities = () -> new IncidentId(UUID.randomUUID().toString());
    NotificationFilter notifications = NotificationFilter.none();
    Duration keyLife = Duration.ofDays(7);
    int attempts = 10;

    ServiceDeskBuilder(IncidentStore store, ProcessDefinition definition) {
        this.store = store;
        this.definition = definition;
        this.definitions.put(definition.hash(), definition);
    }

    /**
     * Registers definitions that incidents may be pinned to, beside the one by which new incidents begin.
     *
     * @param others the definitions
     * @return this
     */
    public ServiceDeskBuilder alsoKnows(ProcessDefinition... others) {
        for (ProcessDefinition other : others) {
            definitions.put(other.hash(), other);
        }
        return this;
    }

    /**
     * Gives a clock.
     *
     * @param source tells when commands are taken
     * @return this
     */
    public ServiceDeskBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /**
     * Gives a validator of commands, for a host that has one.
     *
     * @param other validates by Jakarta constraints
     * @return this
     */
    public ServiceDeskBuilder validator(Validator other) {
        this.validator = other;
        return this;
    }

    /**
     * Gives identities of reported incidents.
     *
     * @param source gives a new identity each time; random ones by default
     * @return this
     */
    public ServiceDeskBuilder identities(Supplier<IncidentId> source) {
        this.identities = source;
        return this;
    }

    /**
     * Says of which events somebody is to be told; of none by default. Messages are written with the events and sent by
     * an {@link OutboxRunner}.
     *
     * @param filter the filter
     * @return this
     */
    public ServiceDeskBuilder notifications(NotificationFilter filter) {
        this.notifications = filter;
        return this;
    }

    /**
     * Says how long keys of commands are kept.
     *
     * @param life longer than zero; 7 days by default
     * @return this
     */
    public ServiceDeskBuilder keyLife(Duration life) {
        this.keyLife = life;
        return this;
    }

    /**
     * Says how often a command is tried while others write first.
     *
     * @param times at least 1; 10 by default
     * @return this
     */
    public ServiceDeskBuilder attempts(int times) {
        this.attempts = times;
        return this;
    }

    /**
     * Makes the desk.
     *
     * @return the desk
     * @throws ConfigurationException if a value is out of bounds; it names every one
     */
    public ServiceDesk build() {
        List<String> findings = new ArrayList<>();
        if (attempts < 1) {
            findings.add("a command is tried at least once, but attempts is " + attempts);
        }
        if (keyLife.isNegative() || keyLife.isZero()) {
            findings.add("keys are kept longer than zero, but keyLife is " + keyLife);
        }
        if (!findings.isEmpty()) {
            throw new ConfigurationException("service desk", findings);
        }
        return new ServiceDesk(this);
    }
}

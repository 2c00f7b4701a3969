package dev.incidentkit.desk;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.policy.AccessPolicy;
import dev.incidentkit.core.policy.Advisor;
import dev.incidentkit.store.IncidentStore;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a desk needs. It may be changed and used again after {@link #build()}: a desk that was made keeps what it
 * was made with. Not safe for use by several threads.
 */
public final class ServiceDeskBuilder {
    private final IncidentStore store;
    private final ProcessDefinition definition;
    private final Map<String, ProcessDefinition> definitions = new LinkedHashMap<>();
    private InstantSource clock = InstantSource.system();

    private @Nullable Validator validator;
    private Supplier<IncidentId> identities =
            () -> new IncidentId(UUID.randomUUID().toString());
    private NotificationFilter notifications = NotificationFilter.none();
    private AccessPolicy access = AccessPolicy.standard();
    private List<Advisor> advisors = List.of();
    private ConfigurationPort configuration = ConfigurationPort.none();
    private Duration keyLife = Duration.ofDays(7);
    private int attempts = 10;

    ServiceDeskBuilder(IncidentStore store, ProcessDefinition definition) {
        this.store = Objects.requireNonNull(store, "store");
        this.definition = Objects.requireNonNull(definition, "definition");
        know(definition);
    }

    private void know(ProcessDefinition known) {
        if (definitions.putIfAbsent(known.hash(), known) == null) {
            known.predecessors().forEach(this::know);
        }
    }

    /**
     * Registers definitions that incidents may be pinned to, beside the one by which new incidents begin. The
     * predecessors of each are known with it.
     *
     * @param others the definitions
     * @return this
     */
    public ServiceDeskBuilder alsoKnows(ProcessDefinition... others) {
        for (ProcessDefinition other : others) {
            know(other);
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
        this.clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Gives a validator of commands, for a host that has one.
     *
     * @param other validates by Jakarta constraints
     * @return this
     */
    public ServiceDeskBuilder validator(Validator other) {
        this.validator = Objects.requireNonNull(other, "other");
        return this;
    }

    /**
     * Gives identities of reported incidents.
     *
     * @param source gives a new identity each time; random ones by default
     * @return this
     */
    public ServiceDeskBuilder identities(Supplier<IncidentId> source) {
        this.identities = Objects.requireNonNull(source, "source");
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
        this.notifications = Objects.requireNonNull(filter, "filter");
        return this;
    }

    /**
     * Says who may do and read what, on top of what lifecycles ask.
     *
     * @param policy the policy; by default {@link AccessPolicy#standard()}, which lets callers, suppliers and whoever has no
     *     role do what is theirs, and nothing else
     * @return this
     */
    public ServiceDeskBuilder access(AccessPolicy policy) {
        this.access = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Says who is asked for advice; nobody by default.
     *
     * @param asked the advisors, for example {@link SimilarIncidents}
     * @return this
     */
    public ServiceDeskBuilder advisors(Advisor... asked) {
        this.advisors = List.of(asked);
        return this;
    }

    /**
     * Says what depends on configuration items; nothing by default.
     *
     * @param port the port
     * @return this
     */
    public ServiceDeskBuilder configuration(ConfigurationPort port) {
        this.configuration = Objects.requireNonNull(port, "port");
        return this;
    }

    /**
     * Says how long keys of commands are kept.
     *
     * @param life longer than zero; 7 days by default
     * @return this
     */
    public ServiceDeskBuilder keyLife(Duration life) {
        this.keyLife = Objects.requireNonNull(life, "life");
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
        return new ServiceDesk(new DeskSettings(
                store,
                definition,
                definitions,
                clock,
                new CommandValidator(validator == null ? CommandValidator.standard() : validator),
                identities,
                notifications,
                access,
                advisors,
                configuration,
                keyLife,
                attempts));
    }
}

package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.AvailableAction;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole process: lifecycle, scales, attributes, rules and times, joined and identified by a hash of its content.
 * Deciding is a pure function of an incident, a command and its context. Immutable and safe for use by several threads,
 * as far as the policies of the host are.
 */
public final class ProcessDefinition {
    private final String name;
    private final Lifecycle lifecycle;
    private final Scale<Impact> impacts;
    private final Scale<Urgency> urgencies;
    private final Scale<Severity> severities;
    private final Scale<Priority> priorities;
    private final Map<String, AttributeDefinition> attributes;
    private final TriagePolicy triage;
    private final RoutingPolicy routing;
    private final ClosureRule closure;
    private final @Nullable Duration reopenWindow;
    private final List<SlaPolicy> slas;
    private final SlaSelection slaSelection;
    private final EscalationPolicy escalation;
    private final DefinitionChange change;
    private final List<FollowUpRule> followUps;
    private final Procedures procedures;
    private final List<ProcessDefinition> predecessors;
    private final SlaClock clock;
    private final String hash;
    private final Engine engine;

    ProcessDefinition(ProcessDefinitionBuilder builder) {
        this(builder, SlaWork::new);
    }

    /** Whoever makes the work of clocks is given a definition whose parts are all there but for what decides. */
    ProcessDefinition(ProcessDefinitionBuilder builder, Function<ProcessDefinition, SlaWork> sla) {
        this.name = builder.name;
        this.lifecycle = builder.lifecycle;
        this.impacts = builder.impacts;
        this.urgencies = builder.urgencies;
        this.severities = builder.severities;
        this.priorities = builder.priorities;
        this.attributes = Collections.unmodifiableMap(new TreeMap<>(builder.attributes));
        this.triage = builder.triage;
        this.routing = builder.routing;
        this.closure = builder.closure;
        this.reopenWindow = builder.reopenWindow;
        this.slas = builder.slas;
        this.slaSelection = builder.slaSelection;
        this.escalation = builder.escalation;
        this.change = builder.change;
        this.followUps = List.copyOf(builder.followUps);
        this.procedures = builder.procedures;
        this.predecessors = List.copyOf(builder.predecessors);
        this.clock = DefinitionClock.of(SelectionWork.applied(slas, slaSelection), predecessors);
        this.hash = DefinitionHash.of(this);
        this.engine = builder.probe == null
                ? new Engine(this, sla.apply(this))
                : new ObservedEngine(this, sla.apply(this), builder.probe);
    }

    /**
     * The default process after ITIL: its lifecycle, the 3x3 matrix, the service levels of {@link dev.incidentkit.core.sla.SlaPresets#itil()}, so
     * that clocks run and signal, closure after five working days (Monday to Friday, 09:00-17:00 UTC), reopening while
     * resolved; nobody is routed to, called or reminded.
     *
     * @return the one instance
     */
    public static ProcessDefinition itil() {
        return ItilDefinition.INSTANCE;
    }

    /**
     * Begins a definition.
     *
     * @param name 1 to 60 characters
     * @param lifecycle its lifecycle
     * @param triage derives priorities
     * @return a builder with the default scales and nothing that falls due
     */
    public static ProcessDefinitionBuilder builder(String name, Lifecycle lifecycle, TriagePolicy triage) {
        return new ProcessDefinitionBuilder(name, lifecycle, triage);
    }

    /**
     * {@return a builder that has all of another definition, to change some of it}
     *
     * @param existing the definition to begin with
     */
    public static ProcessDefinitionBuilder builder(ProcessDefinition existing) {
        return new ProcessDefinitionBuilder(existing);
    }

    /**
     * {@return a copy of equal content that tells what it and its lifecycle decide; this one stays as it is, and pays nothing}
     *
     * @param probe is told; must be safe for the threads that decide
     */
    public ProcessDefinition observedBy(DefinitionProbe probe) {
        ProcessDefinitionBuilder copy = new ProcessDefinitionBuilder(this).lifecycle(lifecycle.observedBy(probe));
        copy.probe = probe;
        return new ProcessDefinition(copy);
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return the content hash, 64 hexadecimal digits, to which incidents are pinned} */
    public String hash() {
        return hash;
    }

    /** {@return the lifecycle} */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /** {@return the scale of impacts} */
    public Scale<Impact> impacts() {
        return impacts;
    }

    /** {@return the scale of urgencies} */
    public Scale<Urgency> urgencies() {
        return urgencies;
    }

    /** {@return the scale of severities} */
    public Scale<Severity> severities() {
        return severities;
    }

    /** {@return the scale of priorities} */
    public Scale<Priority> priorities() {
        return priorities;
    }

    /** {@return the host's own attributes, by name} */
    public Map<String, AttributeDefinition> attributes() {
        return attributes;
    }

    /** {@return what derives priorities} */
    public TriagePolicy triage() {
        return triage;
    }

    /** {@return what finds owners} */
    public RoutingPolicy routing() {
        return routing;
    }

    /** {@return when resolved incidents close by themselves} */
    public ClosureRule closure() {
        return closure;
    }

    /** {@return the service levels by which its incidents are timed} */
    public List<SlaPolicy> slas() {
        return slas;
    }

    /** {@return what says under which of the service levels an incident falls} */
    public SlaSelection slaSelection() {
        return slaSelection;
    }

    /** {@return the clocks of the service levels} */
    public SlaClock clock() {
        return clock;
    }

    /** {@return whom to call when a clock signals} */
    public EscalationPolicy escalation() {
        return escalation;
    }

    /** {@return which incidents of earlier definitions are moved to this one} */
    public DefinitionChange change() {
        return change;
    }

    /** {@return how whoever an incident waits for is reminded} */
    public List<FollowUpRule> followUps() {
        return followUps;
    }

    /** {@return what is asked beyond the lifecycle: plans, messages, people, categories, fields, changes, reviews} */
    public Procedures procedures() {
        return procedures;
    }

    /** {@return definitions that incidents may have begun under and be moved from} */
    public List<ProcessDefinition> predecessors() {
        return predecessors;
    }

    /** {@return how long after a resolution an incident may be reopened; empty for as long as it is resolved} */
    public Optional<Duration> reopenWindow() {
        return Optional.ofNullable(reopenWindow);
    }

    /**
     * Everything that stands against a command, at once. It is empty exactly where {@link #decide} does not refuse. Values
     * that no command may have are told alone: nothing else can be said of such a command. Policies are asked where {@link
     * #decide} would ask them, so that one that fails is told too.
     *
     * @param incident the incident as it stands
     * @param command what is asked for
     * @param context who asks, when, and what ports answered
     * @return every unmet requirement; empty where the command is accepted
     */
    public List<Unmet> check(Incident incident, IncidentCommand command, CommandContext context) {
        return engine.check(incident, command, context);
    }

    /**
     * Decides what a command does. What fell due by then is decided first, each at its due instant. A command that is
     * already satisfied does nothing.
     *
     * @param incident the incident as it stands
     * @param command what is asked for
     * @param context who asks, when, and what ports answered
     * @return the events to append, which may be none
     * @throws IncidentRejectedException with every unmet requirement, if the command is refused
     */
    public List<IncidentEvent> decide(Incident incident, IncidentCommand command, CommandContext context) {
        return engine.decide(incident, command, context);
    }

    /**
     * Decides what a command does, as {@link #decide}, and says what becomes of the incident: for whoever writes the events
     * and keeps a projection beside them. The clocks are folded once for all of it.
     *
     * @param incident the incident as it stands
     * @param command what is asked for
     * @param context who asks, when, and what ports answered
     * @return the events, the incident after them, and what lies ahead of it
     * @throws IncidentRejectedException with every unmet requirement, if the command is refused
     */
    public Outcome carryOut(Incident incident, IncidentCommand command, CommandContext context) {
        return engine.carryOut(incident, command, context);
    }

    /**
     * {@return everything that stands against beginning an incident, at once; policies are asked as {@link #begin} asks}
     *
     * @param command a report, an adoption or a step of a history
     * @param context who asks, when, and what ports answered
     */
    public List<Unmet> checkBeginning(IncidentCommand command, CommandContext context) {
        return engine.checkBeginning(command, context);
    }

    /**
     * Begins an incident.
     *
     * @param id its identity
     * @param tenant whom it belongs to
     * @param command a report, an adoption or a step of a history
     * @param context who asks, when, and what ports answered
     * @return the events that begin the record, at least one
     * @throws IncidentRejectedException with every unmet requirement, if the command is refused
     */
    public List<IncidentEvent> begin(IncidentId id, TenantId tenant, IncidentCommand command, CommandContext context) {
        return engine.begin(id, tenant, command, context);
    }

    /**
     * Begins an incident, as {@link #begin}, and says what it is then. The clocks are folded once for all of it.
     *
     * @param id its identity
     * @param tenant whom it belongs to
     * @param command a report, an adoption or a step of a history
     * @param context who asks, when, and what ports answered
     * @return the events that begin the record, the incident after them, and what lies ahead of it
     * @throws IncidentRejectedException with every unmet requirement, if the command is refused
     */
    public Outcome carryOut(IncidentId id, TenantId tenant, IncidentCommand command, CommandContext context) {
        return engine.carryOut(id, tenant, command, context);
    }

    /**
     * Takes over a ticket that a host keeps in a table of its own, without a store, to ask what may be done with it.
     *
     * @param id the ticket's identity
     * @param ticket how it stands
     * @param at when it is looked at; not before any instant of the ticket
     * @return the ticket as an incident that is pinned to this definition
     * @throws IncidentRejectedException with everything that is wrong with the ticket
     */
    public Incident adopt(IncidentId id, AdoptedTicket ticket, Instant at) {
        CommandContext context = CommandContext.of(Actor.SYSTEM, at);
        return carryOut(id, TenantId.DEFAULT, new RecordCommand.Adopt(ticket), context)
                .incident();
    }

    /**
     * {@return what may be done, with what each step still lacks before anything is given with it, in the lifecycle's order}
     *
     * @param incident the incident as it stands
     * @param context who would take the step, when, and what ports answered
     * @throws IncidentRejectedException if a policy fails that what fell due has to be put to
     */
    public List<AvailableAction> availableActions(Incident incident, CommandContext context) {
        return lifecycle.availableActions(
                engine.dueWork().advance(incident, context).incident(), context);
    }

    /**
     * When something next falls due. A cascade that was asked for is due from then on until its end is told
     * ({@link dev.incidentkit.core.incident.RelationCommand.EndCascade}), which a desk does at once: a host without one tells
     * it itself, or takes the cascades out of its definition.
     *
     * @param incident the incident as it stands
     * @param asOf until when everything that fell due was decided
     * @return the earliest instant after {@code asOf}, or one before it if something is overdue; empty if nothing is timed
     */
    public Optional<Instant> nextDue(Incident incident, Instant asOf) {
        return engine.dueWork().next(incident, asOf);
    }

    /**
     * {@return the instant after the earliest due one of a running clock that is not breached; empty if there is none}
     *
     * @param incident the incident as it stands
     */
    public Optional<Instant> nextBreach(Incident incident) {
        return engine.dueWork().nextBreach(incident);
    }

    /**
     * What lies ahead of an incident: {@link #nextBreach} and {@link #nextDue} in one.
     *
     * @param incident the incident as it stands
     * @param asOf until when everything that fell due was decided
     * @return both instants
     */
    public Outlook outlook(Incident incident, Instant asOf) {
        return engine.dueWork().outlook(incident, asOf);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProcessDefinition that && that.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "ProcessDefinition " + name + " " + hash.substring(0, 12);
    }
}

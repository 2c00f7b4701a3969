package dev.incidentkit.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an incident is after its events: a pure fold over the record. It can only be made from events, so it is never in
 * a state that no history leads to. Immutable and safe for use by several threads.
 */
public final class Incident {
    private final IncidentState state;
    private final History history;

    private Incident(IncidentState state, History history) {
        this.state = state;
        this.history = history;
    }

    /**
     * {@return the incident after a whole record}
     *
     * @param events the events of one incident in their order, at least one
     * @throws HistoryException if the events cannot be the record of one incident
     */
    public static Incident replay(Iterable<? extends IncidentEvent> events) {
        IncidentState state = new IncidentState();
        History history = History.of(null, events);
        for (IncidentEvent event : history.last) {
            state.fold(event);
        }
        if (state.version == 0) {
            throw new HistoryException(0, "a record has at least one event, but none came");
        }
        return new Incident(state, history);
    }

    /**
     * {@return a ticket that lives elsewhere, as an incident of the default tenant with one event, to ask a definition}
     *
     * @param id the identity of the incident
     * @param definition the content hash of the definition that is to be asked
     * @param ticket how the ticket stands
     * @param at when it is looked at; not before any instant of the ticket
     */
    public static Incident adopted(IncidentId id, String definition, AdoptedTicket ticket, Instant at) {
        return replay(List.of(
                new RecordEvent.Adopted(EventMeta.at(at, Actor.SYSTEM), id, TenantId.DEFAULT, definition, ticket)));
    }

    /**
     * {@return the incident after one more event; this one stays as it is}
     *
     * @param event the next event of the record
     * @throws HistoryException if the event cannot follow
     */
    public Incident apply(IncidentEvent event) {
        IncidentState copy = state.copy();
        copy.fold(event);
        return new Incident(copy, History.of(history, event));
    }

    /**
     * {@return the incident after several more events; this one stays as it is}
     *
     * @param events the next events of the record
     * @throws HistoryException if an event cannot follow
     */
    public Incident applyAll(List<? extends IncidentEvent> events) {
        if (events.isEmpty()) {
            return this;
        }
        IncidentState copy = state.copy();
        History longer = History.of(history, events);
        for (IncidentEvent event : longer.last) {
            copy.fold(event);
        }
        return new Incident(copy, longer);
    }

    /** {@return the events that made it, in order} */
    public List<IncidentEvent> history() {
        return history.all();
    }

    /** {@return what is known of it, as conditions and rules read it} */
    public Facts facts() {
        return new IncidentFacts(state);
    }

    /** {@return the identity, within the tenant} */
    public IncidentId id() {
        return begun(state.id);
    }

    /** {@return whom the incident belongs to} */
    public TenantId tenant() {
        return begun(state.tenant);
    }

    /** {@return the content hash of the definition that the incident is pinned to} */
    public String definition() {
        return begun(state.definition);
    }

    /** {@return where the incident stands} */
    public Status status() {
        return begun(state.status);
    }

    /** {@return since when it stands there} */
    public Instant statusSince() {
        return begun(state.statusSince);
    }

    /** {@return how many events were folded, at least 1} */
    public int version() {
        return state.version;
    }

    /** {@return when the last event took effect} */
    public Instant lastEffectiveAt() {
        return begun(state.lastEffectiveAt);
    }

    /** {@return when the last event was recorded} */
    public Instant lastRecordedAt() {
        return begun(state.lastRecordedAt);
    }

    /** {@return the host's number} */
    public Optional<String> number() {
        return Optional.ofNullable(state.number);
    }

    /** {@return what the incident is about} */
    public Optional<PersonalText> title() {
        return Optional.ofNullable(state.title);
    }

    /** {@return what happened} */
    public Optional<PersonalText> description() {
        return Optional.ofNullable(state.description);
    }

    /** {@return who or what reported} */
    public Optional<Reporter> reporter() {
        return Optional.ofNullable(state.reporter);
    }

    /** {@return the way by which the report came} */
    public Optional<Channel> channel() {
        return Optional.ofNullable(state.channel);
    }

    /** {@return the place in the taxonomy} */
    public Optional<Category> category() {
        return Optional.ofNullable(state.category);
    }

    /** {@return how far the effect reaches} */
    public Optional<Impact> impact() {
        return Optional.ofNullable(state.impact);
    }

    /** {@return how soon the effect becomes unbearable} */
    public Optional<Urgency> urgency() {
        return Optional.ofNullable(state.urgency);
    }

    /** {@return how bad it is on its own} */
    public Optional<Severity> severity() {
        return Optional.ofNullable(state.severity);
    }

    /** {@return the priority that the definition derived, whether or not it is overridden} */
    public Optional<Priority> derivedPriority() {
        return Optional.ofNullable(state.derivedPriority);
    }

    /** {@return the override that holds} */
    public Optional<PriorityOverride> override() {
        return Optional.ofNullable(state.override);
    }

    /** {@return the override ledger: every override there was, in order} */
    public List<PriorityOverride> overrides() {
        return state.overrides;
    }

    /** {@return the affected services} */
    public Set<String> services() {
        return state.services;
    }

    /** {@return how many users suffer, 0 where none or not known} */
    public int affectedUsers() {
        return state.affectedUsers;
    }

    /** {@return the host's own fields} */
    public Attributes attributes() {
        return state.attributes;
    }

    /** {@return who is accountable} */
    public Optional<Owner> owner() {
        return Optional.ofNullable(state.owner);
    }

    /** {@return how often the owner changed from one to another} */
    public int reassignments() {
        return state.reassignments;
    }

    /** {@return how often more skill or authority was asked for} */
    public int escalations() {
        return state.escalations;
    }

    /** {@return how often a resolution was taken back} */
    public int reopenings() {
        return state.reopenings;
    }

    /**
     * What the incident waits for.
     *
     * @return the reason, present where the phase is ON_HOLD, but for an imported history that does not tell it; where
     *     another step than HOLD led there, a reason of that step's name
     */
    public Optional<HoldReason> holdReason() {
        return Optional.ofNullable(state.holdReason);
    }

    /** {@return when waiting ends by itself, if it does} */
    public Optional<Instant> resumeAt() {
        return Optional.ofNullable(state.resumeAt);
    }

    /** {@return how many reminders were sent to whoever it waits for, since it last began to wait} */
    public int followUps() {
        return state.followUps;
    }

    /** {@return the times it waited, in order; the last one may still last} */
    public List<HoldSpell> holds() {
        return state.holds;
    }

    /** {@return of an adopted incident: waiting before the adoption that is known only as sums of working time, by reason} */
    public Map<HoldReason, Duration> holdTotals() {
        return state.holdTotals;
    }

    /** {@return what the resolution says, while the incident is resolved or closed} */
    public Optional<Resolution> resolution() {
        return Optional.ofNullable(state.resolution);
    }

    /** {@return when automatic closure was first found to lack something, since the last resolution} */
    public Optional<Instant> closureBlockedAt() {
        return Optional.ofNullable(state.closureBlockedAt);
    }

    /** {@return the items of the closure checklist that are done, since the last resolution} */
    public Set<String> checklist() {
        return state.checklist;
    }

    /** {@return why it was cancelled} */
    public Optional<CancelReason> cancelReason() {
        return Optional.ofNullable(state.cancelReason);
    }

    /** {@return what the incident is related to, in the order in which it was linked} */
    public List<Relation> relations() {
        return state.relations;
    }

    /** {@return the review of how it was handled} */
    public Optional<Review> review() {
        return Optional.ofNullable(state.review);
    }

    /** {@return how it is handled beside its status: plans, people, workarounds, changes, messages, review} */
    public Handling handling() {
        return state.handling;
    }

    /** {@return where it was archived to} */
    public Optional<String> archivedTo() {
        return Optional.ofNullable(state.archivedTo);
    }

    /** {@return whether the incident is an exercise} */
    public boolean isDrill() {
        return state.drill;
    }

    /** {@return whether the caller accepted the resolution} */
    public boolean isConfirmed() {
        return state.confirmed;
    }

    /** {@return whether redaction and retention are blocked} */
    public boolean isUnderLegalHold() {
        return state.legalHold;
    }

    /** {@return the priority that holds: the override's value where there is one, else the derived one} */
    public Optional<Priority> priority() {
        PriorityOverride override = state.override;
        return Optional.ofNullable(override == null ? state.derivedPriority : override.value());
    }

    /** {@return how content the caller was, 1 to 5, if they said} */
    public OptionalInt satisfaction() {
        return state.satisfaction == 0 ? OptionalInt.empty() : OptionalInt.of(state.satisfaction);
    }

    /** {@return what the status means} */
    public Phase phase() {
        return status().phase();
    }

    /**
     * {@return when a milestone was reached; empty if it was not, or was taken back}
     *
     * @param milestone the milestone
     */
    public Optional<Instant> at(Milestone milestone) {
        return Optional.ofNullable(
                switch (milestone) {
                    case OCCURRED -> state.occurredAt;
                    case DETECTED -> state.detectedAt;
                    case REPORTED -> state.reportedAt;
                    case ACKNOWLEDGED -> state.acknowledgedAt;
                    case STARTED -> state.startedAt;
                    case CONTAINED -> state.containedAt;
                    case RESTORED -> state.restoredAt;
                    case FIRST_RESOLVED -> state.firstResolvedAt;
                    case RESOLVED -> state.resolvedAt;
                    case ENDED -> state.endedAt;
                    case REVIEWED -> state.review == null ? null : state.review.signedAt();
                });
    }

    /**
     * Whether a field has a value that a later step may rely on. What must be given anew with each step (a reason, a
     * comment, a resolution) never has one.
     *
     * @param field the field
     * @return true if it has a value, redacted or not
     */
    public boolean has(Field field) {
        return state.has(field);
    }

    /**
     * Whether somebody of a kind acknowledged, or began work.
     *
     * @param kind the kind of actor
     * @return true if one did
     */
    public boolean isAcknowledgedBy(ActorKind kind) {
        return (state.acknowledgedBy & 1 << kind.ordinal()) != 0;
    }

    /** {@return whether the record is an import that goes on: every event so far took over a step of a history} */
    public boolean isImporting() {
        return state.importing;
    }

    private static <T> T begun(@Nullable T value) {
        return Objects.requireNonNull(value, "a record that has begun");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Incident that && that.state.equals(state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    /** Names the incident, its status and its version, and no personal data. */
    @Override
    public String toString() {
        return "Incident " + id() + " (" + status() + ", version " + version() + ")";
    }
}

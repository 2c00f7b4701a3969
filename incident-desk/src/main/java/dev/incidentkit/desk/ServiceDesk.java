package dev.incidentkit.desk;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.AvailableAction;
import dev.incidentkit.core.policy.Suggestion;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.IncidentStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The only writer of incidents: loads, has the definition decide, seals the events and appends them once under the
 * expected version. People, programs, bulk operations and due instants come this way and meet the same guards.
 *
 * <p>Safe for use by several threads and, as far as the store is, by several nodes. Where others write first, it loads
 * and decides again, then gives up with both versions.
 */
public final class ServiceDesk {
    private final DeskSettings settings;
    private final DeskWriter writer;

    ServiceDesk(DeskSettings settings) {
        this.settings = settings;
        this.writer = new DeskWriter(settings);
    }

    /**
     * Begins a desk.
     *
     * @param store where records are kept
     * @param definition the process by which new incidents begin
     * @return a builder with the system's clock, and nobody to be told
     */
    public static ServiceDeskBuilder builder(IncidentStore store, ProcessDefinition definition) {
        return new ServiceDeskBuilder(store, definition);
    }

    /** {@return the process by which new incidents begin} */
    public ProcessDefinition definition() {
        return settings.definition();
    }

    /** {@return where records are kept} */
    public IncidentStore store() {
        return settings.store();
    }

    /**
     * Reports an incident under a new identity.
     *
     * @param report the report
     * @param actor who reports
     * @return the receipt, with the identity
     * @throws IncidentRejectedException with everything that stands against it
     */
    public Receipt report(Report report, Actor actor) {
        return run(DeskWriter.Order.underNewIdentity(settings.identities().get(), report, actor, null));
    }

    /**
     * Reports an incident under a new identity, at most once for a key.
     *
     * @param report the report
     * @param actor who reports
     * @param key the caller's key; the same report again gets the same identity
     * @return the receipt, with the identity
     * @throws IncidentRejectedException with everything that stands against it
     * @throws dev.incidentkit.store.CommandKeyReusedException if another command came under the key
     */
    public Receipt report(Report report, Actor actor, CommandKey key) {
        return run(DeskWriter.Order.underNewIdentity(settings.identities().get(), report, actor, key));
    }

    /**
     * Carries a command out.
     *
     * @param incident the incident; for a command that begins one, its identity
     * @param command what is asked for
     * @param actor who asks
     * @return the receipt
     * @throws IncidentRejectedException with everything that stands against it; nothing was written
     * @throws ConflictException if others kept writing first; nothing was written
     */
    public Receipt handle(IncidentId incident, IncidentCommand command, Actor actor) {
        return run(DeskWriter.Order.of(incident, command, actor, null));
    }

    /**
     * Carries a command out, at most once for a key.
     *
     * @param incident the incident; for a command that begins one, its identity
     * @param command what is asked for
     * @param actor who asks
     * @param key the caller's key; the same command again gets the same receipt and does nothing
     * @return the receipt
     * @throws IncidentRejectedException with everything that stands against it; nothing was written, and the key is free
     * @throws ConflictException if others kept writing first; nothing was written
     * @throws dev.incidentkit.store.CommandKeyReusedException if another command came under the key
     */
    public Receipt handle(IncidentId incident, IncidentCommand command, Actor actor, CommandKey key) {
        return run(DeskWriter.Order.of(incident, command, actor, key));
    }

    private Receipt run(DeskWriter.Order order) {
        checkValues(order);
        return writer.write(order);
    }

    private void checkValues(DeskWriter.Order order) {
        List<Unmet> violations = settings.validator().violations(order.command());
        if (!violations.isEmpty()) {
            throw new IncidentRejectedException(order.command().action(), "incident " + order.id(), violations);
        }
    }

    /**
     * What a command would do now, without carrying it out: to the incident, to the other end of a relation, and to the
     * children that its step is cascaded to, and theirs.
     *
     * @param incident the incident
     * @param command what would be asked for
     * @param actor who would ask
     * @return everything that would be written
     * @throws IncidentRejectedException with everything that stands against it on the incident itself
     */
    public Preview preview(IncidentId incident, IncidentCommand command, Actor actor) {
        DeskWriter.Order order = DeskWriter.Order.of(incident, command, actor, null);
        checkValues(order);
        return Rehearsal.of(writer, order);
    }

    /**
     * Merges an incident into another one that goes on. The one that ends is cancelled as a duplicate, with every guard,
     * unless it was before; whoever reported it is told. The other one takes over whom and what it was related to, who works
     * on it, what alerts said about it, and their keys, all at once. The clocks of the one that ends end with it; those of
     * the other are not touched.
     *
     * @param ends the incident that ends
     * @param into the incident that goes on
     * @param text what the reporter of the one that ends is told
     * @param actor who merges
     * @return a receipt for the incident that goes on
     * @throws IncidentRejectedException with everything that stands against it; nothing was written
     * @throws ConflictException if others kept writing first; nothing was written
     */
    public Receipt merge(IncidentId ends, IncidentId into, String text, Actor actor) {
        DeskWriter.Order over = DeskWriter.Order.of(ends, new RelationCommand.HandOver(into, text), actor, null);
        checkValues(over);
        return new MergeWork(writer).merge(over, into);
    }

    /**
     * Carries one command out on many incidents. Each item is accepted or refused on its own.
     *
     * @param incidents the incidents
     * @param command what is asked for
     * @param actor who asks
     * @return a result for each incident, in their order
     */
    public List<BulkResult> bulk(Collection<IncidentId> incidents, IncidentCommand command, Actor actor) {
        return incidents.stream().map(id -> item(id, command, actor)).toList();
    }

    /**
     * Takes over tickets that live elsewhere. A ticket that was taken over as it stands is passed over, so that a run
     * that broke off can be repeated.
     *
     * @param tickets how they stand, by the identity that each is to have
     * @param actor who takes them over
     * @return a result for each ticket, in the order of the map
     */
    public List<BulkResult> adopt(Map<IncidentId, AdoptedTicket> tickets, Actor actor) {
        return tickets.entrySet().stream()
                .map(entry -> item(entry.getKey(), new RecordCommand.Adopt(entry.getValue()), actor))
                .toList();
    }

    /**
     * Moves incidents of earlier definitions to the one by which new incidents begin, as far as its rule of change says
     * so. Each is accepted or refused on its own; those that stay are passed over.
     *
     * @param incidents the incidents
     * @param statuses for each status name that the definition does not have, the one that stands for it
     * @param actor who moves them
     * @return a result for each incident that is to move, in their order
     */
    public List<BulkResult> migrate(Collection<IncidentId> incidents, Map<String, String> statuses, Actor actor) {
        MigrationWork work = new MigrationWork(writer);
        return work.moving(incidents).stream()
                .map(id -> item(id, work.command(statuses), actor))
                .toList();
    }

    /**
     * What {@link #migrate} would do now, without doing it: for each incident that is to move what would be written, what
     * stands against it, and what lies ahead of it before and after.
     *
     * @param incidents the incidents
     * @param statuses for each status name that the definition does not have, the one that stands for it
     * @param actor who would move them
     * @return a preview for each incident that is to move, in their order; those that stay are passed over
     */
    public List<MigrationPreview> previewMigration(
            Collection<IncidentId> incidents, Map<String, String> statuses, Actor actor) {
        MigrationWork work = new MigrationWork(writer);
        return work.moving(incidents).stream()
                .map(id -> work.preview(id, statuses, actor))
                .toList();
    }

    /** What goes wrong with one item, also in a port or a driver, leaves the results of the others. */
    private BulkResult item(IncidentId id, IncidentCommand command, Actor actor) {
        try {
            return new BulkResult(id, run(DeskWriter.Order.of(id, command, actor, null)), null);
        } catch (IncidentException e) {
            return new BulkResult(id, null, e);
        } catch (RuntimeException e) {
            return new BulkResult(
                    id, null, new IncidentException(command.action() + " of incident " + id + " failed: " + e, e));
        }
    }

    /**
     * An incident as it stands in the record. What fell due since is not yet in it.
     *
     * @param incident the incident
     * @return it, or empty if there is none
     */
    public Optional<Incident> load(IncidentId incident) {
        return writer.load(incident).map(Loaded::incident);
    }

    /**
     * An incident as somebody may read it. It is the same but for the personal texts that the access policy does not show:
     * they read as present but redacted, also in {@link Incident#history()}.
     *
     * @param incident the incident
     * @param reader who reads
     * @return it, or empty if there is none
     * @throws IncidentException if the access policy fails
     */
    public Optional<Incident> load(IncidentId incident, Actor reader) {
        return writer.load(incident).map(loaded -> writer.access().shown(loaded, reader, writer.sealer()));
    }

    /**
     * The record of an incident.
     *
     * @param incident the incident
     * @return its events in order, or none if there is no such incident
     */
    public List<IncidentEvent> events(IncidentId incident) {
        return writer.load(incident).map(Loaded::events).orElse(List.of());
    }

    /**
     * Everything that stands against a command now, without carrying it out.
     *
     * @param incident an incident that exists
     * @param command what would be asked for
     * @param actor who would ask
     * @return every unmet requirement; empty where it would be accepted
     */
    public List<Unmet> check(IncidentId incident, IncidentCommand command, Actor actor) {
        List<Unmet> violations = settings.validator().violations(command);
        return violations.isEmpty() ? writer.check(DeskWriter.Order.of(incident, command, actor, null)) : violations;
    }

    /**
     * What advisors suggest for an incident, the surest first. An advisor that fails is left out. Nothing is done or written:
     * a suggestion is {@link #accept accepted} by somebody, or not.
     *
     * @param incident the incident
     * @return what might be done; nothing if there is no such incident
     */
    public List<Suggestion> suggestions(IncidentId incident) {
        return load(incident)
                .map(found -> Advice.of(settings.advisors(), found))
                .orElse(List.of());
    }

    /**
     * Does what was suggested, in the name of whoever accepts it and with every guard. The events name the suggestion's source
     * and confidence. A program may fill by it what is not known; what is known only people replace.
     *
     * @param incident the incident
     * @param suggestion the suggestion
     * @param actor who accepts it
     * @return the receipt
     * @throws IncidentRejectedException with everything that stands against it; nothing was written
     * @throws ConflictException if others kept writing first; nothing was written
     */
    public Receipt accept(IncidentId incident, Suggestion suggestion, Actor actor) {
        return run(
                DeskWriter.Order.of(incident, suggestion.command(), actor, null).with(Advice.answers(suggestion)));
    }

    /**
     * What may be done with an incident now, with what each step still lacks before anything is given with it.
     *
     * @param incident the incident
     * @param actor who would do it
     * @return the actions in the order of the lifecycle's transitions; none if there is no such incident
     * @throws IncidentException if the definition that the incident is pinned to is not registered with this desk
     */
    public List<AvailableAction> availableActions(IncidentId incident, Actor actor) {
        Loaded loaded = writer.load(incident).orElse(null);
        if (loaded == null) {
            return List.of();
        }
        ProcessDefinition pinned = known(loaded.incident().definition());
        CommandContext context = writer.contexts().full(actor, loaded, now());
        return writer.access().marked(pinned.availableActions(loaded.incident(), context), actor, loaded.incident());
    }

    /** Carries out what fell due for a claimed wake-up, as the tenant that it belongs to. */
    boolean wake(ClaimedWakeUp wakeUp) {
        return new WakeWork(writer.forTenant(wakeUp.tenant())).wake(wakeUp);
    }

    /** The definition of that hash, where it is registered here. */
    ProcessDefinition known(String hash) {
        ProcessDefinition found = settings.definitions().get(hash);
        if (found == null) {
            throw new IncidentException("Definition " + hash + " is not registered with this desk");
        }
        return found;
    }

    Instant now() {
        return writer.now();
    }

    DeskWriter writer() {
        return writer;
    }
}

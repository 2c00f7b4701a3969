package dev.incidentkit.desk;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.CommandKeyReusedException;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.LeaseLostException;
import dev.incidentkit.store.StoredRecord;
import dev.incidentkit.store.VersionConflictException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads, decides and appends, again while others write first. */
final class DeskWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceDesk.class);

    private final ServiceDeskBuilder settings;
    private final IncidentStore store;
    private final Map<String, ProcessDefinition> definitions;
    private final Sealer sealer;
    private final Kinship kinship;
    private final Appends appends;

    /** A command on its way. */
    record Order(
            IncidentId id,
            IncidentCommand command,
            Actor actor,
            @Nullable CommandKey key,
            @Nullable ClaimedWakeUp lease) {}

    DeskWriter(ServiceDeskBuilder settings, Map<String, ProcessDefinition> definitions) {
        this(settings, settings.store, definitions, new Sealer(new EventCodec()));
    }

    private DeskWriter(
            ServiceDeskBuilder settings,
            IncidentStore store,
            Map<String, ProcessDefinition> definitions,
            Sealer sealer) {
        this.settings = settings;
        this.store = store;
        this.definitions = definitions;
        this.sealer = sealer;
        this.kinship = new Kinship(this::load);
        this.appends = new Appends(settings, sealer);
    }

    DeskWriter forTenant(TenantId tenant) {
        return tenant.equals(store.tenant())
                ? this
                : new DeskWriter(settings, store.forTenant(tenant), definitions, sealer);
    }

    Optional<Loaded> load(IncidentId id) {
        return store.load(id).map(this::open);
    }

    private Loaded open(StoredRecord stored) {
        List<IncidentEvent> events = sealer.open(stored.events());
        return new Loaded(stored, events, Incident.replay(events));
    }

    Sealer sealer() {
        return sealer;
    }

    IncidentStore store() {
        return store;
    }

    Receipt write(Order order) {
        String fingerprint = null;
        if (order.key() != null) {
            fingerprint = Fingerprint.of(
                    order.command() instanceof Report ? null : order.id(), order.command(), order.actor());
            Receipt earlier = earlier(order.key(), fingerprint);
            if (earlier != null) {
                return earlier;
            }
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(order, fingerprint);
            } catch (VersionConflictException e) {
                LOG.debug(
                        "Attempt {} of {} on incident {} met a conflict",
                        attempt,
                        order.command().action(),
                        order.id());
                if (attempt >= settings.attempts) {
                    throw new ConflictException(e, attempt);
                }
            }
        }
    }

    private @Nullable Receipt earlier(CommandKey key, String fingerprint) {
        CommandReceipt receipt = store.receipt(key.value()).orElse(null);
        if (receipt == null) {
            return null;
        }
        if (!receipt.fingerprint().equals(fingerprint)) {
            throw new CommandKeyReusedException(key.value());
        }
        return repeated(receipt);
    }

    private static Receipt repeated(CommandReceipt receipt) {
        return new Receipt(receipt.incident(), receipt.version(), receipt.events(), true);
    }

    private Receipt attempt(Order order, @Nullable String fingerprint) {
        Instant at = now();
        Draft draft = new Draft();
        Loaded before = load(order.id()).orElse(null);
        Draft.Entry entry = decide(order, before, draft, at);
        draft.add(entry);
        bothEnds(order, draft, at);
        long version = entry.versionBefore() + entry.events().size();
        Receipt receipt = new Receipt(order.id(), version, entry.events().size(), false);
        if (draft.entries().isEmpty() && order.key() == null) {
            return receipt;
        }
        AppendResult result = store.append(appends.append(draft, order, receipt, fingerprint, at));
        CommandReceipt earlier = result.earlier();
        return earlier == null ? receipt : repeated(earlier);
    }

    List<Unmet> check(Order order) {
        Loaded before = load(order.id()).orElse(null);
        Draft draft = new Draft();
        try {
            draft.add(decide(order, before, draft, now()));
            bothEnds(order, draft, now());
            return List.of();
        } catch (IncidentRejectedException e) {
            return e.unmet();
        }
    }

    private Draft.Entry decide(Order order, @Nullable Loaded before, Draft draft, Instant at) {
        if (before == null) {
            return begin(order, at);
        }
        IncidentCommand command = order.command();
        if (command instanceof Report || command instanceof RecordCommand.Adopt) {
            return exists(order, before);
        }
        ProcessDefinition pinned = definition(order, before);
        CommandContext context = context(order.actor(), before, draft, at);
        List<IncidentEvent> events = pinned.decide(before.incident(), command, context);
        return new Draft.Entry(before, before.incident().applyAll(events), pinned, events);
    }

    private Draft.Entry begin(Order order, Instant at) {
        IncidentCommand command = order.command();
        boolean begins = command instanceof Report
                || command instanceof RecordCommand.Adopt
                || command instanceof RecordCommand.ImportStep;
        if (!begins) {
            throw refused(order, UnmetKind.INPUT, UnmetCode.INCIDENT_UNKNOWN, "there is no incident " + order.id());
        }
        ProcessDefinition definition = settings.definition;
        CommandContext context = CommandContext.of(order.actor(), at);
        List<IncidentEvent> events = definition.begin(order.id(), store.tenant(), command, context);
        return new Draft.Entry(null, Incident.replay(events), definition, events);
    }

    /** A ticket that was taken over just so is passed over, so that a run that broke off can be repeated. */
    private Draft.Entry exists(Order order, Loaded before) {
        boolean same = order.command() instanceof RecordCommand.Adopt adopt
                && before.events().get(0) instanceof RecordEvent.Adopted adopted
                && adopted.ticket().equals(adopt.ticket());
        if (!same) {
            throw refused(
                    order, UnmetKind.INPUT, UnmetCode.INCIDENT_EXISTS, "incident " + order.id() + " exists already");
        }
        return new Draft.Entry(before, before.incident(), settings.definition, List.of());
    }

    private ProcessDefinition definition(Order order, Loaded before) {
        String hash = order.command() instanceof RecordCommand.Migrate migrate
                ? migrate.definition()
                : before.incident().definition();
        ProcessDefinition found = definitions.get(hash);
        if (found == null) {
            throw refused(
                    order,
                    UnmetKind.DEFINITION,
                    UnmetCode.DEFINITION_UNKNOWN,
                    "definition " + hash + " is not registered with this desk");
        }
        return found;
    }

    private static IncidentRejectedException refused(Order order, UnmetKind kind, String code, String message) {
        return new IncidentRejectedException(
                order.command().action(), "incident " + order.id(), List.of(new Unmet(kind, code, null, message)));
    }

    CommandContext context(Actor actor, Loaded loaded, Draft draft) {
        return context(actor, loaded, draft, now());
    }

    /** Children are asked for where there are any: guards of closure depend on them. */
    private CommandContext context(Actor actor, Loaded loaded, Draft draft, Instant at) {
        List<IncidentId> children = Kinship.related(loaded.incident(), RelationKind.CHILD);
        if (children.isEmpty()) {
            return CommandContext.of(actor, at);
        }
        int open = 0;
        for (IncidentId child : children) {
            Loaded found = load(child).orElse(null);
            if (found != null) {
                draft.read(found);
                open += found.incident().phase().isOpen() ? 1 : 0;
            }
        }
        return new CommandContext(actor, at, Map.of(Guards.OPEN_CHILDREN, Integer.toString(open)));
    }

    private void bothEnds(Order order, Draft draft, Instant at) {
        Kinship.OtherEnd other = kinship.otherEnd(order.id(), order.command()).orElse(null);
        if (other == null) {
            return;
        }
        List<Unmet> circle = kinship.circle(order.id(), order.command(), draft);
        if (!circle.isEmpty()) {
            throw new IncidentRejectedException(order.command().action(), "incident " + order.id(), circle);
        }
        Order back = new Order(other.incident(), other.command(), order.actor(), null, null);
        Loaded before = load(other.incident()).orElse(null);
        draft.add(decide(back, before, draft, at));
    }

    /** Carries out what fell due; answers whether there was anything. */
    boolean wake(ClaimedWakeUp wakeUp) {
        Order order = new Order(wakeUp.incident(), new RecordCommand.Wake(), Actor.SYSTEM, null, wakeUp);
        try {
            Receipt receipt = write(order);
            if (receipt.events() > 0) {
                return true;
            }
            rearm(wakeUp);
            return false;
        } catch (LeaseLostException e) {
            LOG.debug("The wake-up of incident {} was taken over by another runner", wakeUp.incident());
            return false;
        }
    }

    /** Nothing was due, for example a retry of a blocked closure: the record stays as it is, and the next instant is set. */
    private void rearm(ClaimedWakeUp wakeUp) {
        Loaded loaded = load(wakeUp.incident()).orElse(null);
        if (loaded == null) {
            return;
        }
        ProcessDefinition pinned = definitions.get(loaded.incident().definition());
        Optional<Instant> next = pinned == null ? Optional.empty() : pinned.nextDue(loaded.incident(), now());
        store.rearm(wakeUp, loaded.stored().version(), next);
    }

    private Instant now() {
        return settings.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

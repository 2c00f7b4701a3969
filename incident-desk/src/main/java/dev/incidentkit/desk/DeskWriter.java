package dev.incidentkit.desk;

import dev.incidentkit.core.definition.Outcome;
import dev.incidentkit.core.definition.Outlook;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.json.CodecException;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.CommandKeyReusedException;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.EventLog;
import dev.incidentkit.store.IncidentStore;
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

    private final DeskSettings settings;
    private final IncidentStore store;
    private final EventLog log;
    private final Sealer sealer;
    private final Kinship kinship;
    private final Appends appends;
    private final CascadeWork cascades;
    private final Contexts contexts;
    private final Access access;
    private final ItemWork items;

    /**
     * A command on its way.
     *
     * @param named the incident that the caller named; null where the desk chose an identity for a report
     * @param answers what ports answered about it beforehand
     */
    record Order(
            IncidentId id,
            @Nullable IncidentId named,
            IncidentCommand command,
            Actor actor,
            @Nullable CommandKey key,
            @Nullable ClaimedWakeUp lease,
            Map<String, String> answers) {
        static Order of(IncidentId id, IncidentCommand command, Actor actor, @Nullable CommandKey key) {
            return new Order(id, id, command, actor, key, null, Map.of());
        }

        static Order underNewIdentity(IncidentId id, Report report, Actor actor, @Nullable CommandKey key) {
            return new Order(id, null, report, actor, key, null, Map.of());
        }

        Order with(Map<String, String> more) {
            return new Order(id, named, command, actor, key, lease, more);
        }
    }

    DeskWriter(DeskSettings settings) {
        this(settings, settings.store(), settings.store(), new Sealer(new EventCodec()));
    }

    private DeskWriter(DeskSettings settings, IncidentStore store, EventLog log, Sealer sealer) {
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.sealer = sealer;
        this.kinship = new Kinship(this::relative);
        this.appends = new Appends(settings, sealer);
        this.cascades = new CascadeWork(this);
        this.access = new Access(settings.access());
        this.items = new ItemWork(settings.configuration());
        this.contexts = new Contexts(this::relative, access.answers());
    }

    DeskWriter forTenant(TenantId tenant) {
        if (tenant.equals(store.tenant())) {
            return this;
        }
        IncidentStore theirs = store.forTenant(tenant);
        return new DeskWriter(settings, theirs, theirs, sealer);
    }

    DeskWriter into(EventLog rehearsal) {
        return new DeskWriter(settings, store, rehearsal, sealer);
    }

    Optional<Loaded> load(IncidentId id) {
        return log.load(id).map(this::open);
    }

    /** A relative, unless it has left the store: then nothing of it is open, and it asks and answers nothing any more. */
    Optional<Loaded> relative(IncidentId id) {
        try {
            return load(id);
        } catch (ArchivedException e) {
            return Optional.empty();
        }
    }

    private Loaded open(StoredRecord stored) {
        List<IncidentEvent> events = sealer.open(stored.incident(), stored.events());
        return new Loaded(stored, events, Incident.replay(events));
    }

    DeskSettings settings() {
        return settings;
    }

    EventLog log() {
        return log;
    }

    Access access() {
        return access;
    }

    Contexts contexts() {
        return contexts;
    }

    Sealer sealer() {
        return sealer;
    }

    IncidentStore store() {
        return store;
    }

    /** What was answered, and what was decided for it; nothing where a key answered from an earlier time. */
    record Written(Receipt receipt, Draft.@Nullable Entry entry) {}

    /** Writes what a command decides, and then what the children of the incident are to do because of it. */
    Receipt write(Order order) {
        Written written = written(order);
        finish(written.entry());
        return written.receipt();
    }

    /** The step of the parent was accepted; what keeps its children from theirs is left to the next tick. */
    void finish(Draft.@Nullable Entry entry) {
        if (entry == null || entry.after().handling().cascades().isEmpty()) {
            return;
        }
        try {
            cascades.run(entry.after(), entry.definition());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The cascade of incident {} broke off and is left to a later tick",
                    entry.after().id(),
                    e);
        }
    }

    /**
     * Writes what a command decides. The receipt of its key is looked for again whenever it failed: the same command may
     * have been accepted meanwhile, and is then answered the same instead of being refused because of itself.
     */
    Written written(Order order) {
        CommandKey key = order.key();
        String fingerprint = key == null ? null : Fingerprint.of(order.named(), order.command(), order.actor());
        Receipt earlier = earlier(key, fingerprint);
        for (int attempt = 1; earlier == null; attempt++) {
            try {
                return attempt(order, attempt, fingerprint);
            } catch (VersionConflictException e) {
                LOG.debug(
                        "Attempt {} of {} on incident {} met a conflict",
                        attempt,
                        order.command().action(),
                        order.id());
                earlier = earlier(key, fingerprint);
                if (earlier == null && attempt >= settings.attempts()) {
                    throw new ConflictException(e, attempt);
                }
            } catch (IncidentRejectedException e) {
                earlier = earlier(key, fingerprint);
                if (earlier == null) {
                    throw e;
                }
            }
        }
        return new Written(earlier, null);
    }

    @Nullable
    Receipt earlier(@Nullable CommandKey key, @Nullable String fingerprint) {
        CommandReceipt receipt =
                key == null ? null : log.receipt(key.value(), now()).orElse(null);
        if (receipt == null) {
            return null;
        }
        if (!receipt.fingerprint().equals(fingerprint)) {
            throw new CommandKeyReusedException(receipt.key());
        }
        return repeated(receipt);
    }

    private static Receipt repeated(CommandReceipt receipt) {
        return new Receipt(receipt.incident(), receipt.version(), receipt.events(), true);
    }

    /**
     * One attempt. Nothing is under an identity that was just chosen, so the first does not look; where something is after
     * all, the append meets a conflict, and the next attempt sees it.
     */
    private Written attempt(Order order, int attempt, @Nullable String fingerprint) {
        Instant at = now();
        boolean isFresh = attempt == 1 && order.named() == null;
        Loaded before = isFresh ? null : load(order.id()).orElse(null);
        Draft draft = new Draft();
        Draft.Entry entry = draft(order, before, draft, at);
        long version = entry.versionBefore() + entry.events().size();
        Receipt receipt = new Receipt(order.id(), version, entry.events().size(), false);
        if (draft.entries().isEmpty() && order.key() == null) {
            return new Written(receipt, entry);
        }
        AppendResult result = log.append(sealed(draft, order, receipt, fingerprint, at));
        CommandReceipt earlier = result.earlier();
        return earlier == null ? new Written(receipt, entry) : new Written(repeated(earlier), null);
    }

    Draft.Entry draft(Order order, Draft draft, Instant at) {
        return draft(order, load(order.id()).orElse(null), draft, at);
    }

    private Draft.Entry draft(Order order, @Nullable Loaded before, Draft draft, Instant at) {
        Draft.Entry entry = decide(order, before, draft, at);
        draft.add(entry);
        bothEnds(order, entry, draft, at);
        return entry;
    }

    /** What cannot be written, because it is too large or no text, is refused like any other bad input. */
    Append sealed(Draft draft, Order order, Receipt receipt, @Nullable String fingerprint, Instant at) {
        try {
            return appends.append(draft, order, receipt, fingerprint, at);
        } catch (CodecException e) {
            throw refused(order, UnmetKind.INPUT, UnmetCode.CONSTRAINT_VIOLATED, String.valueOf(e.getMessage()));
        }
    }

    List<Unmet> check(Order order) {
        try {
            Instant at = now();
            Draft draft = new Draft();
            Draft.Entry entry = draft(order, draft, at);
            if (!draft.entries().isEmpty()) {
                sealed(draft, order, new Receipt(order.id(), 0, entry.events().size(), false), null, at);
            }
            return List.of();
        } catch (IncidentRejectedException e) {
            return e.unmet();
        }
    }

    Draft.Entry decide(Order order, @Nullable Loaded before, Draft draft, Instant at) {
        Incident incident = before == null ? null : before.incident();
        return access.guarded(order, incident, () -> permitted(order, before, draft, at));
    }

    private Draft.Entry permitted(Order order, @Nullable Loaded before, Draft draft, Instant at) {
        if (before == null) {
            return begin(order, at);
        }
        IncidentCommand command = order.command();
        if (command instanceof Report || command instanceof RecordCommand.Adopt) {
            return exists(order, before, at);
        }
        ProcessDefinition pinned = definition(order, before);
        Advice.check(order, before.incident());
        CommandContext context = contexts.of(order, before, draft, at);
        Outcome outcome = pinned.carryOut(before.incident(), command, context);
        return items.followed(new Draft.Entry(before, pinned, outcome), order, context);
    }

    private Draft.Entry begin(Order order, Instant at) {
        IncidentCommand command = order.command();
        boolean begins = command instanceof Report
                || command instanceof RecordCommand.Adopt
                || command instanceof RecordCommand.ImportStep;
        if (!begins) {
            throw refused(order, UnmetKind.INPUT, UnmetCode.INCIDENT_UNKNOWN, "there is no incident " + order.id());
        }
        ProcessDefinition definition = settings.definition();
        CommandContext context = contexts.plain(order, at);
        return new Draft.Entry(null, definition, definition.carryOut(order.id(), store.tenant(), command, context));
    }

    /** A ticket that was taken over just so is passed over, so that a run that broke off can be repeated. */
    private Draft.Entry exists(Order order, Loaded before, Instant at) {
        boolean same = order.command() instanceof RecordCommand.Adopt adopt
                && before.events().get(0) instanceof RecordEvent.Adopted adopted
                && SameTicket.isSame(adopted.ticket(), adopt.ticket());
        if (!same) {
            throw refused(
                    order, UnmetKind.INPUT, UnmetCode.INCIDENT_EXISTS, "incident " + order.id() + " exists already");
        }
        return present(before, settings.definition(), at);
    }

    private static Draft.Entry present(Loaded before, ProcessDefinition definition, Instant at) {
        Outlook outlook = definition.outlook(before.incident(), at);
        return new Draft.Entry(before, definition, new Outcome(before.incident(), List.of(), outlook));
    }

    /** An incident as it is, of which more may be decided. */
    Draft.Entry present(Loaded before, Order order, Instant at) {
        return present(before, definition(order, before), at);
    }

    private ProcessDefinition definition(Order order, Loaded before) {
        String hash = order.command() instanceof RecordCommand.Migrate migrate
                ? migrate.definition()
                : before.incident().definition();
        ProcessDefinition found = settings.definitions().get(hash);
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

    private void bothEnds(Order order, Draft.Entry entry, Draft draft, Instant at) {
        Kinship.OtherEnd other = kinship.otherEnd(order.id(), order.command()).orElse(null);
        boolean cancelledBefore = order.command() instanceof LifecycleCommand.Cancel
                && entry.events().isEmpty();
        if (other == null || cancelledBefore) {
            return;
        }
        Loaded before = load(other.incident()).orElse(null);
        List<Unmet> against = kinship.against(order.id(), order.command(), before, draft);
        if (!against.isEmpty()) {
            throw new IncidentRejectedException(order.command().action(), "incident " + order.id(), against);
        }
        Order back = Order.of(other.incident(), other.command(), order.actor(), null);
        draft.add(decide(back, before, draft, at));
    }

    Instant now() {
        return settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

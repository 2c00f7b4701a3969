package dev.incidentkit.desk;

import dev.incidentkit.core.definition.Outcome;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.StoredEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes alerts of one key. A reserved key of the store makes the incident of a key unique; an alert that repeats what the
 * last line of its incident's record says is appended to that line without loading the rest.
 */
final class AlertWriter {
    private static final String PREFIX = "alert/";

    private final DeskWriter writer;
    private final DeskSettings settings;
    private final AlertPolicy policy;
    private final boolean hasSummaries;

    AlertWriter(DeskWriter writer, AlertPolicy policy) {
        this.writer = writer;
        this.settings = writer.settings();
        this.policy = policy;
        this.hasSummaries = writer.store().capabilities().contains(Capability.QUERIES);
    }

    static String reserved(String key) {
        return PREFIX + key;
    }

    /** Alerts on their way. */
    record Take(AlertRun run, Actor actor, @Nullable CommandKey key) {
        /** Whether the same was taken before is told by what was sent, not by what was found out about it. */
        @Nullable
        String fingerprint() {
            return key == null ? null : Fingerprint.of(null, run.sent(), actor);
        }

        DeskWriter.Order order(IncidentId id) {
            return new DeskWriter.Order(id, null, run.signal(), actor, key, null, Map.of());
        }
    }

    AlertResult take(Take take) {
        String fingerprint = take.fingerprint();
        writer.access()
                .check(
                        take.actor(),
                        take.run().signal().action(),
                        "alert " + take.run().key());
        return Attempts.of(settings.attempts(), () -> {
            Receipt earlier = writer.earlier(take.key(), fingerprint);
            return earlier == null ? attempt(take, fingerprint) : repeated(take, earlier.incident());
        });
    }

    private static AlertResult repeated(Take take, IncidentId incident) {
        return AlertResult.of(take.run().key(), AlertEffect.REPEATED, incident);
    }

    private AlertResult attempt(Take take, @Nullable String fingerprint) {
        Instant at = writer.now();
        String key = take.run().key();
        IncidentId holder = writer.log().holder(reserved(key)).orElse(null);
        if (holder == null) {
            return decided(take, fingerprint, null, at);
        }
        Optional<AlertResult> counted = isPlain(take.run()) ? counted(take, fingerprint, holder, at) : Optional.empty();
        return counted.orElseGet(
                () -> decided(take, fingerprint, writer.load(holder).orElse(null), at));
    }

    /** Whether nothing can follow where it only repeats what was said, and nobody is told of it. */
    private boolean isPlain(AlertRun run) {
        return hasSummaries
                && run.state() == AlertState.FIRING
                && !run.isSuppressed()
                && !settings.notifications().tellsOfRepeats();
    }

    /**
     * Adds to the record of an incident of which the last line says the same of the same key: then the condition has not
     * changed, and as long as nothing is due, nothing follows. The line's version guards the append.
     */
    private Optional<AlertResult> counted(Take take, @Nullable String fingerprint, IncidentId holder, Instant at) {
        IncidentSummary summary = writer.store().summary(holder).orElse(null);
        StoredEvent head = summary == null ? null : writer.log().head(holder).orElse(null);
        if (summary == null || head == null || !repeats(take.run(), summary, head, at)) {
            return Optional.empty();
        }
        EventMeta meta =
                new EventMeta(later(at, head.effectiveAt()), later(at, head.recordedAt()), take.actor(), Cause.COMMAND);
        AlertEvent.Signalled event = AlertEvent.Signalled.of(meta, take.run().signal());
        List<StoredEvent> sealed = writer.sealer().seal(List.of(event), summary.version(), head.hash());
        IncidentSummary after = new IncidentSummaryBuilder()
                .from(summary)
                .version(summary.version() + 1)
                .headHash(HexFormat.of().formatHex(sealed.get(0).hash()))
                .build();
        AppendBuilder append =
                new AppendBuilder().addIncidents(new IncidentAppend(holder, summary.version(), sealed, after));
        CommandKey key = take.key();
        if (key != null && fingerprint != null) {
            append.receipt(new CommandReceipt(
                    key.value(), fingerprint, holder, after.version(), 1, at, at.plus(settings.keyLife())));
        }
        AppendResult result = writer.log().append(append.build());
        return Optional.of(
                result.earlier() == null
                        ? AlertResult.of(take.run().key(), AlertEffect.COUNTED, holder)
                        : repeated(take, holder));
    }

    private boolean repeats(AlertRun run, IncidentSummary summary, StoredEvent head, Instant at) {
        Instant wakeUp = summary.nextWakeUp();
        ProcessDefinition pinned = settings.definitions().get(summary.definition());
        boolean isStill = summary.version() == head.sequence()
                && summary.phase().isOpen()
                && (wakeUp == null || wakeUp.isAfter(later(at, head.effectiveAt())))
                && pinned != null
                && pinned.procedures().alerts() != null
                && !counts(pinned);
        return isStill
                && writer.sealer().open(summary.incident(), head) instanceof AlertEvent.Signalled last
                && last.key().equals(run.key())
                && last.state() == run.state()
                && last.suppressedBy() == null;
    }

    /** Whether something may follow from how often an alert came: then each one is decided. */
    private static boolean counts(ProcessDefinition pinned) {
        return pinned.procedures().asks(Fact.BuiltIn.OCCURRENCES)
                || pinned.slas().stream().anyMatch(policy -> policy.asks(Fact.BuiltIn.OCCURRENCES));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private AlertResult decided(Take take, @Nullable String fingerprint, @Nullable Loaded held, Instant at) {
        AlertRun run = take.run();
        Draft draft = new Draft();
        DeskWriter.Order order;
        Draft.Entry entry;
        if (held != null && policy.takes(held.incident(), run.key(), at)) {
            order = take.order(held.incident().id());
            entry = writer.decide(order, held, draft, at);
        } else if (run.state() == AlertState.CLEARED) {
            return AlertResult.of(
                    run.key(),
                    AlertEffect.NOTHING_OPEN,
                    held == null ? null : held.incident().id());
        } else {
            order = take.order(settings.identities().get());
            entry = opened(take, order, held, at);
            if (held != null) {
                draft.read(held);
            }
            draft.move(
                    reserved(run.key()), held == null ? null : held.incident().id(), order.id());
        }
        draft.add(entry);
        Receipt receipt =
                new Receipt(order.id(), entry.after().version(), entry.events().size(), false);
        Append append = writer.sealed(draft, order, receipt, fingerprint, at);
        AppendResult result = writer.log().append(append);
        if (result.earlier() != null) {
            return repeated(take, result.earlier().incident());
        }
        writer.finish(entry);
        return AlertResult.of(run.key(), effect(entry, run), order.id());
    }

    /** An incident that begins with the alert; it follows the one that held the key before. */
    private Draft.Entry opened(Take take, DeskWriter.Order order, @Nullable Loaded held, Instant at) {
        ProcessDefinition definition = settings.definition();
        CommandContext context = writer.contexts().plain(order, at);
        AlertCommand.Signal signal = take.run().signal();
        Outcome begun = definition.carryOut(
                order.id(), writer.store().tenant(), take.run().report(definition, policy, at), context);
        Draft.Entry entry = new Draft.Entry(null, definition, begun);
        entry = entry.then(definition.carryOut(entry.after(), signal, context));
        if (held == null) {
            return entry;
        }
        Relation follows =
                new Relation(RelationKind.FOLLOW_UP_OF, held.incident().id().value());
        return entry.then(definition.carryOut(entry.after(), new WorkCommand.Link(follows), context));
    }

    private static AlertEffect effect(Draft.Entry entry, AlertRun run) {
        if (entry.before() == null) {
            return run.isSuppressed() ? AlertEffect.SUPPRESSED : AlertEffect.OPENED;
        }
        for (IncidentEvent event : entry.events()) {
            if (event instanceof LifecycleEvent.Reopened) {
                return AlertEffect.REOPENED;
            }
            if (event instanceof LifecycleEvent.Resolved || event instanceof LifecycleEvent.Cancelled) {
                return AlertEffect.RECOVERED;
            }
            if (event instanceof AlertEvent.Flapping) {
                return AlertEffect.FLAPPING;
            }
        }
        return run.isSuppressed() ? AlertEffect.SUPPRESSED : AlertEffect.COUNTED;
    }
}

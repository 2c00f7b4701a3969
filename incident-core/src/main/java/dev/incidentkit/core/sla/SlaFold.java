package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one incident while its events are folded one by one: for those who follow a record as it grows. Made by
 * {@link SlaClock#follow}. Not safe for use by several threads.
 */
public final class SlaFold {
    private final SlaClock clock;
    private final Origins origins = new Origins();
    private final List<IncidentEvent> events = new ArrayList<>();
    private final List<ClockFold> gone = new ArrayList<>();
    private List<ClockFold> folds;

    /** What is set off first, while {@link #isFirstKnown}: it is asked for more often than it changes. */
    private @Nullable SlaSignal first;

    private boolean isFirstKnown;

    SlaFold(SlaClock clock) {
        this.clock = clock;
        this.folds = fresh(clock.policies(null));
    }

    private static List<ClockFold> fresh(List<CompiledTarget> targets) {
        List<ClockFold> folds = new ArrayList<>(targets.size());
        targets.forEach(target -> folds.add(new ClockFold(target)));
        return folds;
    }

    /**
     * Folds one more event.
     *
     * @param event the next event of the record
     * @param facts what is known of the incident after it
     */
    public void add(IncidentEvent event, Facts facts) {
        events.add(event);
        isFirstKnown = false;
        if (event instanceof SlaEvent sla) {
            mark(sla);
            return;
        }
        begin(event, facts);
        if (event instanceof RecordEvent.Adopted adopted) {
            AdoptedPast.steps(adopted, facts, origins).forEach(this::step);
        }
        if (event instanceof RecordEvent.Migrated migrated) {
            migrate(migrated);
        }
        long at = event.meta().effectiveAt().toEpochMilli();
        long restoredAt = event instanceof WorkEvent.Restored restored
                ? restored.restoredAt().toEpochMilli()
                : Cycle.NONE;
        step(new Step(event, facts, at, at, origins, Deed.of(event), restoredAt));
    }

    private void begin(IncidentEvent event, Facts facts) {
        long at = event.meta().effectiveAt().toEpochMilli();
        if (events.size() == 1) {
            folds = fresh(clock.policies(definition(event)));
        }
        if (event instanceof Reported reported) {
            origins.reportedAt = at;
            origins.detectedAt = millis(reported.detectedAt());
        } else if (event instanceof RecordEvent.Adopted adopted) {
            origins.reportedAt = adopted.ticket().reportedAt().toEpochMilli();
            origins.detectedAt = millis(adopted.ticket().detectedAt());
            origins.adopted = adopted;
        } else if (event instanceof RecordEvent.Imported imported) {
            Instant reportedAt = imported.step().reportedAt();
            long basis = reportedAt == null ? at : reportedAt.toEpochMilli();
            origins.reportedAt = origins.reportedAt == Cycle.NONE ? basis : origins.reportedAt;
            origins.importedUntil = event.meta().recordedAt().toEpochMilli();
        }
        if (origins.ownedAt == Cycle.NONE && facts.has(Fact.BuiltIn.OWNED)) {
            origins.ownedAt = at;
        }
    }

    private static @Nullable String definition(IncidentEvent event) {
        if (event instanceof Reported reported) {
            return reported.definition();
        }
        if (event instanceof RecordEvent.Adopted adopted) {
            return adopted.definition();
        }
        return event instanceof RecordEvent.Imported imported ? imported.definition() : null;
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? Cycle.NONE : instant.toEpochMilli();
    }

    private void step(Step step) {
        for (ClockFold fold : folds) {
            fold.on(step);
        }
    }

    private void mark(SlaEvent event) {
        long at = event.meta().effectiveAt().toEpochMilli();
        ClockId id = event.clock();
        for (ClockFold fold : folds) {
            fold.advance(at);
            boolean same = fold.compiled.policy.name().equals(id.policy())
                    && fold.compiled.target.name().equals(id.target());
            if (same && id.cycle() <= fold.cycles.size()) {
                Cycle cycle = fold.cycles.get(id.cycle() - 1);
                cycle.marks.fold(event, cycle, at);
            }
        }
    }

    /** Clocks of the same name go on by the new rules, others are cancelled, new ones know the past. */
    private void migrate(RecordEvent.Migrated migrated) {
        long at = migrated.meta().effectiveAt().toEpochMilli();
        List<ClockFold> next = new ArrayList<>();
        List<ClockFold> left = new ArrayList<>(folds);
        for (CompiledTarget target : clock.policies(migrated.definition())) {
            ClockFold same = left.stream()
                    .filter(fold -> fold.compiled.policy.name().equals(target.policy.name())
                            && fold.compiled.target.name().equals(target.target.name()))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                next.add(withPast(target));
            } else {
                left.remove(same);
                same.advance(at);
                same.switchTo(target);
                next.add(same);
            }
        }
        for (ClockFold fold : left) {
            fold.advance(at);
            Cycle live = fold.live();
            if (live != null) {
                live.cancel(at, "definition " + migrated.definition() + " has no such target");
            }
            gone.add(fold);
        }
        folds = next;
    }

    private ClockFold withPast(CompiledTarget target) {
        ClockFold fold = new ClockFold(target);
        fold.dormant = true;
        Origins known = new Origins();
        Facts.watch(events, (event, facts) -> {
            if (event instanceof RecordEvent.Adopted adopted) {
                AdoptedPast.steps(adopted, facts, known).forEach(fold::on);
            }
            if (!(event instanceof SlaEvent)) {
                long at = event.meta().effectiveAt().toEpochMilli();
                fold.on(new Step(event, facts, at, at, known, Deed.of(event), Cycle.NONE));
            }
        });
        fold.dormant = false;
        return fold;
    }

    /**
     * What the clocks set off first and the record does not have yet, if nothing else happens.
     *
     * @return the signal; empty if nothing is timed
     */
    public Optional<SlaSignal> next() {
        if (!isFirstKnown) {
            first = Signals.first(folds, origins.importedUntil);
            isFirstKnown = true;
        }
        return Optional.ofNullable(first);
    }

    /**
     * When a target is next missed, if nothing else happens.
     *
     * @return the instant after the earliest due one of a running clock that is not breached; empty if there is none
     */
    public Optional<Instant> nextBreach() {
        long earliest = Cycle.NEVER;
        for (ClockFold fold : folds) {
            Cycle live = fold.live();
            if (live != null && !live.isBreached() && fold.situation.pause() == null) {
                long due = live.due(fold.last);
                earliest = Math.min(earliest, due == Cycle.NEVER ? due : Math.max(due, fold.last) + 1);
            }
        }
        return earliest == Cycle.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(earliest));
    }

    /** Every clock that there is or was, in the order of the policies, those of earlier definitions first. */
    List<ClockFold> all() {
        if (gone.isEmpty()) {
            return folds;
        }
        List<ClockFold> all = new ArrayList<>(gone);
        all.addAll(folds);
        return all;
    }

    /** Takes a signal as recorded at its instant. */
    void take(SlaSignal signal) {
        isFirstKnown = false;
        mark(signal.event(EventMeta.at(signal.at(), Actor.SYSTEM)));
    }

    void advance(long at) {
        isFirstKnown = false;
        folds.forEach(fold -> fold.advance(at));
    }
}

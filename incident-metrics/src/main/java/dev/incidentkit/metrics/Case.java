package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One incident as a metric sees it: what its record folds to, and how it stood over time. What is costly is computed when
 * it is first asked for, and once: the incident too, where the case was made from a record. Not safe for use by several threads.
 */
public final class Case {
    /** Stands for an instant that is not known, among milliseconds. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final Instant asOf;
    private final @Nullable SlaClock clocks;
    private @Nullable Incident incident;
    private @Nullable List<IncidentEvent> events;
    private @Nullable Outline outline;
    private @Nullable List<StatusSpell> spells;
    private @Nullable List<SlaStanding> standings;

    Case(Incident incident, Instant asOf, @Nullable SlaClock clocks) {
        this.incident = incident;
        this.asOf = asOf;
        this.clocks = clocks;
    }

    /** Reads the outline of a record, and folds it at once only where that cannot be done, or may not be. */
    Case(List<? extends IncidentEvent> record, Instant asOf, @Nullable SlaClock clocks) {
        this.events = List.copyOf(record);
        this.outline = OutlineReader.read(events);
        this.incident = outline == null ? Incident.replay(events) : null;
        this.asOf = asOf;
        this.clocks = clocks;
    }

    /** {@return the incident} */
    public Incident incident() {
        if (incident == null) {
            incident = Incident.replay(events());
        }
        return incident;
    }

    /** What most metrics ask for, for which the incident need not be folded. */
    Outline outline() {
        if (outline == null) {
            outline = Outline.of(incident());
        }
        return outline;
    }

    /** {@return when it is looked at: what is open lasts until then} */
    public Instant asOf() {
        return asOf;
    }

    /** {@return the record} */
    public List<IncidentEvent> events() {
        if (events == null) {
            events = incident().history();
        }
        return events;
    }

    /**
     * When a milestone was reached.
     *
     * @param milestone the milestone
     * @return milliseconds since 1970, or {@link #UNKNOWN}
     */
    public long millis(Milestone milestone) {
        Instant at = outline().at(milestone);
        return at == null ? UNKNOWN : at.toEpochMilli();
    }

    /**
     * How every cycle of every clock stands.
     *
     * @return the standings as of {@link #asOf()}
     * @throws IllegalStateException if the plan names no clocks
     */
    public List<SlaStanding> standings() {
        if (standings == null) {
            if (clocks == null) {
                throw new IllegalStateException(
                        "Incident " + incident().id() + " is to be timed, but the plan names no clocks");
            }
            standings = clocks.standings(events(), asOf);
        }
        return standings;
    }

    /**
     * Where the incident stood from its report on, without gaps: until it ended, or until {@link #asOf()} where it has
     * not. Times of a taken-over history that lie before the report or after the end are cut to them. What an adopted
     * ticket did before its adoption is not known, so it has no spells.
     *
     * @return the spells in order; their lengths add up to the end minus the report
     */
    public List<StatusSpell> spells() {
        if (spells == null) {
            spells = isAdopted() ? List.of() : List.copyOf(walk());
        }
        return spells;
    }

    /**
     * The statuses that the incident went through.
     *
     * @return each status that it came into, in order, the one that it began in first; none follows itself
     */
    public List<Status> path() {
        List<Status> path = new ArrayList<>();
        for (IncidentEvent event : events()) {
            Status to = event instanceof RecordEvent.Adopted adopted
                    ? adopted.ticket().status()
                    : statusAfter(event);
            if (to != null && (path.isEmpty() || !to.equals(path.get(path.size() - 1)))) {
                path.add(to);
            }
        }
        return path;
    }

    /** Whether the record begins with a ticket that lived elsewhere. */
    boolean isAdopted() {
        return events().get(0) instanceof RecordEvent.Adopted;
    }

    private List<StatusSpell> walk() {
        Instant ended = outline().at(Milestone.ENDED);
        Instant end = ended == null ? asOf : ended;
        Instant reported = outline().at(Milestone.REPORTED);
        Instant since = reported == null ? incident().lastEffectiveAt() : reported;
        List<StatusSpell> found = new ArrayList<>();
        Status current = null;
        for (IncidentEvent event : events()) {
            Status to = statusAfter(event);
            if (to == null || to.equals(current)) {
                continue;
            }
            if (current != null) {
                Instant at = cut(event.meta().effectiveAt(), since, end);
                add(found, current, since, at);
                since = at;
            }
            current = to;
        }
        if (current != null) {
            add(found, current, since, end);
        }
        return found;
    }

    private static Instant cut(Instant at, Instant from, Instant to) {
        Instant notBefore = at.isBefore(from) ? from : at;
        return notBefore.isAfter(to) ? to : notBefore;
    }

    private static void add(List<StatusSpell> spells, Status status, Instant from, Instant to) {
        if (from.isBefore(to)) {
            spells.add(new StatusSpell(status, from, to));
        }
    }

    /** The status that an event leads to; null where it tells of none. */
    private static @Nullable Status statusAfter(IncidentEvent event) {
        if (event instanceof RecordEvent.Imported imported) {
            return imported.step().status();
        }
        if (event instanceof RecordEvent.Migrated migrated) {
            return migrated.status();
        }
        return event instanceof LifecycleEvent step
                ? step.accept(Targets.INSTANCE).orElse(null)
                : null;
    }

    /** Where the events of the lifecycle lead. */
    private enum Targets implements LifecycleEvent.Visitor<Optional<Status>> {
        INSTANCE;

        @Override
        public Optional<Status> reported(Reported event) {
            return Optional.of(event.status());
        }

        @Override
        public Optional<Status> started(LifecycleEvent.Started event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> held(LifecycleEvent.Held event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> resumed(LifecycleEvent.Resumed event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> resolved(LifecycleEvent.Resolved event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> reopened(LifecycleEvent.Reopened event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> rejected(LifecycleEvent.Rejected event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> confirmed(LifecycleEvent.Confirmed event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> closed(LifecycleEvent.Closed event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> closureBlocked(LifecycleEvent.ClosureBlocked event) {
            return Optional.empty();
        }

        @Override
        public Optional<Status> cancelled(LifecycleEvent.Cancelled event) {
            return Optional.of(event.to());
        }

        @Override
        public Optional<Status> performed(LifecycleEvent.Performed event) {
            return Optional.of(event.to());
        }
    }
}

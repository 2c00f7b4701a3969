package dev.incidentkit.testkit;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.sla.SlaClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The record of an incident told event by event, without a definition that decides: for tests of clocks and metrics, which
 * read records and do not ask how they came to be. Statuses are those of the default lifecycle. Not safe for use by several
 * threads.
 */
public final class Story {
    private static final Actor ANN = Actor.agent("ann");

    private final List<IncidentEvent> events = new ArrayList<>();

    private Story() {}

    /**
     * Begins with a report.
     *
     * @param at when
     * @param priority the priority that it gets at once; null for none
     * @return the story of the incident {@code INC-1}
     */
    public static Story reported(Instant at, @Nullable Priority priority) {
        Story story = new Story();
        story.add(new Reported(
                EventMeta.at(at, Actor.caller("cleo")),
                new IncidentId("INC-1"),
                TenantId.DEFAULT,
                "told",
                Status.NEW,
                PersonalText.of("Something is broken"),
                Reporter.person("cleo"),
                Channel.PHONE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                0,
                Attributes.none(),
                false,
                null,
                RecordType.INCIDENT));
        return priority == null ? story : story.priority(at, priority);
    }

    /**
     * Adds any event.
     *
     * @param event the event
     * @return this
     */
    public Story add(IncidentEvent event) {
        events.add(event);
        return this;
    }

    private static EventMeta meta(Instant at) {
        return EventMeta.at(at, ANN);
    }

    /**
     * Another priority is derived.
     *
     * @param at when
     * @param priority the priority
     * @return this
     */
    public Story priority(Instant at, Priority priority) {
        return add(new TriageEvent.Triaged(meta(at), null, null, null, priority));
    }

    /**
     * Somebody becomes accountable.
     *
     * @param at when
     * @param owner who
     * @return this
     */
    public Story assign(Instant at, Owner owner) {
        return add(new AssignmentEvent.Assigned(meta(at), owner));
    }

    /**
     * Somebody has seen it.
     *
     * @param at when
     * @param actor who
     * @return this
     */
    public Story acknowledge(Instant at, Actor actor) {
        return add(new AssignmentEvent.Acknowledged(EventMeta.at(at, actor)));
    }

    /**
     * Work begins.
     *
     * @param at when
     * @return this
     */
    public Story start(Instant at) {
        return add(new LifecycleEvent.Started(meta(at), Status.IN_PROGRESS));
    }

    /**
     * Work waits.
     *
     * @param at when
     * @param reason for what
     * @return this
     */
    public Story hold(Instant at, HoldReason reason) {
        return add(new LifecycleEvent.Held(meta(at), Status.ON_HOLD, reason, null, null));
    }

    /**
     * Work goes on.
     *
     * @param at when
     * @return this
     */
    public Story resume(Instant at) {
        return add(new LifecycleEvent.Resumed(meta(at), Status.IN_PROGRESS, ResumeTrigger.MANUAL));
    }

    /**
     * The incident is resolved.
     *
     * @param at when
     * @return this
     */
    public Story resolve(Instant at) {
        return add(new LifecycleEvent.Resolved(
                meta(at),
                Status.RESOLVED,
                null,
                new Resolution("FIXED", PersonalText.of("Done"), ResolutionMethod.PERMANENT)));
    }

    /**
     * The resolution is taken back.
     *
     * @param at when
     * @return this
     */
    public Story reopen(Instant at) {
        return add(new LifecycleEvent.Reopened(meta(at), Status.IN_PROGRESS, PersonalText.of("Again")));
    }

    /**
     * The incident is closed.
     *
     * @param at when
     * @return this
     */
    public Story close(Instant at) {
        return add(new LifecycleEvent.Closed(meta(at), Status.CLOSED, ClosureTrigger.DESK));
    }

    /**
     * The incident is cancelled.
     *
     * @param at when
     * @return this
     */
    public Story cancel(Instant at) {
        return add(new LifecycleEvent.Cancelled(meta(at), Status.CANCELLED, CancelReason.WITHDRAWN, null, null));
    }

    /**
     * A message goes to the customers.
     *
     * @param at when
     * @return this
     */
    public Story message(Instant at) {
        return add(new WorkEvent.Communicated(
                meta(at),
                Direction.OUTBOUND,
                Channel.MAIL,
                "customers",
                PersonalText.of("Hello"),
                Visibility.CUSTOMER));
    }

    /**
     * What clocks set off until an instant is recorded.
     *
     * @param clock the clocks
     * @param until the instant
     * @return this
     */
    public Story tick(SlaClock clock, Instant until) {
        clock.advanceTo(List.copyOf(events), until)
                .forEach(signal -> add(signal.event(EventMeta.at(signal.at(), Actor.SYSTEM))));
        return this;
    }

    /** {@return the record so far} */
    public List<IncidentEvent> events() {
        return List.copyOf(events);
    }
}

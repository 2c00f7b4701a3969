package dev.incidentkit.report;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.ReportedBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.sla.SlaClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The record of an incident, told event by event. Times are of Monday, 2 March 2026, in UTC, where no date is given. */
final class Story {
    static final Actor ANN = Actor.agent("ann");
    static final Actor BOT = Actor.bot("autoreply");

    private final List<IncidentEvent> events = new ArrayList<>();

    static Instant at(String text) {
        return text.contains("T") ? Instant.parse(text) : Instant.parse("2026-03-02T" + text + "Z");
    }

    /** An incident of its own id, with what it is about. */
    static Story of(String id, String at, Category category, Impact impact, Urgency urgency) {
        Story story = new Story();
        story.events.add(new ReportedBuilder()
                .meta(EventMeta.at(at(at), Actor.caller("cleo")))
                .id(new IncidentId(id))
                .tenant(TenantId.DEFAULT)
                .definition("f00d")
                .status(Status.NEW)
                .title(PersonalText.of("outage of Cleo's printer"))
                .reporter(Reporter.person("cleo"))
                .channel(Channel.PHONE)
                .category(category)
                .impact(impact)
                .urgency(urgency)
                .affectedUsers(0)
                .attributes(Attributes.none())
                .drill(false)
                .type(RecordType.INCIDENT)
                .build());
        return story;
    }

    static Story reported(String at, @Nullable Priority priority) {
        return reported(at, priority, null, Attributes.none());
    }

    static Story reported(String at, @Nullable Priority priority, @Nullable Instant detectedAt, Attributes attributes) {
        Story story = new Story();
        story.events.add(new Reported(
                EventMeta.at(at(at), Actor.caller("cleo")),
                new IncidentId("INC-1"),
                TenantId.DEFAULT,
                "f00d",
                Status.NEW,
                PersonalText.of("outage"),
                Reporter.person("cleo"),
                Channel.PHONE,
                null,
                null,
                detectedAt,
                detectedAt,
                null,
                null,
                null,
                null,
                Set.of(),
                0,
                attributes,
                false,
                null,
                RecordType.INCIDENT));
        return priority == null ? story : story.priority(at, priority);
    }

    Story add(IncidentEvent event) {
        events.add(event);
        return this;
    }

    static EventMeta meta(String at) {
        return EventMeta.at(at(at), ANN);
    }

    Story priority(String at, Priority priority) {
        return add(new TriageEvent.Triaged(meta(at), null, null, null, priority));
    }

    Story assign(String at, Owner owner) {
        return add(new AssignmentEvent.Assigned(meta(at), owner));
    }

    Story acknowledge(String at, Actor actor) {
        return add(new AssignmentEvent.Acknowledged(EventMeta.at(at(at), actor)));
    }

    Story start(String at) {
        return add(new LifecycleEvent.Started(meta(at), Status.IN_PROGRESS));
    }

    Story hold(String at, HoldReason reason) {
        return add(new LifecycleEvent.Held(meta(at), Status.ON_HOLD, reason, null, null));
    }

    Story resume(String at) {
        return add(new LifecycleEvent.Resumed(meta(at), Status.IN_PROGRESS, ResumeTrigger.MANUAL));
    }

    Story resolve(String at) {
        return add(new LifecycleEvent.Resolved(
                meta(at),
                Status.RESOLVED,
                null,
                new Resolution("FIXED", PersonalText.of("done"), ResolutionMethod.PERMANENT)));
    }

    Story reopen(String at) {
        return add(new LifecycleEvent.Reopened(meta(at), Status.IN_PROGRESS, PersonalText.of("again")));
    }

    Story cancel(String at) {
        return add(new LifecycleEvent.Cancelled(meta(at), Status.CANCELLED, CancelReason.WITHDRAWN, null, null));
    }

    Story close(String at) {
        return add(new LifecycleEvent.Closed(meta(at), Status.CLOSED, ClosureTrigger.DESK));
    }

    Story message(String at, Actor actor, Visibility visibility, String audience) {
        return add(new WorkEvent.Communicated(
                EventMeta.at(at(at), actor),
                Direction.OUTBOUND,
                Channel.MAIL,
                audience,
                PersonalText.of("hello"),
                visibility));
    }

    Story message(String at) {
        return message(at, ANN, Visibility.CUSTOMER, "customers");
    }

    /** Records what the clocks set off until an instant. */
    Story tick(SlaClock clock, String until) {
        clock.advanceTo(List.copyOf(events), at(until))
                .forEach(signal -> add(signal.event(EventMeta.at(signal.at(), Actor.SYSTEM))));
        return this;
    }

    List<IncidentEvent> events() {
        return events;
    }
}

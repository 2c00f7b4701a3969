package dev.incidentkit.benchmarks;

import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one would write by hand for the twelve events of {@link Stories}, and for these only: the bound of the fold. */
final class Ticket {
    private @Nullable IncidentId id;
    private @Nullable TenantId tenant;
    private @Nullable String definition;
    private @Nullable Status status;
    private @Nullable Instant statusSince;
    private int version;
    private @Nullable Instant lastEffectiveAt;
    private @Nullable Instant lastRecordedAt;
    private @Nullable PersonalText title;
    private @Nullable Reporter reporter;
    private @Nullable Channel channel;
    private @Nullable Category category;
    private @Nullable Impact impact;
    private @Nullable Urgency urgency;
    private @Nullable Priority priority;
    private Set<String> services = Set.of();
    private int affectedUsers;
    private Attributes attributes = Attributes.none();
    private boolean drill;
    private @Nullable Owner owner;
    private int reassignments;
    private @Nullable Instant reportedAt;
    private @Nullable Instant acknowledgedAt;
    private int acknowledgedBy;
    private @Nullable Instant startedAt;
    private @Nullable Instant restoredAt;
    private @Nullable Instant firstResolvedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable HoldReason holdReason;
    private @Nullable Instant resumeAt;
    private List<HoldSpell> holds = List.of();
    private @Nullable Resolution resolution;

    void fold(IncidentEvent event) {
        EventMeta meta = event.meta();
        Instant at = meta.effectiveAt();
        lastEffectiveAt = at;
        lastRecordedAt = meta.recordedAt();
        version++;
        if (event instanceof Reported reported) {
            begin(reported, at);
        } else if (event instanceof TriageEvent.Triaged triaged) {
            judge(triaged);
        } else if (event instanceof AssignmentEvent.Assigned assigned) {
            if (owner != null && !owner.equals(assigned.owner())) {
                reassignments++;
            }
            owner = assigned.owner();
        } else if (event instanceof AssignmentEvent.Acknowledged) {
            acknowledge(meta);
        } else if (event instanceof LifecycleEvent.Started started) {
            enter(started.to(), at);
            startedAt = at;
            acknowledge(meta);
        } else if (event instanceof LifecycleEvent.Held held) {
            hold(held, at);
        } else if (event instanceof LifecycleEvent.Resumed resumed) {
            resume(resumed, at);
        } else if (event instanceof LifecycleEvent.Resolved resolved) {
            resolve(resolved, at);
        }
    }

    private void begin(Reported reported, Instant at) {
        id = reported.id();
        tenant = reported.tenant();
        definition = reported.definition();
        status = reported.status();
        statusSince = at;
        reportedAt = at;
        title = reported.title();
        reporter = reported.reporter();
        channel = reported.channel();
        category = reported.category();
        impact = reported.impact();
        urgency = reported.urgency();
        services = reported.services();
        affectedUsers = reported.affectedUsers();
        attributes = reported.attributes();
        drill = reported.drill();
    }

    private void judge(TriageEvent.Triaged triaged) {
        if (triaged.impact() != null) {
            impact = triaged.impact();
        }
        if (triaged.urgency() != null) {
            urgency = triaged.urgency();
        }
        priority = triaged.priority();
    }

    private void acknowledge(EventMeta meta) {
        acknowledgedBy |= 1 << meta.actor().kind().ordinal();
        if (acknowledgedAt == null) {
            acknowledgedAt = meta.effectiveAt();
        }
    }

    private void enter(Status to, Instant at) {
        if (!to.equals(status)) {
            status = to;
            statusSince = at;
        }
    }

    private void hold(LifecycleEvent.Held held, Instant at) {
        enter(held.to(), at);
        holdReason = held.reason();
        resumeAt = held.resumeAt();
        holds = new ArrayList<>(1);
        holds.add(new HoldSpell(held.reason(), at, null));
    }

    private void resume(LifecycleEvent.Resumed resumed, Instant at) {
        enter(resumed.to(), at);
        HoldSpell spell = holds.get(0);
        holds.set(0, new HoldSpell(spell.reason(), spell.from(), at));
        holdReason = null;
        resumeAt = null;
    }

    private void resolve(LifecycleEvent.Resolved resolved, Instant at) {
        enter(resolved.to(), at);
        resolvedAt = at;
        firstResolvedAt = at;
        restoredAt = at;
        resolution = resolved.resolution();
        if (resolved.category() != null) {
            category = resolved.category();
        }
    }

    private List<@Nullable Object> said() {
        return Arrays.asList(
                id,
                tenant,
                definition,
                status,
                statusSince,
                version,
                lastEffectiveAt,
                lastRecordedAt,
                title,
                reporter,
                channel,
                category,
                impact,
                urgency,
                priority,
                services,
                affectedUsers,
                attributes,
                drill,
                owner,
                reassignments,
                reportedAt,
                acknowledgedAt,
                acknowledgedBy == 1 << ActorKind.HUMAN.ordinal(),
                startedAt,
                restoredAt,
                firstResolvedAt,
                resolvedAt,
                holdReason,
                resumeAt,
                holds,
                resolution);
    }

    private static List<@Nullable Object> said(Incident incident) {
        return Arrays.asList(
                incident.id(),
                incident.tenant(),
                incident.definition(),
                incident.status(),
                incident.statusSince(),
                incident.version(),
                incident.lastEffectiveAt(),
                incident.lastRecordedAt(),
                incident.title().orElse(null),
                incident.reporter().orElse(null),
                incident.channel().orElse(null),
                incident.category().orElse(null),
                incident.impact().orElse(null),
                incident.urgency().orElse(null),
                incident.priority().orElse(null),
                incident.services(),
                incident.affectedUsers(),
                incident.attributes(),
                incident.isDrill(),
                incident.owner().orElse(null),
                incident.reassignments(),
                incident.at(Milestone.REPORTED).orElse(null),
                incident.at(Milestone.ACKNOWLEDGED).orElse(null),
                incident.isAcknowledgedBy(ActorKind.HUMAN),
                incident.at(Milestone.STARTED).orElse(null),
                incident.at(Milestone.RESTORED).orElse(null),
                incident.at(Milestone.FIRST_RESOLVED).orElse(null),
                incident.at(Milestone.RESOLVED).orElse(null),
                incident.holdReason().orElse(null),
                incident.resumeAt().orElse(null),
                incident.holds(),
                incident.resolution().orElse(null));
    }

    /** Sees that this ticket and an incident agree in every field. */
    void mustSayWhat(Incident incident) {
        if (!said().equals(said(incident))) {
            throw new IllegalStateException("Both folds must agree, but are " + said(incident) + " and " + said());
        }
    }
}

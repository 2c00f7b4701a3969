package dev.incidentkit.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the fold accumulates, and the changes that several events share. Collections are immutable and replaced as a
 * whole, so that a shallow copy is enough.
 */
abstract sealed class IncidentFields permits HandlingFold {
    @Nullable
    IncidentId id;

    @Nullable
    TenantId tenant;

    @Nullable
    String definition;

    @Nullable
    Status status;

    @Nullable
    Instant statusSince;

    int version;

    @Nullable
    Instant lastEffectiveAt;

    @Nullable
    Instant lastRecordedAt;

    @Nullable
    String number;

    @Nullable
    PersonalText title;

    @Nullable
    PersonalText description;

    @Nullable
    Reporter reporter;

    @Nullable
    Channel channel;

    @Nullable
    Category category;

    @Nullable
    Impact impact;

    @Nullable
    Urgency urgency;

    @Nullable
    Severity severity;

    @Nullable
    Priority derivedPriority;

    @Nullable
    PriorityOverride override;

    List<PriorityOverride> overrides = List.of();
    Set<String> services = Set.of();
    int affectedUsers;
    Attributes attributes = Attributes.none();
    boolean drill;

    @Nullable
    Owner owner;

    int reassignments;
    int escalations;

    @Nullable
    Instant occurredAt;

    @Nullable
    Instant detectedAt;

    @Nullable
    Instant reportedAt;

    @Nullable
    Instant acknowledgedAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant containedAt;

    @Nullable
    Instant restoredAt;

    @Nullable
    Instant firstResolvedAt;

    @Nullable
    Instant resolvedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    HoldReason holdReason;

    @Nullable
    Instant resumeAt;

    List<HoldSpell> holds = List.of();
    Map<HoldReason, Duration> holdTotals = Map.of();

    @Nullable
    Resolution resolution;

    boolean confirmed;
    int reopenings;

    @Nullable
    CancelReason cancelReason;

    @Nullable
    Instant closureBlockedAt;

    Set<String> checklist = Set.of();
    List<Relation> relations = List.of();

    @Nullable
    Review review;

    Handling handling = Handling.NONE;

    int satisfaction;
    boolean legalHold;

    @Nullable
    String archivedTo;

    /** How many reminders were sent since the wait began. */
    int followUps;

    /** A bit for each kind of actor that acknowledged. */
    int acknowledgedBy;

    /** Whether every event so far took over a step of a recorded history. */
    boolean importing;

    final void enter(Status to, Instant at) {
        Status from = status;
        if (from != null && from.phase() == Phase.ON_HOLD && to.phase() != Phase.ON_HOLD) {
            endHold(at);
        }
        if (!to.equals(from)) {
            status = to;
            statusSince = at;
            if (!to.phase().isEnd()) {
                endedAt = null;
            } else if (endedAt == null) {
                endedAt = at;
            }
        }
    }

    final void beginHold(HoldReason reason, Instant at, @Nullable Instant until) {
        if (holdReason != null) {
            endHold(at);
        }
        holdReason = reason;
        followUps = 0;
        resumeAt = until;
        holds = plus(holds, new HoldSpell(reason, at, null));
    }

    /** A step that leads on hold without saying for what: the incident waits for what the step is named after. */
    final void waitAfter(Action step, Instant at) {
        if (holdReason == null && status != null && status.phase() == Phase.ON_HOLD) {
            beginHold(new HoldReason(step.name()), at, null);
        }
    }

    final void endHold(Instant at) {
        if (!holds.isEmpty()) {
            int last = holds.size() - 1;
            HoldSpell spell = holds.get(last);
            if (spell.to() == null) {
                HoldSpell ended = new HoldSpell(spell.reason(), spell.from(), at);
                holds = last == 0 ? List.of(ended) : plus(holds.subList(0, last), ended);
            }
        }
        holdReason = null;
        resumeAt = null;
    }

    final void unresolve() {
        reopenings++;
        resolvedAt = null;
        restoredAt = null;
        resolution = null;
        confirmed = false;
        closureBlockedAt = null;
        checklist = Set.of();
    }

    final void own(Owner next) {
        if (owner != null && !owner.equals(next)) {
            reassignments++;
        }
        owner = next;
    }

    static <T> List<T> plus(List<T> list, T more) {
        if (list.isEmpty()) {
            return List.of(more);
        }
        if (list.size() == 1) {
            return List.of(list.get(0), more);
        }
        List<T> copy = new ArrayList<>(list.size() + 1);
        copy.addAll(list);
        copy.add(more);
        return List.copyOf(copy);
    }

    static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }

    final void derive(@Nullable Priority priority) {
        if (priority != null) {
            derivedPriority = priority;
        }
    }

    final void relate(Relation relation) {
        if (!relations.contains(relation)) {
            relations = plus(relations, relation);
        }
    }

    final void answer(String item, boolean done) {
        TreeSet<String> copy = new TreeSet<>(checklist);
        if (done) {
            copy.add(item);
        } else {
            copy.remove(item);
        }
        checklist = Set.copyOf(copy);
    }

    final boolean has(Field field) {
        if (field instanceof Field.Attribute attribute) {
            return attributes.has(attribute.attribute());
        }
        return switch ((Field.BuiltIn) field) {
            case TITLE -> title != null;
            case DESCRIPTION -> description != null;
            case SYMPTOMS -> handling.symptoms() != null;
            case REPORTER -> reporter != null;
            case CHANNEL -> channel != null;
            case REPORTED_AT -> reportedAt != null;
            case OCCURRED_AT -> occurredAt != null;
            case DETECTED_AT -> detectedAt != null;
            case CATEGORY -> category != null;
            case IMPACT -> impact != null;
            case URGENCY -> urgency != null;
            case SEVERITY -> severity != null;
            case PRIORITY -> override != null || derivedPriority != null;
            case SERVICES -> !services.isEmpty();
            case AFFECTED_USERS -> affectedUsers > 0;
            case OWNER -> owner != null;
            case RESTORED_AT -> restoredAt != null;
            case REASON, COMMENT, RESUME_AT, RESOLUTION_CODE, RESOLUTION_NOTE, DUPLICATE_OF -> false;
        };
    }

    /** Every field, for equality. A test holds this list against the fields of this class. */
    final List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(64);
        values.addAll(described());
        values.addAll(happened());
        return values;
    }

    private List<@Nullable Object> described() {
        return Arrays.asList(
                id,
                tenant,
                definition,
                status,
                statusSince,
                version,
                lastEffectiveAt,
                lastRecordedAt,
                number,
                title,
                description,
                reporter,
                channel,
                category,
                impact,
                urgency,
                severity,
                derivedPriority,
                override,
                overrides,
                services,
                affectedUsers,
                attributes,
                drill);
    }

    private List<@Nullable Object> happened() {
        return Arrays.asList(
                owner,
                reassignments,
                escalations,
                occurredAt,
                detectedAt,
                reportedAt,
                acknowledgedAt,
                startedAt,
                containedAt,
                restoredAt,
                firstResolvedAt,
                resolvedAt,
                endedAt,
                holdReason,
                resumeAt,
                holds,
                holdTotals,
                resolution,
                confirmed,
                reopenings,
                cancelReason,
                closureBlockedAt,
                checklist,
                relations,
                review,
                handling,
                satisfaction,
                legalHold,
                archivedTo,
                followUps,
                acknowledgedBy,
                importing);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof IncidentFields that && that.values().equals(values());
    }

    @Override
    public final int hashCode() {
        return values().hashCode();
    }
}

package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An incident was reported. It begins the record; its {@code effectiveAt} is when it was reported.
 *
 * @param meta when, who and why
 * @param id the incident
 * @param tenant whom it belongs to
 * @param definition the content hash of the definition that it is pinned to
 * @param status the first status
 * @param title what it is about
 * @param reporter who or what reported
 * @param channel the way by which the report came
 * @param number the host's number
 * @param description what happened
 * @param occurredAt when it happened
 * @param detectedAt when it was noticed
 * @param category where it belongs
 * @param impact how far its effect reaches
 * @param urgency how soon it becomes unbearable
 * @param severity how bad it is on its own
 * @param services the affected services
 * @param affectedUsers how many users suffer
 * @param attributes the host's own fields
 * @param drill whether it is an exercise
 * @param symptoms what was noticed
 * @param type what it is taken for
 */
@RecordBuilder
@Value.Builder
public record Reported(
        EventMeta meta,
        IncidentId id,
        TenantId tenant,
        String definition,
        Status status,
        PersonalText title,
        Reporter reporter,
        Channel channel,
        @Nullable String number,
        @Nullable PersonalText description,
        @Nullable Instant occurredAt,
        @Nullable Instant detectedAt,
        @Nullable Category category,
        @Nullable Impact impact,
        @Nullable Urgency urgency,
        @Nullable Severity severity,
        Set<String> services,
        int affectedUsers,
        Attributes attributes,
        boolean drill,
        @Nullable PersonalText symptoms,
        RecordType type)
        implements LifecycleEvent {
    /** Cuts instants to milliseconds and copies the services. */
    public Reported {
        occurredAt = Checks.millisOrNull(occurredAt);
        detectedAt = Checks.millisOrNull(detectedAt);
        services = Set.copyOf(services);
    }

    @Override
    public <R> R accept(LifecycleEvent.Visitor<R> visitor) {
        return visitor.reported(this);
    }

    @Override
    public <R> R accept(IncidentEvent.Visitor<R> visitor) {
        return visitor.reported(this);
    }
}

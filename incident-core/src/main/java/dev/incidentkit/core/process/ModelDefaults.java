package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a model gives to incidents that lack it when it is chosen. What is known already stays.
 *
 * @param category where they belong
 * @param impact how far their effect reaches
 * @param urgency how soon it becomes unbearable
 * @param severity how bad they are on their own
 * @param owner who is accountable
 */
@RecordBuilder
@Value.Builder
public record ModelDefaults(
        @Nullable Category category,
        @Nullable Impact impact,
        @Nullable Urgency urgency,
        @Nullable Severity severity,
        @Nullable Owner owner) {
    /** Gives nothing. */
    public static final ModelDefaults NONE = new ModelDefaults(null, null, null, null, null);
}

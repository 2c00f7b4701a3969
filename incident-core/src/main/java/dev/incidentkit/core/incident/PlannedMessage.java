package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the communication plan asks for an audience.
 *
 * @param line the name of the line of the plan
 * @param audience whom to tell
 * @param channel by which way
 * @param template the name of the template
 * @param dueAt by when; null once they were told
 */
public record PlannedMessage(
        String line,
        String audience,
        Channel channel,
        String template,
        @Nullable Instant dueAt) {}

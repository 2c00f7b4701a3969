package dev.incidentkit.core.incident;

import java.time.Instant;

/**
 * What a review asked for.
 *
 * @param name its name
 * @param kind what it is for
 * @param owner who does it
 * @param dueAt by when
 * @param state how it stands
 */
public record ReviewAction(String name, ReviewActionKind kind, String owner, Instant dueAt, ReviewActionState state) {}

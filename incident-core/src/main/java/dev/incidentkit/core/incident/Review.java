package dev.incidentkit.core.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The review of how an incident was handled.
 *
 * @param owner who writes it
 * @param dueAt when it is due
 * @param signedAt when it was signed off; null while it is open
 */
public record Review(String owner, Instant dueAt, @Nullable Instant signedAt) {}

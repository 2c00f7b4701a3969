package dev.incidentkit.core.incident;

import java.time.Instant;

/**
 * A change that an incident cannot wait for.
 *
 * @param change the host's identifier of the change
 * @param policy the policy that says who approves, and how fast
 * @param requestedBy the actor who asked for it
 * @param dueAt by when it is to be decided
 * @param approval what was decided
 */
public record EmergencyChange(String change, String policy, String requestedBy, Instant dueAt, Approval approval) {}

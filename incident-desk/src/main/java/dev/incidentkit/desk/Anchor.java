package dev.incidentkit.desk;

import dev.incidentkit.core.incident.TenantId;
import java.time.Instant;

/**
 * A digest of the heads that all records of a tenant had at an instant.
 *
 * @param tenant the tenant
 * @param asOf the instant
 * @param incidents how many records there were
 * @param events how many events they had
 * @param digest SHA-256 over identity, version and hash of each head, by identity, in hexadecimal digits
 */
public record Anchor(TenantId tenant, Instant asOf, long incidents, long events, String digest) {}

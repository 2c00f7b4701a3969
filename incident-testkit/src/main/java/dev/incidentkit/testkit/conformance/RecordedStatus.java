package dev.incidentkit.testkit.conformance;

import java.time.Instant;

/**
 * A line of a host's own record: an incident came to have a status.
 *
 * @param incident the host's identifier of the incident
 * @param at when
 * @param status the name of the status, as the lifecycle has it
 */
public record RecordedStatus(String incident, Instant at, String status) {}

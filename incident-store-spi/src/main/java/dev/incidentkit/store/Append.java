package dev.incidentkit.store;

import dev.incidentkit.core.incident.IncidentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one command writes: all or nothing. Build one with {@code AppendBuilder}.
 *
 * @param incidents new lines of one or several records, each under its expected version
 * @param conditions incidents that were read and must not have changed
 * @param receipt the command's key and answer, where it has a key
 * @param reserve keys to take for an incident
 * @param release keys to give back; those that the incident does not hold are passed over
 * @param messages messages to send afterwards
 * @param redactions personal data to delete
 * @param lease the claim of the wake-up that this carries out, where it does
 */
@RecordBuilder
@Value.Builder
public record Append(
        List<IncidentAppend> incidents,
        List<ReadCondition> conditions,
        @Nullable CommandReceipt receipt,
        List<KeyReservation> reserve,
        List<KeyReservation> release,
        List<OutboxMessage> messages,
        List<Redaction> redactions,
        @Nullable ClaimedWakeUp lease) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an incident is written twice, or a key reserved for two incidents
     */
    public Append {
        incidents = List.copyOf(incidents);
        conditions = List.copyOf(conditions);
        reserve = List.copyOf(reserve);
        release = List.copyOf(release);
        messages = List.copyOf(messages);
        redactions = List.copyOf(redactions);
        checkIncidents(incidents);
        checkReservations(reserve);
    }

    private static void checkIncidents(List<IncidentAppend> incidents) {
        Set<IncidentId> seen = new HashSet<>();
        for (IncidentAppend incident : incidents) {
            if (!seen.add(incident.incident())) {
                throw new IllegalArgumentException(
                        "An append writes an incident once, but has " + incident.incident() + " twice");
            }
        }
    }

    private static void checkReservations(List<KeyReservation> reserve) {
        Map<String, IncidentId> holders = new HashMap<>();
        for (KeyReservation wanted : reserve) {
            IncidentId other = holders.putIfAbsent(wanted.key(), wanted.holder());
            if (other != null && !other.equals(wanted.holder())) {
                throw new IllegalArgumentException("A key is reserved for one incident, but '" + wanted.key() + "' for "
                        + other + " and " + wanted.holder());
            }
        }
    }
}

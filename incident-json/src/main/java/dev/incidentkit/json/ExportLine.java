package dev.incidentkit.json;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A line of an exported record: one event, sealed as it is stored.
 *
 * @param tenant whom the incident belongs to
 * @param incident the incident
 * @param sequence the event's place in the record, from 1
 * @param type the stable name of the event's type
 * @param form the version of the type's form
 * @param effectiveAt when the event took effect
 * @param recordedAt when it was recorded
 * @param body the sealed bytes, UTF-8
 * @param hash SHA-256 over the hash before, type, form and body
 * @param personal the personal data that is left
 */
public record ExportLine(
        String tenant,
        String incident,
        long sequence,
        String type,
        int form,
        Instant effectiveAt,
        Instant recordedAt,
        byte[] body,
        byte[] hash,
        List<PersonalData> personal) {
    /** Copies the list. */
    public ExportLine {
        personal = List.copyOf(personal);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExportLine that
                && that.tenant.equals(tenant)
                && that.incident.equals(incident)
                && that.sequence == sequence
                && that.type.equals(type)
                && that.form == form
                && that.effectiveAt.equals(effectiveAt)
                && that.recordedAt.equals(recordedAt)
                && Arrays.equals(that.body, body)
                && Arrays.equals(that.hash, hash)
                && that.personal.equals(personal);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** Names the event and no content. */
    @Override
    public String toString() {
        return "ExportLine[" + incident + " " + sequence + " " + type + "/" + form + "]";
    }
}

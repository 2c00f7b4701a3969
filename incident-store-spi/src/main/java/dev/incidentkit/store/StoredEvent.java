package dev.incidentkit.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A finished line of an incident's record. A store keeps the bytes as they are.
 *
 * @param sequence its place in the record, from 1 without gaps
 * @param type the stable name of the event's type, at most 100 characters
 * @param form the version of the type's form, from 1
 * @param body the event, sealed; it holds no personal data but commitments to it
 * @param hash SHA-256 over the hash before, type, form and body, 32 bytes
 * @param effectiveAt when the event took effect, to the millisecond
 * @param recordedAt when it was recorded, to the millisecond
 * @param personal the personal data of the event; what was redacted is missing
 */
public record StoredEvent(
        long sequence,
        String type,
        int form,
        byte[] body,
        byte[] hash,
        Instant effectiveAt,
        Instant recordedAt,
        List<PersonalValue> personal) {
    /** Copies the list. */
    public StoredEvent {
        personal = List.copyOf(personal);
    }

    /**
     * The same line with other personal data, which is not sealed.
     *
     * @param remaining what is left of it
     * @return a copy
     */
    public StoredEvent withPersonal(List<PersonalValue> remaining) {
        return new StoredEvent(sequence, type, form, body, hash, effectiveAt, recordedAt, remaining);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredEvent that
                && that.sequence == sequence
                && that.type.equals(type)
                && that.form == form
                && Arrays.equals(that.body, body)
                && Arrays.equals(that.hash, hash)
                && that.effectiveAt.equals(effectiveAt)
                && that.recordedAt.equals(recordedAt)
                && that.personal.equals(personal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequence, type, form, Arrays.hashCode(body), Arrays.hashCode(hash));
    }

    /** Names the line and no content. */
    @Override
    public String toString() {
        return "StoredEvent[" + sequence + " " + type + "/" + form + ", " + body.length + " bytes]";
    }
}

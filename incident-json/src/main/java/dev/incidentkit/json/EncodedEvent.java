package dev.incidentkit.json;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An event as bytes, with its personal data beside them. The array is not copied and must not be changed.
 *
 * @param type the stable name of the event's type, for example {@code incident.resolved}
 * @param form the version of the type's form, from 1
 * @param body the event in UTF-8 JSON
 * @param personal the personal data whose commitments stand in the body
 */
public record EncodedEvent(String type, int form, byte[] body, List<PersonalData> personal) {
    /** Copies the list. */
    public EncodedEvent {
        personal = List.copyOf(personal);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedEvent that
                && that.type.equals(type)
                && that.form == form
                && Arrays.equals(that.body, body)
                && that.personal.equals(personal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, form, Arrays.hashCode(body), personal);
    }

    /** Names the event and no content. */
    @Override
    public String toString() {
        return "EncodedEvent[" + type + "/" + form + ", " + body.length + " bytes]";
    }
}

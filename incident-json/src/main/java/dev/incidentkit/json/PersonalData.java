package dev.incidentkit.json;

import java.util.Arrays;
import java.util.Objects;

/**
 * A piece of personal data beside the body of an event. The body holds SHA-256 over the salt and the text in UTF-8.
 *
 * @param path where in the body the commitment stands, for example {@code title} or {@code attributes.region}
 * @param salt 16 random bytes
 * @param text the data
 */
public record PersonalData(String path, byte[] salt, String text) {
    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalData that
                && that.path.equals(path)
                && Arrays.equals(that.salt, salt)
                && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, Arrays.hashCode(salt), text);
    }

    /** Names the place and not the data. */
    @Override
    public String toString() {
        return "PersonalData[" + path + "]";
    }
}

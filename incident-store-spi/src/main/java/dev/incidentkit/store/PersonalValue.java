package dev.incidentkit.store;

import java.util.Arrays;
import java.util.Objects;

/**
 * A piece of personal data of an event. Its commitment stands in the sealed body; redaction deletes this.
 *
 * @param path where in the body the commitment stands, at most 200 characters
 * @param salt 16 random bytes
 * @param text the data
 */
public record PersonalValue(String path, byte[] salt, String text) {
    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalValue that
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
        return "PersonalValue[" + path + "]";
    }
}

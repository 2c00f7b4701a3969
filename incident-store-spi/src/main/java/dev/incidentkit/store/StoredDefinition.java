package dev.incidentkit.store;

import java.util.Arrays;
import java.util.Objects;

/**
 * A definition as bytes.
 *
 * @param hash its content hash
 * @param name its name
 * @param body its content
 */
public record StoredDefinition(String hash, String name, byte[] body) {
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredDefinition that
                && that.hash.equals(hash)
                && that.name.equals(name)
                && Arrays.equals(that.body, body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hash, name, Arrays.hashCode(body));
    }
}

package dev.incidentkit.core.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Writes a configuration down in one unambiguous way, so that equal configurations have equal hashes on every machine.
 * Each value is written as its length in characters, a colon and itself; so no value can be mistaken for two. Not safe
 * for use by several threads.
 */
public final class CanonicalForm {
    private final StringBuilder text = new StringBuilder(1024);

    /**
     * Begins the form of a kind of thing.
     *
     * @param kind the kind and the version of its form, for example {@code lifecycle/1}
     */
    public CanonicalForm(String kind) {
        put(kind);
    }

    /**
     * Writes a named value.
     *
     * @param name what the value is
     * @param value the value; its {@code toString} must be stable
     * @return this
     */
    public CanonicalForm put(String name, Object value) {
        return put(name).put(String.valueOf(value));
    }

    /**
     * Writes named values in their order.
     *
     * @param name what the values are
     * @param values the values; their {@code toString} must be stable
     * @return this
     */
    public CanonicalForm list(String name, Collection<?> values) {
        put(name).put(Integer.toString(values.size()));
        values.forEach(value -> put(String.valueOf(value)));
        return this;
    }

    /**
     * Writes named values whose order means nothing.
     *
     * @param name what the values are
     * @param values the values; their {@code toString} must be stable
     * @return this
     */
    public CanonicalForm set(String name, Collection<?> values) {
        return list(name, values.stream().map(String::valueOf).sorted().toList());
    }

    private CanonicalForm put(String value) {
        text.append(value.length()).append(':').append(value).append(',');
        return this;
    }

    /**
     * The hash of all that was written.
     *
     * @return SHA-256 of the form in UTF-8, 64 lower-case hexadecimal digits
     */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not", e);
        }
    }

    /** {@return what was written so far} */
    @Override
    public String toString() {
        return text.toString();
    }
}

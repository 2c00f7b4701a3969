package dev.incidentkit.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash chain of a record. Each event's hash is SHA-256 over the hash before it, the type's name in UTF-8, a zero
 * byte, the form as four bytes (big-endian) and the event's bytes; so no event can be changed, renamed, moved or taken
 * out without every later hash being wrong. The first event follows 32 zero bytes.
 */
public final class Chain {
    /** How many bytes a hash has. */
    public static final int HASH_LENGTH = 32;

    private Chain() {}

    /** {@return the hash that the first event follows} */
    public static byte[] beginning() {
        return new byte[HASH_LENGTH];
    }

    /**
     * The hash of an event.
     *
     * @param previous the hash before it
     * @param type the stable name of its type
     * @param form the version of the type's form
     * @param body its bytes
     * @return 32 bytes
     */
    public static byte[] next(byte[] previous, String type, int form, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update(type.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(form).array());
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not", e);
        }
    }
}

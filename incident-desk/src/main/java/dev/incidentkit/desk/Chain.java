package dev.incidentkit.desk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash chain of a record: each event's hash is SHA-256 over the hash before it and the event's bytes, so that no
 * event can be changed, moved or taken out without every later hash being wrong. The first event follows 32 zero bytes.
 */
final class Chain {
    static final int HASH_LENGTH = 32;

    private Chain() {}

    static byte[] beginning() {
        return new byte[HASH_LENGTH];
    }

    static byte[] next(byte[] previous, byte[] body) {
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(body);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not", e);
        }
    }
}

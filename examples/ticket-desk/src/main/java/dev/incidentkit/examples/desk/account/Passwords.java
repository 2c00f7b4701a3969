package dev.incidentkit.examples.desk.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as they are kept: PBKDF2 with HMAC-SHA-512 of the JDK, a salt for each, written as
 * {@code pbkdf2-sha512:ITERATIONS:SALT:HASH}. 210,000 iterations, as OWASP's cheat sheet on password storage asks.
 */
public final class Passwords {
    private static final String NAME = "pbkdf2-sha512";
    private static final int ITERATIONS = 210_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;

    private Passwords() {}

    /**
     * Seals a password with a salt of its own.
     *
     * @param password the password
     * @return how it is kept
     */
    public static String seal(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return String.join(
                ":", NAME, Integer.toString(ITERATIONS), base64(salt), base64(hash(password, salt, ITERATIONS)));
    }

    /** Whether a password is the one that was sealed. It takes as long whether or not it is. */
    static boolean matches(char[] password, String sealed) {
        List<String> parts = List.of(sealed.split(":", -1));
        byte[] expected = Base64.getDecoder().decode(parts.get(3));
        byte[] salt = Base64.getDecoder().decode(parts.get(2));
        return MessageDigest.isEqual(expected, hash(password, salt, Integer.parseInt(parts.get(1))));
    }

    /** Whether a text is such as {@link #seal} writes. */
    static boolean isSealed(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(NAME)) {
            return false;
        }
        try {
            int iterations = Integer.parseInt(parts[1]);
            return iterations >= 1
                    && iterations <= MOST_ITERATIONS
                    && Base64.getDecoder().decode(parts[2]).length >= SALT_BYTES
                    && Base64.getDecoder().decode(parts[3]).length == HASH_BITS / Byte.SIZE;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] hash(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot derive keys: " + e.getMessage(), e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

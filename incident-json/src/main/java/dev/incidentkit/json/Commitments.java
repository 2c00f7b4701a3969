package dev.incidentkit.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Commitments to personal data: SHA-256 over the salt and the text in UTF-8, in hexadecimal digits. */
final class Commitments {
    static final int SALT_LENGTH = 16;

    private Commitments() {}

    static String of(byte[] salt, String text) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not", e);
        }
    }
}

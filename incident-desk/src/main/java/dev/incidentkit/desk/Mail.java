package dev.incidentkit.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the host's mail reader took it apart.
 *
 * @param messageId the header {@code Message-ID}, 1 to 180 characters; the same mail has the same one however often it is
 *     delivered
 * @param from whom it comes from, as it is to stand in the record; personal data
 * @param subject the header {@code Subject}, decoded; blank or null where there is none
 * @param text what it says, as plain text without what is quoted; the first 32,000 characters count
 * @param references the identities of mails that it answers: the headers {@code In-Reply-To} and {@code References}
 * @param automatic whether a program sent it: {@code Auto-Submitted} (RFC 3834) is there and is not {@code no}, or it is a
 *     bounce
 */
public record Mail(
        String messageId,
        String from,
        @Nullable String subject,
        String text,
        List<String> references,
        boolean automatic) {
    private static final int LONGEST_ID = 180;

    /**
     * Checks the identity and copies the list.
     *
     * @throws IllegalArgumentException if the identity is blank or too long, or it does not say whom it comes from
     */
    public Mail {
        if (messageId.isBlank() || messageId.length() > LONGEST_ID || from.isBlank()) {
            throw new IllegalArgumentException("A mail has an identity of 1 to " + LONGEST_ID
                    + " characters and says whom it comes from, but the identity is '" + messageId + "'");
        }
        references = List.copyOf(references);
    }

    /** Names the mail and no personal data. */
    @Override
    public String toString() {
        return "Mail[" + messageId + "]";
    }
}

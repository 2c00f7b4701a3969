package dev.incidentkit.core.incident;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that may be personal data and can therefore be removed from the record without breaking it: the record's
 * bytes hold a salted commitment, the text lies beside them. After redaction the text reads as present but redacted,
 * so that required fields and guards answer as before.
 */
public final class PersonalText {
    /** The longest text that is kept, in characters. */
    public static final int MAX_LENGTH = 32_000;

    private static final PersonalText REDACTED = new PersonalText(null);
    private static final String SHOWN_FOR_REDACTED = "[redacted]";

    private final @Nullable String text;

    private PersonalText(@Nullable String text) {
        this.text = text;
    }

    /**
     * A text that is present.
     *
     * @param text 1 to {@value #MAX_LENGTH} characters, not blank
     * @return the text
     * @throws IllegalArgumentException if it is blank, too long or no whole Unicode; the message shows none of it
     */
    public static PersonalText of(String text) {
        return new PersonalText(Checks.personal(text, MAX_LENGTH, "text"));
    }

    /**
     * A text that was there and was redacted.
     *
     * @return the one redacted text
     */
    public static PersonalText redacted() {
        return REDACTED;
    }

    /**
     * Whether the text was removed.
     *
     * @return true after redaction
     */
    public boolean isRedacted() {
        return text == null;
    }

    /**
     * The text, or {@code [redacted]}.
     *
     * @return what may be shown, never blank
     */
    public String text() {
        return text == null ? SHOWN_FOR_REDACTED : text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalText that && Objects.equals(text, that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    /** Says only how long the text is, so that personal data does not slip into logs. */
    @Override
    public String toString() {
        return text == null ? SHOWN_FOR_REDACTED : "PersonalText[" + text.length() + " characters]";
    }
}

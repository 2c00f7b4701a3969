package dev.incidentkit.core.definition;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.DayUnit;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.internal.CanonicalForm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reminds whoever an incident waits for, and then resolves it. The resolution supplies what it needs from here.
 *
 * @param reason for which reason to wait it reminds
 * @param every how many working days lie between the beginning of the wait, each reminder and the resolution, 1 to 365
 * @param times how many reminders there are, 0 to 100
 * @param calendar which days are working days
 * @param text what a reminder says, 1 to 2,000 characters
 * @param code the resolution code, 1 to 60 characters
 * @param note the resolution note, 1 to 2,000 characters
 * @param method how the service is taken to have come back
 * @param category where an incident belongs that has no category then; null to keep waiting for one
 */
public record FollowUpRule(
        HoldReason reason,
        int every,
        int times,
        BusinessCalendar calendar,
        String text,
        String code,
        String note,
        ResolutionMethod method,
        @Nullable Category category) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is not kept
     */
    public FollowUpRule {
        if (every < 1 || every > 365 || times < 0 || times > 100) {
            throw new IllegalArgumentException(
                    "Reminders come every 1 to 365 working days, 0 to 100 times, but these every " + every + ", "
                            + times + " times");
        }
        check(text, 2_000, "text of a reminder");
        check(code, 60, "resolution code");
        check(note, 2_000, "resolution note");
    }

    private static void check(String value, int max, String what) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(
                    "The " + what + " must have 1 to " + max + " characters, but is '" + value + "'");
        }
    }

    /**
     * When the next step falls due.
     *
     * @param waitingSince when the wait began
     * @param done how many reminders were sent since
     * @return the instant of the next reminder, or of the resolution after the last one
     */
    public Instant due(Instant waitingSince, int done) {
        return calendar.afterDays(waitingSince, every * (done + 1), DayUnit.WORKING_DAY);
    }

    /**
     * The hash of the content of the rule, which enters the definition's hash.
     *
     * @return 64 hexadecimal digits
     */
    public String version() {
        return new CanonicalForm("follow-up/1")
                .put("reason", reason)
                .put("every", every)
                .put("times", times)
                .put("calendar", calendar.hash())
                .put("text", text)
                .put("code", code)
                .put("note", note)
                .put("method", method)
                .list("category", category == null ? List.of() : List.of(category.path()))
                .hash();
    }
}

package dev.incidentkit.examples.desk.view;

import dev.incidentkit.examples.desk.form.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An instant as a page shows it.
 *
 * @param iso for programs
 * @param text in the desk's zone
 * @param relative how long ago, or in how long
 * @param past whether it is not ahead
 */
public record Moment(String iso, String text, String relative, boolean past) {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    /**
     * Shows an instant.
     *
     * @param at the instant
     * @param now the present
     * @param zone the desk's zone
     * @return how it is shown
     */
    public static Moment of(Instant at, Instant now, ZoneId zone) {
        Duration away = Duration.between(now, at);
        boolean past = away.isNegative() || away.isZero();
        String length = Words.length(away);
        return new Moment(at.toString(), FORMAT.format(at.atZone(zone)), past ? length + " ago" : "in " + length, past);
    }
}

package dev.incidentkit.examples.rules;

import java.time.Duration;
import java.util.regex.Pattern;

/** Puts lengths of time as the cells of tables do: {@code 4h} for {@code PT4H}. Texts in quotes stay as they are. */
final class Durations {
    private static final Pattern QUOTED_OR_ISO = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|\\bPT[0-9][0-9HMS.]*+");

    private Durations() {}

    static String plain(String text) {
        return QUOTED_OR_ISO
                .matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group().startsWith("\"") ? found.group() : words(found.group())));
    }

    private static String words(String iso) {
        Duration duration = Duration.parse(iso);
        if (duration.isZero()) {
            return "0h";
        }
        StringBuilder words = new StringBuilder();
        part(words, duration.toDays(), "d");
        part(words, duration.toHoursPart(), "h");
        part(words, duration.toMinutesPart(), "m");
        part(words, duration.toSecondsPart(), "s");
        return duration.toNanosPart() == 0 ? words.toString().strip() : iso;
    }

    private static void part(StringBuilder words, long number, String unit) {
        if (number > 0) {
            words.append(words.isEmpty() ? "" : " ").append(number).append(unit);
        }
    }
}

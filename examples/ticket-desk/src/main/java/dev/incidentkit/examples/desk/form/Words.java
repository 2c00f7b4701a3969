package dev.incidentkit.examples.desk.form;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names and lengths of time as people read them. */
public final class Words {
    private static final int PARTS = 2;

    private Words() {}

    /**
     * A constant or a name of a definition in words.
     *
     * @param name for example {@code IN_PROGRESS}
     * @return for example {@code In progress}; names that are not in capitals stay as they are
     */
    public static String label(String name) {
        if (name.isEmpty() || !name.equals(name.toUpperCase(Locale.ROOT)) || name.length() < 3) {
            return name;
        }
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * A length of time in its two largest units.
     *
     * @param length negative ones are shown as positive
     * @return for example {@code 3 h 20 min}
     */
    public static String length(Duration length) {
        Duration positive = length.abs();
        List<String> parts = new ArrayList<>();
        part(parts, positive.toDays(), "d");
        part(parts, positive.toHoursPart(), "h");
        part(parts, positive.toMinutesPart(), "min");
        if (parts.isEmpty()) {
            parts.add(positive.toSecondsPart() + " s");
        }
        return String.join(" ", parts.subList(0, Math.min(PARTS, parts.size())));
    }

    private static void part(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }
}

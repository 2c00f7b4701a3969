package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.rules.internal.yaml.Durations;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads how long something may take: a length of time, round the clock or of a calendar. */
final class Allowances {
    private static final String EXPECTED = "a length of time, like 30m, or one of a calendar, like 4h of office hours";

    private final Scope scope;

    Allowances(Scope scope) {
        this.scope = scope;
    }

    /** The time below a key that must be there; null where it is missing or none, which is reported. */
    @Nullable
    Allowance needed(Section section, String key) {
        return section.need(key) == null ? null : at(section, key);
    }

    /** The time below a key; null where it is missing or none. */
    @Nullable
    Allowance at(Section section, String key) {
        Node node = section.get(key);
        return node == null ? null : read(node, section.path(key));
    }

    private @Nullable Allowance read(Node node, String path) {
        String text = scope.values.text(node, path);
        if (text == null) {
            return null;
        }
        int of = text.indexOf(TargetReader.OF);
        String length = (of < 0 ? text : text.substring(0, of)).strip();
        String hours =
                of < 0 ? null : text.substring(of + TargetReader.OF.length()).strip();
        BusinessCalendar calendar = hours == null ? BusinessCalendar.roundTheClock() : scope.calendars.get(hours);
        if (calendar == null) {
            Node.Text named = new Node.Text(node.mark(), String.valueOf(hours), true);
            scope.values.unknown(named, path, "a calendar", scope.calendars.keySet());
        }
        Duration time = scope.values.parsed(node, path, EXPECTED, whole -> Durations.parse(length));
        return calendar == null || time == null
                ? null
                : scope.values.made(node, path, () -> new Allowance(time, calendar));
    }
}

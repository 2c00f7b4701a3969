package dev.incidentkit.rules.internal.yaml;

import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.bind.Near;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns values of files into what is expected at their places. What cannot be one is reported, and null is given, so that
 * reading goes on. Not safe for use by several threads.
 */
public final class Values {
    private static final int MAX_NUMBER = 40;

    private final Report report;

    /**
     * Creates a reader of values.
     *
     * @param report where findings go
     */
    public Values(Report report) {
        this.report = report;
    }

    /** {@return where findings go} */
    public Report report() {
        return report;
    }

    /**
     * Where a value stands in the structure.
     *
     * @param path where the mapping stands
     * @param key its key
     * @return the path
     */
    public static String path(String path, String key) {
        String shown = key.length() > 40 ? key.substring(0, 40) + "..." : key;
        String plain = shown.replaceAll("\\p{Cntrl}", " ");
        return path.isEmpty() ? plain : path + "." + plain;
    }

    /**
     * A text.
     *
     * @param node the value
     * @param path where it stands
     * @return the text; null if it is none
     */
    public @Nullable String text(Node node, String path) {
        if (node instanceof Node.Text text && !text.isNull()) {
            return text.value();
        }
        report.error(DefinitionCode.SHAPE, node, path, "a single value is expected, not " + node.kind());
        return null;
    }

    /**
     * A list of texts, or one text for a list of one.
     *
     * @param node the value
     * @param path where it stands
     * @return the texts that are there
     */
    public List<Node.Text> texts(Node node, String path) {
        List<Node.Text> texts = new ArrayList<>();
        for (Node item : items(node)) {
            if (item instanceof Node.Text text && !text.isNull()) {
                texts.add(text);
            } else {
                report.error(DefinitionCode.SHAPE, item, path, "a single value is expected, not " + item.kind());
            }
        }
        return texts;
    }

    /**
     * The items of a list; of any other value itself.
     *
     * @param node the value
     * @return the items
     */
    public static List<Node> items(Node node) {
        return node instanceof Node.Items list ? list.items() : List.of(node);
    }

    /**
     * A mapping with known keys.
     *
     * @param node the value
     * @param path where it stands
     * @return the mapping; null if it is none
     */
    public @Nullable Section section(Node node, String path) {
        if (node instanceof Node.Entries entries) {
            return new Section(this, entries, path);
        }
        report.error(DefinitionCode.SHAPE, node, path, "a mapping is expected, not " + node.kind());
        return null;
    }

    /**
     * A mapping with keys of the host's own.
     *
     * @param node the value
     * @param path where it stands
     * @return its entries; empty if it is none
     */
    public Map<String, Node.Entry> entries(Node node, String path) {
        if (node instanceof Node.Entries entries) {
            return entries.entries();
        }
        report.error(DefinitionCode.SHAPE, node, path, "a mapping is expected, not " + node.kind());
        return Map.of();
    }

    /**
     * One of some names.
     *
     * @param node the value
     * @param path where it stands
     * @param what what kind of name it is, for messages, with its article
     * @param names what there is
     * @return the name; null if it is none of them
     */
    public @Nullable String oneOf(Node node, String path, String what, Collection<String> names) {
        String text = text(node, path);
        if (text == null || names.contains(text)) {
            return text;
        }
        unknown(node, path, what, names);
        return null;
    }

    /**
     * Reports a name that nothing has.
     *
     * @param node the value
     * @param path where it stands
     * @param what what kind of name it is, for messages, with its article
     * @param names what there is
     */
    public void unknown(Node node, String path, String what, Collection<String> names) {
        String shown = node instanceof Node.Text text ? text.shown() : node.kind();
        report.error(
                DefinitionCode.NAME_UNKNOWN,
                node,
                path,
                "'" + shown + "' is not " + what
                        + (names.isEmpty() ? "; there is none" : Near.hint(shown, List.copyOf(names))));
    }

    /**
     * A constant of an enum.
     *
     * @param node the value
     * @param path where it stands
     * @param type the enum
     * @param <E> the enum
     * @return the constant; null if it is none
     */
    public <E extends Enum<E>> @Nullable E constant(Node node, String path, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String found = oneOf(node, path, "a value here", names);
        return found == null ? null : Enum.valueOf(type, found);
    }

    /**
     * A whole number.
     *
     * @param node the value
     * @param path where it stands
     * @return the number; null if it is none
     */
    public @Nullable Integer integer(Node node, String path) {
        return parsed(node, path, "a whole number, like 5", text -> Integer.valueOf(text));
    }

    /**
     * A decimal number.
     *
     * @param node the value
     * @param path where it stands
     * @return the number; null if it is none
     */
    public @Nullable BigDecimal decimal(Node node, String path) {
        return parsed(node, path, "a number, like 12.50", text -> {
            if (text.length() > MAX_NUMBER || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
                throw new NumberFormatException("too long, or with an exponent: " + text.length());
            }
            return new BigDecimal(text);
        });
    }

    /**
     * True or false.
     *
     * @param node the value
     * @param path where it stands
     * @return the value; null if it is neither
     */
    public @Nullable Boolean bool(Node node, String path) {
        String found = oneOf(node, path, "true or false", List.of("true", "false"));
        return found == null ? null : Boolean.valueOf(found);
    }

    /**
     * A length of time.
     *
     * @param node the value
     * @param path where it stands
     * @return the time; null if it is none
     */
    public @Nullable Duration duration(Node node, String path) {
        return parsed(node, path, "a length of time, like 15m, 1h 30m or PT4H", Durations::parse);
    }

    /**
     * A zone.
     *
     * @param node the value
     * @param path where it stands
     * @return the zone; null if it is none
     */
    public @Nullable ZoneId zone(Node node, String path) {
        String text = text(node, path);
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            String near = Near.to(text, ZoneId.getAvailableZoneIds())
                    .map(best -> "; did you mean '" + best + "'?")
                    .orElse(", like Europe/Zurich, UTC or +02:00");
            String shown = ((Node.Text) node).shown();
            report.error(DefinitionCode.NAME_UNKNOWN, node, path, "'" + shown + "' is not a time zone" + near);
            return null;
        }
    }

    /**
     * A value of a form of its own.
     *
     * @param node the value
     * @param path where it stands
     * @param expected what is expected, for messages
     * @param parser makes the value of a text; throws an {@link IllegalArgumentException}, a
     *     {@link DateTimeException} or an {@link ArithmeticException} where it cannot
     * @param <T> what is expected
     * @return the value; null if it is none
     */
    public <T> @Nullable T parsed(Node node, String path, String expected, Function<String, T> parser) {
        String text = text(node, path);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            report.error(
                    DefinitionCode.VALUE,
                    node,
                    path,
                    "expected " + expected + ", but found '" + ((Node.Text) node).shown() + "'");
            return null;
        }
    }

    /**
     * Makes something whose constructor checks bounds, and reports what it refuses.
     *
     * @param node the value of which it is made
     * @param path where it stands
     * @param maker makes it
     * @param <T> what is made
     * @return what was made; null if it was refused
     */
    public <T> @Nullable T made(Node node, String path, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (dev.incidentkit.core.ConfigurationException e) {
            e.findings().forEach(finding -> report.error(DefinitionCode.VALUE, node, path, finding));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            report.error(DefinitionCode.VALUE, node, path, String.valueOf(e.getMessage()));
        }
        return null;
    }
}

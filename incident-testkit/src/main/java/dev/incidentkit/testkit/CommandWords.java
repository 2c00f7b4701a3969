package dev.incidentkit.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a scenario taken apart: what is done, and with what, for example {@code hold reason=CALLER comment="which?"}.
 * Each part that is asked for counts as used; what is left over was written in error.
 */
final class CommandWords {
    private static final Pattern WORD = Pattern.compile("\\G\\s*([\\w.-]+)(?:=(\"[^\"]*\"|[^\\s\"]\\S*))?(?=\\s|$)");

    private final String verb;
    private final Map<String, String> parts;
    private final Set<String> unused;

    private CommandWords(String verb, Map<String, String> parts) {
        this.verb = verb;
        this.parts = parts;
        this.unused = new TreeSet<>(parts.keySet());
    }

    /**
     * Takes a cell apart.
     *
     * @throws IllegalArgumentException if it is no word with parts behind it
     */
    static CommandWords of(String cell) {
        Matcher matcher = WORD.matcher(cell);
        String verb = null;
        Map<String, String> parts = new LinkedHashMap<>();
        int end = 0;
        while (matcher.find()) {
            end = matcher.end();
            String value = matcher.group(2);
            if (verb == null && value == null) {
                verb = matcher.group(1);
            } else if (verb == null || parts.putIfAbsent(matcher.group(1), unquoted(value)) != null) {
                throw new IllegalArgumentException(
                        "'" + cell + "' must begin with what is done and name each part once");
            }
        }
        if (verb == null || !cell.substring(end).isBlank()) {
            throw new IllegalArgumentException(
                    "'" + cell + "' cannot be read from '" + cell.substring(end).strip() + "' on: parts are key=value, "
                            + "values with blanks in double quotes");
        }
        return new CommandWords(verb, parts);
    }

    private static String unquoted(String value) {
        if (value == null) {
            return "true";
        }
        return value.length() > 1 && value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    String verb() {
        return verb;
    }

    Optional<String> find(String key) {
        unused.remove(key);
        return Optional.ofNullable(parts.get(key));
    }

    /** A part that must be there. */
    String need(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("'" + verb + "' needs " + key + "=..."));
    }

    <T> Optional<T> find(String key, Function<String, T> reader) {
        return find(key).map(reader);
    }

    /** The parts that nobody asked for so far, with their values. */
    Map<String, String> unused() {
        Map<String, String> left = new LinkedHashMap<>(parts);
        left.keySet().retainAll(unused);
        return left;
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalArgumentException if a part was not asked for
     */
    void complete() {
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("'" + verb + "' knows no " + String.join(", ", unused));
        }
    }
}

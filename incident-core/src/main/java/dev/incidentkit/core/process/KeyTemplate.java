package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the deduplication key of an alert is made: a text with names in braces, for example {@code {source}/{check}/{resource}},
 * in whose place the alert's values stand. What a value contains is escaped where it could be taken for the text around
 * it, so that different values never give the same key.
 *
 * @param text at most 200 characters, with at least one name, and something between two
 */
public record KeyTemplate(String text) {
    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    /** Source, check and resource. */
    public static final KeyTemplate STANDARD = new KeyTemplate("{source}/{check}/{resource}");

    /** The longest key, in characters. */
    public static final int MAX_KEY = 190;

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is too long, has no name, has two with nothing between them, or a brace without its other one
     */
    public KeyTemplate {
        String rest = NAME.matcher(text).replaceAll("");
        if (text.length() > 200
                || rest.equals(text)
                || rest.contains("{")
                || text.contains("}{")
                || rest.contains("}")) {
            throw new IllegalArgumentException("A template of keys has at most 200 characters and names in braces with"
                    + " text between them, such as '{source}/{check}', but is '" + text + "'");
        }
    }

    /** {@return the names in the text, in order} */
    public List<String> names() {
        return NAME.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /**
     * What an alert lacks for its key.
     *
     * @param alert the alert
     * @return the names that it has no value of
     */
    public List<String> lacking(Alert alert) {
        return names().stream().filter(name -> alert.value(name).isEmpty()).toList();
    }

    /**
     * The key of an alert.
     *
     * @param alert the alert
     * @return the key, or empty where the alert lacks a value or the key would have more than {@value #MAX_KEY} characters
     */
    public Optional<String> key(Alert alert) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        int from = 0;
        while (matcher.find()) {
            Optional<String> value = alert.value(matcher.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            parts.add(text.substring(from, matcher.start()));
            parts.add(escaped(value.get()));
            from = matcher.end();
        }
        parts.add(text.substring(from));
        return Optional.of(String.join("", parts)).filter(key -> key.length() <= MAX_KEY);
    }

    /** What stands between the names cannot be in a value: it is written as the number of its character. */
    private String escaped(String value) {
        String between = NAME.matcher(text).replaceAll("");
        StringBuilder escaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '%' || between.indexOf(each) >= 0) {
                escaped.append('%').append(String.format("%04x", (int) each));
            } else {
                escaped.append(each);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}

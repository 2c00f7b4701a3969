package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a monitoring source says about a condition that it watches. Immutable and safe for use by several threads.
 *
 * @param source who says so, for example the name of a monitoring system; 1 to 100 characters
 * @param check which condition; 1 to 200 characters
 * @param resource of what; 1 to 200 characters
 * @param attributes what else is known, by name; 64 at most, names of 1 to 100 and values of at most 1,000 characters
 * @param state whether the condition holds
 * @param at when the source noticed, by its own clock
 * @param summary what it is about, in one line of 1 to 200 characters; it becomes the title of an incident
 */
public record Alert(
        String source,
        String check,
        String resource,
        Map<String, String> attributes,
        AlertState state,
        Instant at,
        String summary) {
    private static final int MOST_ATTRIBUTES = 64;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /**
     * Checks the lengths, copies the attributes and cuts the instant to milliseconds.
     *
     * @throws IllegalArgumentException if a text is blank or too long, there are too many attributes, or the instant
     *     lies before 1970 or after 9999
     */
    public Alert {
        Checks.name(source, 100, "source of an alert");
        Checks.name(check, 200, "check of an alert");
        Checks.name(resource, 200, "resource of an alert");
        Checks.name(summary, 200, "summary of an alert");
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException(
                    "An alert has at most " + MOST_ATTRIBUTES + " attributes, but came " + attributes.size());
        }
        attributes.forEach((name, value) -> {
            Checks.name(name, 100, "name of an alert's attribute");
            if (value.length() > 1_000) {
                throw new IllegalArgumentException("The attribute '" + name
                        + "' of an alert has at most 1,000 characters, but has " + value.length());
            }
        });
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "An alert was noticed between " + Instant.EPOCH + " and " + LATEST + ", but came " + at);
        }
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        at = Checks.millis(at);
    }

    /**
     * Says that a condition holds.
     *
     * @param source who says so
     * @param check which condition
     * @param resource of what
     * @param at when the source noticed
     * @param summary what it is about
     * @return the alert, without attributes
     */
    public static Alert firing(String source, String check, String resource, Instant at, String summary) {
        return new Alert(source, check, resource, Map.of(), AlertState.FIRING, at, summary);
    }

    /**
     * Says that a condition holds no longer.
     *
     * @param source who says so
     * @param check which condition
     * @param resource of what
     * @param at when the source noticed
     * @param summary what it is about
     * @return the alert, without attributes
     */
    public static Alert cleared(String source, String check, String resource, Instant at, String summary) {
        return new Alert(source, check, resource, Map.of(), AlertState.CLEARED, at, summary);
    }

    /**
     * The same alert with one more attribute, or with another value of it.
     *
     * @param name the name of the attribute
     * @param value its value
     * @return a copy
     */
    public Alert with(String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new Alert(source, check, resource, more, state, at, summary);
    }

    /**
     * What the alert says under a name.
     *
     * @param name {@code source}, {@code check}, {@code resource}, or the name of an attribute
     * @return the value, or empty where the alert has no such attribute
     */
    public Optional<String> value(String name) {
        return switch (name) {
            case "source" -> Optional.of(source);
            case "check" -> Optional.of(check);
            case "resource" -> Optional.of(resource);
            default -> Optional.ofNullable(attributes.get(name));
        };
    }
}

package dev.incidentkit.rules.internal.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that an expression of one decision may use, with their types. Not safe for use by several threads. */
public final class DmnScope {
    private final Map<String, DmnType> names = new LinkedHashMap<>();

    /**
     * A name of the scope, or a part of its structure.
     *
     * @param name the name
     * @param parts the parts below it, in order; empty for the name itself
     * @param type the type of what is found there
     */
    public record Path(String name, List<String> parts, DmnType type) {
        /** Copies the parts. */
        public Path {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Adds a name.
     *
     * @param name the name
     * @param type its type
     */
    public void add(String name, DmnType type) {
        names.put(normal(name), type);
    }

    /** {@return the names} */
    public List<String> names() {
        return List.copyOf(names.keySet());
    }

    /**
     * Finds what an expression names. Names may hold blanks and signs, so the longest one that fits is taken.
     *
     * @param expression the expression
     * @return the path, or empty if the expression is no name of this scope
     */
    public Optional<Path> resolve(String expression) {
        String text = normal(expression);
        for (int end = text.length(); end > 0; end = text.lastIndexOf('.', end - 1)) {
            String name = text.substring(0, end).strip();
            DmnType type = names.get(name);
            if (type != null) {
                return parts(name, type, text.substring(end));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> parts(String name, DmnType start, String rest) {
        List<String> parts = new ArrayList<>();
        DmnType type = start;
        String left = rest;
        while (!left.isEmpty()) {
            left = left.substring(1).strip();
            int dot = left.indexOf('.');
            String part = dot < 0 ? left : left.substring(0, dot).strip();
            left = dot < 0 ? "" : left.substring(dot);
            DmnType next = type.components().get(part);
            if ((next == null && type.base() != DmnType.Base.ANY) || part.isEmpty()) {
                return Optional.empty();
            }
            type = next == null ? DmnType.ANY : next;
            parts.add(part);
        }
        return Optional.of(new Path(name, parts, type));
    }

    private static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}

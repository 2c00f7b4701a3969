package dev.incidentkit.rules.internal.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML file with its place. What a text means, the place where it stands says. Immutable. */
public sealed interface Node {
    /** {@return where it begins} */
    Mark mark();

    /** {@return what it is, for messages} */
    String kind();

    /**
     * A place in a file.
     *
     * @param file the name of the file
     * @param line the line, from 1
     * @param column the column in characters, from 1
     */
    record Mark(String file, int line, int column) {}

    /**
     * A single value.
     *
     * @param mark where it begins
     * @param value its text
     * @param plain whether it stands without quotation marks, so that {@code null} and an empty text mean nothing
     */
    record Text(Mark mark, String value, boolean plain) implements Node {
        @Override
        public String kind() {
            return isNull() ? "nothing" : "'" + shown() + "'";
        }

        /** {@return whether nothing is given} */
        public boolean isNull() {
            return plain && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }

        /** {@return the text, cut for messages, on one line} */
        public String shown() {
            String cut = value.length() > 60 ? value.substring(0, 60) + "..." : value;
            return cut.replaceAll("\\p{Cntrl}", " ");
        }
    }

    /**
     * A list.
     *
     * @param mark where it begins
     * @param items its values
     */
    record Items(Mark mark, List<Node> items) implements Node {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping.
     *
     * @param mark where it begins
     * @param entries the values by key, in the order of the file
     */
    record Entries(Mark mark, Map<String, Entry> entries) implements Node {
        /** Copies the mapping. */
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * An entry of a mapping.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(Text key, Node value) {}
}

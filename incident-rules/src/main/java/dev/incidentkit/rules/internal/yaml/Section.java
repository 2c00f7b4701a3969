package dev.incidentkit.rules.internal.yaml;

import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.bind.Near;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys are known. Every key that is asked for is known; {@link #close} reports all others. Not safe for
 * use by several threads.
 */
public final class Section {
    private final Values values;
    private final Node.Entries node;
    private final String path;
    private final Set<String> known = new LinkedHashSet<>();

    Section(Values values, Node.Entries node, String path) {
        this.values = values;
        this.node = node;
        this.path = path;
    }

    /** {@return the mapping} */
    public Node.Entries node() {
        return node;
    }

    /** {@return where it stands in the structure} */
    public String path() {
        return path;
    }

    /**
     * Where the value of a key stands in the structure.
     *
     * @param key the key
     * @return the path
     */
    public String path(String key) {
        return Values.path(path, key);
    }

    /**
     * The value of a key.
     *
     * @param key the key
     * @return the value; null where it is missing or nothing is given
     */
    public @Nullable Node get(String key) {
        known.add(key);
        Node.Entry entry = node.entries().get(key);
        return entry == null || (entry.value() instanceof Node.Text text && text.isNull()) ? null : entry.value();
    }

    /**
     * Whether a key is there, with or without a value.
     *
     * @param key the key
     * @return true if it is
     */
    public boolean has(String key) {
        known.add(key);
        return node.entries().containsKey(key);
    }

    /**
     * The value of a key that must be there.
     *
     * @param key the key
     * @return the value; null where it is missing, which is reported
     */
    public @Nullable Node need(String key) {
        Node value = get(key);
        if (value == null) {
            values.report().error(DefinitionCode.KEY_MISSING, node, path, "key '" + key + "' is missing");
        }
        return value;
    }

    /**
     * A text.
     *
     * @param key the key
     * @return the text; null where it is missing or no text
     */
    public @Nullable String text(String key) {
        Node value = get(key);
        return value == null ? null : values.text(value, path(key));
    }

    /**
     * A list of texts, or one text for a list of one.
     *
     * @param key the key
     * @return the texts; null where the key is missing
     */
    public @Nullable List<Node.Text> texts(String key) {
        Node value = get(key);
        return value == null ? null : values.texts(value, path(key));
    }

    /**
     * A constant of an enum.
     *
     * @param key the key
     * @param type the enum
     * @param otherwise what holds where the key is missing or its value is none
     * @param <E> the enum
     * @return the constant
     */
    public <E extends Enum<E>> E constant(String key, Class<E> type, E otherwise) {
        Node value = get(key);
        E found = value == null ? null : values.constant(value, path(key), type);
        return found == null ? otherwise : found;
    }

    /**
     * A mapping below this one.
     *
     * @param key the key
     * @return the mapping; null where it is missing or none
     */
    public @Nullable Section section(String key) {
        Node value = get(key);
        return value == null ? null : values.section(value, path(key));
    }

    /**
     * The entries of a mapping with keys of the host's own.
     *
     * @param key the key
     * @return the entries; empty where it is missing or no mapping
     */
    public Map<String, Node.Entry> entries(String key) {
        Node value = get(key);
        return value == null ? Map.of() : values.entries(value, path(key));
    }

    /** Reports every key that nobody asked for. */
    public void close() {
        for (Node.Entry entry : node.entries().values()) {
            String key = entry.key().value();
            if (!known.contains(key)) {
                String shown = entry.key().shown();
                values.report()
                        .error(
                                DefinitionCode.KEY_UNKNOWN,
                                entry.key(),
                                path,
                                "key '" + shown + "' is not known here" + Near.hint(shown, new ArrayList<>(known)));
            }
        }
    }
}

package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads scales, and the attributes of the host's own. */
final class ScaleReader {
    private final Scope scope;
    private final Values values;

    ScaleReader(Scope scope) {
        this.scope = scope;
        this.values = scope.values;
    }

    void scales(Section section) {
        scope.impacts = scale(section, "impact", Impact::new, scope.impacts);
        scope.urgencies = scale(section, "urgency", Urgency::new, scope.urgencies);
        scope.severities = scale(section, "severity", Severity::new, scope.severities);
        scope.priorities = scale(section, "priority", Priority::new, scope.priorities);
        section.close();
    }

    private <L extends Level> Scale<L> scale(
            Section section, String key, BiFunction<String, Integer, L> level, Scale<L> otherwise) {
        Node node = section.get(key);
        if (node == null) {
            return otherwise;
        }
        List<String> labels = labels(node, section.path(key));
        Scale<L> made = values.made(node, section.path(key), () -> Scale.of(key, level, labels));
        return made == null ? otherwise : made;
    }

    private List<String> labels(Node node, String path) {
        return values.texts(node, path).stream().map(Node.Text::value).toList();
    }

    void attributes(Map<String, Node.Entry> entries, String path) {
        entries.forEach((name, entry) -> {
            String at = Values.path(path, name);
            AttributeDefinition read = entry.value() instanceof Node.Text text
                    ? plain(name, text, at)
                    : attribute(name, entry.value(), at);
            if (read != null) {
                scope.attributes.put(name, read);
            }
        });
    }

    private @Nullable AttributeDefinition plain(String name, Node.Text node, String path) {
        AttributeType type = type(node, path);
        return type == null ? null : values.made(node, path, () -> AttributeDefinition.of(name, type));
    }

    private @Nullable AttributeDefinition attribute(String name, Node node, String path) {
        Section section = values.section(node, path);
        if (section == null) {
            return null;
        }
        Set<AttributeTrait> traits = EnumSet.noneOf(AttributeTrait.class);
        trait(section, "personal", AttributeTrait.PERSONAL, traits);
        trait(section, "indexed", AttributeTrait.INDEXED, traits);
        Node scaleNode = section.get("scale");
        Node typeNode = section.get("type");
        section.close();
        if (scaleNode == null && typeNode == null) {
            section.need("type");
            return null;
        }
        AttributeType type = typeNode == null ? AttributeType.SCALE : type(typeNode, section.path("type"));
        Scale<CustomLevel> scale = scaleNode == null ? null : custom(name, scaleNode, section.path("scale"));
        return type == null || (scaleNode != null && scale == null)
                ? null
                : values.made(node, path, () -> new AttributeDefinition(name, type, traits, scale));
    }

    private void trait(Section section, String key, AttributeTrait trait, Set<AttributeTrait> traits) {
        Node node = section.get(key);
        if (node != null && Boolean.TRUE.equals(values.bool(node, section.path(key)))) {
            traits.add(trait);
        }
    }

    private @Nullable Scale<CustomLevel> custom(String name, Node node, String path) {
        String[] labels = labels(node, path).toArray(new String[0]);
        return values.made(node, path, () -> Scale.custom(name, labels));
    }

    private @Nullable AttributeType type(Node node, String path) {
        List<String> names = Arrays.stream(AttributeType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
        String found = values.oneOf(node, path, "a type of attributes", names);
        return found == null ? null : AttributeType.valueOf(found.toUpperCase(Locale.ROOT));
    }
}

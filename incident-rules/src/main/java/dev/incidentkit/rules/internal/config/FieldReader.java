package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Field;
import dev.incidentkit.rules.internal.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the names of fields: built-in ones, and attributes with a prefix. */
final class FieldReader {
    private static final Map<String, Field> FIELDS = fields();

    private final Scope scope;

    FieldReader(Scope scope) {
        this.scope = scope;
    }

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        Arrays.stream(Field.BuiltIn.values()).forEach(field -> fields.put(field.fieldName(), field));
        return fields;
    }

    List<Field> fields(List<Node.Text> texts, String path) {
        List<Field> fields = new ArrayList<>();
        for (Node.Text text : texts) {
            Field field = field(text, path);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    private @Nullable Field field(Node.Text text, String path) {
        Field known = FIELDS.get(text.value());
        if (known != null) {
            return known;
        }
        String prefix = ConditionReader.ATTRIBUTE;
        if (text.value().startsWith(prefix)
                && scope.attributes.containsKey(text.value().substring(prefix.length()))) {
            return Field.attribute(text.value().substring(prefix.length()));
        }
        Set<String> names = new TreeSet<>(FIELDS.keySet());
        scope.attributes.keySet().forEach(attribute -> names.add(prefix + attribute));
        scope.values.unknown(text, path, "a field", names);
        return null;
    }
}

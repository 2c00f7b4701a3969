package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Scale;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attributes that a definition declares, as inputs and back. */
final class AttributeInputs {
    private AttributeInputs() {}

    static List<Input> all(ProcessDefinition definition) {
        return definition.attributes().values().stream()
                .map(AttributeInputs::input)
                .toList();
    }

    static Input input(AttributeDefinition attribute) {
        String name = "attribute:" + attribute.name();
        String label = attribute.name();
        Scale<CustomLevel> scale = attribute.scale();
        return switch (attribute.type()) {
            case SCALE -> Input.level(name, label, Objects.requireNonNull(scale, label));
            case TEXT -> Input.line(name, label);
            case NUMBER -> Input.line(name, label).hinting("a number");
            case BOOLEAN -> Input.choice(name, label, Stream.of("YES", "NO"));
            case INSTANT -> Input.moment(name, label);
            case DURATION -> Input.number(name, label).hinting("minutes");
            case SET -> Input.line(name, label).hinting("with commas between");
        };
    }

    /** What a form says of the attributes; what is left empty is not said. */
    static Attributes read(ProcessDefinition definition, FormData data) {
        Map<String, AttributeValue> values = new TreeMap<>();
        for (AttributeDefinition attribute : definition.attributes().values()) {
            AttributeValue value = value(attribute, data);
            if (value != null) {
                values.put(attribute.name(), value);
            }
        }
        return Attributes.of(values);
    }

    private static @Nullable AttributeValue value(AttributeDefinition attribute, FormData data) {
        String name = "attribute:" + attribute.name();
        String text = data.text(name);
        if (text == null) {
            return null;
        }
        return switch (attribute.type()) {
            case SCALE ->
                data.read(
                        name,
                        level -> AttributeValue.of(
                                Objects.requireNonNull(attribute.scale(), name).level(level)));
            case TEXT ->
                attribute.traits().contains(AttributeTrait.PERSONAL)
                        ? AttributeValue.personal(text)
                        : AttributeValue.of(text);
            case NUMBER -> data.read(name, number -> AttributeValue.of(new BigDecimal(number)));
            case BOOLEAN -> AttributeValue.of(text.equals("YES"));
            case INSTANT -> data.read(name, moment -> AttributeValue.of(data.instant(moment)));
            case DURATION -> data.read(name, minutes -> AttributeValue.of(Duration.ofMinutes(Long.parseLong(minutes))));
            case SET -> data.read(name, names -> AttributeValue.of(new LinkedHashSet<>(FormData.names(names))));
        };
    }
}

package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.examples.desk.view.IncidentView.Fact;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event says. Events are records, so each tells its parts by itself, also those of later versions. */
final class EventParts {
    private EventParts() {}

    static List<Fact> of(IncidentEvent event) {
        List<Fact> parts = new ArrayList<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = value(event, component);
            String text = value instanceof EventMeta ? "" : text(value);
            if (!text.isEmpty()) {
                parts.add(new Fact(component.getName(), text));
            }
        }
        return parts;
    }

    private static @Nullable Object value(Object of, RecordComponent component) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The part " + component.getName() + " of " + of.getClass() + " is hidden", e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof PersonalText personal) {
            return personal.text();
        } else if (value instanceof Attributes attributes) {
            return text(attributes.asMap());
        } else if (value instanceof AttributeValue attribute) {
            return IncidentFacts.text(attribute);
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", "));
        } else if (value instanceof Collection<?> all) {
            return all.stream().map(EventParts::text).collect(Collectors.joining(", "));
        }
        return value instanceof Record record && !isNamed(record) ? record(record) : value.toString();
    }

    /** Identities, levels and names of all kinds say themselves what they are called. */
    private static boolean isNamed(Record record) {
        return !record.toString().startsWith(record.getClass().getSimpleName() + "[");
    }

    private static String record(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> {
                    String part = text(value(record, component));
                    return part.isEmpty() ? "" : component.getName() + " " + part;
                })
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}

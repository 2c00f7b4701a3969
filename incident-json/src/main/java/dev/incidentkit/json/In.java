package dev.incidentkit.json;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the members of one event by name. A member that is missing where one is required, or is not what it should be, is
 * refused with its path. Members that are not asked for are passed over: a later version may have added them.
 */
final class In {
    private final JsonNode node;
    private final @Nullable In parent;
    private final String name;
    private final Map<String, PersonalData> personal;
    private final Consumer<String> committed;

    /** Reads the members of a whole event, and tells each place at which it committed to personal data. */
    In(JsonNode node, Map<String, PersonalData> personal, Consumer<String> committed) {
        this.node = node;
        this.parent = null;
        this.name = "";
        this.personal = personal;
        this.committed = committed;
    }

    private In(JsonNode node, In parent, String name) {
        this.node = node;
        this.parent = parent;
        this.name = name;
        this.personal = parent.personal;
        this.committed = parent.committed;
    }

    /** The path of this object; made only where one is asked for, since most events ask for none. */
    private String path() {
        return parent == null ? "" : parent.path(name);
    }

    private String path(String member) {
        return parent == null ? member : path() + "." + member;
    }

    private @Nullable JsonNode find(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private CodecException wrong(String name, String expected, Object found) {
        return new CodecException("Member '" + path(name) + "' must be " + expected + ", but is " + found);
    }

    private static <T> T required(@Nullable T value, In in, String name) {
        if (value == null) {
            throw new CodecException("Member '" + in.path(name) + "' is missing");
        }
        return value;
    }

    @Nullable
    String textOrNull(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(name, "a text", value.getNodeType());
        }
        return value.stringValue();
    }

    String text(String name) {
        return required(textOrNull(name), this, name);
    }

    <T> @Nullable T orNull(String name, Function<String, T> parse) {
        String text = textOrNull(name);
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new CodecException("Member '" + path(name) + "' is not acceptable: " + e.getMessage(), e);
        }
    }

    <T> T of(String name, Function<String, T> parse) {
        return required(orNull(name, parse), this, name);
    }

    <E extends Enum<E>> E name(String name, Class<E> type) {
        return of(name, text -> Enum.valueOf(type, text));
    }

    @Nullable
    Instant instantOrNull(String name) {
        return orNull(name, Instants::parse);
    }

    Instant instant(String name) {
        return of(name, Instants::parse);
    }

    @Nullable
    BigDecimal decimalOrNull(String name) {
        return orNull(name, BigDecimal::new);
    }

    long number(String name) {
        JsonNode value = required(find(name), this, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number", value.getNodeType());
        }
        return value.longValue();
    }

    int smallNumber(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw wrong(name, "a whole number of 32 bits", value);
        }
        return (int) value;
    }

    @Nullable
    Integer smallNumberOrNull(String name) {
        return find(name) == null ? null : smallNumber(name);
    }

    boolean flag(String name) {
        JsonNode value = required(find(name), this, name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value.getNodeType());
        }
        return value.booleanValue();
    }

    @Nullable
    Set<String> setOrNull(String name) {
        return find(name) == null ? null : set(name);
    }

    Set<String> set(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return Set.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "a list of texts", value.getNodeType());
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode element : value) {
            if (!element.isString()) {
                throw wrong(name, "a list of texts", element.getNodeType());
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    Map<String, String> map(String name) {
        In object = objectOrNull(name);
        if (object == null) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        object.node.propertyNames().forEach(key -> map.put(key, object.text(key)));
        return map;
    }

    @Nullable
    In objectOrNull(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(name, "an object", value.getNodeType());
        }
        return new In(value, this, name);
    }

    In object(String name) {
        return required(objectOrNull(name), this, name);
    }

    <T> List<T> list(String name, Function<In, T> read) {
        JsonNode value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "a list of objects", value.getNodeType());
        }
        List<T> list = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isObject()) {
                throw wrong(name, "a list of objects", element.getNodeType());
            }
            list.add(read.apply(new In(element, this, name)));
        }
        return list;
    }

    Status status(String name) {
        In object = object(name);
        return new Status(object.text("name"), object.name("phase", Phase.class));
    }

    <L> @Nullable L levelOrNull(String name, BiFunction<String, Integer, L> make) {
        In object = objectOrNull(name);
        return object == null ? null : make.apply(object.text("name"), object.smallNumber("rank"));
    }

    <L> L level(String name, BiFunction<String, Integer, L> make) {
        return required(levelOrNull(name, make), this, name);
    }

    /** A text whose data was redacted reads as present but redacted; one whose data does not fit is refused. */
    @Nullable
    PersonalText personalOrNull(String name) {
        String commitment = textOrNull(name);
        if (commitment == null) {
            return null;
        }
        String path = path(name);
        committed.accept(path);
        PersonalData data = personal.get(path);
        if (data == null) {
            return PersonalText.redacted();
        }
        if (!Commitments.of(data.salt(), data.text()).equals(commitment)) {
            throw new CodecException(
                    "The personal data of '" + path + "' is not what the event committed to, which was " + commitment);
        }
        return PersonalText.of(data.text());
    }

    PersonalText personal(String name) {
        return required(personalOrNull(name), this, name);
    }

    Attributes attributes(String name) {
        In object = objectOrNull(name);
        if (object == null) {
            return Attributes.none();
        }
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        object.node.propertyNames().forEach(key -> values.put(key, attribute(object.object(key))));
        return Attributes.of(values);
    }

    private static AttributeValue attribute(In in) {
        String kind = in.node.propertyNames().stream()
                .findFirst()
                .orElseThrow(() -> new CodecException("Member '" + in.path() + "' has no value"));
        return switch (kind) {
            case "personal" -> new AttributeValue.Personal(in.personal(kind));
            case "text" -> new AttributeValue.Text(in.text(kind));
            case "number" -> new AttributeValue.Number(in.of(kind, BigDecimal::new));
            case "flag" -> new AttributeValue.Flag(in.flag(kind));
            case "instant" -> new AttributeValue.Moment(in.instant(kind));
            case "duration" -> new AttributeValue.Span(in.of(kind, Duration::parse));
            case "names" -> new AttributeValue.Names(in.set(kind));
            case "level" -> {
                In level = in.object(kind);
                yield new AttributeValue.Graded(
                        new CustomLevel(level.text("scale"), level.text("name"), level.smallNumber("rank")));
            }
            default -> throw new CodecException("Member '" + in.path() + "' has a value of the unknown kind " + kind);
        };
    }
}

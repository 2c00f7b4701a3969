package dev.incidentkit.json;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the members of one event in the order in which they are given; what is null is left out. */
final class Out {
    private final JsonGenerator json;
    private final Supplier<byte[]> salts;
    private final List<PersonalData> personal = new ArrayList<>(4);
    private String prefix = "";

    Out(JsonGenerator json, Supplier<byte[]> salts) {
        this.json = json;
        this.salts = salts;
    }

    List<PersonalData> personal() {
        return personal;
    }

    Out text(String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(wellFormed(name, name), wellFormed(name, value.toString()));
        }
        return this;
    }

    Out name(String name, @Nullable Enum<?> value) {
        return text(name, value == null ? null : value.name());
    }

    Out instant(String name, @Nullable Instant value) {
        return text(name, value);
    }

    Out decimal(String name, @Nullable BigDecimal value) {
        return text(name, value == null ? null : value.toPlainString());
    }

    Out number(String name, long value) {
        json.writeNumberProperty(name, value);
        return this;
    }

    Out numberOrNull(String name, @Nullable Integer value) {
        return value == null ? this : number(name, value);
    }

    Out flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
        return this;
    }

    Out texts(String name, @Nullable Collection<?> values) {
        if (values == null) {
            return this;
        }
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeString(wellFormed(name, String.valueOf(value))));
        json.writeEndArray();
        return this;
    }

    /** A set is written in the order of its texts, so that equal sets are equal bytes. */
    Out set(String name, @Nullable Collection<?> values) {
        return texts(
                name,
                values == null
                        ? null
                        : values.stream().map(String::valueOf).sorted().toList());
    }

    Out map(String name, Map<?, ?> values) {
        if (values.isEmpty()) {
            return this;
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(String.valueOf(key), String.valueOf(value)));
        return object(name, out -> sorted.forEach(out::text));
    }

    Out object(String name, Writer writer) {
        json.writeObjectPropertyStart(wellFormed(name, name));
        String outer = prefix;
        prefix = outer + name + ".";
        writer.write(this);
        prefix = outer;
        json.writeEndObject();
        return this;
    }

    <T> Out list(String name, Collection<T> values, ElementWriter<T> writer) {
        if (values.isEmpty()) {
            return this;
        }
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            writer.write(this, value);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    Out status(String name, Status status) {
        return object(name, out -> out.text("name", status.name()).name("phase", status.phase()));
    }

    Out level(String name, @Nullable Level level) {
        if (level == null) {
            return this;
        }
        return object(name, out -> {
            if (level instanceof CustomLevel custom) {
                out.text("scale", custom.scale());
            }
            out.text("name", level.name()).number("rank", level.rank());
        });
    }

    Out personal(String name, @Nullable PersonalText value) {
        if (value == null) {
            return this;
        }
        if (value.isRedacted()) {
            throw new CodecException("The redacted text '" + prefix + name + "' cannot be written into a new event");
        }
        byte[] salt = salts.get();
        String text = wellFormed(name, value.text());
        personal.add(new PersonalData(prefix + name, salt, text));
        return text(name, Commitments.of(salt, text));
    }

    /**
     * Half a surrogate pair has no form in UTF-8: it would be stored as another text than was committed to.
     *
     * @return the text
     */
    private String wellFormed(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
                if (!pair) {
                    throw new CodecException("Member '" + prefix + name + "' holds half a surrogate pair at " + i
                            + ", which is no Unicode text");
                }
                i++;
            }
        }
        return text;
    }

    Out attributes(String name, Attributes attributes) {
        Map<String, AttributeValue> values = attributes.asMap();
        if (values.isEmpty()) {
            return this;
        }
        return object(name, out -> values.forEach(out::attribute));
    }

    private void attribute(String name, AttributeValue value) {
        if (value instanceof AttributeValue.Personal text) {
            object(name, out -> out.personal("personal", text.value()));
        } else if (value instanceof AttributeValue.Text text) {
            object(name, out -> out.text("text", text.value()));
        } else if (value instanceof AttributeValue.Number number) {
            object(name, out -> out.decimal("number", number.value()));
        } else if (value instanceof AttributeValue.Flag flag) {
            object(name, out -> out.flag("flag", flag.value()));
        } else if (value instanceof AttributeValue.Moment moment) {
            object(name, out -> out.instant("instant", moment.value()));
        } else if (value instanceof AttributeValue.Span span) {
            object(name, out -> out.text("duration", span.value()));
        } else if (value instanceof AttributeValue.Graded graded) {
            object(name, out -> out.level("level", graded.value()));
        } else if (value instanceof AttributeValue.Names names) {
            object(name, out -> out.set("names", names.values()));
        } else {
            throw new CodecException("Attribute '" + name + "' has a value of an unknown kind: " + value);
        }
    }

    /** Writes members. */
    interface Writer {
        void write(Out out);
    }

    /** Writes the members of an element. */
    interface ElementWriter<T> {
        void write(Out out, T value);
    }
}

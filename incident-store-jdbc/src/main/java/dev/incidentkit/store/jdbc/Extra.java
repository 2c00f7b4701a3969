package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a summary has in any number: services, references, indexed attributes, as bytes of one column. They are searched
 * by terms in a table of their own. The form begins with its version.
 */
record Extra(Set<String> services, Set<String> references, SortedMap<String, AttributeValue> attributes) {
    private static final int FORM = 1;

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            texts(out, services);
            texts(out, references);
            out.writeInt(attributes.size());
            for (var entry : attributes.entrySet()) {
                text(out, entry.getKey());
                value(out, entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void texts(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String each : new TreeSet<>(texts)) {
            text(out, each);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void value(DataOutputStream out, AttributeValue value) throws IOException {
        if (value instanceof AttributeValue.Text plain) {
            out.writeByte('t');
            text(out, plain.value());
        } else if (value instanceof AttributeValue.Personal personal) {
            out.writeByte(personal.value().isRedacted() ? 'r' : 'p');
            text(out, personal.value().isRedacted() ? "" : personal.value().text());
        } else if (value instanceof AttributeValue.Number number) {
            out.writeByte('n');
            text(out, number.value().toString());
        } else if (value instanceof AttributeValue.Names names) {
            out.writeByte('s');
            texts(out, names.values());
        } else if (value instanceof AttributeValue.Graded graded) {
            out.writeByte('l');
            level(out, graded.value());
        } else {
            fixed(out, value);
        }
    }

    private static void level(DataOutputStream out, CustomLevel level) throws IOException {
        text(out, level.scale());
        text(out, level.name());
        out.writeInt(level.rank());
    }

    /** What takes the same number of bytes whatever it is. */
    private static void fixed(DataOutputStream out, AttributeValue value) throws IOException {
        if (value instanceof AttributeValue.Flag flag) {
            out.writeByte(flag.value() ? 'y' : 'f');
        } else if (value instanceof AttributeValue.Moment moment) {
            out.writeByte('m');
            out.writeLong(moment.value().toEpochMilli());
        } else if (value instanceof AttributeValue.Span span) {
            out.writeByte('d');
            out.writeLong(span.value().toMillis());
        } else {
            throw new StoreException("An attribute of " + value.type() + " cannot be kept: " + value.getClass());
        }
    }

    static Extra decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new StoreException("The form of what is known of an incident must be " + FORM + ", but is " + form
                        + ": this node is older than the one that wrote it");
            }
            Set<String> services = texts(in);
            Set<String> references = texts(in);
            SortedMap<String, AttributeValue> attributes = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                attributes.put(text(in), value(in));
            }
            return new Extra(services, references, attributes);
        } catch (IOException e) {
            throw new StoreException("What is known of an incident ends too early: " + bytes.length + " bytes", e);
        }
    }

    private static Set<String> texts(DataInputStream in) throws IOException {
        Set<String> texts = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static AttributeValue value(DataInputStream in) throws IOException {
        char kind = (char) in.readByte();
        return switch (kind) {
            case 't' -> AttributeValue.of(text(in));
            case 'p' -> AttributeValue.personal(text(in));
            case 'r' -> {
                text(in);
                yield new AttributeValue.Personal(PersonalText.redacted());
            }
            case 'n' -> AttributeValue.of(new BigDecimal(text(in)));
            case 'y' -> AttributeValue.of(true);
            case 'f' -> AttributeValue.of(false);
            case 'm' -> AttributeValue.of(Instant.ofEpochMilli(in.readLong()));
            case 'd' -> AttributeValue.of(Duration.ofMillis(in.readLong()));
            case 'l' -> AttributeValue.of(new CustomLevel(text(in), text(in), in.readInt()));
            case 's' -> AttributeValue.of(texts(in));
            default -> throw new StoreException("An attribute is of the unknown kind '" + kind + "'");
        };
    }
}

package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.PersonalText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a command that comes again under the same key is the same command: SHA-256 over who asks, which
 * incident, and every component of the command. It is computed only where a key is given.
 */
final class Fingerprint {
    private final StringBuilder text = new StringBuilder(256);

    private Fingerprint() {}

    static String of(@Nullable IncidentId incident, IncidentCommand command, Actor actor) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(incident);
        fingerprint.add(actor.kind());
        fingerprint.add(actor.id());
        fingerprint.add(command);
        byte[] hash = sha256().digest(fingerprint.text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not", e);
        }
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            text.append("-,");
        } else if (value instanceof Record record) {
            record(record);
        } else if (value instanceof PersonalText personal) {
            put(personal.text());
        } else if (value instanceof Attributes attributes) {
            map(attributes.asMap());
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Set<?> set) {
            TreeSet<String> sorted = new TreeSet<>();
            set.forEach(element -> sorted.add(String.valueOf(element)));
            list(sorted);
        } else if (value instanceof Collection<?> list) {
            list(list);
        } else {
            put(String.valueOf(value));
        }
    }

    private void record(Record record) {
        put(record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            put(component.getName());
            try {
                add(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The component " + component + " of a command cannot be read", e);
            }
        }
    }

    private void map(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        put(Integer.toString(sorted.size()));
        sorted.forEach((key, value) -> {
            put(key);
            add(value);
        });
    }

    private void list(Collection<?> list) {
        put(Integer.toString(list.size()));
        list.forEach(this::add);
    }

    private void put(String value) {
        text.append(value.length()).append(':').append(value).append(',');
    }
}

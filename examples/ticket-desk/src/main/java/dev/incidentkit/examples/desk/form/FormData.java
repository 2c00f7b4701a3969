package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form says. Reading collects what cannot be read, so that all of it is told at once; whether something must be
 * given is for the library to say. Not safe for use by several threads.
 */
public final class FormData {
    private final Map<String, List<String>> values;
    private final ZoneId zone;
    private final List<Unmet> faults = new ArrayList<>();

    /**
     * Wraps what was sent.
     *
     * @param values by name
     * @param zone in which days and times are meant
     */
    public FormData(Map<String, List<String>> values, ZoneId zone) {
        this.values = values;
        this.zone = zone;
    }

    /**
     * A text.
     *
     * @param name the name of the input
     * @return it without blanks around it; null if nothing was given
     */
    public @Nullable String text(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        String text = all.isEmpty() ? "" : all.get(0).strip();
        return text.isEmpty() ? null : text;
    }

    /** A text; where nothing was given, an empty one, which the library refuses where it needs one. */
    String line(String name) {
        String text = text(name);
        return text == null ? "" : text;
    }

    /** A value made of a text; null where nothing was given, or what was given cannot be read, which is a fault. */
    <T> @Nullable T read(String name, Function<String, T> reader) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (RuntimeException e) {
            faults.add(new Unmet(
                    UnmetKind.INPUT, UnmetCode.CONSTRAINT_VIOLATED, name, "'" + text + "' cannot be taken: " + why(e)));
            return null;
        }
    }

    private static String why(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** A value that a command cannot be made without; where it was not given, another one, and a fault. */
    <T> T need(String name, Function<String, T> reader, T otherwise) {
        if (text(name) == null) {
            faults.add(new Unmet(UnmetKind.FIELD, UnmetCode.FIELD_REQUIRED, name, name + " must be given"));
            return otherwise;
        }
        T value = read(name, reader);
        return value == null ? otherwise : value;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return need(name, text -> Enum.valueOf(type, text), type.getEnumConstants()[0]);
    }

    <L extends Level> @Nullable L level(String name, Scale<L> scale) {
        return read(name, scale::level);
    }

    @Nullable
    Instant moment(String name) {
        return read(name, this::instant);
    }

    Instant instant(String text) {
        return LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    @Nullable
    Category category() {
        return read("category", Category::new);
    }

    @Nullable
    Owner owner() {
        return read("owner", FormData::owner);
    }

    /** {@code group}, {@code group/person} or {@code /person}. */
    static Owner owner(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Owner.group(text);
        }
        String group = text.substring(0, slash).strip();
        String person = text.substring(slash + 1).strip();
        return new Owner(group.isEmpty() ? null : group, person.isEmpty() ? null : person);
    }

    static List<String> names(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * Ends reading.
     *
     * @param action what the form is for
     * @throws IncidentRejectedException with everything that could not be read
     */
    public void refuseFaults(Action action) {
        if (!faults.isEmpty()) {
            throw new IncidentRejectedException(action, "the form", faults);
        }
    }
}

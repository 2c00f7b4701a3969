package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes records of every kind from the types of their components, so that no kind is forgotten. */
final class RecordSamples {
    static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    static final String HALF = "half \ud83d";

    private final String text;

    private RecordSamples(String text) {
        this.text = text;
    }

    /** Samples whose texts are all good. */
    static RecordSamples good() {
        return new RecordSamples("x");
    }

    /** Samples whose texts all hold half a surrogate pair. */
    static RecordSamples halves() {
        return new RecordSamples(HALF);
    }

    /** Every record under a sealed interface. */
    static List<Class<? extends Record>> records(Class<?> sealed) {
        return leaves(sealed)
                .<Class<? extends Record>>map(leaf -> leaf.asSubclass(Record.class))
                .toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordSamples::leaves)
                : Stream.of(type);
    }

    /** Good values for all components of a record; collections may be changed. */
    @Nullable
    Object[] values(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> value(component.getGenericType()))
                .toArray();
    }

    static Record make(Class<? extends Record> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                return new HashMap<>(Map.of(value(arguments[0]), value(arguments[1])));
            }
            List<Object> one = List.of(value(arguments[0]));
            return generic.getRawType() == Set.class ? new HashSet<>(one) : new ArrayList<>(one);
        }
        return plain((Class<?>) type);
    }

    private Object plain(Class<?> type) {
        Map<Class<?>, Object> known = Map.ofEntries(
                Map.entry(String.class, text),
                Map.entry(Instant.class, AT),
                Map.entry(Duration.class, Duration.ofHours(1)),
                Map.entry(BigDecimal.class, BigDecimal.ONE),
                Map.entry(int.class, 1),
                Map.entry(Integer.class, 1),
                Map.entry(long.class, 1L),
                Map.entry(boolean.class, true),
                Map.entry(Impact.class, Impact.LOW),
                Map.entry(Urgency.class, Urgency.LOW),
                Map.entry(Severity.class, Scale.SEVERITY.at(0)),
                Map.entry(Priority.class, Priority.P1),
                Map.entry(Actor.class, Actor.agent("ann")),
                Map.entry(EventMeta.class, EventMeta.at(AT, Actor.agent("ann"))),
                Map.entry(PriorityOverride.class, new PriorityOverride(null, Priority.P1, "r", "ann", AT, null)));
        Object value = known.get(type);
        if (value != null) {
            return value;
        }
        if (type == PersonalText.class) {
            return PersonalText.of(text);
        }
        if (type == Attributes.class) {
            return Attributes.of("phone", AttributeValue.of(text));
        }
        return type.isEnum()
                ? type.getEnumConstants()[0]
                : make(type.asSubclass(Record.class), values(type.asSubclass(Record.class)));
    }
}

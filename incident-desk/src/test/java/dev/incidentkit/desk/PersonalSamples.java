package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One event of every type, made of the components of its record with every member given and personal data wherever a member
 * may hold some, so that a member that is added later is among them.
 */
final class PersonalSamples {
    static final String ATTRIBUTE = "phone";

    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
            Map.entry(String.class, "x"),
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
            Map.entry(EventMeta.class, EventMeta.at(AT, Actor.agent("ann"))),
            Map.entry(PriorityOverride.class, new PriorityOverride(null, Priority.P1, "r", "ann", AT, null)),
            Map.entry(PersonalText.class, PersonalText.of("of a person")),
            Map.entry(Attributes.class, Attributes.of(ATTRIBUTE, AttributeValue.personal("of a person"))));

    private PersonalSamples() {}

    static Stream<IncidentEvent> all() {
        return leaves(IncidentEvent.class).map(type -> (IncidentEvent) make(type));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PersonalSamples::leaves)
                : Stream.of(type);
    }

    private static Object make(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object first = value(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Map.class) {
                return Map.of(first, value(generic.getActualTypeArguments()[1]));
            }
            return generic.getRawType() == Set.class ? Set.of(first) : List.of(first);
        }
        Class<?> plain = (Class<?>) type;
        Object known = PLAIN.get(plain);
        if (known != null) {
            return known;
        }
        return plain.isEnum() ? plain.getEnumConstants()[0] : make(plain);
    }
}

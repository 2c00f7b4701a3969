package dev.incidentkit.json;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Random events of every type, made by their canonical constructors, so that a type or member that is added is drawn
 * too. Values that a constructor refuses are drawn again.
 */
final class RandomEvents {
    /** What breaks careless writers and readers, by name. */
    static final Map<String, String> HOSTILE = Map.ofEntries(
            Map.entry("quotes", "a \"b\" 'c' \\ \\\\ /"),
            Map.entry("controls", "a\u0000b\u0001\b\t\n\r\f\u001f\u007f\u0085"),
            Map.entry("separators", "a\u2028b\u2029c"),
            Map.entry("astral", "\ud83d\udd25 \ud835\udd38 \udbff\udfff"),
            Map.entry("directions", "\u202eabc\u202c \u200f\u05d0 \ufeff"),
            Map.entry("combined", "e\u0301 \u00e9 \uac00 \u1100\u1161"),
            Map.entry("json", "{\"effectiveAt\":null,\"a\":[1,{}]}"),
            Map.entry("markup", "<script>&amp;</script> ${x} %s {{y}}"),
            Map.entry("blanks around", "  x \t"),
            Map.entry("number", "1e400"),
            Map.entry("dotted", "title.personal.0"),
            Map.entry("noncharacters", "\uffff\ufdd0"),
            Map.entry("words", "null"));

    private static final List<Class<?>> TYPES = leaves(IncidentEvent.class);

    private final Random random;
    private final BiConsumer<String, String> drawn;

    /**
     * Creates a source of events.
     *
     * @param random where all is drawn from
     * @param drawn is told each hard case that was drawn: a kind, and its name
     */
    RandomEvents(Random random, BiConsumer<String, String> drawn) {
        this.random = random;
        this.drawn = drawn;
    }

    static List<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? List.of(type)
                : Arrays.stream(permitted).flatMap(sub -> leaves(sub).stream()).toList();
    }

    IncidentEvent next() {
        Class<?> type = oneOf(TYPES);
        drawn.accept("type", type.getSimpleName());
        return (IncidentEvent) record(type);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try {
                Constructor<?> canonical = type.getDeclaredConstructor(types);
                return canonical.newInstance(
                        Arrays.stream(components).map(this::component).toArray());
            } catch (InvocationTargetException refused) {
                if (!(refused.getCause() instanceof IllegalArgumentException)) {
                    throw new AssertionError("making a " + type.getName(), refused.getCause());
                }
            } catch (ReflectiveOperationException fault) {
                throw new LinkageError("no canonical constructor of " + type.getName(), fault);
            }
        }
        throw new AssertionError(type.getName() + " refused 1,000 tries");
    }

    private @Nullable Object component(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (nullable && random.nextInt(3) == 0) {
            drawn.accept("member", "absent");
            return null;
        }
        return value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType container) {
            return container(container);
        }
        Class<?> simple = (Class<?>) type;
        Supplier<Object> maker = makers().get(simple);
        if (maker != null) {
            return maker.get();
        }
        if (simple.isEnum()) {
            return oneOf(Arrays.asList(simple.getEnumConstants()));
        }
        return record(simple.isSealed() ? oneOf(leaves(simple)) : simple);
    }

    private Map<Class<?>, Supplier<Object>> makers() {
        return Map.of(
                String.class, this::text,
                Instant.class, this::instant,
                Duration.class, this::duration,
                BigDecimal.class, this::decimal,
                PersonalText.class, () -> PersonalText.of(notBlank()),
                Attributes.class, this::attributes,
                boolean.class, random::nextBoolean,
                int.class, this::count,
                Integer.class, this::count,
                long.class, () -> (long) count());
    }

    private Object container(ParameterizedType type) {
        int size = random.nextInt(4);
        drawn.accept("container", size == 0 ? "empty" : "filled");
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value(type.getActualTypeArguments()[0]));
        }
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new HashMap<>();
            values.forEach(key -> map.put(key, value(type.getActualTypeArguments()[1])));
            return map;
        }
        return type.getRawType() == List.class ? values : new HashSet<>(values);
    }

    private Attributes attributes() {
        Map<String, AttributeValue> values = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Class<?> kind = oneOf(leaves(AttributeValue.class));
            drawn.accept("attribute", kind.getSimpleName());
            values.put(notBlank(), (AttributeValue) record(kind));
        }
        return Attributes.of(values);
    }

    private String text() {
        if (random.nextInt(20) == 0) {
            drawn.accept("text", "empty");
            return "";
        }
        return notBlank();
    }

    private String notBlank() {
        if (random.nextInt(3) == 0) {
            Map.Entry<String, String> hostile = oneOf(List.copyOf(HOSTILE.entrySet()));
            drawn.accept("text", hostile.getKey());
            return hostile.getValue();
        }
        int length = 1 + random.nextInt(12);
        return "x"
                + random.ints(0, 0x11_0000)
                        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                        .limit(length)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    private Instant instant() {
        return switch (random.nextInt(6)) {
            case 0 -> Instant.EPOCH;
            case 1 -> Instant.ofEpochMilli(-random.nextLong(1L << 45));
            case 2 -> Instant.ofEpochMilli(random.nextLong(1L << 50));
            case 3 -> Instant.ofEpochSecond(random.nextInt());
            default -> Instant.ofEpochMilli(1_780_000_000_000L + random.nextInt());
        };
    }

    private Duration duration() {
        return random.nextBoolean() ? Duration.ofMillis(random.nextInt()) : Duration.ofMinutes(random.nextInt(10_000));
    }

    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(1 + random.nextInt(100), random), random.nextInt(60) - 20);
    }

    private int count() {
        return random.nextInt(4) == 0 ? random.nextInt(Integer.MAX_VALUE) : random.nextInt(20);
    }
}

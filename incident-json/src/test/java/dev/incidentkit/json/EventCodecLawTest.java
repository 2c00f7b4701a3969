package dev.incidentkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.WorkEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is written is read back, whatever the event and however hostile its texts. */
class EventCodecLawTest {
    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private final EventCodec codec = new EventCodec(SALT::clone);

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(java.util.Random::nextLong);
    }

    private static IncidentEvent event(long seed) {
        return new RandomEvents(
                        new java.util.Random(seed),
                        (kind, name) -> Statistics.label(kind).collect(name))
                .next();
    }

    @Property
    void what_is_written_is_read_back(@ForAll("seeds") long seed) {
        IncidentEvent event = event(seed);
        EncodedEvent encoded = codec.encode(event);
        IncidentEvent read = codec.decode(encoded);

        assertThat(read).isEqualTo(event);
        assertThat(codec.encode(read).body()).isEqualTo(encoded.body());
        mustHaveDrawn("type", names(IncidentEvent.class));
        mustHaveDrawn("attribute", names(AttributeValue.class));
        mustHaveDrawn("text", with(RandomEvents.HOSTILE.keySet(), "empty"));
        mustHaveDrawn("member", Set.of("absent"));
        mustHaveDrawn("container", Set.of("empty", "filled"));
    }

    private static Set<String> names(Class<?> type) {
        return RandomEvents.leaves(type).stream().map(Class::getSimpleName).collect(Collectors.toSet());
    }

    private static Set<String> with(Set<String> names, String more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private static void mustHaveDrawn(String label, Set<String> values) {
        Statistics.label(label)
                .coverage(coverage ->
                        values.forEach(value -> coverage.check(value).count(count -> count > 0)));
    }

    @Example
    void text_that_is_no_unicode_is_refused_not_changed() {
        WorkEvent.ChecklistAnswered event =
                new WorkEvent.ChecklistAnswered(Samples.all().get(0).meta(), "half \ud83d", true, null);

        assertThatThrownBy(() -> codec.encode(event))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("item");
    }

    @Example
    void a_name_that_is_no_unicode_is_refused_when_it_is_read() {
        EncodedEvent whole =
                codec.encode(new LifecycleEvent.Started(Samples.all().get(0).meta(), Status.IN_PROGRESS));
        String json = new String(whole.body(), StandardCharsets.UTF_8);
        byte[] half = json.replace("IN_PROGRESS", "half \\udd25").getBytes(StandardCharsets.UTF_8);
        assertThat(json).contains("IN_PROGRESS");

        assertThatThrownBy(() -> codec.decode(new EncodedEvent(whole.type(), whole.form(), half, List.of())))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("half a surrogate pair");
    }
}

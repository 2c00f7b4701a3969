package dev.incidentkit.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.json.EventCodec;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class KeptSerializerTest {
    private static final KeptSerializer SERIALIZER = KeptSerializer.INSTANCE;
    private static final ClockSignal BREACH =
            new ClockSignal("default", "INC-1", ClockSignal.BREACHED, "itil", "RESPONSE", 1, "", 17, false);

    private static List<StreamEvent> events() {
        List<IncidentEvent> record = new Records(7)
                .many(40).stream().filter(one -> one.size() > 5).findFirst().orElseThrow();
        return Records.events(List.of(record));
    }

    /** Three events, the first of them decoded, one that waits, and a signal. */
    private static KeptIncident kept(List<StreamEvent> events) {
        KeptIncident kept = new KeptIncident();
        for (int place : List.of(0, 1, 2, 4)) {
            kept.take(events.get(place));
        }
        kept.tell(BREACH);
        kept.figuresAt(23);
        kept.wakeAt(19);
        FollowedIncident followed = new FollowedIncident(SlaClock.of(SlaPresets.itil()));
        followed.follow(kept.decoded(1, new EventCodec()), events.get(0).effectiveAt());
        kept.followed(followed);
        return kept;
    }

    private static byte[] bytes(KeptIncident kept) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        SERIALIZER.serialize(kept, out);
        return out.getCopyOfBuffer();
    }

    private static void isTheSame(KeptIncident one, KeptIncident other) {
        assertThat(one.record()).isEqualTo(other.record());
        assertThat(List.copyOf(one.waiting())).isEqualTo(List.copyOf(other.waiting()));
        assertThat(one.signals()).containsExactlyElementsOf(other.signals());
        assertThat(one.figuresAt()).isEqualTo(other.figuresAt());
        assertThat(one.wakeAt()).isEqualTo(other.wakeAt());
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        KeptIncident kept = kept(events());
        byte[] bytes = bytes(kept);

        KeptIncident read = SERIALIZER.deserialize(new DataInputDeserializer(bytes));

        isTheSame(read, kept);
        assertThat(read.waiting()).hasSize(1);
        assertThat(bytes(read)).isEqualTo(bytes);
        assertThat(SERIALIZER.deserialize(kept(events()), new DataInputDeserializer(bytes)))
                .isNotSameAs(kept);
    }

    @Test
    void bytes_are_copied_as_they_are() throws IOException {
        byte[] bytes = bytes(kept(events()));
        DataOutputSerializer out = new DataOutputSerializer(64);

        SERIALIZER.copy(new DataInputDeserializer(bytes), out);

        assertThat(out.getCopyOfBuffer()).isEqualTo(bytes);
    }

    @Test
    void what_was_decoded_and_folded_is_not_written() throws IOException {
        List<StreamEvent> events = events();
        KeptIncident plain = new KeptIncident();
        plain.take(events.get(0));
        byte[] before = bytes(plain);

        plain.decoded(1, new EventCodec());
        plain.followed(new FollowedIncident(null));

        assertThat(bytes(plain)).isEqualTo(before);
    }

    @Test
    void a_copy_goes_its_own_way() throws IOException {
        List<StreamEvent> events = events();
        KeptIncident kept = kept(events);
        byte[] before = bytes(kept);

        KeptIncident copy = SERIALIZER.copy(kept);
        isTheSame(copy, kept);
        copy.take(events.get(3));
        copy.tell(BREACH.takeBack());
        copy.figuresAt(29);
        copy.wakeAt(KeptIncident.NEVER);
        copy.decoded(5, new EventCodec());

        assertThat(bytes(kept)).isEqualTo(before);
        assertThat(copy.record()).hasSize(5);
        assertThat(copy.followed()).isNull(); // a fold goes on in one of both
        assertThat(kept.followed()).isNotNull();
        assertThat(SERIALIZER.copy(kept, copy)).isNotSameAs(copy);
    }

    @Test
    void events_that_were_decoded_are_shared_by_a_copy() {
        KeptIncident kept = kept(events());
        EventCodec codec = new EventCodec();
        List<IncidentEvent> decoded = List.copyOf(kept.decoded(3, codec));

        List<IncidentEvent> again = kept.copy().decoded(3, codec);

        for (int i = 0; i < decoded.size(); i++) {
            assertThat(again.get(i)).isSameAs(decoded.get(i));
        }
    }

    @Test
    void a_savepoint_of_this_form_is_taken() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, SERIALIZER.snapshotConfiguration());

        TypeSerializerSnapshot<KeptIncident> read = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(read.restoreSerializer()).isSameAs(SERIALIZER);
        assertThat(SERIALIZER
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(read)
                        .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void a_savepoint_of_another_form_is_refused_and_says_so() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SERIALIZER
                        .snapshotConfiguration()
                        .readSnapshot(
                                99, new DataInputDeserializer(), getClass().getClassLoader()))
                .withMessageContaining("has form 99")
                .withMessageContaining("begin the job anew");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // what Flink hands over where the type of a state changed
    void the_array_of_bytes_of_the_first_form_is_refused() {
        TypeSerializerSnapshot first = BytePrimitiveArraySerializer.INSTANCE.snapshotConfiguration();

        assertThat(SERIALIZER
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(first)
                        .isIncompatible())
                .isTrue();
    }

    @Test
    void flink_is_told_that_it_changes_and_has_no_length() {
        assertThat(SERIALIZER.isImmutableType()).isFalse();
        assertThat(SERIALIZER.getLength()).isNegative();
        assertThat(SERIALIZER.createInstance().record()).isEmpty();
        assertThat(SERIALIZER.duplicate()).isSameAs(SERIALIZER);
    }
}

package dev.incidentkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Reported;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {
    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private final EventCodec codec = new EventCodec(SALT::clone);

    static Stream<IncidentEvent> samples() {
        return Samples.all().stream();
    }

    private static byte[] golden(String type) throws IOException {
        String name = "/golden/0.1/" + type + ".json";
        try (InputStream in = EventCodecTest.class.getResourceAsStream(name)) {
            assertThat(in).as("the golden file %s", name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static EncodedEvent event(String type, String body) {
        return new EncodedEvent(type, 1, body.getBytes(StandardCharsets.UTF_8), List.of());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_written_is_read_back(IncidentEvent event) {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bytes_are_those_of_the_golden_file_of_release_0_1(IncidentEvent event) throws IOException {
        EncodedEvent encoded = codec.encode(event);

        assertThat(new String(encoded.body(), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(encoded.type()), StandardCharsets.UTF_8).strip());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void golden_files_are_read_by_this_release(IncidentEvent event) throws IOException {
        EncodedEvent present = codec.encode(event);
        byte[] old = new String(golden(present.type()), StandardCharsets.UTF_8)
                .strip()
                .getBytes(StandardCharsets.UTF_8);

        assertThat(codec.decode(new EncodedEvent(present.type(), 1, old, present.personal())))
                .isEqualTo(event);
    }

    @Test
    void every_type_of_event_has_a_sample_and_a_name() {
        List<Class<?>> types = new ArrayList<>();
        leaves(IncidentEvent.class, types);

        assertThat(Samples.all()).extracting(Object::getClass).hasSameElementsAs(new ArrayList<>(types));
        assertThat(EventCodec.types()).hasSize(types.size());
    }

    private static void leaves(Class<?> type, List<Class<?>> found) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            found.add(type);
        } else {
            Arrays.stream(permitted).forEach(sub -> leaves(sub, found));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void no_personal_data_stands_in_the_bytes(IncidentEvent event) {
        EncodedEvent encoded = codec.encode(event);
        String body = new String(encoded.body(), StandardCharsets.UTF_8);

        assertThat(encoded.personal()).allSatisfy(data -> assertThat(body).doesNotContain(data.text()));
        assertThat(encoded.toString()).doesNotContain("VPN").doesNotContain("Bob");
    }

    @Test
    void redacted_data_reads_as_present_but_redacted() {
        Reported reported = (Reported) Samples.all().get(0);
        EncodedEvent encoded = codec.encode(reported);

        Reported read =
                (Reported) codec.decode(new EncodedEvent(encoded.type(), encoded.form(), encoded.body(), List.of()));

        assertThat(read.title().isRedacted()).isTrue();
        assertThat(read.reporter().name().isRedacted()).isTrue();
        assertThat(read.description())
                .satisfies(text -> assertThat(text.isRedacted()).isTrue());
        assertThat(read.number()).isEqualTo("4711");
    }

    @Test
    void data_that_the_event_did_not_commit_to_is_refused() {
        EncodedEvent encoded = codec.encode(Samples.all().get(0));
        List<PersonalData> exchanged = new ArrayList<>(encoded.personal());
        exchanged.set(0, new PersonalData(exchanged.get(0).path(), SALT, "Nothing happened"));

        assertThatThrownBy(
                        () -> codec.decode(new EncodedEvent(encoded.type(), encoded.form(), encoded.body(), exchanged)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("title")
                .hasMessageNotContaining("Nothing happened");
    }

    @Test
    void a_redacted_text_cannot_be_written_into_a_new_event() {
        LifecycleEvent.Reopened reopened = new LifecycleEvent.Reopened(
                Samples.all().get(0).meta(),
                dev.incidentkit.core.incident.Status.IN_PROGRESS,
                dev.incidentkit.core.incident.PersonalText.redacted());

        assertThatThrownBy(() -> codec.encode(reopened))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("reason");
    }

    @Test
    void an_unknown_type_and_a_later_form_are_refused_by_name() {
        assertThatThrownBy(() -> codec.decode(event("incident.levitated", "{}")))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("incident.levitated");
        assertThatThrownBy(() -> codec.decode(new EncodedEvent("incident.started", 2, new byte[0], List.of())))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("Form 2")
                .hasMessageContaining("incident.started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"effectiveAt\":1}",
                "{\"effectiveAt\":\"yesterday\"}",
                "{} {}",
                "{\"effectiveAt\":\"2026-03-02T09:00:00Z\",\"recordedAt\":\"2026-03-02T09:00:00Z\",\"actor\":{\"kind\":\"GOD\",\"id\":\"x\",\"roles\":[]},\"to\":{}}",
                "{\"effectiveAt\":\"2026-03-02T10:00:00Z\",\"recordedAt\":\"2026-03-02T09:00:00Z\",\"actor\":{\"kind\":\"HUMAN\",\"id\":\"x\",\"roles\":[]},\"to\":{\"name\":\"N\",\"phase\":\"NEW\"}}"
            })
    void bytes_that_are_no_event_are_refused(String body) {
        assertThatThrownBy(() -> codec.decode(event("incident.started", body))).isInstanceOf(CodecException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{%s,\"to\":{\"name\":\"IN_PROGRESS\",\"phase\":\"ACTIVE\"},\"to\":{\"name\":\"DONE\",\"phase\":\"CLOSED\"}}",
                "{%s,\"to\":{\"name\":\"IN_PROGRESS\",\"phase\":\"ACTIVE\",\"phase\":\"CLOSED\"}}",
                "{%s,\"to\":{\"name\":\"IN_PROGRESS\",\"phase\":\"ACTIVE\"},\"later\":[{\"a\":1,\"a\":1}]}"
            })
    void a_member_that_comes_twice_is_refused_at_any_depth(String form) {
        String meta = "\"effectiveAt\":\"2026-03-02T09:00:00Z\",\"recordedAt\":\"2026-03-02T09:00:00Z\","
                + "\"actor\":{\"kind\":\"HUMAN\",\"id\":\"x\",\"roles\":[]}";

        assertThatThrownBy(() -> codec.decode(event("incident.started", form.formatted(meta))))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("uplicate");
    }

    @Test
    void deep_and_large_input_is_refused() {
        String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
        String large = "{\"a\":\"" + "x".repeat(EventCodec.MAX_BODY) + "\"}";

        assertThatThrownBy(() -> codec.decode(event("incident.started", deep))).isInstanceOf(CodecException.class);
        assertThatThrownBy(() -> codec.decode(event("incident.started", large))).isInstanceOf(CodecException.class);
    }

    @Test
    void members_that_a_later_version_added_are_passed_over() throws IOException {
        String golden = new String(golden("incident.started"), StandardCharsets.UTF_8).strip();
        String later = golden.substring(0, golden.length() - 1) + ",\"mood\":{\"value\":[1,2]}}";

        assertThat(codec.decode(event("incident.started", later))).isInstanceOf(LifecycleEvent.Started.class);
    }

    @Test
    void an_old_form_is_brought_to_the_present_one_step_by_step() {
        Form<?> present = LifecycleForms.all().get(1);
        assertThat(present.type()).isEqualTo("incident.started");
        Upcasters upcasters = new Upcasters(Map.of(
                "incident.started/0", node -> node.set("to", node.remove("status")),
                "incident.started/-1", node -> node.set("status", node.remove("state"))));

        ObjectNode old = new tools.jackson.databind.json.JsonMapper().createObjectNode();
        old.putObject("state").put("name", "IN_PROGRESS");

        assertThat(upcasters
                        .upcast("incident.started", -1, 1, old)
                        .get("to")
                        .get("name")
                        .stringValue())
                .isEqualTo("IN_PROGRESS");
        assertThatThrownBy(() -> upcasters.upcast("incident.started", -2, 1, old))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("Form -2");
    }

    @Test
    void the_page_about_events_lists_every_type_with_its_members_in_order() throws IOException {
        String page = java.nio.file.Files.readString(java.nio.file.Path.of("../docs/events.md"));
        for (IncidentEvent event : Samples.all()) {
            EncodedEvent encoded = codec.encode(event);
            ObjectNode body = (ObjectNode) new tools.jackson.databind.json.JsonMapper().readTree(encoded.body());
            List<String> members = new ArrayList<>(body.propertyNames());
            members.removeAll(List.of("effectiveAt", "recordedAt", "actor", "cause"));
            TreeSet<String> personal = new TreeSet<>();
            encoded.personal().forEach(data -> personal.add(data.path().replaceAll("\\..*", "")));
            String row = "| `" + encoded.type() + "` | "
                    + String.join(
                            ", ",
                            members.stream()
                                    .map(member -> "`" + member + "`" + (personal.contains(member) ? "*" : ""))
                                    .toList())
                    + " |";

            assertThat(page).contains(row);
        }
    }
}

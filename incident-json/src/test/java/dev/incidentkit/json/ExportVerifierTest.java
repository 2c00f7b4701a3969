package dev.incidentkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExportVerifierTest {
    private final ExportCodec codec = new ExportCodec();
    private final EventCodec events = new EventCodec();

    private List<ExportLine> export() {
        List<ExportLine> lines = new ArrayList<>();
        byte[] previous = Chain.beginning();
        for (IncidentEvent event : Samples.all()) {
            EncodedEvent encoded = events.encode(event);
            previous = Chain.next(previous, encoded.type(), encoded.form(), encoded.body());
            lines.add(new ExportLine(
                    "acme",
                    "INC-1",
                    lines.size() + 1L,
                    encoded.type(),
                    encoded.form(),
                    event.meta().effectiveAt(),
                    event.meta().recordedAt(),
                    encoded.body(),
                    previous,
                    encoded.personal()));
        }
        return lines;
    }

    private ExportVerifier.Result verify(List<ExportLine> lines) {
        return new ExportVerifier().verify(lines.stream().map(codec::write));
    }

    private ExportVerifier.Result changed(int index, UnaryOperator<ExportLine> change) {
        List<ExportLine> lines = export();
        lines.set(index, change.apply(lines.get(index)));
        return verify(lines);
    }

    private static Function<ExportLine, ExportLine> as(String type, byte[] body) {
        return line -> new ExportLine(
                line.tenant(),
                line.incident(),
                line.sequence(),
                type,
                line.form(),
                line.effectiveAt(),
                line.recordedAt(),
                body,
                line.hash(),
                line.personal());
    }

    @Test
    void a_line_comes_back_as_it_was() {
        assertThat(export())
                .allSatisfy(line -> assertThat(codec.read(codec.write(line)))
                        .isEqualTo(line)
                        .hasSameHashCodeAs(line));
    }

    @Test
    void lines_that_were_given_to_another_tenant_or_incident_are_found() {
        for (String[] owner : new String[][] {{"other", "INC-1"}, {"acme", "INC-2"}}) {
            List<ExportLine> lines = export();
            lines.replaceAll(line -> new ExportLine(
                    owner[0],
                    owner[1],
                    line.sequence(),
                    line.type(),
                    line.form(),
                    line.effectiveAt(),
                    line.recordedAt(),
                    line.body(),
                    line.hash(),
                    line.personal()));

            assertThat(verify(lines).faults())
                    .singleElement()
                    .asString()
                    .startsWith("line 1: ")
                    .contains("begins as that of incident INC-1 of tenant acme");
        }
    }

    @Test
    void an_untouched_export_is_whole_and_says_its_heads() {
        List<ExportLine> lines = export();

        assertThat(verify(lines)).satisfies(result -> {
            assertThat(result.faults()).isEmpty();
            assertThat(result.events()).isEqualTo(lines.size());
            assertThat(result.heads().get("acme\nINC-1"))
                    .isEqualTo(lines.get(lines.size() - 1).hash());
        });
    }

    @Test
    void a_changed_a_renamed_a_removed_and_a_moved_line_are_found() {
        byte[] other = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(changed(3, line -> as(line.type(), other).apply(line)).faults())
                .first()
                .asString()
                .startsWith("line 4: event 4")
                .contains("not what was sealed");
        assertThat(changed(3, line -> as("incident.other", line.body()).apply(line))
                        .isWhole())
                .isFalse();
        List<ExportLine> removed = export();
        removed.remove(2);
        assertThat(verify(removed).faults()).first().asString().contains("must go on with event 3, but has event 4");
        List<ExportLine> moved = export();
        moved.set(1, moved.set(2, moved.get(1)));
        assertThat(verify(moved).isWhole()).isFalse();
    }

    @Test
    void other_instants_and_other_personal_data_beside_the_sealed_bytes_are_found() {
        assertThat(changed(
                                1,
                                line -> new ExportLine(
                                        line.tenant(),
                                        line.incident(),
                                        line.sequence(),
                                        line.type(),
                                        line.form(),
                                        line.effectiveAt().minusSeconds(1),
                                        line.recordedAt(),
                                        line.body(),
                                        line.hash(),
                                        line.personal()))
                        .faults())
                .singleElement()
                .asString()
                .contains("other instants");
        assertThat(changed(
                                0,
                                line -> new ExportLine(
                                        line.tenant(),
                                        line.incident(),
                                        line.sequence(),
                                        line.type(),
                                        line.form(),
                                        line.effectiveAt(),
                                        line.recordedAt(),
                                        line.body(),
                                        line.hash(),
                                        line.personal().stream()
                                                .map(data ->
                                                        new PersonalData(data.path(), data.salt(), "somebody else"))
                                                .toList()))
                        .faults())
                .singleElement()
                .asString()
                .contains("committed");
    }

    @Test
    void a_line_that_is_none_is_said_by_its_number() {
        assertThat(new ExportVerifier()
                        .verify(java.util.stream.Stream.of("{", "{}"))
                        .faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).startsWith("line 2").contains("personal"));
        assertThatThrownBy(() -> codec.read("[]")).isInstanceOf(CodecException.class);
    }
}

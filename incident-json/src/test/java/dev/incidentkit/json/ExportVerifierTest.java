package dev.incidentkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.RecordEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExportVerifierTest {
    private final ExportCodec codec = new ExportCodec();
    private final EventCodec events = new EventCodec();

    private List<ExportLine> export() {
        return chain(Samples.all().toArray(new IncidentEvent[0]));
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

    private static ExportLine with(ExportLine line, List<PersonalData> personal) {
        return new ExportLine(
                line.tenant(),
                line.incident(),
                line.sequence(),
                line.type(),
                line.form(),
                line.effectiveAt(),
                line.recordedAt(),
                line.body(),
                line.hash(),
                personal);
    }

    private List<ExportLine> chain(IncidentEvent... all) {
        List<ExportLine> lines = new ArrayList<>();
        byte[] previous = Chain.beginning();
        for (IncidentEvent event : all) {
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

    @Test
    void personal_data_that_is_missing_must_be_covered_by_a_later_redaction() {
        IncidentEvent reported = Samples.all().get(0);
        RecordEvent.Redacted all = new RecordEvent.Redacted(reported.meta(), Set.of(), "request");
        RecordEvent.Redacted title = new RecordEvent.Redacted(reported.meta(), Set.of("title"), "request");

        List<ExportLine> without = chain(reported);
        without.replaceAll(line -> with(line, List.of()));
        assertThat(verify(without).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault)
                        .startsWith("line 1: event 1 of incident INC-1 lacks its personal data at '")
                        .endsWith("', and no redaction says why"));
        List<ExportLine> redacted = chain(reported, all);
        redacted.replaceAll(line -> with(line, List.of()));
        assertThat(verify(redacted).faults()).isEmpty();
        List<ExportLine> less = chain(reported, title);
        less.replaceAll(line -> with(line, List.of()));
        assertThat(verify(less).faults()).isNotEmpty().noneMatch(fault -> fault.contains("'title'"));
        List<ExportLine> earlier = chain(reported, all, reported);
        earlier.set(2, with(earlier.get(2), List.of()));
        assertThat(verify(earlier).faults()).isNotEmpty().allMatch(fault -> fault.startsWith("line 3: event 3"));
    }

    @Test
    void personal_data_that_no_event_committed_to_is_found() {
        assertThat(changed(0, line -> {
                            List<PersonalData> more = new ArrayList<>(line.personal());
                            more.add(new PersonalData("reporter.phone", new byte[16], "+49 30 1"));
                            return with(line, more);
                        })
                        .faults())
                .singleElement()
                .asString()
                .startsWith("line 1: event 1")
                .contains("'reporter.phone', which it did not commit to");
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

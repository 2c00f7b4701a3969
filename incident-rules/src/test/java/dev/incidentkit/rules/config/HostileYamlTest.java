package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.rules.format.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files that are meant to harm give findings, soon, whatever they hold. */
class HostileYamlTest {
    private static final DefinitionLimits WIDE =
            new DefinitionLimits(1 << 26, 256, 1_000_000, 5_000, 10_000, 8_192, 64, 200, ReadLimits.defaults());

    private static void refused(String text, String code, String words) {
        refused(text.getBytes(StandardCharsets.UTF_8), code, words);
    }

    private static void refused(byte[] content, String code, String words) {
        refused(DefinitionFiles.standard(), content, code, words);
    }

    private static void refused(DefinitionFiles files, byte[] content, String code, String words) {
        long begin = System.nanoTime();
        DefinitionResult read = files.read("test.yaml", Files.of(Map.of("test.yaml", content)));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(read.definition()).isEmpty();
        assertThat(read.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.message()).contains(words);
            assertThat(finding.message()).hasSizeLessThan(1_000);
        });
    }

    private static String keys(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < number; i++) {
            text.append('k').append(i).append(": v").append('\n');
        }
        return text.toString();
    }

    private static String laughs(int levels) {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < levels; i++) {
            String alias = "*a" + (i - 1);
            text.append('a').append(i).append(": &a").append(i).append(" [");
            text.append(IntStream.range(0, 10).mapToObj(n -> alias).collect(Collectors.joining(", ")));
            text.append("]\n");
        }
        return text.toString();
    }

    @Test
    void a_billion_laughs_are_counted_and_refused() {
        refused(laughs(5), "CONFIG-002", "values");
        refused(laughs(40), "CONFIG-002", "values");
        refused(
                DefinitionFiles.standard().withLimits(WIDE),
                laughs(9).getBytes(StandardCharsets.UTF_8),
                "CONFIG-002",
                "5000 values");
    }

    @Test
    void many_aliases_are_refused() {
        refused("a: &a x\nb: [" + "*a, ".repeat(200) + "*a]\n", "CONFIG-002", "100 aliases");
    }

    @Test
    void an_alias_of_a_value_within_itself_is_refused() {
        refused("a: &a [*a]\n", "CONFIG-003", "contains it");
        refused("a: *b\n", "CONFIG-003", "not defined before");
    }

    @Test
    void deep_nesting_is_refused_before_anything_is_built() {
        refused("[".repeat(500_000), "CONFIG-002", "deeper than 32");
        refused("{a: ".repeat(200_000), "CONFIG-002", "deeper than 32");
        refused("- ".repeat(300_000) + "x", "CONFIG-002", "deeper than 32");
    }

    @Test
    void large_files_lists_mappings_and_texts_are_refused() {
        refused("#".repeat((1 << 20) + 1), "CONFIG-002", "bytes");
        refused("a: [" + "x,".repeat(20_000) + "]", "CONFIG-002", "list has more than 10000");
        refused(keys(20_000), "CONFIG-002", "mapping has more than 10000");
        refused("definition: " + "x".repeat(9_000), "CONFIG-002", "8192 characters");
        refused("k".repeat(9_000) + ": x", "CONFIG-002", "8192 characters");
        refused("x".repeat(900_000), "CONFIG-002", "8192 characters");
        refused("\"" + "x".repeat(900_000) + "\"", "CONFIG-002", "8192 characters");
    }

    @Test
    void more_findings_than_a_person_reads_are_counted() {
        DefinitionResult read = Files.read(keys(5_000));
        assertThat(read.findings()).hasSize(201);
        assertThat(read.findings().get(200).message()).contains("more findings");
    }

    @Test
    void tags_are_refused_each() {
        refused("definition: !!javax.script.ScriptEngineManager [x]", "CONFIG-004", "ScriptEngineManager");
        refused("!!set {a, b}", "CONFIG-004", "set");
        refused("definition: !!int 5", "CONFIG-004", "int");
        refused("%TAG ! tag:example.org,2000:\n---\na: !x y", "CONFIG-004", "example.org");
    }

    @Test
    void bytes_that_are_no_text_are_refused_with_their_place() {
        byte[] latin = "definition: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        DefinitionResult read = DefinitionFiles.standard().read("test.yaml", Files.of(Map.of("test.yaml", latin)));
        assertThat(read.describe()).startsWith("CONFIG-001 test.yaml:1:16: ");
        refused(new byte[] {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, "CONFIG-001", "UTF-8");
        refused(new byte[] {(byte) 0xC0, (byte) 0xAF}, "CONFIG-001", "UTF-8");
        refused("definition: \"\\ud800\"", "CONFIG-001", "surrogate");
        refused("definition: a\u0007b", "CONFIG-003", "");
        refused("definition: \"\\UFFFFFFFF\"", "CONFIG-003", "");
        refused("", "CONFIG-003", "empty");
        refused("\ufeff", "CONFIG-003", "empty");
    }

    @Test
    void texts_that_make_a_matcher_or_a_parser_work_hard_are_refused_soon() {
        refused("definition: a\nextends: itil\nreopenWindow: " + "1h".repeat(4_000), "CONFIG-201", "length of time");
        refused("definition: a\nextends: itil\nreopenWindow: 99999999999999999h", "CONFIG-201", "length of time");
        refused(
                "definition: a\nextends: itil\nclosure: {workingDays: " + "9".repeat(8_000)
                        + ", calendar: office hours}",
                "CONFIG-201",
                "whole number");
        refused(
                "definition: a\nextends: itil\nslas: {a: {penalty: {currency: EUR, fixed: 1e999999999}, preset: itil}}",
                "CONFIG-201",
                "a number");
    }

    @Test
    void a_condition_over_many_flags_is_proven_all_the_same() {
        String flags =
                IntStream.range(0, 30).mapToObj(i -> "a" + i + ": boolean").collect(Collectors.joining(", "));
        String all = IntStream.range(0, 30)
                .mapToObj(i -> "{has: attribute:a" + i + "}")
                .collect(Collectors.joining(", "));
        DefinitionResult read = Files.read("definition: a\nextends: itil\nattributes: {" + flags
                + "}\nslas: {x: {targets: {RESPONSE: {goals: {P1: 1h}, pause: {any: [" + all + "]}}}}}\n");
        assertThat(read.describe()).isEmpty();
    }

    @Test
    void a_source_that_fails_is_a_finding() {
        DefinitionResult read = DefinitionFiles.standard().read("a.yaml", name -> {
            throw new IOException("the disk is gone");
        });
        assertThat(read.describe()).isEqualTo("CONFIG-001 a.yaml: file 'a.yaml' cannot be read: the disk is gone");
        assertThat(DefinitionFiles.standard().read("../a.yaml", Files.of()).describe())
                .startsWith("CONFIG-005");
    }

    @Test
    void limits_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new DefinitionLimits(1, 257, 0, 1, 1, 1, 1, 1, ReadLimits.defaults()))
                .hasMessageContaining("257");
        assertThatThrownBy(() -> new DefinitionLimits(0, 1, 0, 1, 1, 1, 1, 1, ReadLimits.defaults()))
                .hasMessageContaining("maxBytes");
    }
}

package dev.incidentkit.rules.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleCode;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.dmn.DmnModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private final TableReader reader = TableReader.of(Samples.routingSchema());

    private void refused(TableReader limited, String why) {
        assertThatThrownBy(() -> limited.readMarkdown("routing.md", Samples.file("routing.md")))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("RULES-002")
                .hasMessageContaining(why);
        assertThatThrownBy(() -> limited.readCsv("routing.csv", Samples.file("routing.csv")))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("RULES-002")
                .hasMessageContaining(why);
    }

    @Test
    void what_exceeds_a_limit_is_refused_with_the_limit() {
        ReadLimits limits = ReadLimits.defaults();
        refused(reader.withLimits(limits.withMaxBytes(100)), "at most 100");
        refused(reader.withLimits(limits.withMaxRows(3)), "more than 3 rows");
        refused(reader.withLimits(limits.withMaxColumns(4)), "at most 4");
        refused(reader.withLimits(limits.withMaxCellLength(5)), "at most 5");
    }

    @Test
    void more_tables_than_allowed_are_refused() {
        String two = Samples.file("routing.md") + Samples.file("routing.md");
        assertThatThrownBy(() -> reader.withLimits(ReadLimits.defaults().withMaxTables(1))
                        .readMarkdown("two.md", two))
                .hasMessageContaining("more than 1 tables");
    }

    @Test
    void models_have_the_same_limits() {
        ReadLimits limits = ReadLimits.defaults();
        for (ReadLimits tight : new ReadLimits[] {
            limits.withMaxBytes(100),
            limits.withMaxRows(3),
            limits.withMaxColumns(4),
            limits.withMaxCellLength(5),
            limits.withMaxTables(1),
            limits.withMaxDepth(3)
        }) {
            assertThatThrownBy(() -> reader.withLimits(tight).readDmn("routing.dmn", Samples.file("routing.dmn")))
                    .as("%s", tight)
                    .isInstanceOf(TableFormatException.class)
                    .hasMessageContaining("RULES-002");
        }
        assertThatThrownBy(() -> limits.withMaxRows(0))
                .hasMessageContaining("maxRows")
                .hasMessageContaining("0");
    }

    @Test
    void of_very_many_findings_only_the_number_is_told() {
        String broken = Samples.file("routing.md").replace("| R", "| =");
        assertThatThrownBy(() -> reader.withLimits(ReadLimits.defaults().withMaxFindings(2))
                        .readMarkdown(
                                "many.md",
                                broken.replace("SEV1", "X")
                                        .replace("true", "maybe")
                                        .replace("EU ", "ZZ ")))
                .hasMessageContaining("more findings");
    }

    @Test
    void a_file_that_is_not_utf8_or_holds_no_table_is_refused(@TempDir Path directory) throws IOException {
        Path latin = Files.write(directory.resolve("latin.csv"), "## é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> reader.read(latin))
                .hasMessageContaining("RULES-001")
                .hasMessageContaining("UTF-8");
        Path empty = Files.writeString(directory.resolve("empty.md"), "# Nothing here\n");
        assertThatThrownBy(() -> reader.read(empty)).hasMessageContaining("RULES-004");
        assertThatThrownBy(() -> reader.read(directory.resolve("table.doc"))).isInstanceOf(IOException.class);
        Path other = Files.writeString(directory.resolve("table.doc"), "x");
        assertThatThrownBy(() -> reader.read(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void files_are_read_by_their_ending(@TempDir Path directory) throws IOException {
        for (String name : new String[] {"routing.md", "routing.csv", "routing.dmn"}) {
            Path file = Files.writeString(directory.resolve(name), "\uFEFF" + Samples.file(name));
            assertThat(reader.read(file).table("routing").hash())
                    .as(name)
                    .isEqualTo(Samples.routing().hash());
        }
        assertThatThrownBy(() -> TableReader.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TableReader.of(Samples.routingSchema(), Samples.routingSchema()))
                .hasMessageContaining("routing");
    }

    @Test
    void a_matrix_is_written_as_it_is_read() {
        TableReader matrices = TableReader.of(Samples.prioritySchema());
        String document = """
                ## priority : impact x urgency -> priority

                | impact \\ urgency | HIGH | MEDIUM | LOW |
                |------------------|------|--------|-----|
                | HIGH             | P1   | P2     | P3  |
                | MEDIUM           | P2   | P3     | P4  |
                | LOW              | P3   | P4     | P5  |
                """;

        TableSet read = matrices.readMarkdown("priority.md", document);

        assertThat(TableWriter.markdownMatrix(read.table("priority"))).contains(document);
        assertThat(TableWriter.markdownMatrix(Samples.routing())).isEmpty();
        assertThatThrownBy(() -> read.table("routing")).hasMessageContaining("priority");
        assertThatThrownBy(() -> TableWriter.csv('x', java.util.List.of(Samples.routing())))
                .hasMessageContaining("'x'");
    }

    @Test
    void every_fault_of_a_table_has_a_code_for_files() {
        assertThat(RuleCode.values())
                .allSatisfy(code -> assertThat(FormatCode.of(code).id()).isEqualTo(code.id()));
    }

    @Test
    void numbers_too_wide_to_be_compared_are_a_finding_of_the_file() {
        RuleSchema schema = RuleSchema.named("cost")
                .in(Input.decimal("amount"))
                .out(Output.text("tier"))
                .build();
        String text = """
                ## cost : unique

                | id | amount                  | -> tier |
                |----|-------------------------|---------|
                | R1 | 1234567890123456789     | A       |
                | R2 | 0.123456789012345678901 | B       |
                """;

        assertThatThrownBy(() -> TableReader.of(schema).readMarkdown("cost.md", text))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("RULES-206")
                .hasMessageContaining("amount");
    }

    @Test
    void a_model_whose_rules_are_too_many_and_too_tangled_to_be_compiled_is_refused_with_its_table() {
        StringBuilder rules = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 17_000; i++) {
            rules.append("<rule>")
                    .append(interval(random))
                    .append(interval(random))
                    .append("""
                    <outputEntry><text>1</text></outputEntry></rule>""");
        }
        String xml = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="tangle" namespace="n">
                  <inputData id="i" name="x"><variable name="x" typeRef="number"/></inputData>
                  <inputData id="j" name="y"><variable name="y" typeRef="number"/></inputData>
                  <decision id="e" name="tangled">
                    <informationRequirement id="q"><requiredInput href="#i"/></informationRequirement>
                    <informationRequirement id="r"><requiredInput href="#j"/></informationRequirement>
                    <decisionTable id="t" hitPolicy="RULE ORDER">
                      <input><inputExpression typeRef="number"><text>x</text></inputExpression></input>
                      <input><inputExpression typeRef="number"><text>y</text></inputExpression></input>
                      <output typeRef="number"/>%s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(rules);

        assertThatThrownBy(() -> DmnModel.read("tangle.dmn", xml, ReadLimits.defaults()))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("RULES-108")
                .hasMessageContaining("table tangled");
    }

    private static String interval(Random random) {
        int low = random.nextInt(10_000);
        return "<inputEntry><text>[" + low + ".." + (low + 5_000) + "]</text></inputEntry>";
    }
}

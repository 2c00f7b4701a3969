package dev.incidentkit.examples.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.rules.BoundTable;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Key;
import dev.incidentkit.rules.Matrix;
import dev.incidentkit.rules.NoRuleMatchedException;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleOutcome;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableDiff;
import dev.incidentkit.rules.TableExplanation;
import dev.incidentkit.rules.Tables;
import dev.incidentkit.rules.Verification;
import dev.incidentkit.rules.dmn.DmnExport;
import dev.incidentkit.rules.dmn.DmnModel;
import dev.incidentkit.rules.dmn.DmnWriter;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.format.TableReader;
import dev.incidentkit.rules.format.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/rules.md, run; the last test sees that the guide shows nothing else. */
class GuideTest {
    private static final String MARKDOWN = """
            ## routing : first, complete

            | id | severity | category          | age   | -> team | note          |
            |----|----------|-------------------|-------|---------|---------------|
            | R1 | SEV1     | -                 | -     | MAJOR   |               |
            | R2 | -        | database          | >= 4h | DBA_L2  | since 2026-03 |
            | R3 | -        | database, network | -     | OPS     |               |
            | R9 | -        | -                 | -     | DESK    | else          |
            """;

    private final Input<Severity> severity = Input.scale("severity", Scale.SEVERITY);
    private final Input<String> category = Input.oneOf("category", List.of("database", "network", "sap"));
    private final Input<Duration> age = Input.duration("age");
    private final Output<String> team = Output.text("team");

    private final RuleSchema schema = RuleSchema.named("routing")
            .in(severity)
            .in(category)
            .in(age)
            .out(team)
            .hitPolicy(HitPolicy.FIRST)
            .build();

    private record Ticket(Severity severity, String category, Duration age) {}

    private enum Impact {
        HIGH,
        LOW
    }

    private enum Urgency {
        HIGH,
        LOW
    }

    private enum Priority {
        P1,
        P2,
        P3
    }

    private RuleTable routing() {
        return TableReader.of(schema).readMarkdown("routing.md", MARKDOWN).table("routing");
    }

    @Test
    void a_table_is_read_from_a_file_and_decides(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("routing.md"), MARKDOWN);

        RuleTable routing = TableReader.of(schema).read(file).table("routing");
        BoundTable<Ticket> router = routing.compile()
                .bind((ticket, key) ->
                        key.put(ticket.severity()).put(ticket.category()).put(ticket.age()));

        Ticket ticket = new Ticket(Scale.SEVERITY.level("SEV2"), "database", Duration.ofHours(5));
        RuleOutcome outcome = router.decide(ticket);
        String group = outcome.get(team);
        String because = outcome.rule();

        assertThat(group).isEqualTo("DBA_L2");
        assertThat(because).isEqualTo("R2");
    }

    @Test
    void the_same_table_in_java_has_the_same_version() {
        RuleTable inJava = schema.builder()
                .rule("R1")
                .when(severity.is(Scale.SEVERITY.level("SEV1")))
                .then("MAJOR")
                .rule("R2")
                .when(category.is("database"), age.atLeast(Duration.ofHours(4)))
                .then("DBA_L2")
                .rule("R3")
                .when(category.in("database", "network"))
                .then("OPS")
                .rule("R9")
                .otherwise("DESK")
                .build();

        assertThat(inJava.hash()).isEqualTo(routing().hash());
    }

    @Test
    void a_matrix_is_one_array_access() {
        Matrix<Impact, Urgency, Priority> priority = Tables.matrix(
                        "priority", Impact.class, Urgency.class, Priority.class)
                .row(Impact.HIGH, Priority.P1, Priority.P2)
                .row(Impact.LOW, Priority.P2, Priority.P3)
                .build();
        Priority urgent = priority.at(Impact.HIGH, Urgency.HIGH);

        assertThat(urgent).isEqualTo(Priority.P1);
    }

    @Test
    void a_decision_without_allocation_uses_a_key_again() {
        RuleTable routing = routing();

        CompiledTable compiled = routing.compile();
        Key key = compiled.newKey();
        key.begin()
                .put(Scale.SEVERITY.level("SEV3"))
                .put("sap")
                .put(Duration.ofMinutes(5).toMillis());
        int row = compiled.row(key);

        assertThat(compiled.outcome(row).rule()).isEqualTo("R9");
    }

    @Test
    void an_explanation_is_data_and_words() {
        CompiledTable compiled = routing().compile();

        TableExplanation why = compiled.explain(
                Map.of("severity", Scale.SEVERITY.level("SEV3"), "category", "network", "age", Duration.ofMinutes(10)));
        String words = why.text();

        assertThat(why.decided()).containsExactly("R3");
        assertThat(words).contains("decided by R3");
    }

    @Test
    void a_table_is_proven_and_compared() {
        RuleTable routing = routing();

        Verification proof = routing.verify();
        RuleTable next = RuleTable.builder(routing).remove("R2").build();
        TableDiff diff = routing.diff(next);

        assertThat(proof.isSound()).isTrue();
        assertThat(diff.decidesAlike()).isFalse();
        assertThat(diff.toString()).contains("REMOVED R2");
    }

    @Test
    void a_table_goes_to_dmn_and_back() {
        RuleTable routing = routing();

        DmnExport export = DmnWriter.write("routing", List.of(routing));
        RuleTable back =
                TableReader.of(schema).readDmn("routing.dmn", export.xml()).table("routing");
        String markdown = TableWriter.markdown(routing);
        String csv = TableWriter.csv(routing);

        assertThat(back.hash()).isEqualTo(routing.hash());
        assertThat(markdown).isEqualTo(MARKDOWN);
        assertThat(csv).contains("R2;-;database;>= 4h;DBA_L2;since 2026-03");
    }

    @Test
    void a_model_of_others_is_evaluated_with_its_own_types() {
        String xml = DmnWriter.write("routing", List.of(routing())).xml();

        DmnModel model = DmnModel.read("routing.dmn", xml, ReadLimits.defaults());
        Object answer =
                model.evaluate("routing", Map.of("severity", "SEV1", "category", "sap", "age", Duration.ofMinutes(1)));

        assertThat(answer).isEqualTo("MAJOR");
    }

    @Test
    void a_file_with_faults_is_refused_with_all_of_them() {
        String faulty = MARKDOWN.replace("| SEV1 ", "| SEV7 ").replace(">= 4h", ">= 4 ");

        assertThatThrownBy(() -> TableReader.of(schema).readMarkdown("routing.md", faulty))
                .isInstanceOfSatisfying(
                        TableFormatException.class,
                        e -> assertThat(e.findings()).hasSize(2));
    }

    @Test
    void a_case_without_a_rule_is_thrown_unless_it_is_looked_for() {
        RuleTable partial = RuleTable.builder(routing()).remove("R9").build();
        BoundTable<Ticket> router = partial.compile()
                .bind((ticket, key) ->
                        key.put(ticket.severity()).put(ticket.category()).put(ticket.age()));
        Ticket ticket = new Ticket(Scale.SEVERITY.level("SEV3"), "sap", Duration.ZERO);

        assertThat(router.find(ticket)).isEmpty();
        assertThatThrownBy(() -> router.decide(ticket)).isInstanceOf(NoRuleMatchedException.class);
    }

    @Test
    void the_guide_shows_only_what_is_run_here() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "rules.md"));
        String code =
                squeezed(Files.readString(Path.of("src/test/java/dev/incidentkit/examples/rules/GuideTest.java")));
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(block -> !block.startsWith("import "))
                .toList();

        assertThat(blocks).hasSizeGreaterThan(6);
        assertThat(blocks).allSatisfy(block -> {
            for (String part : block.split("\n\n", -1)) {
                assertThat(code).contains(squeezed(part));
            }
        });
        assertThat(squeezed(guide)).contains(squeezed(MARKDOWN));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}

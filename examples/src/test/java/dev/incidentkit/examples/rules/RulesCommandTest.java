package dev.incidentkit.examples.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.incidentkit.examples.Examples;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.InputTexts;
import dev.incidentkit.rules.format.TableReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RulesCommandTest {
    private static final Path TABLES = Path.of("tables");
    private static final String COLUMNS = "@" + TABLES.resolve("columns.txt");

    record Run(int code, String out, String err) {}

    static Run run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Examples.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("rules"));
        Stream.of(args).map(Object::toString).forEach(all::add);
        int code = line.execute(all.toArray(String[]::new));
        return new Run(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }

    @Test
    void one_table_has_one_version_and_decides_alike_in_java_markdown_csv_and_dmn() throws IOException {
        List<RuleTable> tables = new ArrayList<>(List.of(SampleTables.routing()));
        for (String file : List.of("routing.md", "routing.csv", "routing.dmn")) {
            tables.add(TableReader.of(SampleTables.routingSchema())
                    .read(TABLES.resolve(file))
                    .table("routing"));
        }
        assertThat(tables)
                .extracting(RuleTable::hash)
                .containsOnly(tables.get(0).hash());
        List<CompiledTable> compiled = tables.stream().map(RuleTable::compile).toList();
        for (String category : List.of("security", "database/oracle", "network/vpn", "network/lan", "mail", "null")) {
            for (String severity : List.of("SEV1", "SEV2", "null")) {
                for (int i = 0; i < 8; i++) {
                    Map<String, String> texts = Map.of(
                            "severity", severity,
                            "category", category,
                            "vip", i % 2 == 0 ? "true" : "false",
                            "affectedUsers", i / 2 % 2 == 0 ? "49" : "50",
                            "age", i / 4 == 0 ? "4h" : "239m");
                    Map<String, Object> input = InputTexts.read(SampleTables.routingSchema(), texts);
                    assertThat(compiled)
                            .extracting(table -> table.decide(table.key(input)).rule())
                            .as("%s", texts)
                            .containsOnly(tables.get(0)
                                    .rules()
                                    .get(tables.get(0)
                                            .matching(new ArrayList<>(input.values()))
                                            .get(0))
                                    .id());
                }
            }
        }
    }

    @Test
    void a_sound_table_has_nothing_to_report() {
        assertThat(run("verify", TABLES.resolve("routing.md"), COLUMNS))
                .isEqualTo(new Run(
                        0, "table routing, 8 rules, version d07fb713800e\ntable routing: nothing to report\n\n", ""));
        assertThat(run("verify", TABLES.resolve("priority.md")).code()).isZero();
    }

    @Test
    void a_table_with_a_gap_and_a_rule_that_never_decides_is_told_so(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("broken.md"), """
                ## routing : first, complete

                | id | severity | reopenings | -> team |
                |----|----------|------------|---------|
                | R1 | SEV1     | -          | MAJOR   |
                | R2 | -        | > 2        | SENIOR  |
                | R3 | SEV1     | > 5        | EXPERTS |
                """);

        Run run = run("verify", file);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("ERROR RULES-303")
                .contains("RULES-301  R3 (severity = SEV1")
                .contains("never decides")
                .contains("reopenings");
    }

    @Test
    void columns_that_are_not_known_are_named_with_the_way_to_declare_them() {
        Run run = run("verify", TABLES.resolve("routing.md"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("declare them: --input \"vip=TYPE\" --input \"age=TYPE\" --output \"escalate=TYPE\"")
                .contains("Known conditions: impact, urgency, severity");
        assertThat(run("verify", TABLES.resolve("routing.md"), "--input", "vip=flag")
                        .err())
                .contains("'flag' is no type for column 'vip'; types are text, boolean");
    }

    @Test
    void files_that_cannot_be_read_are_named(@TempDir Path directory) throws IOException {
        assertThat(run("verify", directory.resolve("none.md")))
                .returns(2, Run::code)
                .returns(directory.resolve("none.md") + " does not exist\n", Run::err);
        assertThat(run("verify", Files.writeString(directory.resolve("a.md"), "# Nothing\n"))
                        .err())
                .contains("has no table; one begins with a heading such as");
        assertThat(run("verify", Files.writeString(directory.resolve("a.doc"), ""))
                        .err())
                .contains("ends with .md, .csv or .dmn");
        Path misspelt = Files.writeString(
                directory.resolve("b.md"), "## r : first\n\n| id | severity | -> team |\n|-|-|-|\n| 1 | SEV7 | X |\n");
        assertThat(run("verify", misspelt))
                .returns(2, Run::code)
                .extracting(Run::err)
                .asString()
                .contains("b.md:5:")
                .contains("'SEV7' is not one of its values");
        assertThat(run("verify")).returns(2, Run::code);
    }

    @Test
    void a_difference_tells_the_rules_and_the_cases_with_an_example() {
        Run run = run("diff", TABLES.resolve("routing.md"), TABLES.resolve("routing-next.md"), COLUMNS);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("  CHANGED R1: severity SEV1 -> SEV1, SEV2\n")
                .contains("  REMOVED R7: ")
                .contains("""
                          severity = SEV2, category starts with "database", age < 4h
                              was:     team "DBA", escalate false (R4)
                              will be: team "MAJOR", escalate true (R1)
                              such as: severity = SEV2, category = "database", vip = false, affectedUsers = 0, age = 0h
                        """);
    }

    @Test
    void formats_of_one_table_do_not_differ() {
        assertThat(run("diff", TABLES.resolve("routing.dmn"), TABLES.resolve("routing.csv"), COLUMNS))
                .isEqualTo(new Run(0, "table routing: no rule differs\n\nEvery case is decided as before.\n\n", ""));
    }

    @Test
    void tables_that_came_or_went_are_differences() {
        Run run = run("diff", TABLES.resolve("priority.md"), TABLES.resolve("routing.md"), COLUMNS);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("new: table routing, 8 rules").contains("removed: table priority, 9 rules");
    }

    @Test
    void an_explanation_tells_the_answer_the_rules_and_the_nearest_miss() {
        Run run = run(
                "explain",
                TABLES.resolve("routing.md"),
                COLUMNS,
                "severity=SEV3",
                "category=database/oracle",
                "vip=true",
                "affectedUsers=12",
                "age=3h");

        assertThat(run).isEqualTo(new Run(0, """
                table routing, 8 rules, version d07fb713800e
                case: severity = SEV3, category = "database/oracle", vip = true, affectedUsers = 12, age = 3h

                answer: team = "DBA", escalate = false, by rule R4

                  R1 does not match: severity is SEV3, the rule asks for SEV1
                  R2 does not match: category is "database/oracle", the rule asks for starts with(?, "security")
                  R3 does not match: age is 3h, the rule asks for >= 4h
                  R4 decides: category is "database/oracle", the rule asks for starts with(?, "database")
                  R5 does not match: category is "database/oracle", the rule asks for "network/vpn", "network/wifi"; \
                affectedUsers is 12, the rule asks for >= 50
                  R6 does not match: category is "database/oracle", the rule asks for starts with(?, "network")
                  R7 matches too, but another rule decides
                  R9 matches too, but another rule decides

                Nearest to match, but for this: R3, age is 3h, the rule asks for >= 4h
                """, ""));
    }

    @Test
    void where_several_rules_match_against_the_hit_policy_none_is_said_to_decide(@TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(
                directory.resolve("r.md"),
                "## r : unique\n\n| id | severity | -> team |\n|-|-|-|\n| 1 | SEV1 | X |\n| 2 | - | Y |\n");

        assertThat(run("explain", file, "severity=SEV1"))
                .returns(1, Run::code)
                .extracting(Run::out)
                .asString()
                .contains("no answer: several rules match")
                .contains("1 matches: severity is SEV1, the rule asks for SEV1\n")
                .contains("2 matches: it asks for nothing\n")
                .doesNotContain("another rule decides");
        assertThat(run("verify", file)).extracting(Run::out).asString().contains("table r: 1 error");
    }

    @Test
    void a_case_without_a_rule_is_said_and_values_that_are_none_are_refused(@TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(
                directory.resolve("r.md"), "## r : first\n\n| id | severity | -> team |\n|-|-|-|\n| 1 | SEV1 | X |\n");

        assertThat(run("explain", file, "severity=SEV2"))
                .returns(1, Run::code)
                .extracting(Run::out)
                .asString()
                .contains("no answer: no rule matches");
        assertThat(run("explain", file, "severty=SEV2", "severity=SEV11"))
                .returns(2, Run::code)
                .extracting(Run::err)
                .asString()
                .contains("'severty' is no column of conditions; did you mean 'severity'?")
                .contains("'SEV11' is not one of its values");
        assertThat(run("explain", file, "--table", "s", "severity=SEV2").err()).contains("has no table 's'; it has r");
    }

    @Test
    void a_table_goes_through_all_formats_and_back_unchanged(@TempDir Path directory) throws IOException {
        Path csv = directory.resolve("routing.csv");
        Path dmn = directory.resolve("routing.dmn");
        Path markdown = directory.resolve("routing.md");

        assertThat(run("convert", TABLES.resolve("routing.md"), "--to", "csv", "--out", csv, COLUMNS))
                .returns(0, Run::code);
        assertThat(run("convert", csv, "--to", "dmn", "--out", dmn, COLUMNS))
                .returns(0, Run::code)
                .extracting(Run::err)
                .asString()
                .contains("DMN cannot say that the table must be complete");
        assertThat(run("convert", csv, "--to", "markdown", "--out", markdown, COLUMNS))
                .returns(0, Run::code);
        assertThat(Files.readString(TABLES.resolve("routing.md"))).endsWith(Files.readString(markdown));
        assertThat(run("diff", markdown, dmn, COLUMNS).code()).isZero();
        assertThat(run("convert", dmn, "--to", "markdown").out())
                .contains("| R3 |")
                .contains(">= 4h");
    }

    @Test
    void a_test_file_of_the_compatibility_kit_runs(@TempDir Path directory) throws IOException {
        Path shared = Path.of("..", "..", "shared", "dmn-tck", "compliance-level-2");
        assumeTrue(Files.isDirectory(shared), "the compatibility kit lies beside the checkout");
        Path folder;
        try (Stream<Path> folders = Files.list(shared)) {
            folder = folders.sorted().findFirst().orElseThrow();
        }
        Path model = only(folder, ".dmn");
        Path tests = only(folder, ".xml");

        Run passed = run("tck", model, tests);
        assertThat(passed.code()).as(passed.out() + passed.err()).isZero();

        String wrong = Files.readString(tests).replaceFirst("(<value[^>]*>)[^<]*(</value>\\s*</expected>)", "$19$2");
        Run failed = run("tck", model, Files.writeString(directory.resolve("wrong.xml"), wrong));
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).contains("case 001, decision ").contains(", but the answer is ");
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void without_a_command_the_usage_tells_how_columns_are_found() {
        assertThat(run())
                .returns(0, Run::code)
                .extracting(Run::out)
                .asString()
                .contains("How a Markdown or CSV table finds its columns")
                .contains("verify")
                .contains("--input region=EU,LATAM,US");
    }
}

package dev.incidentkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.Examples;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReplayCommandTest {
    private static final Path SHARED = Path.of("..", "..", "shared", "data");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Examples.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }

    private static String sample() throws IOException {
        try (InputStream in = ReplayCommand.class.getResourceAsStream("sample-log.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void the_sample_that_ships_is_what_its_generator_writes() throws IOException {
        assertThat(sample()).isEqualTo(new SampleLog(SampleLog.SEED).csv(SampleLog.INCIDENTS));
    }

    @Test
    void the_sample_is_replayed_whole_and_reported_within_a_screen_or_two() {
        assertThat(run("replay")).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("500 incidents")
                .contains("What the ITIL lifecycle would have refused")
                .contains("the log says 4 - Low, the matrix 5 - Planning");
        assertThat(out.toString().lines()).hasSizeLessThan(80).allMatch(line -> line.length() < 160);
    }

    @Test
    void figures_of_the_real_log_are_exactly_those_that_an_independent_program_computed() throws IOException {
        Path log = SHARED.resolve("uci_incident_event_log.csv.xz");
        Assumptions.assumeTrue(
                Files.exists(log), "skipped: the real log is not beside this checkout (see docs/replay.md)");
        Path json = folder.resolve("figures.json");

        assertThat(run("replay", log.toString(), "--json", json.toString())).isZero();

        JsonMapper mapper = new JsonMapper();
        ObjectNode expected = (ObjectNode) mapper.readTree(Files.readString(SHARED.resolve("uci_aggregates.json")));
        expected.remove("_definitions");
        ObjectNode figures = (ObjectNode) mapper.readTree(Files.readString(json));
        JsonNode metrics = figures.remove("metrics");
        assertThat(plain(figures)).isEqualTo(plain(expected));
        assertThat(out.toString())
                .contains("times in status add up to closed minus opened: 24,918 of 24,918 ended incidents")
                .contains("backlog of the last day = opened minus ended: 0 = 24,918 - 24,918")
                .doesNotContain("FAULT");
        assertThat(metrics.get("overall")).hasSizeGreaterThan(12).allSatisfy(LogMetricsAsserts::reconciles);
        assertThat(metrics.get("by_priority")).allSatisfy(LogMetricsAsserts::reconciles);
        assertThat(LogMetricsAsserts.figure(metrics, "Reopen rate")
                        .get("values")
                        .get("yes")
                        .longValue())
                .isEqualTo(sum(expected.get("reopen_count_final_row_distribution"))
                        - expected.get("reopen_count_final_row_distribution")
                                .get("0")
                                .longValue());
        assertThat(LogMetricsAsserts.figure(metrics, "Opened-to-resolved")
                        .get("n")
                        .longValue())
                .isEqualTo(expected.get("minutes_opened_to_resolved")
                        .get("ALL")
                        .get("n")
                        .longValue());
    }

    /** One form for each value, whatever the order of members and the writing of numbers. */
    private static String plain(JsonNode node) {
        if (node.isObject()) {
            return node.propertyNames().stream()
                    .sorted()
                    .map(name -> name + "=" + plain(node.get(name)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(ReplayCommandTest::plain).collect(Collectors.joining(",", "[", "]"));
        }
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.asString();
    }

    @Test
    void figures_reconcile_with_each_other() throws IOException {
        Path json = folder.resolve("figures.json");
        run("replay", "--json", json.toString());

        JsonNode figures = new JsonMapper().readTree(Files.readString(json));
        assertThat(sum(figures.get("events_per_state")))
                .isEqualTo(figures.get("events").longValue());
        assertThat(sum(figures.get("incidents_per_priority_final_row")))
                .isEqualTo(figures.get("incidents").longValue())
                .isEqualTo(sum(figures.get("monthly_volume_opened_at")))
                .isEqualTo(sum(figures.get("reopen_count_final_row_distribution")));
    }

    private static long sum(JsonNode counts) {
        return counts.valueStream().mapToLong(JsonNode::longValue).sum();
    }

    @Test
    void rows_that_cannot_be_read_are_named_with_line_and_column_and_the_run_goes_on() throws IOException {
        List<String> lines = sample().lines().toList();
        String broken = lines.get(0) + "\n"
                + lines.get(1).replaceFirst("\\d+/\\d+/2024", "31/2/2024") + "\n"
                + lines.get(2) + ",surplus\n"
                + lines.get(3).replaceFirst(",(true|false),", ",maybe,") + "\n"
                + lines.get(4) + "\n";

        assertThat(run("replay", file("broken.csv", broken).toString())).isEqualTo(3);

        assertThat(err.toString())
                .contains("broken.csv:2:10: opened_at must be a time like 29/2/2016 01:16, but is '31/2/2024")
                .contains("broken.csv:3:1: the row must have 36 values, but has 37")
                .contains("broken.csv:4:3: active must be true or false, but is 'maybe'");
        assertThat(out.toString()).contains("1 rows, 1 incidents").contains("3  rows could not be read");
    }

    @Test
    void a_row_that_no_record_can_hold_is_named_and_left_out_and_the_run_goes_on() throws IOException {
        List<String> lines = sample().lines().toList();
        String number = lines.get(1).substring(0, lines.get(1).indexOf(','));
        String log = "\uFEFF" + lines.get(0) + "\n"
                + lines.get(1).replace(number, "N".repeat(65)) + "\n"
                + lines.get(1) + "\n";

        assertThat(run("replay", file("odd.csv", log).toString())).isEqualTo(3);

        assertThat(err.toString()).contains("line 2: the row is left out: ").contains("N".repeat(30));
        assertThat(out.toString()).contains("1 rows, 1 incidents").contains("1  rows could not be read");
    }

    @Test
    void a_log_whose_incidents_do_not_stand_together_is_said_to_count_too_many() throws IOException {
        List<String> lines = sample().lines().toList();
        String number = lines.get(1).substring(0, lines.get(1).indexOf(','));
        String other = lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith(number + ","))
                .findFirst()
                .orElseThrow();
        Path log = file("sorted.csv", String.join("\n", lines.get(0), lines.get(1), other, lines.get(2), ""));

        assertThat(run("replay", log.toString())).isEqualTo(3);
        assertThat(run(
                        "report",
                        log.toString(),
                        "--html",
                        folder.resolve("report.html").toString()))
                .isEqualTo(3);

        assertThat(err.toString().lines())
                .filteredOn(line -> line.startsWith("warning: "))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("the rows of 1 incidents do not stand together", number + " goes on in line 4")
                        .endsWith("sort the log by number, then by time"));
    }

    @Test
    void oddities_are_told_by_what_words_mean_and_not_by_the_words() throws IOException {
        Path mapping = file(
                "own.csv",
                Files.readString(Path.of("src/main/resources/dev/incidentkit/examples/replay/servicenow.csv"))
                        .replace("status,Closed,", "status,Finished,")
                        .replace("status,Resolved,", "status,Solved,"));
        Path log =
                file("own-log.csv", sample().replace(",Closed,", ",Finished,").replace(",Resolved,", ",Solved,"));
        run("replay", "--verbose");
        String before = oddities();

        out.getBuffer().setLength(0);
        run("replay", log.toString(), "--mapping", mapping.toString(), "--verbose");

        assertThat(before).isNotEmpty();
        assertThat(oddities()).isEqualTo(before);
    }

    private String oddities() {
        return out.toString()
                .lines()
                .filter(line -> line.contains("says otherwise") || line.contains("never seen resolved"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_reason_that_is_too_long_is_a_finding_with_its_line_beside_the_others() throws IOException {
        Path mapping = file(
                "long.csv",
                "what,source,means,detail\nstatus,Wait,ON_HOLD," + "R".repeat(41) + "\nstatus,X,NOWHERE,\n");

        assertThat(run("replay", "--mapping", mapping.toString())).isEqualTo(1);

        assertThat(err.toString())
                .contains("long.csv:2: ", "long.csv:3: 'NOWHERE' is no status")
                .doesNotContain("\tat ");
    }

    @Test
    void a_log_that_is_no_utf_8_is_refused_instead_of_being_changed() throws IOException {
        Path log = folder.resolve("latin.csv");
        Files.write(log, "number,gr\u00fcppe\nINC1,x\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("replay", log.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("latin.csv is no UTF-8");
    }

    @Test
    void a_header_that_lacks_columns_is_refused_with_all_of_them() throws IOException {
        Path log = file("other.csv", "number,incident_state,opened\nINC1,New,today\n");

        assertThat(run("replay", log.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("other.csv:1:1: the header lacks").contains("'opened_at'", "'priority'");
    }

    @Test
    void an_empty_file_a_missing_file_and_a_broken_archive_are_refused_clearly() throws IOException {
        assertThat(run("replay", file("empty.csv", "").toString())).isEqualTo(1);
        assertThat(run("replay", folder.resolve("nowhere.csv").toString())).isEqualTo(1);
        assertThat(run("replay", file("broken.csv.xz", "this is no archive").toString()))
                .isEqualTo(1);

        assertThat(err.toString())
                .contains("empty.csv:1:1: a header was expected")
                .contains("nowhere.csv is no file")
                .contains("broken.csv.xz cannot be read");
    }

    @Test
    void a_mapping_is_refused_with_everything_that_is_wrong_with_it() throws IOException {
        Path mapping = file(
                "mapping.csv",
                "what,source,means,detail\nstatus,New,NOWHERE,\nstatus,Old,NEW,\nstatus,Old,NEW,\nmood,x,y,z\nimpact,High,,\n");

        assertThat(run("replay", "--mapping", mapping.toString())).isEqualTo(1);

        assertThat(err.toString())
                .contains("mapping.csv:2: 'NOWHERE' is no status")
                .contains("mapping.csv:4: status 'Old' is mapped twice")
                .contains("mapping.csv:5: 'mood' is not column, time, status")
                .contains("no level of scale urgency is given");
    }

    @Test
    void a_matrix_with_a_hole_is_refused_by_the_cell() throws IOException {
        Path mapping = file(
                "mapping.csv",
                "what,source,means,detail\nimpact,High,,\nurgency,High,,\nurgency,Low,,\npriority,P1,,\ncell,High,High,P1\n");

        assertThat(run("replay", "--mapping", mapping.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("cell High x Low is missing");
    }

    @Test
    void a_word_that_is_not_mapped_is_counted_and_the_row_is_kept() throws IOException {
        List<String> lines = sample().lines().toList();
        String odd = lines.get(0) + "\n" + lines.get(1).replaceFirst(",(New|Active|Resolved),", ",Levitating,") + "\n";

        assertThat(run("replay", file("odd.csv", odd).toString())).isZero();

        assertThat(out.toString()).contains("1  state 'Levitating' is not mapped; the status before was kept (line 2)");
    }

    @Test
    void help_names_the_exit_codes() {
        assertThat(run("replay", "--help")).isZero();
        assertThat(out.toString()).contains("Exit codes").contains("--mapping").contains("--json");
    }
}

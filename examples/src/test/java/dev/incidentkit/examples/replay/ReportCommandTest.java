package dev.incidentkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.Examples;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportCommandTest {
    private static final Path LOG = Path.of("../../shared/data/uci_incident_event_log.csv.xz");

    private static final String ODD = "2 x state '-100' is not mapped; the status before was kept (first on line 1181)";

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

    private JsonNode json(String... args) throws IOException {
        Path file = folder.resolve("report.json");
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--json", file.toString()));
        assertThat(run(all.toArray(String[]::new))).isZero();
        return new JsonMapper().readTree(Files.readString(file));
    }

    /** Every number of the report by section, row and column. */
    private static Map<String, BigDecimal> numbers(JsonNode report) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (JsonNode section : report.get("sections")) {
            for (JsonNode row : section.get("rows")) {
                String name = row.get(row.propertyNames().iterator().next()).stringValue();
                row.properties().forEach(value -> {
                    boolean isBasis = Set.of("n", "population").contains(value.getKey());
                    if (value.getValue().isNumber() && !isBasis) {
                        numbers.put(
                                section.get("id").stringValue() + "|" + name + "|" + value.getKey(),
                                value.getValue().decimalValue().stripTrailingZeros());
                    }
                });
            }
        }
        return numbers;
    }

    private static void everyNumberIsThatOfPlainLoops(JsonNode report, @Nullable Path log, String policy) {
        DirectBreaches.Bundle bundle =
                DirectBreaches.Bundle.valueOf(policy.replace('-', '_').toUpperCase(Locale.ROOT));
        DirectFigures direct =
                new DirectFigures(Instant.parse(report.get("as_of").stringValue()), bundle, policy);
        List<AuditRow> rows = new ArrayList<>();
        new LogFile(log, LogForm.SERVICE_NOW)
                .read(
                        "Reading",
                        row -> {
                            if (!rows.isEmpty() && !rows.get(0).number().equals(row.number())) {
                                direct.add(List.copyOf(rows));
                                rows.clear();
                            }
                            rows.add(row);
                        },
                        fault -> {});
        direct.add(List.copyOf(rows));
        Map<String, BigDecimal> expected = new HashMap<>();
        direct.numbers().forEach((key, number) -> expected.put(key, number.stripTrailingZeros()));

        assertThat(new TreeSet<>(numbers(report).keySet())).isEqualTo(new TreeSet<>(expected.keySet()));
        assertThat(numbers(report)).isEqualTo(expected);
    }

    @Test
    void every_number_of_the_report_on_the_sample_is_what_plain_loops_over_its_rows_give() throws IOException {
        for (String bundle : List.of("glpi-like", "otrs-like")) {
            everyNumberIsThatOfPlainLoops(json("report", "--bundle", bundle), null, bundle);
        }
        assertThat(err.toString()).contains(ODD);
    }

    @Test
    void every_number_of_the_report_on_the_real_log_is_what_plain_loops_over_its_rows_give() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(LOG), "skipped: the real log is not beside this checkout (see docs/replay.md)");

        JsonNode report = json("report", LOG.toString(), "--bundle", "glpi-like");

        everyNumberIsThatOfPlainLoops(report, LOG, "glpi-like");
    }

    @Test
    void without_options_it_writes_the_page_and_says_what_the_figures_are_of() throws IOException {
        Path page = folder.resolve("report.html");

        assertThat(run("report", "--html", page.toString(), "--title", "Our incidents"))
                .isZero();

        assertThat(err.toString()).isEqualToIgnoringNewLines(ODD);
        assertThat(out.toString())
                .contains("Our incidents, sample-log.csv, as of ")
                .contains("Reported")
                .contains("n = 500; nothing left out")
                .contains("itil/RESOLUTION met")
                .contains("Wrote " + page);
        assertThat(Files.readString(page))
                .contains("<title>Our incidents</title>")
                .contains("sample-log.csv");
    }

    @Test
    void a_log_of_ones_own_with_words_of_ones_own_gives_all_three_files() throws IOException {
        Path log = Files.writeString(folder.resolve("own.csv"), """
                number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,opened_at,sys_created_at,sys_updated_at,contact_type,category,impact,urgency,priority,assignment_group,assigned_to,closed_code,resolved_at,closed_at
                T-1,Offen,true,0,0,0,1/2/2026 09:00,?,1/2/2026 09:00,Phone,Netz,Hoch,Hoch,Eins,Netze,?,?,?,?
                T-1,Arbeit,true,0,0,1,1/2/2026 09:00,?,1/2/2026 09:20,Phone,Netz,Hoch,Hoch,Eins,Netze,?,?,?,?
                T-1,Fertig,false,0,0,2,1/2/2026 09:00,?,1/2/2026 12:00,Phone,Netz,Hoch,Hoch,Eins,Netze,?,?,1/2/2026 12:00,1/2/2026 12:30
                T-2,Offen,true,0,0,0,2/2/2026 09:00,?,2/2/2026 09:00,Mail,?,Tief,Tief,Zwei,?,?,?,?,?
                T-2,Seltsam,true,0,0,0,2/2/2026 09:00,?,3/2/2026 09:00,Mail,?,Tief,Tief,Zwei,?,?,?,?,?
                """);
        Path words = Files.writeString(folder.resolve("words.csv"), """
                what,source,means,detail
                status,Offen,NEW,
                status,Arbeit,IN_PROGRESS,
                status,Fertig,CLOSED,
                impact,Hoch,,
                impact,Tief,,
                urgency,Hoch,,
                urgency,Tief,,
                priority,Eins,,
                priority,Zwei,,
                cell,Hoch,Hoch,Eins
                cell,Hoch,Tief,Zwei
                cell,Tief,Hoch,Zwei
                cell,Tief,Tief,Zwei
                """);
        Path page = folder.resolve("own.html");
        Path csv = folder.resolve("own-figures.csv");

        JsonNode report = json(
                "report",
                log.toString(),
                "--mapping",
                words.toString(),
                "--html",
                page.toString(),
                "--csv",
                csv.toString(),
                "--period",
                "WEEK");

        assertThat(err.toString()).contains("1 x state 'Seltsam' is not mapped");
        assertThat(report.get("as_of").stringValue()).isEqualTo("2026-02-03T09:00:00Z");
        Map<String, BigDecimal> numbers = numbers(report);
        assertThat(numbers).containsEntry("matrix|Hoch|Hoch", BigDecimal.ONE);
        assertThat(numbers.get("times|MTT-Resolve|median")).isEqualByComparingTo("10800000");
        assertThat(numbers.get("trend|2026-W05|reported")).isEqualByComparingTo("1");
        assertThat(Files.readString(page)).contains("T-1");
        assertThat(Files.readString(csv)).contains("matrix,Hoch,Hoch,1,1,2,2,");
    }

    @Test
    void rows_that_cannot_be_read_are_named_and_left_out() throws IOException {
        List<String> lines = sample().lines().toList();
        Path log = Files.writeString(
                folder.resolve("broken.csv"),
                lines.get(0) + "\n" + lines.get(1).replaceFirst("\\d+/\\d+/2024", "31/2/2024") + "\n"
                        + String.join("\n", lines.subList(2, 40)) + "\n");

        assertThat(run(
                        "report",
                        log.toString(),
                        "--html",
                        folder.resolve("r.html").toString()))
                .isEqualTo(3);

        assertThat(err.toString()).contains("broken.csv:2:10: opened_at must be a time");
    }

    @Test
    void what_cannot_be_is_refused_clearly() throws IOException {
        Path empty = Files.writeString(
                folder.resolve("empty.csv"), sample().lines().findFirst().orElseThrow() + "\n");

        assertThat(run("report", empty.toString())).isEqualTo(1);
        assertThat(run("report", "--bundle", "jira-like")).isEqualTo(1);
        assertThat(run("report", "--slowest", "99")).isEqualTo(1);
        assertThat(run("report", "--html", folder.resolve("no/such/folder.html").toString()))
                .isEqualTo(1);

        assertThat(err.toString())
                .contains("empty.csv has no row that can be read")
                .contains("'jira-like' is no bundle")
                .contains("but not 99")
                .contains("The report cannot be written");
    }

    private static String sample() throws IOException {
        try (InputStream in = ReportCommand.class.getResourceAsStream("sample-log.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

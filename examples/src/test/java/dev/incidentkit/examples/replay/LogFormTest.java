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
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs whose columns have other names, and that write times in another way. */
class LogFormTest {
    private static final Pattern TIME = Pattern.compile("\\b(\\d+)/(\\d+)/(\\d{4}) (\\d\\d:\\d\\d)");

    /** What most exports have, and no more. */
    private static final String OWN_COLUMNS = """
            column,ticket,number,
            column,state,incident_state,
            column,opened,opened_at,
            column,changed,sys_updated_at,
            column,group,assignment_group,
            column,solved,resolved_at,
            column,,active,
            column,,reassignment_count,
            column,,reopen_count,
            column,,sys_mod_count,
            column,,sys_created_at,
            column,,contact_type,
            column,,category,
            column,,assigned_to,
            column,,closed_code,
            column,,closed_at,
            time,yyyy-MM-dd HH:mm,Europe/Berlin,
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** With its page in the folder of the test. */
    private int report(Object... arguments) {
        Stream<Object> all =
                Stream.concat(Stream.of("report", "--html", folder.resolve("report.html")), Arrays.stream(arguments));
        return run(all.toArray());
    }

    private int run(Object... args) {
        return Examples.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = LogFormTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String other(String log) {
        int end = log.indexOf('\n');
        String header = log.substring(0, end)
                .replaceFirst("^number", "Ticket no")
                .replace("incident_state", "Step")
                .replace("opened_at", "Opened");
        return header
                + TIME.matcher(log.substring(end))
                        .replaceAll(time -> "%s-%02d-%02d %s:00"
                                .formatted(
                                        time.group(3),
                                        Integer.parseInt(time.group(2)),
                                        Integer.parseInt(time.group(1)),
                                        time.group(4)));
    }

    @Test
    void the_sample_with_other_columns_and_times_gives_the_figures_of_the_sample() throws IOException {
        Path log = file("sample-log.csv", other(resource("sample-log.csv")));
        Path words = file(
                "words.csv",
                resource("servicenow.csv") + "column,Ticket no,number,\ncolumn,Step,incident_state,\n"
                        + "column,Opened,opened_at,\ntime,yyyy-MM-dd HH:mm:ss,,\n");
        Path own = folder.resolve("own.csv");
        Path sample = folder.resolve("sample.csv");

        assertThat(report(log, "--mapping", words, "--csv", own)).isZero();
        assertThat(report("--csv", sample)).isZero();

        assertThat(Files.readString(own)).isEqualTo(Files.readString(sample));
    }

    @Test
    void a_zone_moves_times_and_a_column_that_a_log_does_not_have_is_known_of_no_incident() throws IOException {
        Path log = file("own.csv", """
                number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,opened_at,sys_updated_at,\
                category,impact,urgency,priority,assignment_group
                T1,New,true,0,0,0,2026-03-28T23:00+0100,2026-03-28T23:00+0100,a,1 - High,1 - High,1 - Critical,g
                """);
        String lacking = "column,,sys_created_at,\ncolumn,,contact_type,\ncolumn,,assigned_to,\ncolumn,,closed_code,\n"
                + "column,,resolved_at,\ncolumn,,closed_at,\n";
        Path words =
                file("words.csv", resource("servicenow.csv") + lacking + "time,yyyy-MM-dd'T'HH:mmZ,Europe/Berlin,\n");

        assertThat(report(log, "--mapping", words)).as(err.toString()).isZero();

        assertThat(out.toString()).contains("as of 2026-03-28T22:00:00Z");
    }

    @Test
    void what_a_log_does_not_count_is_counted_from_its_rows() throws IOException {
        Path log = file("own.csv", """
                ticket,state,opened,changed,impact,urgency,priority,group,solved
                T1,New,2026-03-02 09:00,2026-03-02 09:00,1 - High,1 - High,1 - Critical,,
                T1,Active,2026-03-02 09:00,2026-03-02 09:10,1 - High,1 - High,1 - Critical,net,
                T1,Active,2026-03-02 09:00,2026-03-02 09:20,1 - High,1 - High,1 - Critical,mail,
                T1,Resolved,2026-03-02 09:00,2026-03-02 10:00,1 - High,1 - High,1 - Critical,mail,2026-03-02 10:00
                T1,Active,2026-03-02 09:00,2026-03-02 11:00,1 - High,1 - High,1 - Critical,mail,
                T1,Resolved,2026-03-02 09:00,2026-03-02 12:00,1 - High,1 - High,1 - Critical,mail,2026-03-02 12:00
                T1,Closed,2026-03-02 09:00,2026-03-03 12:00,1 - High,1 - High,1 - Critical,mail,2026-03-02 12:00
                T2,Closed,2026-03-02 09:00,2026-03-03 12:00,1 - High,1 - High,1 - Critical,mail,2026-03-02 12:00
                """);
        Path words = file("words.csv", resource("servicenow.csv") + OWN_COLUMNS);

        assertThat(run("replay", log, "--mapping", words, "--json", folder.resolve("figures.json")))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .containsPattern("Reopen rate +2 +0 +50.00% +yes 1, no 1")
                .containsPattern("Reassignment rate +2 +0 +50.00% +yes 1, no 1")
                .doesNotContain("'active' says otherwise", "the count of modifications goes down");
    }

    @Test
    void when_a_log_without_that_column_resolved_an_incident_is_told_by_its_rows() throws IOException {
        Path log = file("own.csv", """
                ticket,state,opened,changed,impact,urgency,priority,group
                T1,New,2026-03-02 09:00,2026-03-02 09:00,1 - High,1 - High,1 - Critical,net
                T1,Resolved,2026-03-02 09:00,2026-03-02 10:00,1 - High,1 - High,1 - Critical,net
                T1,Active,2026-03-02 09:00,2026-03-02 11:00,1 - High,1 - High,1 - Critical,net
                T1,Resolved,2026-03-02 09:00,2026-03-02 12:00,1 - High,1 - High,1 - Critical,net
                T1,Closed,2026-03-02 09:00,2026-03-03 12:00,1 - High,1 - High,1 - Critical,net
                T2,New,2026-03-02 09:00,2026-03-02 09:00,1 - High,1 - High,1 - Critical,net
                T2,Closed,2026-03-02 09:00,2026-03-02 10:00,1 - High,1 - High,1 - Critical,net
                T3,New,2026-03-02 09:00,2026-03-02 09:00,1 - High,1 - High,1 - Critical,net
                """);
        Path words = file("words.csv", resource("servicenow.csv") + OWN_COLUMNS.replace("column,solved,", "column,,"));

        assertThat(run("replay", log, "--mapping", words, "--json", folder.resolve("figures.json")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("all +3 +3 +2 +240 +120.0 +120.0 +180")
                .contains("left out: 1 incidents of which the log does not say when");

        assertThat(run("what-if", log, "--mapping", words)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("of 3 incidents");
    }

    @Test
    void what_is_wrong_with_columns_and_times_is_said_at_once() throws IOException {
        Path words = file(
                "words.csv",
                resource("servicenow.csv") + "column,Ticket,numbr,\ncolumn,,number,\ntime,dd.MM.yyyy,,\n"
                        + "time,dd.MM.yyyy HH:mm,Middle/Earth,\ncolumn,A,priority,\ncolumn,B,priority,\n");

        assertThat(report("--mapping", words)).isEqualTo(1);

        assertThat(err.toString())
                .contains("'numbr' is no column that is read", "sys_updated_at")
                .contains("a log cannot be without number")
                .contains("no pattern of a date and a time, or no zone")
                .contains("Middle/Earth")
                .contains("column priority is named twice")
                .doesNotContain("\tat ");
    }

    @Test
    void a_fault_names_the_column_as_the_log_does_and_a_time_as_it_writes_them() throws IOException {
        String sample = other(resource("sample-log.csv"));
        Path log = file("own.csv", sample.replaceFirst("2024-03-01 07:13:00", "1/3/24"));
        Path words = file(
                "words.csv",
                resource("servicenow.csv") + "column,Ticket no,number,\ncolumn,Step,incident_state,\n"
                        + "column,Opened,opened_at,\ntime,yyyy-MM-dd HH:mm:ss,,\n");

        run("replay", log, "--mapping", words);

        assertThat(err.toString())
                .contains("own.csv:2:10: Opened must be a time like 2016-02-29 01:16:00, but is '1/3/24'");
    }

    @Test
    void a_header_that_lacks_columns_tells_how_a_mapping_names_them() throws IOException {
        Path log = file("own.csv", "Ticket no,Step\nT1,New\n");

        assertThat(report(log)).isEqualTo(1);

        assertThat(err.toString())
                .contains("the header lacks 'number'", "column,Ticket no,number,", "none, as in: column,,active,");
    }

    @Test
    void a_log_that_is_separated_by_semicolons_is_told_to_use_commas() throws IOException {
        assertThat(run("report", file("own.csv", "number;incident_state\nT1;New\n")))
                .isEqualTo(1);

        assertThat(err.toString()).contains("Separate the columns by commas.").doesNotContain("A mapping can say");
    }
}

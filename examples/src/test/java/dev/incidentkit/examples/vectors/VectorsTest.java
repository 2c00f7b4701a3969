package dev.incidentkit.examples.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.incidentkit.examples.Examples;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * The calendars against cases whose answers other programs gave, and against cases of our own. Where the conventions
 * differ, {@code exceptions.csv} names each case and the reason.
 */
class VectorsTest {
    private static final String MONDAY = """
            {"id":"%s","tz":"UTC","week":{"MON":[["09:00","17:00"]]},"op":"%s","start":"2024-03-04T%sZ",%s}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The folder of the cases of others, which is not part of the project; it lies beside the folder it is built in. */
    private static Path shared() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path vectors = up.resolve("shared").resolve("vectors");
            if (Files.isDirectory(vectors)) {
                return vectors;
            }
        }
        return Path.of("absent");
    }

    private static Map<String, String> exceptions() throws IOException {
        Map<String, String> reasons = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(resource("exceptions.csv"))) {
            rows.forEach(row -> reasons.put(row.getField("id"), row.getField("reason")));
        }
        return reasons;
    }

    private static Reader resource(String name) {
        InputStream in = VectorsTest.class.getResourceAsStream(name);
        assertThat(in).as(name).isNotNull();
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private int run(Path... files) {
        CommandLine line = Examples.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> args = new ArrayList<>(List.of("vectors"));
        for (Path file : files) {
            args.add(file.toString());
        }
        return line.execute(args.toArray(String[]::new));
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("cases.jsonl"), List.of(lines));
    }

    private static String monday(String id, String op, String time, String rest) {
        return MONDAY.formatted(id, op, time, rest).strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "biz-random.jsonl",
                "biz-pauses.jsonl",
                "biz-spec.jsonl",
                "working_hours-spec.jsonl",
                "zammad.jsonl",
                "jbpm.jsonl",
                "semantics-probes.jsonl"
            })
    void cases_of_others_agree_but_for_the_listed_conventions(String name) throws IOException {
        Path file = shared().resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "the cases of other projects are not here: " + name);
        Map<String, String> exceptions = exceptions();
        Set<String> unlisted = new TreeSet<>();
        Set<String> needless = new TreeSet<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            VectorRun run = VectorRun.of(VectorCase.read(name + ":" + ++number, line));
            boolean listed = exceptions.containsKey(run.vector().id());
            if (!run.agrees() && !listed) {
                unlisted.add(String.join("\n", run.lines()));
            } else if (run.agrees() && listed) {
                needless.add(run.vector().id());
            }
        }

        assertThat(number).isPositive();
        assertThat(unlisted).as("differ and are not listed").isEmpty();
        assertThat(needless).as("listed but agree").isEmpty();
    }

    @Test
    void every_listed_exception_is_a_case_and_has_a_reason() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(shared()), "the cases of other projects are not here");
        Set<String> ids = new TreeSet<>();
        try (var files = Files.newDirectoryStream(shared(), "*.jsonl")) {
            for (Path file : files) {
                Files.readAllLines(file)
                        .forEach(line ->
                                ids.add(VectorCase.read(file.toString(), line).id()));
            }
        }
        assertThat(ids).containsAll(exceptions().keySet());
        assertThat(exceptions().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void cases_of_our_own_agree_all_of_them() throws IOException {
        Path own = folder.resolve("own.jsonl");
        try (Reader lines = resource("own-vectors.jsonl");
                Writer copy = Files.newBufferedWriter(own)) {
            lines.transferTo(copy);
        }
        assertThat(run(own)).as(err + "\n" + out).isZero();
        assertThat(out.toString()).startsWith("600 cases: 600 agree, 0 differ");
    }

    @Test
    void a_case_that_differs_is_printed_with_both_answers_and_what_is_open_between() throws IOException {
        Path file = file(
                monday("good", "deadline", "10:00:00", "\"amountSeconds\":60,\"expected\":\"2024-03-04T10:01:00Z\""),
                monday("bad", "deadline", "10:00:00", "\"amountSeconds\":60,\"expected\":\"2024-03-11T10:00:00Z\""));
        assertThat(run(file)).isEqualTo(1);
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "bad (" + file + ":2): deadline in UTC",
                        "  expected  2024-03-11T10:00:00Z",
                        "  actual    2024-03-04T10:01:00Z",
                        "  open from 2024-03-04T10:00:00Z to 2024-03-11T10:00:00Z: PT8H",
                        "    2024-03-04T10:00:00Z  2024-03-04T17:00:00Z  PT7H",
                        "    2024-03-11T09:00:00Z  2024-03-11T10:00:00Z  PT1H",
                        "2 cases: 1 agree, 1 differ, 0 without an expected answer");
    }

    @Test
    void a_member_that_is_not_known_is_refused_with_its_place_and_those_that_are() throws IOException {
        String pause = "{\"from\":\"2024-03-04T10:10:00Z\",\"%s\":\"2024-03-04T10:20:00Z\"}";
        String asked = "\"amountSeconds\":60,\"expected\":\"2024-03-04T10:01:00Z\",";
        Path file = file(
                monday("whole", "deadline", "10:00:00", asked + "\"pause\":[" + pause.formatted("to") + "]"),
                monday("part", "deadline", "10:00:00", asked + "\"pauses\":[" + pause.formatted("till") + "]"),
                monday("good", "deadline", "10:00:00", asked + "\"pauses\":[" + pause.formatted("to") + "]"));
        assertThat(run(file)).isEqualTo(3);
        assertThat(out.toString()).startsWith("1 cases: 1 agree");
        assertThat(err.toString().lines().toList())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(file + ":1: a case has no member 'pause', only [")
                        .contains("pauses"))
                .anySatisfy(
                        line -> assertThat(line).isEqualTo(file + ":2: a pause has no member 'till', only [from, to]"));
    }

    @Test
    void a_refusal_is_an_answer_and_a_case_that_cannot_be_read_is_told_with_its_place() throws IOException {
        Path file = file(
                monday("reversed", "elapsed", "10:00:00", "\"end\":\"2024-03-04T09:00:00Z\",\"expected\":0"),
                "{\"id\":\"closed\",\"tz\":\"UTC\",\"week\":{},\"op\":\"isOpen\",\"start\":\"2024-03-04T09:00:00Z\",\"expected\":false}",
                "{\"id\":",
                monday("odd", "divine", "10:00:00", "\"expected\":0"),
                monday("late", "deadline", "10:00:00", "\"amountSeconds\":\"60\",\"expected\":0"),
                monday("when", "isOpen", "25:00:00", "\"expected\":true"));
        assertThat(run(file, folder.resolve("none.jsonl"))).isEqualTo(3);
        assertThat(out.toString())
                .contains("actual    refused: A range must not be reversed")
                .contains("actual    refused: calendar 'closed' is refused: it never opens")
                .endsWith("2 cases: 0 agree, 2 differ, 0 without an expected answer\n");
        assertThat(err.toString().lines().toList())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).startsWith(file + ":3: no JSON"))
                .anySatisfy(line -> assertThat(line).isEqualTo(file + ":4: op divine is none that calendars answer"))
                .anySatisfy(
                        line -> assertThat(line).contains(":5: amountSeconds must be a whole number, but is \"60\""))
                .anySatisfy(line -> assertThat(line).contains(":6: start cannot be read: Text '2024-03-04T25:00:00Z'"))
                .anySatisfy(line -> assertThat(line).contains("none.jsonl cannot be read"));
    }
}

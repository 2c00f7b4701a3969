package dev.incidentkit.fuzzing;

import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.dmn.DmnWriter;
import dev.incidentkit.rules.format.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Files that each reader knows, taken from the tests of the modules, and damaged copies of them. */
final class FuzzSeeds {
    private static final Path RULES = Path.of("../incident-rules/src/test/resources");
    private static final Path EVENTS = Path.of("../incident-json/src/test/resources/golden/0.1");
    private static final Path FINDINGS = Path.of("src/test/resources/findings");
    private static final String[] PIECES = {
        "\n",
        "|",
        ";",
        ",",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        "<",
        ">",
        "&a;",
        "<!DOCTYPE x>",
        ": ",
        "- ",
        "*a",
        "&a ",
        "!!x ",
        "\u0000",
        "\ufeff",
        "\u2028",
        "\ud83d\udd25",
        "\\u0000",
        "\\ud800",
        "null",
        "true",
        "-1",
        "9223372036854775808",
        "1e999",
        "PT999999999999H",
        "+1000000000-01-01T00:00:00Z",
        "2026-02-30T25:61:61Z",
        "RRULE:FREQ=SECONDLY",
        "{}".repeat(50),
        "[".repeat(100),
        "x".repeat(5_000)
    };

    private static final String TABLE = """
            ## routing : first, complete

            | id | severity | category          | age   | -> team |
            |----|----------|-------------------|-------|---------|
            | R1 | SEV1     | -                 | -     | MAJOR   |
            | R2 | -        | database          | >= 4h | DBA_L2  |
            | R3 | -        | database, network | -     | OPS     |
            | R9 | -        | -                 | -     | DESK    |
            """;

    private FuzzSeeds() {}

    private static RuleTable routing() {
        return FuzzTarget.reader().readMarkdown("routing.md", TABLE).table("routing");
    }

    static List<byte[]> of(FuzzTarget target) {
        return switch (target) {
            case MARKDOWN -> List.of(text(TABLE));
            case CSV -> List.of(text(TableWriter.csv(routing())));
            case DMN ->
                List.of(text(DmnWriter.write("routing", List.of(routing())).xml()));
            case DMN_MODEL ->
                List.of(bytes(RULES.resolve("formats/routing.dmn")), bytes(RULES.resolve("formats/chain.dmn")));
            case DMN_CASES -> List.of(text("""
                    <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase">
                      <modelName>routing.dmn</modelName>
                      <testCase id="001"><inputNode name="severity"><value>SEV1</value></inputNode>
                        <resultNode name="routing"><expected><value>MAJOR</value></expected></resultNode></testCase>
                    </testCases>
                    """));
            case YAML -> List.of(text("""
                    definition: support
                    extends: itil
                    slas:
                      support:
                        preset: itil
                        zone: Europe/Zurich
                        targets:
                          RESPONSE:
                            goals: {P1: 10m}
                    closure: {after: 72h}
                    """));
            case EVENTS -> records();
            case EXPORT -> List.of(text("{}\n"), text("{\"incident\":\"INC-1\",\"sequence\":1}\n"));
            case ICALENDAR -> List.of(text("""
                    BEGIN:VCALENDAR
                    VERSION:2.0
                    PRODID:-//x//y//EN
                    BEGIN:VEVENT
                    UID:1
                    DTSTART;VALUE=DATE:20261225
                    RRULE:FREQ=YEARLY
                    SUMMARY:Christmas
                    END:VEVENT
                    END:VCALENDAR
                    """.replace("\n", "\r\n")));
        };
    }

    /** Each golden event behind the one that begins a record. */
    private static List<byte[]> records() {
        String first = line(EVENTS.resolve("incident.reported.json"));
        return files(EVENTS).stream()
                .filter(file -> file.toString().endsWith(".json"))
                .map(file -> text(first + "\n" + line(file) + "\n"))
                .toList();
    }

    private static String line(Path file) {
        String type = file.getFileName().toString().replace(".json", "");
        return type + " " + new String(bytes(file), StandardCharsets.UTF_8).strip();
    }

    /** What a fuzzer once found, kept so that it stays mended. */
    static List<byte[]> findings(FuzzTarget target) {
        Path folder = FINDINGS.resolve(target.name());
        return Files.exists(folder)
                ? files(folder).stream().map(FuzzSeeds::bytes).toList()
                : List.of();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A few changes: cut, doubled, inserted, overwritten, or a byte that is no text. */
    static byte[] damaged(byte[] seed, Random random) {
        StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.UTF_8));
        for (int i = 1 + random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.insert(at, text.substring(at, to));
                default -> text.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        byte[] bytes = text(text.toString());
        if (bytes.length > 0 && random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    static List<byte[]> written(Path folder, FuzzTarget target) throws IOException {
        List<byte[]> seeds = new ArrayList<>(of(target));
        Files.createDirectories(folder);
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
        return seeds;
    }
}

package dev.incidentkit.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.rules.dmn.DmnModel;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Damaged and random files give tables or findings, never another exception, and soon. */
class FuzzTest {
    private static final Map<String, Integer> OUTCOMES = new TreeMap<>();
    private static final String[] PIECES = {
        "|",
        "##",
        " : ",
        "->",
        "\n",
        "\r",
        ";",
        ",",
        "\"",
        "[",
        "]",
        "(",
        ")",
        "..",
        "not(",
        "<",
        ">=",
        "=",
        "!",
        "\\",
        "@",
        "</rule>",
        "<rule>",
        "&lt;",
        "&x;",
        "<![CDATA[",
        "<!--",
        "<!DOCTYPE d>",
        "null",
        "-",
        "1-2",
        "\u0000",
        "\ud800",
        "9".repeat(50),
        "1e9999",
        "PT",
        "P1Y",
        "x".repeat(5_000),
        "hitPolicy=\"X\"",
        "first",
        "complete",
        " x ",
        "id"
    };

    @AfterContainer
    static void both_outcomes_occurred_in_every_format() {
        System.out.println("Outcomes of fuzzing: " + OUTCOMES);
        assertThat(OUTCOMES.keySet())
                .contains("md read", "md refused", "csv read", "csv refused", "dmn read", "dmn refused", "xml refused");
    }

    private static String damaged(String file, Random random) {
        StringBuilder text = new StringBuilder(file);
        int changes = random.nextInt(4) + (random.nextInt(5) == 0 ? 30 : 0);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.insert(at, text.substring(at, to));
                default -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
            }
        }
        return text.toString();
    }

    private interface Reading {
        void run();
    }

    private static void reads(String format, Reading reading) {
        long begin = System.nanoTime();
        try {
            reading.run();
            OUTCOMES.merge(format + " read", 1, Integer::sum);
        } catch (TableFormatException e) {
            OUTCOMES.merge(format + " refused", 1, Integer::sum);
            assertThat(e.findings())
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.describe()).startsWith("RULES-"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Property
    void a_damaged_markdown_file_gives_tables_or_findings(@ForAll long seed) {
        String file = damaged(Samples.file("routing.md"), new Random(seed));
        reads("md", () -> TableReader.of(Samples.routingSchema()).readMarkdown("fuzz.md", file));
    }

    @Property
    void a_damaged_csv_file_gives_tables_or_findings(@ForAll long seed) {
        String file = damaged(Samples.file("routing.csv"), new Random(seed));
        reads("csv", () -> TableReader.of(Samples.routingSchema()).readCsv("fuzz.csv", file));
    }

    @Property
    void a_damaged_model_gives_tables_or_findings(@ForAll long seed) {
        String file = damaged(Samples.file("routing.dmn"), new Random(seed));
        reads("dmn", () -> DmnModel.readPartly("fuzz.dmn", file, ReadLimits.defaults()));
        reads("dmn", () -> TableReader.of(Samples.routingSchema()).readDmn("fuzz.dmn", file));
    }

    @Property
    void random_text_is_refused_with_findings(@ForAll String text, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder file = new StringBuilder(text);
        for (int i = random.nextInt(40); i > 0; i--) {
            file.append(PIECES[random.nextInt(PIECES.length)]);
        }
        reads("xml", () -> DmnModel.readPartly("fuzz.dmn", file.toString(), ReadLimits.defaults()));
        reads("text", () -> TableReader.of(Samples.routingSchema()).readCsv("fuzz.csv", file.toString()));
        reads("text", () -> TableReader.of(Samples.routingSchema()).readMarkdown("fuzz.md", file.toString()));
    }
}

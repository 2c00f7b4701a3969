package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Damaged files give a definition or findings, never an exception, and soon. */
class DefinitionFuzzTest {
    private static final List<String> NAMES = List.of("support.yaml", "tables.md", "escalation.csv");
    private static final Map<String, Integer> OUTCOMES = new TreeMap<>();
    private static final String[] PIECES = {
        ": ",
        "\n",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "|\n",
        ">\n",
        "\"",
        "'",
        "#",
        "%",
        "@",
        "---\n",
        "...\n",
        "? ",
        "<<: ",
        "null",
        "~",
        "\t",
        "  ",
        "\u0000",
        "\ud800",
        "\\x",
        "1e999",
        "PT",
        "99999999999",
        "24:00",
        "2026-13-45",
        " of ",
        "always",
        "all",
        "not",
        "has",
        "x".repeat(9_000),
        "[".repeat(40),
        "definition",
        "extends: support.yaml\n",
        "../",
        "priority",
        "atLeast",
        "\u2028",
        "\ufeff"
    };

    @AfterContainer
    static void both_outcomes_occurred() {
        System.out.println("Outcomes of fuzzing definitions: " + OUTCOMES);
        assertThat(OUTCOMES.keySet()).contains("read", "refused");
    }

    private static byte[] damaged(String file, Random random) {
        StringBuilder text = new StringBuilder(file);
        int changes = 1 + random.nextInt(3) + (random.nextInt(5) == 0 ? 30 : 0);
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
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Property
    void a_damaged_definition_gives_a_definition_or_findings(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, byte[]> files = new HashMap<>();
        for (String name : NAMES) {
            String text = Files.text(Files.path("support/" + name));
            boolean damage = name.equals("support.yaml") || random.nextInt(4) == 0;
            files.put(name, damage ? damaged(text, random) : text.getBytes(StandardCharsets.UTF_8));
        }
        long begin = System.nanoTime();
        DefinitionResult read = DefinitionFiles.standard().read("support.yaml", Files.of(files));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        OUTCOMES.merge(read.definition().isPresent() ? "read" : "refused", 1, Integer::sum);
        assertThat(read.findings())
                .allSatisfy(finding -> assertThat(finding.describe()).matches("(?s)(CONFIG|RULES)-\\d{3} .*"));
        assertThat(read.definition().isPresent())
                .isEqualTo(read.findings().stream()
                        .noneMatch(finding -> finding.level() == DefinitionFinding.Level.ERROR));
    }
}

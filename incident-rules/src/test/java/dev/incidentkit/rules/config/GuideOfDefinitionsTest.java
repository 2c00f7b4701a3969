package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example of the guide is read, and its tables have every key and word that readers know. */
class GuideOfDefinitionsTest {
    private static final Path GUIDE = Path.of("..", "docs", "definitions.md");
    private static final String OPENING = "```yaml\n";

    private static final String ALL = """
            ## teams : first

            | id | tier | -> team |
            |----|------|---------|
            | R1 | GOLD | PREMIUM |
            | R9 | -    | DESK    |

            ## agreements : first, complete

            | id | tier | -> sla   |
            |----|------|----------|
            | S1 | GOLD | gold     |
            | S9 | -    | standard |

            ## escalation : rule order

            | id | signal  | vip  | -> escalation |
            |----|---------|------|---------------|
            | E1 | AT_RISK | true | duty          |
            """;

    private static final String SELECTIONS = """
            ## criteria : first

            | id | service | -> newCategory |
            |----|---------|----------------|
            | C1 | vpn     | network/vpn    |

            ## models : first

            | id | category    | -> model   |
            |----|-------------|------------|
            | M1 | network/vpn | vpn outage |
            """;

    private static final String PRIORITY = """
            ## triage : impact x urgency -> newPriority

            | impact \\ urgency | HIGH | MEDIUM | LOW |
            |------------------|------|--------|-----|
            | HIGH             | P1   | P2     | P3  |
            | MEDIUM           | P2   | P3     | P4  |
            | LOW              | P3   | P4     | P5  |
            """;

    private static List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        String guide = Files.text(GUIDE);
        int at = guide.indexOf(OPENING);
        while (at >= 0) {
            int end = guide.indexOf("```", at + OPENING.length());
            blocks.add(guide.substring(at + OPENING.length(), end));
            at = guide.indexOf(OPENING, end);
        }
        return blocks;
    }

    /** A file has the tables that are asked of it and no others, or it is refused. */
    private static String tables(String block) {
        return block.contains("modelSelection: {table") ? SELECTIONS : ALL;
    }

    @Test
    void every_block_is_read_without_an_error() {
        assertThat(blocks()).hasSizeGreaterThan(6);
        for (String block : blocks()) {
            String file = block.startsWith("definition:") ? block : "definition: part\nextends: itil\n" + block;
            DefinitionResult read = DefinitionFiles.standard()
                    .read(
                            "guide.yaml",
                            Files.of(
                                    "guide.yaml",
                                    file,
                                    "tables/all.md",
                                    tables(block),
                                    "tables/priority.md",
                                    PRIORITY));
            assertThat(read.definition()).as(block + "\n" + read.describe()).isPresent();
        }
    }
}

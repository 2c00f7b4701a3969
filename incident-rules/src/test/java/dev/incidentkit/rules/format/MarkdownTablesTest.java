package dev.incidentkit.rules.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTablesTest {
    private static List<MarkdownTables.Table> read(String document) {
        return MarkdownTables.read("doc.md", document.getBytes(StandardCharsets.UTF_8), ReadLimits.defaults());
    }

    @Test
    void tables_come_with_their_heading_lines_and_columns() {
        List<MarkdownTables.Table> tables = read("""
                # Title

                ## First
                | a | b |
                |---|---|
                | 1 | <x> \\| y |
                | 2 |

                ```
                | no | table |
                |----|-------|
                ```
                """);

        assertThat(tables).singleElement().satisfies(table -> {
            assertThat(table.heading()).isEqualTo("First");
            assertThat(table.header()).extracting(MarkdownTables.Cell::text).containsExactly("a", "b");
            assertThat(table.rows()).extracting(MarkdownTables.Row::line).containsExactly(6, 7);
            assertThat(table.rows().get(0).cells())
                    .containsExactly(new MarkdownTables.Cell("1", 3), new MarkdownTables.Cell("<x> | y", 7));
            assertThat(table.rows().get(1).cells()).hasSize(1);
        });
    }

    @Test
    void a_row_below_an_empty_line_is_refused_and_not_lost() {
        assertThatThrownBy(() -> read("""
                        ## First
                        | a | b |
                        |---|---|
                        | 1 | 2 |

                        | 3 | 4 |
                        """))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("stands outside the table above");
    }

    @Test
    void a_document_past_the_limits_or_without_text_is_refused_with_its_name() {
        assertThatThrownBy(() -> MarkdownTables.read(
                        "doc.md", new byte[100], ReadLimits.defaults().withMaxBytes(10)))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContainingAll("doc.md", "100 bytes");
        assertThatThrownBy(() -> MarkdownTables.read("doc.md", new byte[] {(byte) 0xff}, ReadLimits.defaults()))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("not UTF-8");
    }
}

package dev.incidentkit.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.dmn.DmnExport;
import dev.incidentkit.rules.dmn.DmnWriter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

class RoundTripTest {
    private static final Map<String, Integer> DRAWN = AnyTables.counts();

    @AfterContainer
    static void every_kind_was_drawn() {
        System.out.println("Drawn in round trips: " + DRAWN);
        assertThat(DRAWN.keySet())
                .contains("UNIQUE", "PRIORITY", "COLLECT_SUM", "RULE_ORDER", "output left out", "dmn", "dmn refused")
                .contains(
                        "ScaleType", "EnumType", "TextType", "DecimalType", "DurationType", "MonthsType", "InstantType")
                .contains("Any", "IsNull", "Is", "AnyOf", "Not", "Compare", "Interval", "Prefix");
    }

    @Property
    void what_is_written_as_markdown_reads_back_as_the_same_table(@ForAll long seed) {
        RuleTable table = new AnyTables(seed, DRAWN).table();

        RuleTable read = TableReader.of(table.schema())
                .readMarkdown("any.md", TableWriter.markdown(table))
                .table(table.schema().name());

        same(table, read);
    }

    @Property
    void what_is_written_as_csv_reads_back_as_the_same_table(@ForAll long seed) {
        RuleTable table = new AnyTables(seed, DRAWN).table();
        char separator = ";,\t".charAt((int) Math.floorMod(seed, 3L));

        RuleTable read = TableReader.of(table.schema())
                .readCsv("any.csv", TableWriter.csv(separator, List.of(table)))
                .table(table.schema().name());

        same(table, read);
    }

    @Property
    void what_dmn_can_say_reads_back_as_the_same_table(@ForAll long seed) {
        RuleTable table = new AnyTables(seed, DRAWN).table();
        DmnExport export;
        try {
            export = DmnWriter.write("any", List.of(table));
        } catch (TableFormatException e) {
            DRAWN.merge("dmn refused", 1, Integer::sum);
            assertThat(e.findings()).anyMatch(finding -> finding.code() == FormatCode.EXPORT);
            return;
        }
        boolean changed = export.warnings().stream()
                .anyMatch(warning -> warning.message().contains("is written as")
                        || warning.message().contains("part of a second"));
        if (changed) {
            DRAWN.merge("dmn changed", 1, Integer::sum);
            return;
        }
        DRAWN.merge("dmn", 1, Integer::sum);

        RuleTable read = TableReader.of(table.schema())
                .readDmn("any.dmn", export.xml())
                .table(table.schema().name());

        assertThat(read.hash()).isEqualTo(table.hash());
    }

    private static void same(RuleTable table, RuleTable read) {
        assertThat(read.hash()).isEqualTo(table.hash());
        assertThat(read.schema().isComplete()).isEqualTo(table.schema().isComplete());
        assertThat(read.rules().stream().map(Rule::note).toList())
                .isEqualTo(table.rules().stream().map(Rule::note).toList());
    }
}

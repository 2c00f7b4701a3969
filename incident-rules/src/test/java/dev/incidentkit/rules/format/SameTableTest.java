package dev.incidentkit.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.dmn.DmnWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SameTableTest {
    private final TableReader reader = TableReader.of(Samples.routingSchema());

    private Stream<RuleTable> allForms() {
        return Stream.of(
                Samples.routing(),
                reader.readMarkdown("routing.md", Samples.file("routing.md")).table("routing"),
                reader.readCsv("routing.csv", Samples.file("routing.csv")).table("routing"),
                reader.readDmn("routing.dmn", Samples.file("routing.dmn")).table("routing"));
    }

    @Test
    void one_table_has_one_version_in_java_markdown_csv_and_dmn() {
        assertThat(allForms().map(RuleTable::hash))
                .hasSize(4)
                .containsOnly(Samples.routing().hash());
    }

    @Test
    void one_table_decides_alike_in_every_form() {
        List<CompiledTable> compiled = allForms().map(CompiledTable::of).toList();
        for (String severity : List.of("SEV1", "SEV3")) {
            for (String category : List.of("database", "network", "security", "sap", "printing")) {
                for (Samples.Region region : Samples.Region.values()) {
                    for (int hours = 0; hours < 10; hours++) {
                        Map<String, Object> ticket = Map.of(
                                "severity",
                                Scale.SEVERITY.level(severity),
                                "category",
                                category,
                                "region",
                                region,
                                "vip",
                                hours % 2 == 0,
                                "age",
                                Duration.ofHours(hours));
                        assertThat(compiled)
                                .extracting(
                                        table -> table.decide(table.key(ticket)).rule())
                                .as("%s", ticket)
                                .containsOnly(compiled.get(0)
                                        .decide(compiled.get(0).key(ticket))
                                        .rule());
                    }
                }
            }
        }
    }

    @Test
    void the_files_are_what_the_writers_write() {
        assertThat(Samples.file("routing.md")).endsWith(TableWriter.markdown(complete()));
        assertThat(Samples.file("routing.csv").replace("\r\n", "\n"))
                .isEqualTo(TableWriter.csv(complete()).replace("\r\n", "\n"));
        assertThat(Samples.file("routing.dmn"))
                .isEqualTo(
                        DmnWriter.write("routing", List.of(Samples.routing())).xml());
    }

    private RuleTable complete() {
        return reader.readMarkdown("routing.md", Samples.file("routing.md")).table("routing");
    }
}

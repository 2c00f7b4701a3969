package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Urgency;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three forms of a report hold the same figures, and what hosts name things cannot break them. */
class ReportFormsTest {
    private static final IncidentReport REPORT = SmallReport.report();
    private static final String EVIL = "</script><img src=x onerror=alert(1)>\"'&";

    private static IncidentReport evil() {
        ReportFold fold = ReportFold.of(SmallReport.plan().titled(EVIL, "=" + EVIL));
        fold.add(Story.of(
                        "=cmd" + EVIL,
                        "2026-01-10T10:00:00Z",
                        new Category("=cmd" + EVIL),
                        new Impact("<b>" + EVIL, 0),
                        new Urgency("-x" + EVIL, 0))
                .priority("2026-01-10T10:00:00Z", new Priority("<i>" + EVIL, 0))
                .resolve("2026-01-10T12:00:00Z")
                .events());
        return fold.report();
    }

    @Test
    void json_holds_every_value_of_every_section_with_what_it_is_of() {
        JsonNode json = new JsonMapper().readTree(REPORT.json());

        assertThat(json.get("title").stringValue()).isEqualTo("Six incidents");
        assertThat(json.get("as_of").stringValue()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(json.get("sections")).hasSize(REPORT.sections().size());
        for (int i = 0; i < REPORT.sections().size(); i++) {
            ReportSection section = REPORT.sections().get(i);
            JsonNode written = json.get("sections").get(i);
            assertThat(written.get("id").stringValue()).isEqualTo(section.id());
            assertThat(written.get("n").longValue()).isEqualTo(section.basis().n());
            for (int j = 0; j < section.rows().size(); j++) {
                row(section, section.rows().get(j), written.get("rows").get(j));
            }
        }
    }

    private static void row(ReportSection section, ReportRow row, JsonNode written) {
        assertThat(written.get(section.head()).stringValue()).isEqualTo(row.name());
        if (row.basis() != null) {
            assertThat(written.get("population").longValue())
                    .isEqualTo(row.basis().population());
        }
        for (int k = 0; k < row.values().size(); k++) {
            ReportValue value = row.values().get(k);
            JsonNode node = written.get(section.columns().get(k));
            BigDecimal number = value.number();
            if (value.kind() == ValueKind.TEXT) {
                assertThat(node.stringValue()).isEqualTo(value.text());
            } else if (number == null) {
                assertThat(node.isNull()).isTrue();
            } else {
                assertThat(node.decimalValue()).isEqualByComparingTo(number);
            }
        }
    }

    @Test
    void a_page_holds_the_licences_of_what_draws_its_charts() {
        assertThat(REPORT.html())
                .contains(
                        "Licensed to the Apache Software Foundation (ASF)",
                        "Copyright (c) 2017, Baidu Inc.",
                        "Copyright 2010-2016 Mike Bostock",
                        "Redistributions in binary form must reproduce the above copyright notice");
    }

    @Test
    void csv_holds_every_value_on_a_line_with_what_it_is_of() throws Exception {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(REPORT.csv())) {
            List<NamedCsvRecord> lines = csv.stream().toList();
            assertThat(lines)
                    .hasSize(REPORT.sections().stream()
                            .mapToInt(section ->
                                    section.rows().size() * section.columns().size())
                            .sum());
            NamedCsvRecord line = lines.stream()
                    .filter(each -> each.getField("section").equals("resolution")
                            && each.getField("row").equals("all")
                            && each.getField("column").equals("median"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.getField("value")).isEqualTo("21600000");
            assertThat(line.getField("unit")).isEqualTo("ms");
            assertThat(line.getField("n")).isEqualTo("3");
            assertThat(line.getField("population")).isEqualTo("6");
            assertThat(line.getField("excluded")).isEqualTo("cancelled=1; no RESOLVED=2");
        }
    }

    @Test
    void names_of_hosts_are_text_in_every_form() throws Exception {
        IncidentReport evil = evil();
        String html = evil.html();
        String outside = html.replaceAll("(?s)<script>.*?</script>", "");

        assertThat(outside).doesNotContain("<img", "<b>", "<i>", "</script><");
        assertThat(new JsonMapper().readTree(evil.json()).get("title").stringValue())
                .isEqualTo(EVIL);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(evil.csv())) {
            assertThat(csv.stream())
                    .allMatch(line -> !line.getField("row").startsWith("=")
                            && !line.getField("value").startsWith("=")
                            && !line.getField("row").startsWith("-"));
        }
    }

    @Test
    void no_personal_data_is_in_any_form() {
        assertThat(REPORT.html() + REPORT.json() + REPORT.csv()).doesNotContain("cleo", "Cleo", "printer");
    }

    @Test
    void the_page_refers_to_nothing_outside_itself() {
        String html = REPORT.html().replaceAll("(?s)<script>.*?</script>", "");

        assertThat(html)
                .doesNotContain("<link", "<iframe", "@import", "url(http", "src=")
                .contains("default-src 'none'");
        Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(html);
        while (links.find()) {
            assertThat(links.group(1)).startsWith("#");
        }
        // names of XML spaces are no places
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
    }

    @Test
    void every_id_of_the_page_is_there_once_and_every_link_leads_somewhere() {
        String html = REPORT.html().replaceAll("(?s)<script.*?</script>", "").replaceAll("(?s)<style>.*?</style>", "");
        Set<String> ids = new HashSet<>();
        Matcher all = Pattern.compile(" id=\"([^\"]*)\"").matcher(html);
        while (all.find()) {
            assertThat(ids.add(all.group(1))).as(all.group(1)).isTrue();
        }
        Matcher links = Pattern.compile("href=\"#([^\"]*)\"").matcher(html);
        while (links.find()) {
            assertThat(ids).contains(links.group(1));
        }
    }

    @Test
    void the_same_incidents_give_the_same_page() {
        assertThat(SmallReport.report().html()).isEqualTo(REPORT.html());
    }

    @Test
    void shares_are_never_rounded_to_all_or_nothing() {
        assertThat(ReportValue.share(new BigDecimal("0.999999")).text()).isEqualTo("over 99.9 %");
        assertThat(ReportValue.share(new BigDecimal("0.000001")).text()).isEqualTo("under 0.1 %");
        assertThat(ReportValue.share(BigDecimal.ONE).text()).isEqualTo("100.0 %");
        assertThat(ReportValue.share(BigDecimal.ZERO).text()).isEqualTo("0.0 %");
        assertThat(ReportValue.time(BigDecimal.TEN).text()).isEqualTo("under 1 s");
        assertThat(ReportValue.score(new BigDecimal("4.25")).text()).isEqualTo("4.3");
        assertThat(ReportValue.money(new BigDecimal("12345678")).text()).isEqualTo("1,234.57");
    }
}

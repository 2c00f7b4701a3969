package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.PriorityMatrix;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every section of a report of six incidents, reckoned by hand from the table in {@link SmallReport}. */
class SmallReportTest {
    private static final IncidentReport REPORT = SmallReport.report();

    private static List<String> texts(String section, String row) {
        return REPORT.section(section).row(row).values().stream()
                .map(ReportValue::text)
                .toList();
    }

    private static String basis(String section, String row) {
        return Objects.requireNonNull(REPORT.section(section).row(row).basis()).text();
    }

    @Test
    void the_large_figures() {
        assertThat(texts("summary", "Reported")).containsExactly("6");
        assertThat(texts("summary", "Open")).containsExactly("3"); // C, which is not closed, D and F
        assertThat(basis("summary", "Open")).isEqualTo("n = 3 of 6; left out: ended before 3");
        assertThat(texts("summary", "Acknowledged after (median)")).containsExactly("37 min 30 s"); // 5, 15, 60, 60
        assertThat(texts("summary", "Resolved after (median)")).containsExactly("6 h"); // 2, 6, 24
        assertThat(basis("summary", "Resolved after (median)"))
                .isEqualTo("n = 3 of 6; left out: cancelled 1, no RESOLVED 2");
        assertThat(texts("summary", "Reopened")).containsExactly("33.3 %"); // C of A, B, C
    }

    @Test
    void the_trend_by_month() {
        assertThat(REPORT.section("trend").columns()).containsExactly("reported", "ended", "backlog");
        assertThat(texts("trend", "2026-01")).containsExactly("2", "2", "0");
        assertThat(texts("trend", "2026-02")).containsExactly("4", "1", "3");
        assertThat(texts("resolution-trend", "2026-01")).containsExactly("4 h", "6 h", "6 h", "6 h");
        assertThat(texts("resolution-trend", "2026-02")).containsExactly("1 d", "1 d", "1 d", "1 d");
        assertThat(basis("resolution-trend", "2026-02")).isEqualTo("n = 1 of 4; left out: cancelled 1, no RESOLVED 2");
    }

    @Test
    void the_age_of_the_backlog() {
        // D is 19 days old, F 14 hours, C 28 days
        assertThat(texts("ageing", "P3")).containsExactly("1", "0", "0", "1", "0", "9 d 19 h", "19 d");
        assertThat(texts("ageing", "P5")).containsExactly("0", "0", "0", "1", "0", "28 d", "28 d");
        assertThat(texts("ageing", "all")).containsExactly("1", "0", "0", "2", "0", "19 d", "28 d");
    }

    @Test
    void the_service_level() {
        // met A; missed B; C met its 4 hours at first (3 h), and missed them with the 2 h after it was reopened;
        // D and F run and are late; E was cancelled
        assertThat(texts("compliance", "gold/RESOLUTION")).containsExactly("1", "2", "1", "0", "2", "20.0 %");
        assertThat(texts("compliance", "gold/RESOLUTION, P1")).containsExactly("1", "1", "0", "0", "0", "50.0 %");
        assertThat(texts("compliance", "gold/RESOLUTION, P3")).containsExactly("0", "0", "0", "0", "2", "0.0 %");
        assertThat(texts("compliance-trend", "2026-01, gold/RESOLUTION"))
                .containsExactly("1", "1", "0", "0", "0", "50.0 %");
    }

    @Test
    void categories_in_the_order_of_their_counts() {
        assertThat(REPORT.section("categories").rows())
                .extracting(ReportRow::name)
                .containsExactly("net/vpn", "disk", "net/lan");
        assertThat(texts("categories", "net/vpn")).containsExactly("3", "50.0 %", "50.0 %");
        assertThat(texts("categories", "disk")).containsExactly("2", "33.3 %", "83.3 %");
        assertThat(texts("categories", "net/lan")).containsExactly("1", "16.7 %", "100.0 %");
    }

    @Test
    void categories_past_those_that_are_told_are_told_together() {
        ReportFold fold = ReportFold.of(SmallReport.plan().withCategories(1, 1));
        SmallReport.records().forEach(fold::add);
        ReportSection categories = fold.report().section("categories");

        assertThat(categories.rows()).extracting(ReportRow::name).containsExactly("net", "others (1)");
        assertThat(categories.value("net", "incidents").text()).isEqualTo("4");
        assertThat(categories.value("others (1)", "cumulative share").text()).isEqualTo("100.0 %");
    }

    @Test
    void the_matrix_with_its_counts_and_what_differs_from_it() {
        assertThat(texts("matrix", "HIGH")).containsExactly("2", "0", "1");
        assertThat(texts("matrix", "MEDIUM")).containsExactly("0", "0", "0");
        assertThat(texts("matrix", "LOW")).containsExactly("0", "0", "3");
        assertThat(REPORT.section("matrix").value("HIGH", "LOW").note()).isEqualTo("P3");
        assertThat(REPORT.section("other-priorities").rows()).hasSize(1);
        assertThat(texts("other-priorities", "LOW x LOW")).containsExactly("P5", "P3", "1");
    }

    @Test
    void priorities_the_most_severe_first() {
        assertThat(REPORT.section("priorities").rows())
                .extracting(ReportRow::name)
                .containsExactly("P1", "P3", "P5");
        assertThat(texts("priorities", "P5")).containsExactly("2", "33.3 %");
        assertThat(texts("resolution", "P1")).containsExactly("4 h", "4 h", "6 h", "6 h", "6 h");
        assertThat(texts("resolution", "P3")).containsOnly("\u2013");
    }

    @Test
    void how_often_incidents_went_each_way() {
        ReportSection lifecycle = REPORT.section("lifecycle");
        Map<String, String> expected = Map.of(
                "(begins) to NEW", "6",
                "NEW to IN_PROGRESS", "4",
                "NEW to CANCELLED", "1",
                "IN_PROGRESS to ON_HOLD", "1",
                "ON_HOLD to IN_PROGRESS", "1",
                "IN_PROGRESS to RESOLVED", "4",
                "RESOLVED to IN_PROGRESS", "1",
                "RESOLVED to CLOSED", "2");
        assertThat(lifecycle.rows()).hasSize(expected.size());
        expected.forEach((row, times) ->
                assertThat(lifecycle.value(row, "times").text()).as(row).isEqualTo(times));
        assertThat(lifecycle.rows()).allMatch(row -> row.values().get(2).text().equals("yes"));
    }

    @Test
    void the_slowest_with_their_timelines() {
        assertThat(REPORT.section("slowest").rows()).extracting(ReportRow::name).containsExactly("C", "B");
        assertThat(texts("slowest", "C"))
                .containsExactly("P5", "net/lan", "Sun 1 Feb 2026 10:00", "Mon 2 Feb 2026 10:00", "1 d", "RESOLUTION");
        assertThat(REPORT.section("slowest").pictures()).hasSize(2).allSatisfy(picture -> {
            assertThat(Pictures.parse(picture.svg()).getDocumentElement().getAttribute("role"))
                    .isEqualTo("img");
        });
        assertThat(REPORT.section("slowest").basis().text())
                .isEqualTo("n = 3 of 6; left out: cancelled 1, no RESOLVED 2");
    }

    @Test
    void times_and_rates_with_their_formulas() {
        assertThat(texts("times", "MTTA")).startsWith("35 min").endsWith("ACKNOWLEDGED - REPORTED");
        // A 1 h 30 min, B 1 h + 2 h + 0 h: from start to hold and from resume to resolution, ended incidents only
        assertThat(texts("times", "Time in status: IN_PROGRESS")).startsWith("2 h 15 min", "2 h 15 min", "3 h");
        assertThat(texts("times", "Waiting: VENDOR")).startsWith("2 h");
        assertThat(texts("rates", "Reassignment rate")).startsWith("0", "5", "0.0 %");
        assertThat(texts("amounts", "CSAT")).startsWith("\u2013");
    }

    @Test
    void a_report_of_nothing_says_so() {
        IncidentReport empty = ReportFold.of(SmallReport.plan()).report();

        assertThat(empty.section("summary").value("Reported", "value").text()).isEqualTo("\u2013");
        assertThat(empty.html()).contains("There is nothing to show here.");
        assertThat(empty.json()).contains("\"n\" : 0");
        assertThat(empty.csv()).startsWith("section,row,column,value,unit,n,population,excluded");
    }

    @Test
    void what_took_effect_after_the_report_is_refused() {
        ReportFold fold = ReportFold.of(
                ReportPlan.of(SmallReport.definition(), SmallReport.AS_OF.minusSeconds(86_400 * 60L), ZoneOffset.UTC));

        assertThatThrownBy(() -> fold.add(SmallReport.records().get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-12-31T10:00:00Z")
                .hasMessageContaining("2026-01-10T13:00:00Z");
    }

    @Test
    void plans_out_of_bounds_are_refused() {
        ReportPlan plan = SmallReport.plan();
        assertThatThrownBy(() -> plan.withSlowest(51)).hasMessageContaining("51");
        assertThatThrownBy(() -> plan.withCategories(0, 5)).hasMessageContaining("0");
        assertThatThrownBy(() -> plan.withCategories(1, 201)).hasMessageContaining("201");
        assertThat(plan.withMatrix(PriorityMatrix.itil3x3()).matrix()).isEqualTo(PriorityMatrix.itil3x3());
    }

    @Test
    void names_that_are_not_there_are_told() {
        assertThatThrownBy(() -> REPORT.section("weather"))
                .hasMessageContaining("weather")
                .hasMessageContaining("trend");
        ReportSection trend = REPORT.section("trend");
        assertThatThrownBy(() -> trend.row("2027-01")).hasMessageContaining("2026-01");
        assertThatThrownBy(() -> trend.value("2026-01", "mood")).hasMessageContaining("backlog");
    }
}

package dev.incidentkit.report;

import dev.incidentkit.report.internal.Page;
import dev.incidentkit.report.internal.template.JtereportGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a report as one page. */
final class ReportHtml {
    private static final int HEATS = 5;
    private static final Page.Chart NO_CHART = new Page.Chart("", "", "");

    private ReportHtml() {}

    static String write(IncidentReport report) {
        Page page = new Page(
                report.title(),
                facts(report),
                resource("report.css"),
                library(),
                resource("report.js"),
                ReportJson.charts(report),
                report.sections().stream().map(ReportHtml::section).toList());
        StringOutput out = new StringOutput();
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(out), null, page);
        return out.toString();
    }

    /** The charts' script, after the licences of what it includes: each page is a copy of it, which must hold them. */
    private static String library() {
        return "/*\n" + resource("/META-INF/licenses/zrender.txt") + "\n" + resource("/META-INF/licenses/d3.txt")
                + "*/\n" + resource("echarts.common.min.js");
    }

    private static List<Page.Fact> facts(IncidentReport report) {
        List<Page.Fact> facts = new ArrayList<>();
        if (!report.source().isEmpty()) {
            facts.add(new Page.Fact("Records", report.source()));
        }
        facts.add(new Page.Fact(
                "As of",
                TimeTexts.full(report.asOf(), report.zone()) + ", "
                        + report.zone().getId()));
        facts.add(new Page.Fact("Definition", report.definition()));
        return facts;
    }

    private static Page.Section section(ReportSection section) {
        Page.Look look = switch (section.id()) {
            case "summary" -> Page.Look.TILES;
            case "matrix" -> Page.Look.HEAT;
            default -> Page.Look.TABLE;
        };
        return new Page.Section(
                section.id(),
                section.title(),
                section.text(),
                look,
                chart(section.chart()),
                table(section, look),
                section.pictures().stream()
                        .map(picture -> new Page.Picture(picture.caption(), picture.svg()))
                        .toList());
    }

    private static Page.Chart chart(@Nullable ReportChart chart) {
        if (chart == null || !showsSomething(chart)) {
            return NO_CHART;
        }
        String style = chart.horizontal() && chart.labels().size() > 6 ? "chart tall" : "chart";
        return new Page.Chart(chart.title(), chart.description(), style);
    }

    /** A chart of nothing but noughts would be an empty frame. */
    private static boolean showsSomething(ReportChart chart) {
        return chart.series().stream()
                .flatMap(series -> series.values().stream())
                .anyMatch(value -> value != null && value.signum() != 0);
    }

    private static Page.Table table(ReportSection section, Page.Look look) {
        List<Page.Cell> columns = new ArrayList<>();
        for (int i = 0; i < section.columns().size(); i++) {
            columns.add(new Page.Cell(section.columns().get(i), "", style(section, i)));
        }
        boolean hasBases = section.hasRowBases() && look == Page.Look.TABLE;
        if (hasBases) {
            columns.add(new Page.Cell("n", "", "number"));
            columns.add(new Page.Cell("left out", "", "words"));
        }
        BigDecimal most = look == Page.Look.HEAT ? most(section) : BigDecimal.ZERO;
        List<Page.Row> rows = new ArrayList<>();
        for (ReportRow row : section.rows()) {
            List<Page.Cell> cells = new ArrayList<>();
            for (ReportValue value : row.values()) {
                String style = look == Page.Look.HEAT ? "heat" + heat(value, most) : style(value);
                cells.add(new Page.Cell(value.text(), value.note(), style));
            }
            ReportBasis basis = row.basis() == null ? section.basis() : row.basis();
            if (hasBases) {
                cells.add(new Page.Cell(ReportValue.count(basis.n()).text(), "", "number"));
                cells.add(new Page.Cell(basis.left().isEmpty() ? "nothing" : basis.left(), "", "words small"));
            }
            rows.add(new Page.Row(row.name(), row.basis() == null ? "" : basis.text(), cells));
        }
        String caption = hasBases
                ? section.title()
                : section.title() + ", " + section.basis().text();
        return new Page.Table(caption, section.head(), columns, rows);
    }

    private static String style(ReportSection section, int column) {
        return section.rows().isEmpty()
                ? "number"
                : style(section.rows().get(0).values().get(column)).replace(" small", "");
    }

    private static String style(ReportValue value) {
        return value.kind() == ValueKind.TEXT ? "words small" : "number";
    }

    private static BigDecimal most(ReportSection section) {
        BigDecimal most = BigDecimal.ZERO;
        for (ReportRow row : section.rows()) {
            for (ReportValue value : row.values()) {
                most = value.number() == null ? most : most.max(value.number());
            }
        }
        return most;
    }

    /** 0 for nothing, 1 to 5 for a fifth of the most each. */
    private static int heat(ReportValue value, BigDecimal most) {
        BigDecimal number = value.number();
        if (number == null || number.signum() == 0) {
            return 0;
        }
        return Math.max(1, (int) Math.ceil(HEATS * number.doubleValue() / most.doubleValue()));
    }

    private static String resource(String name) {
        try (InputStream in = ReportHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " cannot be read", e);
        }
    }
}

package dev.incidentkit.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes a report as JSON, and its charts for the script of the page. */
final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes over several lines, for those who read it. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    static String write(IncidentReport report) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
            new ReportJson(json).report(report);
        }
        return out.append('\n').toString();
    }

    /** Only the charts, without a character that could end the element of the page that holds them. */
    static String charts(IncidentReport report) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            ReportJson writer = new ReportJson(json);
            for (ReportSection section : report.sections()) {
                if (section.chart() != null) {
                    writer.chart(section.id(), section.chart());
                }
            }
            json.writeEndObject();
        }
        return out.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private void report(IncidentReport report) {
        json.writeStartObject();
        json.writeStringProperty("form", "incident-report/1");
        json.writeStringProperty("title", report.title());
        json.writeStringProperty("source", report.source());
        json.writeStringProperty("definition", report.definition());
        json.writeStringProperty("as_of", report.asOf().toString());
        json.writeStringProperty("zone", report.zone().getId());
        json.writeArrayPropertyStart("sections");
        report.sections().forEach(this::section);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void section(ReportSection section) {
        json.writeStartObject();
        json.writeStringProperty("id", section.id());
        json.writeStringProperty("title", section.title());
        json.writeStringProperty("text", section.text());
        basis(section.basis());
        json.writeArrayPropertyStart("rows");
        for (ReportRow row : section.rows()) {
            json.writeStartObject();
            json.writeStringProperty(section.head(), row.name());
            for (int i = 0; i < row.values().size(); i++) {
                value(section.columns().get(i), row.values().get(i));
            }
            basis(row.basis());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void value(String name, ReportValue value) {
        if (value.kind() == ValueKind.TEXT) {
            json.writeStringProperty(name, value.text());
        } else {
            number(name, value.number());
        }
        if (!value.note().isEmpty()) {
            json.writeStringProperty(name + " note", value.note());
        }
    }

    private void number(String name, @Nullable BigDecimal number) {
        json.writeName(name);
        number(number);
    }

    private void number(@Nullable BigDecimal number) {
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    private void basis(@Nullable ReportBasis basis) {
        if (basis == null) {
            return;
        }
        json.writeNumberProperty("n", basis.n());
        json.writeNumberProperty("population", basis.population());
        json.writeObjectPropertyStart("excluded");
        basis.excluded().forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    private void chart(String id, ReportChart chart) {
        json.writeObjectPropertyStart(id);
        json.writeBooleanProperty("horizontal", chart.horizontal());
        texts("labels", chart.labels());
        json.writeArrayPropertyStart("series");
        for (ReportChart.Series series : chart.series()) {
            json.writeStartObject();
            json.writeStringProperty("name", series.name());
            json.writeStringProperty("mark", series.mark().name());
            json.writeStringProperty("axis", series.axis().name());
            json.writeStringProperty("tone", series.tone().name());
            json.writeArrayPropertyStart("values");
            series.values().forEach(this::number);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}

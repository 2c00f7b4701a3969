package dev.incidentkit.testkit.coverage;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a result as a page of HTML that is well-formed XML too; the JDK's writer escapes all texts. */
final class CoverageHtml {
    /** Colours of their own for dark screens; never and hit differ in words too, not by colour alone. */
    private static final String STYLE = """
            :root { color-scheme: light dark; --hit: #d3efd3; --never: #fbd5d2; --line: #9aa0a6; --head: #f1f3f4 }
            @media (prefers-color-scheme: dark) {
              :root { --hit: #1d4d2b; --never: #6e2420; --line: #5f6368; --head: #2d2f31 }
            }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em }
            h2 { font-size: 1.1em; margin-top: 2em }
            .scroll { overflow-x: auto }
            table { border-collapse: collapse }
            th, td { border: 1px solid var(--line); padding: .25em .6em; text-align: left }
            th { background: var(--head) }
            .hit { background: var(--hit) }
            .never { background: var(--never); font-weight: 600 }
            """;

    private final XMLStreamWriter out;
    private final CoverageResult result;

    private CoverageHtml(XMLStreamWriter out, CoverageResult result) {
        this.out = out;
        this.result = result;
    }

    static String of(CoverageResult result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new CoverageHtml(out, result).page();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The page of '" + result.summary() + "' cannot be written", e);
        }
        return text.toString();
    }

    private void page() throws XMLStreamException {
        out.writeDTD("<!DOCTYPE html>");
        out.writeStartElement("html");
        out.writeAttribute("lang", "en");
        out.writeStartElement("head");
        out.writeEmptyElement("meta");
        out.writeAttribute("charset", "utf-8");
        out.writeEmptyElement("meta");
        out.writeAttribute("name", "viewport");
        out.writeAttribute("content", "width=device-width, initial-scale=1");
        element("title", "Rule coverage");
        element("style", STYLE);
        out.writeEndElement();
        out.writeStartElement("body");
        element("h1", "Rule coverage");
        element("p", result.summary());
        for (CoverageSheet sheet : result.sheets()) {
            sheet(sheet);
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void sheet(CoverageSheet sheet) throws XMLStreamException {
        element("h2", sheet.title());
        out.writeStartElement("div");
        out.writeAttribute("class", "scroll");
        out.writeStartElement("table");
        out.writeStartElement("tr");
        for (String column : sheet.header()) {
            out.writeStartElement("th");
            out.writeAttribute("scope", "col");
            out.writeCharacters(column);
            out.writeEndElement();
        }
        out.writeEndElement();
        for (CoverageSheet.Row row : sheet.rows()) {
            row(row);
        }
        out.writeEndElement();
        out.writeEndElement();
    }

    private void row(CoverageSheet.Row row) throws XMLStreamException {
        out.writeStartElement("tr");
        for (String cell : row.cells()) {
            element("td", cell);
        }
        for (CoverageSheet.Spot spot : row.spots()) {
            long hits = result.hits(spot.item());
            out.writeStartElement("td");
            out.writeAttribute("class", hits == 0 ? "never" : "hit");
            out.writeCharacters((spot.label().isEmpty() ? "" : spot.label() + ": ") + (hits == 0 ? "never" : hits));
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}

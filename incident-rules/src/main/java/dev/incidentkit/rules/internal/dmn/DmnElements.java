package dev.incidentkit.rules.internal.dmn;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented elements. Attributes come as names and values in turn; one with an empty value is left out. */
final class DmnElements {
    private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private final XMLStreamWriter out;
    private int depth;
    private boolean opened;

    DmnElements(XMLStreamWriter out) {
        this.out = out;
    }

    void begin(String id, String name) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeCharacters("\n");
        out.writeStartElement("definitions");
        out.writeDefaultNamespace(MODEL);
        out.writeNamespace("dmndi", "https://www.omg.org/spec/DMN/20191111/DMNDI/");
        out.writeNamespace("dc", "http://www.omg.org/spec/DMN/20180521/DC/");
        out.writeNamespace("di", "http://www.omg.org/spec/DMN/20180521/DI/");
        out.writeAttribute("id", id);
        out.writeAttribute("name", name);
        out.writeAttribute("namespace", "https://incidentkit.dev/rules");
        depth = 1;
        opened = true;
    }

    void end() throws XMLStreamException {
        close();
        out.writeCharacters("\n");
        out.writeEndDocument();
        out.flush();
    }

    void open(String name, String... attributes) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        attributes(attributes);
        depth++;
        opened = true;
    }

    void leaf(String name, String... attributes) throws XMLStreamException {
        line();
        out.writeEmptyElement(name);
        attributes(attributes);
        opened = false;
    }

    void text(String name, String content) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        out.writeCharacters(plain(content));
        out.writeEndElement();
        opened = false;
    }

    void close() throws XMLStreamException {
        depth--;
        if (!opened) {
            line();
        }
        out.writeEndElement();
        opened = false;
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.writeAttribute(attributes[i], plain(attributes[i + 1]));
            }
        }
    }

    /** XML has no way to hold controls and halves of surrogate pairs; in cells they are escaped before. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed =
                    c == '\n' || c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF));
            plain.appendCodePoint(allowed ? c : 0xFFFD);
        });
        return plain.toString();
    }
}

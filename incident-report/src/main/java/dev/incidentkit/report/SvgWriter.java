package dev.incidentkit.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes SVG, one element a line, through the JDK's own XML writer, which escapes. Characters that XML cannot hold, and
 * those that turn the direction of the text around them, are shown as U+FFFD. Used by one thread, once.
 */
final class SvgWriter {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int REPLACEMENT = 0xFFFD;

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    SvgWriter() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The JDK's XML writer cannot be made", e);
        }
    }

    /** Writes to the writer; memory cannot fail. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    private SvgWriter write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The JDK's XML writer refused an element of the picture", e);
        }
        return this;
    }

    /**
     * Opens the picture.
     *
     * @param id the id of the root; the ids of its parts begin with it
     * @param width in pixels
     * @param height in pixels
     * @param title the title, which is what a reader hears first
     * @param description all that the picture says, as text
     */
    SvgWriter picture(String id, double width, double height, String title, String description) {
        write(() -> {
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "svg");
            xml.writeDefaultNamespace(NAMESPACE);
        });
        attributes(
                "id",
                id,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + number(width) + " " + number(height));
        return told(id + "-title", "title", title).told(id + "-desc", "desc", description);
    }

    private SvgWriter told(String id, String element, String text) {
        return open(element, "id", id).text(text).close();
    }

    /** Opens an element with attributes, given as names and values in turn. */
    SvgWriter open(String name, Object... attributes) {
        write(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement(NAMESPACE, name);
        });
        return attributes(attributes);
    }

    /** Writes an element without content. */
    SvgWriter leaf(String name, Object... attributes) {
        write(() -> {
            xml.writeCharacters("\n");
            xml.writeEmptyElement(NAMESPACE, name);
        });
        return attributes(attributes);
    }

    private SvgWriter attributes(Object... attributes) {
        return write(() -> {
            for (int i = 0; i < attributes.length; i += 2) {
                Object value = attributes[i + 1];
                String text = value instanceof Number n ? number(n.doubleValue()) : value.toString();
                xml.writeAttribute(attributes[i].toString(), clean(text));
            }
        });
    }

    SvgWriter text(String text) {
        return write(() -> xml.writeCharacters(clean(text)));
    }

    /** Closes the innermost element. */
    SvgWriter close() {
        return write(xml::writeEndElement);
    }

    /** A line of text that takes exactly the room that was reckoned for it, whatever the font. */
    SvgWriter line(String text, double x, double y, double width, String classes) {
        if (text.isBlank()) {
            return this;
        }
        open("text", "x", x, "y", y, "class", classes);
        if (text.codePointCount(0, text.length()) > 1) {
            attributes("textLength", width, "lengthAdjust", "spacingAndGlyphs");
        }
        return text(text.replace('\n', ' ').replace('\t', ' ')).close();
    }

    /** What a pointing device shows for the element that is open. */
    SvgWriter tooltip(String text) {
        return write(() -> xml.writeStartElement(NAMESPACE, "title")).text(text).close();
    }

    /** Closes the picture. */
    String finish() {
        write(() -> {
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.flush();
        });
        return out.toString();
    }

    /** A length with at most one decimal, always with a point. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The text with what a picture may not hold replaced. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isShown(c) ? c : REPLACEMENT).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Whether a character is one that a picture may hold. */
    static boolean isShown(int c) {
        boolean line = c == '\n' || c == '\t';
        boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
        boolean lone = c >= 0xD800 && c <= 0xDFFF;
        return line || !(turning || control || lone || (c & 0xFFFE) == 0xFFFE);
    }
}

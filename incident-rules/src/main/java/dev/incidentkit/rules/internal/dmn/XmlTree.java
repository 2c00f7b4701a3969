package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.internal.dmn.XmlElement.Spot;
import dev.incidentkit.rules.internal.grid.GridException;
import dev.incidentkit.rules.internal.grid.SourceText;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML into a tree of elements, by a recipe that survives hostile files: the platform's own parser whatever lies on
 * the class path, no document type, no entities but the five of XML and characters by number, nothing fetched from
 * anywhere, bounded depth, size and number of elements. What only draws a diagram is skipped.
 */
public final class XmlTree {
    private static final int MAX_ELEMENTS = 500_000;
    private static final Set<String> SKIPPED = Set.of("DMNDI");

    private final XMLStreamReader reader;
    private final ReadLimits limits;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    /** An element whose end is not yet read. */
    private static final class Open {
        private final String namespace;
        private final String name;
        private final Map<String, String> attributes;
        private final Spot spot;
        private final Spot textSpot;
        private final List<XmlElement> children = new ArrayList<>(2);
        private final StringBuilder text = new StringBuilder(0);

        private Open(XMLStreamReader reader, Map<String, String> attributes, Spot spot, Spot textSpot) {
            this.namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
            this.name = reader.getLocalName();
            this.attributes = attributes;
            this.spot = spot;
            this.textSpot = textSpot;
        }

        private XmlElement close() {
            String content = children.isEmpty() ? text.toString() : "";
            return new XmlElement(namespace, name, attributes, List.copyOf(children), content, spot, textSpot);
        }
    }

    private XmlTree(XMLStreamReader reader, ReadLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * Reads a document.
     *
     * @param source the document; its declared encoding is ignored, because it is text already
     * @param limits the limits
     * @return its root
     * @throws GridException if it is not well-formed, has a document type or entities, or exceeds a limit
     */
    public static XmlElement read(SourceText source, ReadLimits limits) throws GridException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(source.text()));
            try {
                return new XmlTree(reader, limits).run();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location place = e.getLocation();
            throw new GridException(
                    FormatCode.XML,
                    place == null ? 0 : Math.max(0, place.getLineNumber()),
                    place == null ? 0 : Math.max(0, place.getColumnNumber()),
                    "this is not well-formed XML: " + firstLine(e));
        }
    }

    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int detail = message.indexOf("Message: ");
        String text = detail < 0 ? message : message.substring(detail + "Message: ".length());
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 200) + "...";
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read, but it asks for '" + systemId + "'");
        });
        return factory;
    }

    private XmlElement run() throws XMLStreamException, GridException {
        Spot before = new Spot(1, 1);
        while (reader.hasNext()) {
            int event = reader.next();
            Spot after = spot();
            XmlElement root = accept(event, before, after);
            if (root != null) {
                expectNothingMore();
                return root;
            }
            before = after;
        }
        throw refused(before, "the document has no element");
    }

    private @org.jspecify.annotations.Nullable XmlElement accept(int event, Spot before, Spot after)
            throws XMLStreamException, GridException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(before, after);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
            case XMLStreamConstants.DTD ->
                throw refused(before, "a document type (<!DOCTYPE ...>) is refused, for safety; delete it");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw refused(
                        before, "the entity '&" + reader.getLocalName() + ";' is not known; write the text itself");
            case XMLStreamConstants.END_ELEMENT -> {
                XmlElement closed = open.pop().close();
                if (open.isEmpty()) {
                    return closed;
                }
                open.element().children.add(closed);
            }
            default -> {} // comments and processing instructions say nothing to a model
        }
        return null;
    }

    private void start(Spot before, Spot after) throws XMLStreamException, GridException {
        if (SKIPPED.contains(reader.getLocalName())) {
            skip();
            return;
        }
        if (open.size() == limits.maxDepth()) {
            throw new GridException(
                    FormatCode.LIMIT,
                    before.line(),
                    before.column(),
                    "elements stand inside each other deeper than " + limits.maxDepth());
        }
        count(before);
        open.push(new Open(reader, attributes(), before, after));
    }

    private void count(Spot at) throws GridException {
        if (++elements > MAX_ELEMENTS) {
            throw new GridException(
                    FormatCode.LIMIT,
                    at.line(),
                    at.column(),
                    "the document has more than " + MAX_ELEMENTS + " elements");
        }
    }

    private void skip() throws XMLStreamException, GridException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                count(spot());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw refused(spot(), "the entity '&" + reader.getLocalName() + ";' is not known");
            }
            if (depth > limits.maxDepth()) {
                throw refused(spot(), "elements stand inside each other deeper than " + limits.maxDepth());
            }
        }
    }

    private Map<String, String> attributes() {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String prefix = reader.getAttributePrefix(i);
            String name = reader.getAttributeLocalName(i);
            attributes.put(
                    prefix == null || prefix.isEmpty() ? name : prefix + ':' + name, reader.getAttributeValue(i));
        }
        return attributes;
    }

    private void characters() {
        if (!open.isEmpty() && open.element().children.isEmpty()) {
            open.element().text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    /** Reads to the end, so that a document that is broken after its root is refused too. */
    private void expectNothingMore() throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private Spot spot() {
        Location place = reader.getLocation();
        return new Spot(Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()));
    }

    private static GridException refused(Spot at, String problem) {
        return new GridException(FormatCode.XML, at.line(), at.column(), problem);
    }
}

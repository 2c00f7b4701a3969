package dev.incidentkit.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads pictures back. */
final class Pictures {
    private Pictures() {}

    /** Parses a picture with a parser that takes no document type and fetches nothing. */
    static Document parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("The picture is not XML: " + svg, e);
        }
    }

    static List<Element> elements(Document picture, String name) {
        NodeList nodes = picture.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The lines of text of a class, in order. */
    static List<String> texts(Document picture, String className) {
        return elements(picture, "text").stream()
                .filter(text -> List.of(text.getAttribute("class").split(" ")).contains(className))
                .map(Element::getTextContent)
                .toList();
    }

    /** The lines of text that have a tooltip around them: the labels of arrows. */
    static List<String> labels(Document picture) {
        return elements(picture, "text").stream()
                .filter(text -> text.getAttribute("class").equals("label"))
                .filter(text -> ((Element) text.getParentNode())
                                .getElementsByTagName("title")
                                .getLength()
                        == 1)
                .filter(text -> !((Element) text.getParentNode()).hasAttribute("transform"))
                .map(Element::getTextContent)
                .toList();
    }
}

package dev.incidentkit.rules.internal.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML document.
 *
 * @param namespace its namespace, empty if it has none
 * @param name its local name
 * @param attributes the values by local name, prefixed ones by {@code prefix:name}
 * @param children its child elements in their order
 * @param text the characters directly in it, not stripped; empty if it has child elements
 * @param spot where it begins
 * @param textSpot where its content begins
 */
public record XmlElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        Spot spot,
        Spot textSpot) {
    /**
     * A place in a document.
     *
     * @param line from 1
     * @param column from 1
     */
    public record Spot(int line, int column) {}

    /**
     * The value of an attribute.
     *
     * @param attribute its name
     * @return the value, stripped; empty if it is not there
     */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /**
     * The first child of a name.
     *
     * @param child the local name
     * @return the child, or empty
     */
    public Optional<XmlElement> child(String child) {
        return children.stream().filter(element -> element.name.equals(child)).findFirst();
    }

    /**
     * All children of a name.
     *
     * @param child the local name
     * @return the children in their order
     */
    public List<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }
}

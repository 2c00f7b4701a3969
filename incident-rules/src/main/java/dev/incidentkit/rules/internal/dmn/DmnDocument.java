package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.grid.GridException;
import dev.incidentkit.rules.internal.grid.RawCell;
import dev.incidentkit.rules.internal.grid.SourceText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A DMN document with its parts by name and id. What stands at its top level and says nothing to tables is named as a
 * warning, what would change a decision as an error; nothing is dropped silently.
 */
public final class DmnDocument {
    private static final Set<String> NAMESPACES = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");
    private static final Set<String> READ =
            Set.of("decision", "inputData", "itemDefinition", "businessKnowledgeModel", "DMNDI");
    private static final Set<String> DECIDING = Set.of("import", "decisionService");

    private final SourceText source;
    private final XmlElement root;
    private final Findings findings;
    private final Map<String, XmlElement> byId = new HashMap<>();
    private final Map<String, XmlElement> types = new LinkedHashMap<>();

    private DmnDocument(SourceText source, XmlElement root, Findings findings) {
        this.source = source;
        this.root = root;
        this.findings = findings;
    }

    /**
     * Reads a document.
     *
     * @param content the XML in UTF-8
     * @param limits the limits
     * @param findings where faults are added
     * @return the document
     * @throws GridException if it is no DMN, or cannot be read at all
     */
    public static DmnDocument read(byte[] content, ReadLimits limits, Findings findings) throws GridException {
        SourceText source = SourceText.decode(content, limits);
        XmlElement root = XmlTree.read(source, limits);
        if (!root.name().equals("definitions") || !NAMESPACES.contains(root.namespace())) {
            throw new GridException(
                    FormatCode.NOT_DMN,
                    root.spot().line(),
                    root.spot().column(),
                    "this is no DMN model of version 1.1 to 1.5: its root is '" + root.name() + "' of namespace '"
                            + root.namespace() + "'");
        }
        DmnDocument document = new DmnDocument(source, root, findings);
        document.index(root);
        document.topLevel(limits);
        return document;
    }

    private void index(XmlElement element) {
        String id = element.attribute("id");
        if (!id.isEmpty() && NAMESPACES.contains(element.namespace())) {
            XmlElement earlier = byId.putIfAbsent(id, element);
            if (earlier != null) {
                findings.line(
                        FormatCode.DMN_STRUCTURE,
                        element.spot().line(),
                        Where.FILE,
                        "the id '" + id + "' of this " + element.name() + " stands in line "
                                + earlier.spot().line() + " already");
            }
        }
        element.children().forEach(this::index);
    }

    private void topLevel(ReadLimits limits) throws GridException {
        Map<String, Integer> ignored = new LinkedHashMap<>();
        Map<String, Integer> firstLines = new HashMap<>();
        int tables = 0;
        for (XmlElement element : root.children()) {
            String name = element.name();
            if (name.equals("itemDefinition")) {
                types.putIfAbsent(element.attribute("name"), element);
            } else if (DECIDING.contains(name)) {
                deciding(element);
            } else if (!READ.contains(name) && !isEmpty(element)) {
                ignored.merge(name, 1, Integer::sum);
                firstLines.putIfAbsent(name, element.spot().line());
            }
            tables += READ.contains(name) && !name.equals("itemDefinition") ? 1 : 0;
            if (tables > limits.maxTables()) {
                throw new GridException(
                        FormatCode.LIMIT,
                        element.spot().line(),
                        0,
                        "the model has more than " + limits.maxTables() + " decisions and inputs");
            }
        }
        ignored.forEach((name, count) -> findings.warn(
                FormatCode.DMN_UNSUPPORTED,
                firstLines.getOrDefault(name, 0),
                Where.FILE,
                name + " was not read" + (count > 1 ? " (" + count + " of them)" : "")
                        + "; it describes, and decides nothing"));
    }

    private static boolean isEmpty(XmlElement element) {
        return element.children().isEmpty()
                && element.text().isBlank()
                && element.attributes().isEmpty();
    }

    private void deciding(XmlElement element) {
        String message = element.name().equals("import")
                ? "import of '" + element.attribute("namespace") + "' was not read: a model is read alone"
                : "decisionService '" + element.attribute("name")
                        + "' was not read; its decisions can be asked by name";
        findings.line(FormatCode.DMN_UNSUPPORTED, element.spot().line(), Where.FILE, message);
    }

    /** {@return the root element} */
    public XmlElement root() {
        return root;
    }

    /** {@return where faults are added} */
    public Findings findings() {
        return findings;
    }

    /**
     * The elements of a kind at the top level.
     *
     * @param name the local name
     * @return the elements in their order
     */
    public List<XmlElement> all(String name) {
        return root.all(name);
    }

    /**
     * The definition of a type.
     *
     * @param name its name
     * @return the element, or null if there is none
     */
    public @org.jspecify.annotations.Nullable XmlElement type(String name) {
        return types.get(name);
    }

    /** {@return the names of the types that the document defines} */
    public List<String> typeNames() {
        return List.copyOf(types.keySet());
    }

    /**
     * The element that a reference names.
     *
     * @param href for example {@code #_1}
     * @return the element, or null if it is not in this document
     */
    public @org.jspecify.annotations.Nullable XmlElement referenced(String href) {
        int hash = href.indexOf('#');
        boolean here = hash == 0 || (hash > 0 && href.substring(0, hash).equals(root.attribute("namespace")));
        return here ? byId.get(href.substring(hash + 1)) : null;
    }

    /**
     * The text of an element, or of its {@code text} child, as a cell with its place.
     *
     * @param element the element
     * @return the cell; empty text if there is none
     */
    public RawCell cell(XmlElement element) {
        XmlElement holder = element.child("text").orElse(element);
        String text = holder.text();
        int line = holder.textSpot().line();
        int column = holder.textSpot().column();
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            boolean newLine = text.charAt(at) == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
            at++;
        }
        String stripped = text.strip();
        return new RawCell(stripped, raw(line, column), line, column);
    }

    private String raw(int line, int column) {
        if (line > source.lines().size()
                || column > source.lines().get(line - 1).length()) {
            return "";
        }
        String rest = source.lines().get(line - 1).substring(column - 1);
        int end = rest.indexOf("</");
        return end < 0 ? rest : rest.substring(0, end);
    }
}

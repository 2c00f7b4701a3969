package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.grid.GridException;
import dev.incidentkit.rules.internal.grid.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads test files of the DMN compatibility kit. */
public final class TckReader {
    private static final String NAMESPACE = "http://www.omg.org/spec/DMN/20160719/testcase";

    private final Findings findings;
    private final String model;
    private final List<Case> cases = new ArrayList<>();

    /**
     * A case.
     *
     * @param id its id
     * @param inputs the given values by name
     * @param expected what is expected
     */
    public record Case(String id, Map<String, @Nullable Object> inputs, List<Expected> expected) {
        /** Copies the list. */
        public Case {
            inputs = Collections.unmodifiableMap(new HashMap<>(inputs));
            expected = List.copyOf(expected);
        }
    }

    /**
     * An expected result.
     *
     * @param decision the decision that is asked
     * @param value its result; null if none
     * @param error whether the kit expects an error beside the null
     */
    public record Expected(String decision, @Nullable Object value, boolean error) {}

    private TckReader(Findings findings, XmlElement root) {
        this.findings = findings;
        this.model = root.child("modelName").map(XmlElement::text).orElse("").strip();
    }

    /**
     * Reads a file.
     *
     * @param file its name, for messages
     * @param content its content in UTF-8
     * @param limits the limits
     * @return what it holds
     * @throws TableFormatException if it is no test file
     */
    public static TckReader read(String file, byte[] content, ReadLimits limits) {
        Findings findings = new Findings(file, limits.maxFindings());
        try {
            XmlElement root = XmlTree.read(SourceText.decode(content, limits), limits);
            if (!root.name().equals("testCases") || !root.namespace().equals(NAMESPACE)) {
                throw new GridException(
                        FormatCode.NOT_DMN, root.spot().line(), 0, "this is no test file of the DMN compatibility kit");
            }
            TckReader reader = new TckReader(findings, root);
            root.all("testCase").forEach(reader::add);
            if (!findings.hasErrors()) {
                return reader;
            }
        } catch (GridException e) {
            findings.grid(e);
        }
        throw new TableFormatException(file, findings.all());
    }

    private void add(XmlElement element) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        for (XmlElement node : element.all("inputNode")) {
            inputs.put(node.attribute("name"), value(node));
        }
        List<Expected> expected = new ArrayList<>();
        for (XmlElement node : element.all("resultNode")) {
            Object value = node.child("expected").map(this::value).orElse(null);
            expected.add(new Expected(
                    node.attribute("name"), value, node.attribute("errorResult").equals("true")));
        }
        cases.add(new Case(element.attribute("id"), inputs, expected));
    }

    private @Nullable Object value(XmlElement holder) {
        List<XmlElement> components = holder.all("component");
        if (!components.isEmpty()) {
            Map<String, @Nullable Object> structure = new HashMap<>();
            components.forEach(component -> structure.put(component.attribute("name"), value(component)));
            return structure;
        }
        if (holder.child("list").isPresent()) {
            List<@Nullable Object> list = new ArrayList<>();
            holder.child("list").get().all("item").forEach(item -> list.add(value(item)));
            return list;
        }
        return holder.child("value").map(this::simple).orElse(null);
    }

    private @Nullable Object simple(XmlElement value) {
        if (value.attribute("xsi:nil").equals("true")) {
            return null;
        }
        String type = value.attribute("xsi:type");
        try {
            return TckValues.parse(type.substring(type.indexOf(':') + 1), value.text());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            findings.line(
                    FormatCode.TYPE_MISMATCH,
                    value.spot().line(),
                    Where.FILE,
                    "'" + value.text().strip() + "' is no " + type);
            return null;
        }
    }

    /** {@return the name of the file of the model, or empty} */
    public String model() {
        return model;
    }

    /** {@return the cases in the order of the file} */
    public List<Case> cases() {
        return List.copyOf(cases);
    }
}

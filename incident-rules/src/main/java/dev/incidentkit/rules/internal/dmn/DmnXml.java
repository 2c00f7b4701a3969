package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.bind.PlainText;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** Writes one model. One use only. */
public final class DmnXml {
    private final String model;
    private final List<RuleTable> tables;
    private final Findings findings;
    private final DmnCells cells;
    private final DmnIds ids = new DmnIds();
    private final IdentityHashMap<Rule, String> ruleIds = new IdentityHashMap<>();
    private final Map<String, String> inputIds = new LinkedHashMap<>();
    private final Map<String, String> inputTypes = new LinkedHashMap<>();
    private final StringWriter text = new StringWriter();
    private final DmnElements xml;

    /**
     * Creates a writer.
     *
     * @param model the name of the model
     * @param tables the tables
     * @param findings where faults are added
     */
    public DmnXml(String model, List<RuleTable> tables, Findings findings) {
        this.model = model;
        this.tables = List.copyOf(tables);
        this.findings = findings;
        this.cells = new DmnCells(findings);
        try {
            this.xml = new DmnElements(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory cannot be written: " + e.getMessage(), e);
        }
    }

    /** {@return the model as XML} */
    public String write() {
        // rows keep their ids before anything else asks for one
        for (RuleTable table : tables) {
            table.rules().forEach(rule -> ruleIds.put(rule, ids.make(rule.id())));
            names(table);
        }
        try {
            document();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory cannot be written: " + e.getMessage(), e);
        }
        return text.toString();
    }

    /** XML would change blanks and controls within names, and so the table. */
    private void names(RuleTable table) {
        Where where = Where.table(table.schema().name());
        name(table.schema().name(), where);
        table.schema().inputs().forEach(input -> name(input.name(), where.column(input.name())));
        table.schema().outputs().forEach(output -> name(output.name(), where.column(output.name())));
        for (Rule rule : table.rules()) {
            name(rule.id(), where.row(rule.id()));
            if (PlainText.hasSpecial(rule.note())) {
                findings.warn(
                        FormatCode.EXPORT, 0, where.row(rule.id()), "XML does not keep all blanks of the row's note");
            }
        }
    }

    private void name(String name, Where where) {
        if (!name.equals(name.strip()) || PlainText.hasSpecial(name)) {
            findings.line(
                    FormatCode.EXPORT,
                    0,
                    where,
                    "the name '" + name + "' begins or ends with a blank, or holds a line break or tab, which XML does"
                            + " not keep");
        }
    }

    private void document() throws XMLStreamException {
        xml.begin(ids.make("definitions"), model);
        List<DmnDiagram.Node> nodes = new ArrayList<>();
        for (RuleTable table : tables) {
            inputs(table.schema());
        }
        for (RuleTable table : tables) {
            nodes.add(decision(table));
        }
        inputData();
        new DmnDiagram(xml, ids).write(nodes, List.copyOf(inputIds.values()));
        xml.end();
    }

    private void inputData() throws XMLStreamException {
        for (Map.Entry<String, String> input : inputIds.entrySet()) {
            xml.open("inputData", "id", input.getValue(), "name", input.getKey());
            xml.leaf(
                    "variable",
                    "id",
                    ids.make("variable_" + input.getValue()),
                    "name",
                    input.getKey(),
                    "typeRef",
                    inputTypes.getOrDefault(input.getKey(), "string"));
            xml.close();
        }
    }

    private void inputs(RuleSchema schema) {
        for (Input<?> input : schema.inputs()) {
            Where where = Where.table(schema.name()).column(input.name());
            String type = typeRef(input.type());
            inputIds.computeIfAbsent(input.name(), name -> ids.make("input_" + name));
            String earlier = inputTypes.putIfAbsent(input.name(), type);
            if (earlier != null && !earlier.equals(type)) {
                findings.warn(
                        FormatCode.EXPORT,
                        0,
                        where,
                        "'" + input.name() + "' is " + type + " here and " + earlier
                                + " in another table of the model");
            }
            if (!input.name().matches("[\\p{L}_][\\p{L}\\p{N}_ ]*+")) {
                findings.warn(
                        FormatCode.EXPORT,
                        0,
                        where,
                        "modelers may take the name '" + input.name() + "' for an expression");
            }
        }
    }

    private DmnDiagram.Node decision(RuleTable table) throws XMLStreamException {
        RuleSchema schema = table.schema();
        String id = ids.make("decision_" + schema.name());
        xml.open("decision", "id", id, "name", schema.name());
        if (schema.outputs().size() == 1) {
            xml.leaf(
                    "variable",
                    "id",
                    ids.make("variable_" + id),
                    "name",
                    schema.name(),
                    "typeRef",
                    typeRef(schema.outputs().get(0).type()));
        }
        Map<String, String> edges = requirements(schema, id);
        table(table);
        xml.close();
        return new DmnDiagram.Node(id, edges);
    }

    /** The inputs that a decision requires, each under the id of the requirement. */
    private Map<String, String> requirements(RuleSchema schema, String id) throws XMLStreamException {
        Map<String, String> edges = new LinkedHashMap<>();
        for (Input<?> input : schema.inputs()) {
            String requirement = ids.make("requirement_" + id);
            String target = inputIds.getOrDefault(input.name(), "");
            edges.put(requirement, target);
            xml.open("informationRequirement", "id", requirement);
            xml.leaf("requiredInput", "href", "#" + target);
            xml.close();
        }
        return edges;
    }

    private void table(RuleTable table) throws XMLStreamException {
        RuleSchema schema = table.schema();
        open(schema);
        for (Input<?> input : schema.inputs()) {
            input(input);
        }
        for (Output<?> output : schema.outputs()) {
            output(output, schema.name());
        }
        for (Rule rule : sorted(table)) {
            rule(schema, rule);
        }
        xml.close();
        if (schema.isComplete()) {
            findings.warn(
                    FormatCode.EXPORT, 0, Where.table(schema.name()), "DMN cannot say that the table must be complete");
        }
    }

    private void open(RuleSchema schema) throws XMLStreamException {
        HitPolicy policy = policy(schema);
        String aggregation = policy.aggregates() ? policy.name().substring("COLLECT_".length()) : "";
        String word = policy.aggregates() ? "COLLECT" : policy.name().replace('_', ' ');
        xml.open(
                "decisionTable",
                "id",
                ids.make("table_" + schema.name()),
                "hitPolicy",
                word,
                "aggregation",
                aggregation);
    }

    private void input(Input<?> input) throws XMLStreamException {
        xml.open("input", "id", ids.make("column_" + input.name()), "label", input.name());
        xml.open("inputExpression", "id", ids.make("expression_" + input.name()), "typeRef", typeRef(input.type()));
        xml.text("text", input.name());
        xml.close();
        values("inputValues", input.type(), input.type().values());
        xml.close();
    }

    private <T> void output(Output<T> output, String table) throws XMLStreamException {
        xml.open(
                "output",
                "id",
                ids.make("column_" + output.name()),
                "label",
                output.name(),
                "name",
                output.name(),
                "typeRef",
                typeRef(output.type()));
        values("outputValues", output.type(), output.allowed());
        T fallback = output.defaultValue();
        if (fallback != null) {
            xml.open("defaultOutputEntry", "id", ids.make("default_" + output.name()));
            xml.text(
                    "text",
                    cells.output(fallback, output.type(), Where.table(table).column(output.name())));
            xml.close();
        }
        xml.close();
    }

    private void values(String element, ColumnType<?> type, List<?> values) throws XMLStreamException {
        if (values.isEmpty() || type instanceof ColumnType.BooleanType) {
            return;
        }
        xml.open(element, "id", ids.make(element));
        xml.text(
                "text",
                values.stream()
                        .map(value -> cells.output(value, type, Where.FILE))
                        .collect(Collectors.joining(",")));
        xml.close();
    }

    private HitPolicy policy(RuleSchema schema) {
        if (!schema.hitPolicy().ranksOutputs()) {
            return schema.hitPolicy();
        }
        HitPolicy written = schema.hitPolicy() == HitPolicy.PRIORITY ? HitPolicy.FIRST : HitPolicy.RULE_ORDER;
        findings.warn(
                FormatCode.EXPORT,
                0,
                Where.table(schema.name()),
                "the hit policy " + schema.hitPolicy() + " is written as " + written
                        + " with the rules sorted by rank, since modelers cannot edit ranked outputs");
        return written;
    }

    private static List<Rule> sorted(RuleTable table) {
        List<Rule> rules = new ArrayList<>(table.rules());
        if (table.schema().hitPolicy().ranksOutputs()) {
            Comparator<Rule> order = Comparator.comparingInt(rule -> 0);
            for (int i = 0; i < table.schema().outputs().size(); i++) {
                List<?> allowed = table.schema().outputs().get(i).allowed();
                int column = i;
                order = order.thenComparingInt(
                        rule -> allowed.indexOf(rule.outputs().get(column)));
            }
            rules.sort(order);
        }
        return rules;
    }

    private void rule(RuleSchema schema, Rule rule) throws XMLStreamException {
        String id = ruleIds.getOrDefault(rule, rule.id());
        Where where = Where.table(schema.name()).row(rule.id());
        xml.open("rule", "id", id, "label", id.equals(rule.id()) ? "" : rule.id());
        if (!rule.note().isEmpty()) {
            xml.text("description", rule.note());
        }
        for (int i = 0; i < rule.conditions().size(); i++) {
            Input<?> input = schema.inputs().get(i);
            xml.open("inputEntry", "id", ids.make(id + "_in" + (i + 1)));
            xml.text("text", cells.condition(rule.conditions().get(i), input, where.column(input.name())));
            xml.close();
        }
        for (int i = 0; i < rule.outputs().size(); i++) {
            Output<?> output = schema.outputs().get(i);
            xml.open("outputEntry", "id", ids.make(id + "_out" + (i + 1)));
            xml.text("text", cells.output(rule.outputs().get(i), output.type(), where.column(output.name())));
            xml.close();
        }
        xml.close();
    }

    private static String typeRef(ColumnType<?> type) {
        if (type instanceof ColumnType.BooleanType) {
            return "boolean";
        } else if (type instanceof ColumnType.IntegerType || type instanceof ColumnType.DecimalType) {
            return "number";
        } else if (type instanceof ColumnType.DurationType) {
            return "dayTimeDuration";
        } else if (type instanceof ColumnType.MonthsType) {
            return "yearMonthDuration";
        } else if (type instanceof ColumnType.DateType) {
            return "date";
        } else if (type instanceof ColumnType.TimeType) {
            return "time";
        }
        boolean moment = type instanceof ColumnType.DateTimeType || type instanceof ColumnType.InstantType;
        return moment ? "dateTime" : "string";
    }
}

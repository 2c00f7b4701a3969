package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.dmn.DmnDecision;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.FormatFinding;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.bind.Near;
import dev.incidentkit.rules.internal.grid.GridException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a whole model: its inputs, its decisions with their requirements, its tables. One use only. */
public final class DmnModelReader {
    private static final Set<String> NO_LOGIC = Set.of(
            "variable",
            "informationRequirement",
            "knowledgeRequirement",
            "authorityRequirement",
            "description",
            "extensionElements",
            "question",
            "allowedAnswers",
            "supportedObjective",
            "impactedPerformanceIndicator",
            "decisionMaker",
            "decisionOwner",
            "usingProcess",
            "usingTask");

    private final ReadLimits limits;
    private final Findings findings;
    private final Map<String, DmnDecision> decisions = new LinkedHashMap<>();
    private final Map<String, DmnEvaluation> evaluations = new HashMap<>();
    private final Map<String, RuleTable> tables = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private String name = "";

    /**
     * Creates a reader.
     *
     * @param file the name of the file, for messages
     * @param limits the limits
     */
    public DmnModelReader(String file, ReadLimits limits) {
        this.limits = limits;
        this.findings = new Findings(file, limits.maxFindings());
    }

    /** {@return where faults are} */
    public Findings findings() {
        return findings;
    }

    /** {@return the name of the model} */
    public String name() {
        return name;
    }

    /** {@return the decisions by name} */
    public Map<String, DmnDecision> decisions() {
        return decisions;
    }

    /** {@return what can be evaluated, by the name of the decision} */
    public Map<String, DmnEvaluation> evaluations() {
        return evaluations;
    }

    /** {@return all tables that could be read, by the name of their decision or knowledge model} */
    public Map<String, RuleTable> tables() {
        return tables;
    }

    /**
     * Reads a model typed by its own definitions.
     *
     * @param content the XML in UTF-8
     */
    public void read(byte[] content) {
        DmnDocument document = document(content);
        if (document == null) {
            return;
        }
        name = document.root().attribute("name");
        DmnTypes types = new DmnTypes(document);
        for (XmlElement decision : document.all("decision")) {
            decision(document, types, decision);
        }
        for (XmlElement knowledge : document.all("businessKnowledgeModel")) {
            knowledge(document, types, knowledge);
        }
        circles();
        if (decisions.isEmpty() && !findings.hasErrors()) {
            findings.line(FormatCode.NO_TABLE, 0, Where.FILE, "the model holds no decision");
        }
    }

    /** The document; null if it cannot be read, which is then among the findings. */
    private @Nullable DmnDocument document(byte[] content) {
        try {
            return DmnDocument.read(content, limits, findings);
        } catch (GridException e) {
            findings.grid(e);
            return null;
        }
    }

    private void decision(DmnDocument document, DmnTypes types, XmlElement decision) {
        String own = decision.attribute("name");
        lines.putIfAbsent(own, decision.spot().line());
        Findings local = new Findings(findings.file(), limits.maxFindings());
        DmnTableReader.Context context = new DmnTableReader.Context(document, types, limits, local);
        List<String> requires = new ArrayList<>();
        DmnScope scope = scope(context, decision, requires);
        DmnType result = type(types, decision, Where.table(own));
        Optional<DmnTable> table = table(context, decision, scope, result);
        local.all().forEach(findings::add);
        if (local.errors() == 0) {
            table.ifPresent(read -> evaluations.put(own, new DmnEvaluation(read)));
        }
        Optional<RuleTable> plain = table.map(DmnTable::table);
        plain.ifPresent(read -> tables.put(own, read));
        List<FormatFinding> refusals = local.all().stream()
                .filter(finding -> finding.level() == FormatFinding.Level.ERROR)
                .toList();
        decisions.putIfAbsent(own, new DmnDecision(own, decision.attribute("id"), plain, requires, refusals));
    }

    /** The table of a decision; empty if it has none that can be read, which is then among the findings. */
    private Optional<DmnTable> table(
            DmnTableReader.Context context, XmlElement decision, DmnScope scope, DmnType result) {
        String own = decision.attribute("name");
        if (refused(context.findings(), own, decision.spot().line())) {
            return Optional.empty();
        }
        Optional<XmlElement> logic = logic(decision);
        int line = logic.orElse(decision).spot().line();
        if (logic.isEmpty()) {
            String message = "the decision has no logic; its value must be given like an input";
            context.findings().warn(FormatCode.DMN_UNSUPPORTED, line, Where.table(own), message);
            return Optional.empty();
        }
        if (!logic.get().name().equals("decisionTable")) {
            String message = unsupported(logic.get());
            context.findings().line(FormatCode.DMN_UNSUPPORTED, line, Where.table(own), message);
            return Optional.empty();
        }
        return new DmnTableReader(context, own, logic.get()).read(scope, result);
    }

    /** Whether a decision has no name, or one that was read before; both are told. */
    private boolean refused(Findings local, String own, int line) {
        Where where = Where.table(own);
        if (own.isEmpty()) {
            local.line(FormatCode.NAME_INVALID, line, where, "a decision has no name");
        } else if (decisions.containsKey(own)) {
            local.line(FormatCode.NAME_REPEATED, line, where, "two decisions have the name '" + own + "'");
        } else {
            return false;
        }
        return true;
    }

    private static Optional<XmlElement> logic(XmlElement decision) {
        return decision.children().stream()
                .filter(child -> !NO_LOGIC.contains(child.name()))
                .findFirst();
    }

    /** The type of the variable of an element; any where there is none. */
    private static DmnType type(DmnTypes types, XmlElement element, Where where) {
        return element.child("variable")
                .map(variable -> types.of(variable.attribute("typeRef"), variable, where))
                .orElse(DmnType.ANY);
    }

    private static String unsupported(XmlElement logic) {
        String text = logic.name().equals("literalExpression")
                ? " " + logic.child("text").map(XmlElement::text).orElse("").strip()
                : "";
        return "this decision is no decision table but '" + logic.name() + "'" + text + ", which is not evaluated";
    }

    private static DmnScope scope(DmnTableReader.Context context, XmlElement decision, List<String> requires) {
        DmnScope scope = new DmnScope();
        Where where = Where.table(decision.attribute("name"));
        for (XmlElement requirement : decision.all("informationRequirement")) {
            for (XmlElement reference : requirement.children()) {
                Optional<XmlElement> required = required(context, reference, where);
                if (required.isPresent()) {
                    String name = required.get().attribute("name");
                    requires.add(name);
                    scope.add(name, type(context.types(), required.get(), where));
                }
            }
        }
        return scope;
    }

    private static Optional<XmlElement> required(DmnTableReader.Context context, XmlElement reference, Where where) {
        String href = reference.attribute("href");
        if (href.isEmpty()) {
            return Optional.empty();
        }
        XmlElement required = context.document().referenced(href);
        if (required == null) {
            context.findings()
                    .line(
                            FormatCode.DMN_REFERENCE,
                            reference.spot().line(),
                            where,
                            "the " + reference.name() + " '" + href + "' is not in this document");
        }
        return Optional.ofNullable(required);
    }

    /** The table of a knowledge model can be verified, though nothing here invokes it. */
    private void knowledge(DmnDocument document, DmnTypes types, XmlElement knowledge) {
        String own = knowledge.attribute("name");
        Where where = Where.table(own);
        Optional<XmlElement> logic = knowledge.child("encapsulatedLogic");
        Optional<XmlElement> table = logic.flatMap(element -> element.child("decisionTable"));
        if (table.isEmpty() || tables.containsKey(own)) {
            findings.line(
                    FormatCode.DMN_UNSUPPORTED,
                    knowledge.spot().line(),
                    where,
                    "the businessKnowledgeModel '" + own + "' is no decision table of a name of its own");
            return;
        }
        DmnScope scope = new DmnScope();
        for (XmlElement parameter : logic.get().all("formalParameter")) {
            scope.add(parameter.attribute("name"), types.of(parameter.attribute("typeRef"), parameter, where));
        }
        DmnTableReader.Context context = new DmnTableReader.Context(document, types, limits, findings);
        new DmnTableReader(context, own, table.get())
                .read(scope, DmnType.ANY)
                .ifPresent(read -> tables.put(own, read.table()));
        findings.warn(
                FormatCode.DMN_UNSUPPORTED,
                knowledge.spot().line(),
                where,
                "the table of the businessKnowledgeModel '" + own + "' can be verified and converted, but not invoked");
    }

    private void circles() {
        Set<String> done = new HashSet<>();
        for (String decision : List.copyOf(decisions.keySet())) {
            circle(decision, new ArrayList<>(), done);
        }
    }

    /** Follows requirements; a decision that requires itself is refused, with the way around. */
    private void circle(String decision, List<String> way, Set<String> done) {
        DmnDecision here = decisions.get(decision);
        if (here == null || done.contains(decision)) {
            return;
        }
        if (way.contains(decision)) {
            refuse(here, way);
            return;
        }
        way.add(decision);
        here.requires().forEach(next -> circle(next, way, done));
        way.remove(way.size() - 1);
        done.add(decision);
    }

    private void refuse(DmnDecision here, List<String> way) {
        String decision = here.name();
        List<String> round = new ArrayList<>(way.subList(way.indexOf(decision), way.size()));
        round.add(decision);
        Findings local = new Findings(findings.file(), 1);
        local.line(
                FormatCode.DMN_REFERENCE,
                lines.getOrDefault(decision, 0),
                Where.table(decision),
                "the decision requires itself: " + String.join(" -> ", round));
        local.all().forEach(findings::add);
        evaluations.remove(decision);
        decisions.put(decision, new DmnDecision(decision, here.id(), here.table(), here.requires(), local.all()));
    }

    /**
     * Reads the tables of a model into declared schemas: a decision of the name of a schema each.
     *
     * @param content the XML in UTF-8
     * @param schemas the schemas by name
     */
    public void read(byte[] content, Map<String, RuleSchema> schemas) {
        DmnDocument document = document(content);
        if (document == null) {
            return;
        }
        DmnTypes types = new DmnTypes(document);
        Set<String> missing = new HashSet<>(schemas.keySet());
        for (XmlElement decision : document.all("decision")) {
            String own = decision.attribute("name");
            RuleSchema schema = schemas.get(own);
            Optional<XmlElement> table = decision.child("decisionTable");
            if (schema == null) {
                undeclared(decision, schemas.keySet());
            } else if (table.isPresent() && missing.remove(own)) {
                DmnTableReader.Context context = new DmnTableReader.Context(document, types, limits, findings);
                new DmnTableReader(context, own, table.get()).read(schema).ifPresent(read -> tables.put(own, read));
            }
        }
        missing.forEach(this::absent);
    }

    private void undeclared(XmlElement decision, Set<String> declared) {
        String own = decision.attribute("name");
        findings.line(
                FormatCode.TABLE_UNKNOWN,
                decision.spot().line(),
                Where.table(own),
                "no table '" + own + "' is declared" + Near.hint(own, List.copyOf(declared)));
    }

    private void absent(String schema) {
        findings.line(
                FormatCode.TABLE_MISSING, 0, Where.table(schema), "the model has no decision table '" + schema + "'");
    }
}

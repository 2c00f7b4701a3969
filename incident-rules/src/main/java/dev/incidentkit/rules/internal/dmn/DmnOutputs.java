package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.CellBinder;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.grid.RawCell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The output columns of a {@code decisionTable}. */
final class DmnOutputs {
    private final DmnDocument document;
    private final DmnTypes types;
    private final Findings findings;
    private final Where where;
    private final XmlElement table;

    DmnOutputs(DmnDocument document, DmnTypes types, Findings findings, Where where, XmlElement table) {
        this.document = document;
        this.types = types;
        this.findings = findings;
        this.where = where;
        this.table = table;
    }

    void add(RuleSchema.Builder schema, HitPolicy policy, DmnType result) {
        List<XmlElement> outputs = table.all("output");
        for (int i = 0; i < outputs.size(); i++) {
            XmlElement output = outputs.get(i);
            String name = name(output, outputs.size(), i);
            DmnType type = type(output, name, outputs.size(), result);
            Optional<Output<?>> column = column(output, i, name, type, policy);
            column.ifPresent(schema::out);
        }
    }

    private String name(XmlElement output, int outputs, int number) {
        String name = output.attribute("name").isEmpty() ? output.attribute("label") : output.attribute("name");
        if (!name.isEmpty()) {
            return name;
        }
        if (outputs > 1) {
            findings.line(
                    FormatCode.DMN_STRUCTURE,
                    output.spot().line(),
                    where,
                    "output " + (number + 1) + " of " + outputs + " has no name");
        }
        String label = table.attribute("outputLabel");
        return label.isEmpty() ? where.table() : label;
    }

    private DmnType type(XmlElement output, String name, int outputs, DmnType result) {
        DmnType own = types.of(output.attribute("typeRef"), output, where.column(name));
        DmnType ofTable = types.of(table.attribute("typeRef"), table, where);
        DmnType whole = ofTable.base() == DmnType.Base.ANY ? result : ofTable;
        DmnType part = whole.components().get(name);
        DmnType inherited = outputs == 1 && part == null ? whole : part == null ? DmnType.ANY : part;
        if (own.base() == DmnType.Base.ANY) {
            return inherited;
        }
        return own.allowed() == null && inherited.allowed() != null
                ? new DmnType(own.base(), inherited.allowed(), own.collection(), own.components())
                : own;
    }

    private Optional<Output<?>> column(XmlElement output, int at, String name, DmnType type, HitPolicy policy) {
        List<RawCell> cells = cells(at);
        DmnType.Base base = DmnColumns.base(type, cells);
        if (base == DmnType.Base.STRUCTURE || (type.collection() && policy.isSingleHit())) {
            findings.line(
                    FormatCode.DMN_TYPE,
                    output.spot().line(),
                    where.column(name),
                    "the output '" + name + "' is a list or a structure; a column holds single values");
            return Optional.empty();
        }
        RawCell allowed = output.child("outputValues")
                .map(document::cell)
                .filter(values -> !values.text().isEmpty())
                .orElse(type.allowed());
        ColumnType<?> columnType = new DmnColumns(findings).type(base, allowed, cells, where.column(name));
        boolean optional = !policy.ranksOutputs()
                && !policy.aggregates()
                && cells.stream()
                        .anyMatch(cell -> cell.text().isEmpty() || cell.text().equals("null"));
        return Optional.of(output(new Place(output, at, allowed), name, columnType, optional, policy));
    }

    /** An output element, its place among the outputs, and its allowed values as they are written; null if all are. */
    private record Place(
            XmlElement element, int at, @Nullable RawCell allowed) {}

    private <T> Output<T> output(Place place, String name, ColumnType<T> type, boolean optional, HitPolicy policy) {
        Output<T> output = new Output<>(name, type, type.values(), null, optional);
        if (policy.ranksOutputs() && output.allowed().isEmpty()) {
            output = output.allowing(ranked(place, output));
        }
        Optional<RawCell> given = place.element().child("defaultOutputEntry").map(document::cell);
        if (given.isEmpty() || given.get().text().isEmpty()) {
            return output;
        }
        CellBinder binder = new CellBinder(CellDialect.DMN);
        Object value = binder.output(given.get().text(), output);
        binder.takeFaults().forEach(fault -> findings.fault(fault, given.get(), where.column(name)));
        @Nullable T cast = value == null ? null : type.cast(value);
        return cast == null ? output : output.otherwise(cast);
    }

    /**
     * Values rank rules as they are listed. Those that are not listed follow as they first appear in the table: DMN leaves
     * open which of two such rules wins.
     */
    private <T> List<T> ranked(Place place, Output<T> output) {
        Set<T> ranked = new LinkedHashSet<>();
        CellBinder binder = new CellBinder(CellDialect.DMN);
        if (place.allowed() != null) {
            CellCondition listed =
                    binder.condition(place.allowed().text(), new Input<>(output.name(), output.type(), false));
            List<CellCondition> tests =
                    listed instanceof CellCondition.AnyOf anyOf ? anyOf.alternatives() : List.of(listed);
            for (CellCondition test : tests) {
                T value = test instanceof CellCondition.Is is ? output.type().cast(is.value()) : null;
                if (value != null) {
                    ranked.add(value);
                }
            }
        }
        for (RawCell cell : cells(place.at())) {
            Object value = cell.text().isEmpty() ? null : binder.output(cell.text(), output);
            T cast = value == null ? null : output.type().cast(value);
            if (cast != null) {
                ranked.add(cast);
            }
        }
        return List.copyOf(ranked);
    }

    private List<RawCell> cells(int column) {
        List<RawCell> cells = new ArrayList<>();
        for (XmlElement rule : table.all("rule")) {
            List<XmlElement> entries = rule.all("outputEntry");
            if (column < entries.size()) {
                cells.add(document.cell(entries.get(column)));
            }
        }
        return cells;
    }
}

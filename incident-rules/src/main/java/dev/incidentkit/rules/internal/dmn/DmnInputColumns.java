package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.bind.Near;
import dev.incidentkit.rules.internal.grid.RawCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The input columns of a {@code decisionTable}. One use only. */
final class DmnInputColumns {
    private final DmnDocument document;
    private final DmnTypes types;
    private final Findings findings;
    private final Where where;
    private final XmlElement table;
    private final DmnColumns columns;
    private final Set<String> names = new HashSet<>();
    private final List<DmnScope.Path> paths = new ArrayList<>();
    private final List<ZoneUse> zones = new ArrayList<>();

    DmnInputColumns(DmnDocument document, DmnTypes types, Findings findings, Where where, XmlElement table) {
        this.document = document;
        this.types = types;
        this.findings = findings;
        this.where = where;
        this.table = table;
        this.columns = new DmnColumns(findings);
    }

    /** Where the values of the columns come from, in their order. */
    List<DmnScope.Path> paths() {
        return paths;
    }

    /** Whether the times of the columns have a zone, in their order. */
    List<ZoneUse> zones() {
        return zones;
    }

    void add(RuleSchema.Builder schema, DmnScope scope) {
        table.all("output").forEach(output -> names.add(output.attribute("name")));
        names.add(table.attribute("outputLabel"));
        names.add(where.table());
        List<XmlElement> inputs = table.all("input");
        for (int i = 0; i < inputs.size(); i++) {
            XmlElement input = inputs.get(i);
            RawCell cell = document.cell(expression(input));
            Optional<DmnScope.Path> path = scope.resolve(cell.text());
            if (path.isPresent()) {
                paths.add(path.get());
                column(input, cell, path.get().type()).ifPresent(schema::in);
            } else {
                unresolved(cell, scope);
            }
        }
    }

    private static XmlElement expression(XmlElement input) {
        return input.child("inputExpression").orElse(input);
    }

    private void unresolved(RawCell cell, DmnScope scope) {
        findings.cell(
                FormatCode.DMN_EXPRESSION,
                cell,
                where,
                "the input '" + cell.text()
                        + "' is no name that this decision requires, and nothing else can be asked"
                        + Near.hint(cell.text(), scope.names()));
    }

    private Optional<Input<?>> column(XmlElement input, RawCell cell, DmnType found) {
        int place = zones.size();
        String name = names.add(cell.text()) ? cell.text() : cell.text() + " (" + (place + 1) + ")";
        names.add(name);
        Where column = where.column(name);
        XmlElement expression = expression(input);
        DmnType declared = types.of(expression.attribute("typeRef"), expression, column);
        DmnType type = declared.base() == DmnType.Base.ANY ? found : declared;
        List<RawCell> entries = entries(place);
        if (type.collection() || type.base() == DmnType.Base.STRUCTURE) {
            String message = "the input '" + name + "' is a list or a structure; a column holds single values";
            findings.cell(FormatCode.DMN_TYPE, cell, column, message);
            return Optional.empty();
        }
        DmnType.Base base = DmnColumns.base(type, entries);
        RawCell allowed = allowed(input, type);
        ColumnType<?> columnType = columns.type(base, allowed, entries, column);
        zones.add(zones(base, allowed, entries, column));
        return Optional.of(new Input<>(name, columnType, true));
    }

    private @Nullable RawCell allowed(XmlElement input, DmnType type) {
        return input.child("inputValues")
                .map(document::cell)
                .filter(values -> !values.text().isEmpty())
                .orElse(type.allowed());
    }

    private ZoneUse zones(DmnType.Base base, @Nullable RawCell allowed, List<RawCell> cells, Where column) {
        boolean times = base == DmnType.Base.TIME || base == DmnType.Base.DATE_TIME;
        if (!times) {
            return ZoneUse.LOCAL;
        }
        boolean unnamed =
                allowed == null && cells.stream().noneMatch(cell -> cell.text().indexOf('"') >= 0);
        if (unnamed) {
            return ZoneUse.EITHER;
        }
        return base == DmnType.Base.TIME && zoned(cells, column) ? ZoneUse.ZONED : ZoneUse.LOCAL;
    }

    private boolean zoned(List<RawCell> cells, Where column) {
        boolean zoned = false;
        boolean local = false;
        for (RawCell cell : cells) {
            if (cell.text().indexOf('"') >= 0) {
                boolean has = DmnColumns.isZoned(cell.text());
                zoned |= has;
                local |= !has;
            }
        }
        if (zoned && local) {
            findings.line(
                    FormatCode.TYPE_MISMATCH,
                    table.spot().line(),
                    column,
                    "some times of this column have a zone and some have none; they cannot be compared");
        }
        return zoned;
    }

    private List<RawCell> entries(int column) {
        List<RawCell> entries = new ArrayList<>();
        for (XmlElement rule : table.all("rule")) {
            List<XmlElement> all = rule.all("inputEntry");
            if (column < all.size()) {
                entries.add(document.cell(all.get(column)));
            }
        }
        return entries;
    }
}

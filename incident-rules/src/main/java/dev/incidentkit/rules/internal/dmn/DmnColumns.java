package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.CellFault;
import dev.incidentkit.rules.internal.bind.ConstantReader;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.cell.CellParser;
import dev.incidentkit.rules.internal.cell.CellSyntaxException;
import dev.incidentkit.rules.internal.cell.CellTest;
import dev.incidentkit.rules.internal.dmn.DmnType.Base;
import dev.incidentkit.rules.internal.grid.RawCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Column types made of the types and allowed values of a DMN model. */
final class DmnColumns {
    private static final Pattern ZONED = Pattern.compile("\\d(?:Z|[+-]\\d{2}:\\d{2}|@[A-Za-z][A-Za-z0-9_/+-]*+)\"");
    private static final Pattern NUMBER = Pattern.compile("[\\[\\](<>=!\\s]*+-?[.\\d].*+", Pattern.DOTALL);

    private final Findings findings;

    DmnColumns(Findings findings) {
        this.findings = findings;
    }

    /**
     * What a column without a type holds, told by its cells.
     *
     * @param declared the declared type
     * @param cells the cells of the column
     * @return the declared type, or one that fits the cells
     */
    static Base base(DmnType declared, List<RawCell> cells) {
        if (declared.base() != Base.ANY) {
            return declared.base();
        }
        for (RawCell cell : cells) {
            Optional<Base> told = told(cell.text());
            if (told.isPresent()) {
                return told.get();
            }
        }
        return Base.STRING;
    }

    private static Optional<Base> told(String cell) {
        String text = cell.startsWith("not(") ? cell.substring("not(".length()).strip() : cell;
        if (text.isEmpty() || text.equals("-") || text.startsWith("null")) {
            return Optional.empty();
        } else if (text.startsWith("true") || text.startsWith("false")) {
            return Optional.of(Base.BOOLEAN);
        } else if (NUMBER.matcher(text).matches()) {
            return Optional.of(Base.NUMBER);
        } else if (text.contains("duration(\"P") || text.contains("@\"P") || text.contains("duration(\"-P")) {
            return Optional.of(text.contains("Y") || text.matches(".*\"-?P\\d+M\".*") ? Base.MONTHS : Base.DURATION);
        } else if (text.contains("date and time(")) {
            return Optional.of(Base.DATE_TIME);
        } else if (text.contains("date(")) {
            return Optional.of(Base.DATE);
        }
        return Optional.of(text.contains("time(") ? Base.TIME : Base.STRING);
    }

    /** Whether a text in a cell names a zone or an offset. */
    static boolean isZoned(String text) {
        return ZONED.matcher(text).find();
    }

    /**
     * The type of a column.
     *
     * @param base what it holds
     * @param allowed the allowed values as they are written; null if all are
     * @param cells the cells of the column, which tell whether its times have zones
     * @param where what of a table is spoken of
     * @return the type
     */
    ColumnType<?> type(Base base, @Nullable RawCell allowed, List<RawCell> cells, Where where) {
        return switch (base) {
            case NUMBER, INTEGER -> number(base, allowed, where);
            case BOOLEAN -> plain(new ColumnType.BooleanType(), allowed, where);
            case DATE -> plain(new ColumnType.DateType(), allowed, where);
            case TIME -> plain(new ColumnType.TimeType(), allowed, where);
            case DATE_TIME ->
                plain(
                        cells.stream().anyMatch(cell -> isZoned(cell.text()))
                                ? new ColumnType.InstantType()
                                : new ColumnType.DateTimeType(),
                        allowed,
                        where);
            case DURATION ->
                plain(
                        new ColumnType.DurationType(ColumnType.MAX_DURATION.negated(), ColumnType.MAX_DURATION),
                        allowed,
                        where);
            case MONTHS -> plain(new ColumnType.MonthsType(), allowed, where);
            default -> text(allowed, where);
        };
    }

    private ColumnType<?> plain(ColumnType<?> type, @Nullable RawCell allowed, Where where) {
        if (allowed != null && !allowed.text().isEmpty() && !(type instanceof ColumnType.BooleanType)) {
            notEnforced(allowed, where);
        }
        return type;
    }

    private void notEnforced(RawCell allowed, Where where) {
        findings.warning(
                new CellFault(
                        FormatCode.DMN_UNSUPPORTED,
                        "these allowed values are not enforced: only lists of texts and one closed range of numbers are",
                        0,
                        allowed.text().length()),
                allowed,
                where);
    }

    private ColumnType<?> text(@Nullable RawCell allowed, Where where) {
        return new ColumnType.TextType(allowed == null ? List.of() : texts(allowed, where));
    }

    /** The texts of a list of allowed values; empty if it is none, which is said. */
    List<String> texts(RawCell allowed, Where where) {
        List<String> texts = new ArrayList<>();
        for (CellTest test : tests(allowed, where)) {
            if (test instanceof CellTest.Comparison equal
                    && equal.operator() == CellTest.Operator.EQUAL
                    && equal.literal().kind() == dev.incidentkit.rules.internal.cell.CellLiteral.Kind.QUOTED) {
                texts.add(equal.literal().text());
            } else {
                notEnforced(allowed, where);
                return List.of();
            }
        }
        return texts;
    }

    private List<CellTest> tests(RawCell allowed, Where where) {
        if (allowed.text().isEmpty() || allowed.text().equals("-")) {
            return List.of();
        }
        try {
            return CellParser.tests(allowed.text());
        } catch (CellSyntaxException e) {
            findings.fault(
                    new CellFault(
                            FormatCode.CELL_SYNTAX,
                            "allowed values cannot be read: " + e.problem(),
                            e.span().at(),
                            e.span().length()),
                    allowed,
                    where);
            return List.of();
        }
    }

    private ColumnType<?> number(Base base, @Nullable RawCell allowed, Where where) {
        BigDecimal min = null;
        BigDecimal max = null;
        List<CellTest> tests = allowed == null ? List.of() : tests(allowed, where);
        if (allowed != null && tests.size() == 1 && isClosedRange(tests.get(0))) {
            min = low(tests.get(0));
            max = high(tests.get(0));
        } else if (allowed != null && !tests.isEmpty()) {
            notEnforced(allowed, where);
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            return new ColumnType.DecimalType(null, null);
        }
        return base == Base.INTEGER
                ? new ColumnType.IntegerType(
                        min == null ? Long.MIN_VALUE : min.longValue(), max == null ? Long.MAX_VALUE : max.longValue())
                : new ColumnType.DecimalType(min, max);
    }

    private static boolean isClosedRange(CellTest test) {
        if (test instanceof CellTest.Interval interval) {
            return interval.startEnd() == CellTest.End.CLOSED
                    && interval.endEnd() == CellTest.End.CLOSED
                    && low(test) != null
                    && high(test) != null;
        }
        return test instanceof CellTest.Comparison comparison
                && (comparison.operator() == CellTest.Operator.AT_LEAST
                        || comparison.operator() == CellTest.Operator.AT_MOST)
                && (low(test) != null || high(test) != null);
    }

    private static @Nullable BigDecimal low(CellTest test) {
        if (test instanceof CellTest.Interval interval) {
            return number(interval.start());
        }
        CellTest.Comparison comparison = (CellTest.Comparison) test;
        return comparison.operator() == CellTest.Operator.AT_LEAST ? number(comparison.literal()) : null;
    }

    private static @Nullable BigDecimal high(CellTest test) {
        if (test instanceof CellTest.Interval interval) {
            return number(interval.end());
        }
        CellTest.Comparison comparison = (CellTest.Comparison) test;
        return comparison.operator() == CellTest.Operator.AT_MOST ? number(comparison.literal()) : null;
    }

    private static @Nullable BigDecimal number(dev.incidentkit.rules.internal.cell.CellLiteral literal) {
        Object value = new ConstantReader(CellDialect.DMN, new ArrayList<>())
                .read(literal, new ColumnType.DecimalType(null, null));
        return (BigDecimal) value;
    }
}

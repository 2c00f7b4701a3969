package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.bind.PlainText;
import dev.incidentkit.rules.internal.bind.Temporals;
import dev.incidentkit.rules.internal.bind.TextOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes conditions and values as cells of DMN. */
final class DmnCells {
    private final Findings findings;

    DmnCells(Findings findings) {
        this.findings = findings;
    }

    String condition(CellCondition condition, Input<?> input, Where where) {
        ColumnType<?> type = input.type();
        if (input.optional() && contains(condition, CellCondition.Prefix.class)) {
            findings.warn(
                    FormatCode.EXPORT,
                    0,
                    where,
                    "where '" + input.name() + "' is missing, this row does not match, but some engines give the whole"
                            + " decision up at starts with(...)");
        }
        if (condition instanceof CellCondition.Not not) {
            CellCondition refused = not.refused();
            if (contains(refused, CellCondition.Not.class) || contains(refused, CellCondition.Any.class)) {
                refuse(where, "a not(...) inside another one");
            }
            // FEEL's not matches a missing value that is not among what it refuses
            boolean nullMatches = input.optional() && !contains(refused, CellCondition.IsNull.class);
            return "not(" + plain(refused, type, where) + (nullMatches ? ", null" : "") + ")";
        }
        if (condition instanceof CellCondition.AnyOf && contains(condition, CellCondition.Not.class)) {
            refuse(where, "a not(...) beside other values");
        }
        return plain(condition, type, where);
    }

    private static boolean contains(CellCondition condition, Class<? extends CellCondition> kind) {
        return kind.isInstance(condition)
                || (condition instanceof CellCondition.Not not && contains(not.refused(), kind))
                || (condition instanceof CellCondition.AnyOf anyOf
                        && anyOf.alternatives().stream().anyMatch(one -> contains(one, kind)));
    }

    private void refuse(Where where, String what) {
        findings.line(FormatCode.EXPORT, 0, where, "DMN cannot say " + what + "; write the cell without it");
    }

    private String plain(CellCondition condition, ColumnType<?> type, Where where) {
        if (condition instanceof CellCondition.Any) {
            return "-";
        } else if (condition instanceof CellCondition.IsNull) {
            return "null";
        } else if (condition instanceof CellCondition.Is is) {
            return value(is.value(), type, where);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            return anyOf.alternatives().stream()
                    .map(one -> plain(one, type, where))
                    .collect(Collectors.joining(", "));
        } else if (condition instanceof CellCondition.Prefix prefix) {
            return "starts with(?, " + PlainText.quoted(prefix.prefix()) + ")";
        } else if (condition instanceof CellCondition.Not not) {
            return "not(" + plain(not.refused(), type, where) + ")";
        }
        return TextOrder.isFaithful(condition, type)
                ? comparison(condition, type, where)
                : listed(condition, type, where);
    }

    private String comparison(CellCondition condition, ColumnType<?> type, Where where) {
        if (condition instanceof CellCondition.Compare compare) {
            return compare.operator().symbol() + " " + value(compare.bound(), type, where);
        }
        CellCondition.Interval interval = (CellCondition.Interval) condition;
        return (interval.lowEnd() == CellCondition.End.CLOSED ? "[" : "(")
                + value(interval.low(), type, where)
                + ".."
                + value(interval.high(), type, where)
                + (interval.highEnd() == CellCondition.End.CLOSED ? "]" : ")");
    }

    private String listed(CellCondition condition, ColumnType<?> type, Where where) {
        String list = TextOrder.byOrder(condition, type).stream()
                .map(value -> value(value, type, where))
                .collect(Collectors.joining(", "));
        if (list.isEmpty()) {
            refuse(where, "a test that no value meets");
            return "-";
        }
        findings.warn(
                FormatCode.EXPORT,
                0,
                where,
                "'" + condition.text(type) + "' is written as the list " + list
                        + ", since DMN compares texts letter by letter");
        return list;
    }

    /** A value, or nothing where an optional output is left out. */
    String output(@Nullable Object value, ColumnType<?> type, Where where) {
        return value == null ? "" : value(value, type, where);
    }

    private String value(Object value, ColumnType<?> type, Where where) {
        if (value instanceof BigDecimal number) {
            return number.scale() < -40 || number.scale() > 80 ? number.toString() : number.toPlainString();
        } else if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof String text) {
            return PlainText.quoted(text);
        } else if (value instanceof Duration || value instanceof Period) {
            return "duration(" + PlainText.quoted(iso(value)) + ")";
        } else if (value instanceof LocalDate) {
            return "date(" + PlainText.quoted(value.toString()) + ")";
        } else if (value instanceof LocalTime || value instanceof LocalDateTime || value instanceof Instant) {
            return time(value, where);
        }
        return PlainText.quoted(type.textOf(value));
    }

    /** Java writes the sign at each part, DMN before the whole. */
    private static String iso(Object value) {
        if (value instanceof Duration duration && duration.isNegative()) {
            return "-" + duration.negated();
        }
        return value instanceof Period period && period.isNegative() ? "-" + period.negated() : value.toString();
    }

    private String time(Object value, Where where) {
        if (!Temporals.toSeconds(value).equals(value)) {
            findings.warn(
                    FormatCode.EXPORT, 0, where, value + " has a part of a second, and DMN compares whole seconds");
        }
        if (value instanceof LocalTime time) {
            return "time(" + PlainText.quoted(DateTimeFormatter.ISO_LOCAL_TIME.format(time)) + ")";
        }
        String text = value instanceof LocalDateTime time
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time)
                : value.toString();
        return "date and time(" + PlainText.quoted(text) + ")";
    }
}

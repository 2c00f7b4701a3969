package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Condition;
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

    String condition(Condition condition, Input<?> input, Where where) {
        ColumnType<?> type = input.type();
        if (input.optional() && contains(condition, Condition.Prefix.class)) {
            findings.warn(
                    FormatCode.EXPORT,
                    0,
                    where,
                    "where '" + input.name() + "' is missing, this row does not match, but some engines give the whole"
                            + " decision up at starts with(...)");
        }
        if (condition instanceof Condition.Not not) {
            Condition refused = not.refused();
            if (contains(refused, Condition.Not.class) || contains(refused, Condition.Any.class)) {
                refuse(where, "a not(...) inside another one");
            }
            // FEEL's not matches a missing value that is not among what it refuses
            boolean nullMatches = input.optional() && !contains(refused, Condition.IsNull.class);
            return "not(" + plain(refused, type, where) + (nullMatches ? ", null" : "") + ")";
        }
        if (condition instanceof Condition.AnyOf && contains(condition, Condition.Not.class)) {
            refuse(where, "a not(...) beside other values");
        }
        return plain(condition, type, where);
    }

    private static boolean contains(Condition condition, Class<? extends Condition> kind) {
        return kind.isInstance(condition)
                || (condition instanceof Condition.Not not && contains(not.refused(), kind))
                || (condition instanceof Condition.AnyOf anyOf
                        && anyOf.alternatives().stream().anyMatch(one -> contains(one, kind)));
    }

    private void refuse(Where where, String what) {
        findings.line(FormatCode.EXPORT, 0, where, "DMN cannot say " + what + "; write the cell without it");
    }

    private String plain(Condition condition, ColumnType<?> type, Where where) {
        if (condition instanceof Condition.Any) {
            return "-";
        } else if (condition instanceof Condition.IsNull) {
            return "null";
        } else if (condition instanceof Condition.Is is) {
            return value(is.value(), type, where);
        } else if (condition instanceof Condition.AnyOf anyOf) {
            return anyOf.alternatives().stream()
                    .map(one -> plain(one, type, where))
                    .collect(Collectors.joining(", "));
        } else if (condition instanceof Condition.Prefix prefix) {
            return "starts with(?, " + PlainText.quoted(prefix.prefix()) + ")";
        } else if (condition instanceof Condition.Not not) {
            return "not(" + plain(not.refused(), type, where) + ")";
        }
        return TextOrder.isFaithful(condition, type)
                ? comparison(condition, type, where)
                : listed(condition, type, where);
    }

    private String comparison(Condition condition, ColumnType<?> type, Where where) {
        if (condition instanceof Condition.Compare compare) {
            return compare.operator().symbol() + " " + value(compare.bound(), type, where);
        }
        Condition.Interval interval = (Condition.Interval) condition;
        return (interval.lowEnd() == Condition.End.CLOSED ? "[" : "(")
                + value(interval.low(), type, where)
                + ".."
                + value(interval.high(), type, where)
                + (interval.highEnd() == Condition.End.CLOSED ? "]" : ")");
    }

    private String listed(Condition condition, ColumnType<?> type, Where where) {
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

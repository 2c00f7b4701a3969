package dev.incidentkit.rules;

import dev.incidentkit.core.incident.Level;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks and normalises the cells of one column. */
final class CellChecks {
    private final Input<?> input;

    CellChecks(Input<?> input) {
        this.input = input;
    }

    Map<RuleCode, String> faults(CellCondition condition) {
        Map<RuleCode, String> faults = new LinkedHashMap<>();
        collect(condition, faults);
        return faults;
    }

    private void collect(CellCondition condition, Map<RuleCode, String> faults) {
        if (condition instanceof CellCondition.IsNull) {
            if (!input.optional()) {
                put(
                        faults,
                        RuleCode.NULL_UNSUITED,
                        "'" + input.name() + "' always has a value; declare it with orMissing() to ask for null");
            }
        } else if (condition instanceof CellCondition.Is is) {
            value(is.value(), faults);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            anyOf.alternatives().forEach(one -> collect(one, faults));
        } else if (condition instanceof CellCondition.Not not) {
            collect(not.refused(), faults);
        } else if (condition instanceof CellCondition.Compare compare) {
            ordered(condition, faults);
            value(compare.bound(), faults);
        } else if (condition instanceof CellCondition.Interval interval) {
            interval(interval, faults);
        } else if (condition instanceof CellCondition.Prefix && !(input.type() instanceof ColumnType.TextType)) {
            put(faults, RuleCode.CONDITION_UNSUITED, "only texts have prefixes: " + condition.text(input.type()));
        }
    }

    /** A cell may have several faults of one kind: each is told. */
    private static void put(Map<RuleCode, String> faults, RuleCode code, String message) {
        faults.merge(code, message, (before, more) -> before + "; " + more);
    }

    private void ordered(CellCondition condition, Map<RuleCode, String> faults) {
        if (!input.type().ordered()) {
            put(
                    faults,
                    RuleCode.CONDITION_UNSUITED,
                    "values of '" + input.name() + "' have no order, so " + condition.text(input.type())
                            + " means nothing");
        }
    }

    private void value(Object value, Map<RuleCode, String> faults) {
        value(input.type(), value, faults);
    }

    private static <T> void value(ColumnType<T> type, Object value, Map<RuleCode, String> faults) {
        T cast = type.cast(value);
        if (cast == null) {
            put(
                    faults,
                    RuleCode.TYPE_MISMATCH,
                    "'" + value + "' is a " + value.getClass().getSimpleName() + ", not of type "
                            + type.getClass().getSimpleName());
            return;
        }
        Optional<String> fault = type.fault(cast);
        fault.ifPresent(text -> put(faults, RuleCode.VALUE_UNKNOWN, text));
    }

    private void interval(CellCondition.Interval interval, Map<RuleCode, String> faults) {
        int before = faults.size();
        ordered(interval, faults);
        value(interval.low(), faults);
        value(interval.high(), faults);
        if (faults.size() > before) {
            return;
        }
        int order = compare(interval.low(), interval.high());
        boolean bothClosed =
                interval.lowEnd() == CellCondition.End.CLOSED && interval.highEnd() == CellCondition.End.CLOSED;
        if (order > 0 || (order == 0 && !bothClosed)) {
            put(
                    faults,
                    RuleCode.INTERVAL_EMPTY,
                    interval.text(input.type()) + " is empty"
                            + (order > 0 ? " (it starts after its end)" : " (its ends exclude each other)"));
        }
    }

    private int compare(Object low, Object high) {
        return compare(input.type(), low, high);
    }

    /** Compares two values of an ordered type: levels by severity, constants by their declared order. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one ordered type that is no scale are comparable
    static <T> int compare(ColumnType<T> type, Object left, Object right) {
        T a = type.cast(left);
        T b = type.cast(right);
        if (a == null || b == null) {
            throw new IllegalArgumentException("'" + left + "' and '" + right + "' are not both of type " + type);
        }
        if (type instanceof ColumnType.ScaleType<?>) {
            return Integer.compare(((Level) b).rank(), ((Level) a).rank());
        }
        if (a instanceof Period one && b instanceof Period other) {
            return Long.compare(one.toTotalMonths(), other.toTotalMonths());
        }
        return ((Comparable) a).compareTo(b);
    }

    /** The condition with its values in the form of the column. */
    CellCondition normal(CellCondition condition) {
        if (condition instanceof CellCondition.Is is) {
            return new CellCondition.Is(normalValue(is.value()));
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            return CellCondition.anyOf(
                    anyOf.alternatives().stream().map(this::normal).toList());
        } else if (condition instanceof CellCondition.Not not) {
            return negated(withoutNull(normal(not.refused())));
        } else if (condition instanceof CellCondition.Compare compare) {
            return new CellCondition.Compare(compare.operator(), normalValue(compare.bound()));
        } else if (condition instanceof CellCondition.Interval interval) {
            return new CellCondition.Interval(
                    normalValue(interval.low()), interval.lowEnd(), normalValue(interval.high()), interval.highEnd());
        }
        return condition;
    }

    /** A missing value among what a not refuses says nothing: no not matches it. */
    private static CellCondition withoutNull(CellCondition refused) {
        if (!(refused instanceof CellCondition.AnyOf anyOf)) {
            return refused;
        }
        List<CellCondition> rest = anyOf.alternatives().stream()
                .filter(one -> !(one instanceof CellCondition.IsNull))
                .toList();
        return rest.isEmpty() ? refused : CellCondition.anyOf(rest);
    }

    /** What is not true is false; engines of others take not(true) for an expression that is false. */
    private static CellCondition negated(CellCondition refused) {
        return refused instanceof CellCondition.Is is && is.value() instanceof Boolean flag
                ? new CellCondition.Is(!flag)
                : new CellCondition.Not(refused);
    }

    private Object normalValue(Object value) {
        Object cast = input.type().cast(value);
        return cast == null ? value : cast;
    }
}

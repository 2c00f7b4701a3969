package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.cell.CellDialect;
import dev.incidentkit.rules.internal.cell.CellLiteral;
import dev.incidentkit.rules.internal.cell.CellLiteral.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads constants as values of a column's type. All faults go to a list, so that a cell with two wrong names has two
 * findings.
 */
public final class ConstantReader {
    private final CellDialect dialect;
    private final List<CellFault> faults;

    /**
     * Creates a reader.
     *
     * @param dialect where the cells come from
     * @param faults where faults are added
     */
    public ConstantReader(CellDialect dialect, List<CellFault> faults) {
        this.dialect = dialect;
        this.faults = faults;
    }

    /**
     * Reads a constant.
     *
     * @param literal the constant
     * @param type the type of its column
     * @return the value as the type holds it; null if it is none, which is then among the faults
     */
    public @Nullable Object read(CellLiteral literal, ColumnType<?> type) {
        Object value = raw(literal, type);
        return value == null ? null : within(literal, type, value);
    }

    private <T> @Nullable Object within(CellLiteral literal, ColumnType<T> type, Object value) {
        T cast = type.cast(value);
        if (cast == null) {
            return mismatch(literal, type);
        }
        Optional<String> fault = type.fault(cast);
        if (fault.isPresent()) {
            List<String> values = texts(type);
            String message = values.isEmpty()
                    ? fault.get()
                    : "'" + literal.text() + "' is not one of its values" + Near.hint(literal.text(), values);
            return fault(FormatCode.VALUE_UNKNOWN, literal, message);
        }
        return cast;
    }

    private @Nullable Object raw(CellLiteral literal, ColumnType<?> type) {
        if (type instanceof ColumnType.TextType) {
            return text(literal, type);
        } else if (type instanceof ColumnType.ScaleType<?> || type instanceof ColumnType.EnumType<?>) {
            return named(literal, type);
        } else if (type instanceof ColumnType.BooleanType) {
            return flag(literal, type);
        } else if (type instanceof ColumnType.IntegerType || type instanceof ColumnType.DecimalType) {
            return number(literal, type);
        }
        return temporal(literal, type);
    }

    private @Nullable Object text(CellLiteral literal, ColumnType<?> type) {
        if (literal.kind() == Kind.QUOTED) {
            return literal.text();
        }
        if (literal.kind() != Kind.BARE) {
            return mismatch(literal, type);
        }
        return dialect == CellDialect.SHEET ? literal.text() : variable(literal, type);
    }

    private @Nullable Object named(CellLiteral literal, ColumnType<?> type) {
        if (literal.kind() != Kind.QUOTED && literal.kind() != Kind.BARE) {
            return mismatch(literal, type);
        }
        if (literal.kind() == Kind.BARE && dialect == CellDialect.DMN) {
            return variable(literal, type);
        }
        Object value = find(literal.text(), type);
        return value != null
                ? value
                : fault(
                        FormatCode.VALUE_UNKNOWN,
                        literal,
                        "'" + literal.text() + "' is not one of its values" + Near.hint(literal.text(), texts(type)));
    }

    private static <T> @Nullable Object find(String name, ColumnType<T> type) {
        for (T value : type.values()) {
            if (type.text(value).equals(name)) {
                return value;
            }
        }
        return null;
    }

    private static <T> List<String> texts(ColumnType<T> type) {
        List<String> texts = new ArrayList<>();
        for (T value : type.values()) {
            texts.add(value instanceof String text ? text : type.text(value));
        }
        return texts;
    }

    private @Nullable Object flag(CellLiteral literal, ColumnType<?> type) {
        if (literal.kind() == Kind.BARE
                && (literal.text().equals("true") || literal.text().equals("false"))) {
            return Boolean.valueOf(literal.text());
        }
        return mismatch(literal, type);
    }

    private @Nullable Object number(CellLiteral literal, ColumnType<?> type) {
        if (literal.kind() != Kind.BARE) {
            return mismatch(literal, type);
        }
        Optional<? extends Number> number =
                type instanceof ColumnType.IntegerType ? Numbers.whole(literal.text()) : Numbers.parse(literal.text());
        return number.isPresent() ? number.get() : mismatch(literal, type);
    }

    private @Nullable Object temporal(CellLiteral literal, ColumnType<?> type) {
        Function<String, Optional<?>> parse = parser(type);
        boolean fits = switch (literal.kind()) {
            case AT -> true;
            case BARE, QUOTED -> dialect == CellDialect.SHEET;
            default -> literal.kind() == kind(type);
        };
        Optional<?> value = fits ? parse.apply(literal.text()) : Optional.empty();
        return value.isPresent() ? whole(value.get()) : mismatch(literal, type);
    }

    /** DMN compares times by their whole seconds. */
    private Object whole(Object value) {
        return dialect == CellDialect.DMN ? Temporals.toSeconds(value) : value;
    }

    private Function<String, Optional<?>> parser(ColumnType<?> type) {
        if (type instanceof ColumnType.DurationType) {
            return Temporals::duration;
        } else if (type instanceof ColumnType.MonthsType) {
            return Temporals::months;
        } else if (type instanceof ColumnType.DateType) {
            return Temporals::date;
        } else if (type instanceof ColumnType.TimeType) {
            return dialect == CellDialect.DMN ? Temporals::timeInUtc : Temporals::time;
        } else if (type instanceof ColumnType.DateTimeType) {
            return Temporals::dateTime;
        }
        return Temporals::instant;
    }

    private static Kind kind(ColumnType<?> type) {
        if (type instanceof ColumnType.DurationType || type instanceof ColumnType.MonthsType) {
            return Kind.DURATION;
        } else if (type instanceof ColumnType.DateType) {
            return Kind.DATE;
        }
        return type instanceof ColumnType.TimeType ? Kind.TIME : Kind.DATE_TIME;
    }

    /** In DMN a bare word names a variable; where it is the name of a value, quotes were forgotten. */
    private @Nullable Object variable(CellLiteral literal, ColumnType<?> type) {
        if (Numbers.parse(literal.text()).isPresent() || literal.text().matches("true|false")) {
            return mismatch(literal, type);
        }
        List<String> values = texts(type);
        String meant = values.isEmpty()
                ? literal.text()
                : Near.to(literal.text(), values).orElse("");
        return fault(
                FormatCode.DMN_EXPRESSION,
                literal,
                "'" + literal.text() + "' without quotes is the name of a variable in DMN, and a cell holds constants"
                        + " only" + (meant.isEmpty() ? "" : "; did you mean \"" + meant + "\"?"));
    }

    private @Nullable Object mismatch(CellLiteral literal, ColumnType<?> type) {
        boolean name = dialect == CellDialect.DMN
                && literal.kind() == Kind.BARE
                && !Numbers.parse(literal.text()).isPresent()
                && !literal.text().matches("true|false|null");
        if (name && !(type instanceof ColumnType.TextType)) {
            return fault(
                    FormatCode.DMN_EXPRESSION,
                    literal,
                    "'" + literal.text() + "' is a name or an expression, and a cell holds constants only; expected "
                            + TypeTexts.expected(type, dialect));
        }
        String eaten =
                dialect == CellDialect.SHEET && literal.kind() == Kind.BARE ? TypeTexts.eaten(literal.text()) : "";
        return fault(
                eaten.isEmpty() ? FormatCode.TYPE_MISMATCH : FormatCode.SPREADSHEET_DATE,
                literal,
                "'" + shown(literal) + "' is not " + TypeTexts.expected(type, dialect) + eaten);
    }

    private static String shown(CellLiteral literal) {
        return literal.kind() == Kind.QUOTED ? '"' + literal.text() + '"' : literal.text();
    }

    private @Nullable Object fault(FormatCode code, CellLiteral literal, String message) {
        faults.add(CellFault.of(code, message, literal));
        return null;
    }
}

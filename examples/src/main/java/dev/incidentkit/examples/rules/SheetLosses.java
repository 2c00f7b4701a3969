package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a table of a model says that Markdown and CSV have no place for: types, allowed values, ranges and defaults. Some of
 * it can be declared when the new file is read; the rest only in Java.
 */
final class SheetLosses {
    private final List<String> lost = new ArrayList<>();
    private final List<String> declarations = new ArrayList<>();
    private final String table;

    private SheetLosses(String table) {
        this.table = table;
    }

    /**
     * What is lost of a table.
     *
     * @param table the table
     * @return a sentence for each loss, then the declarations that are needed to read what is written
     */
    static List<String> of(RuleTable table) {
        RuleSchema schema = table.schema();
        SheetLosses losses = new SheetLosses(schema.name());
        schema.inputs().forEach(losses::input);
        schema.outputs().forEach(losses::output);
        if (!losses.declarations.isEmpty()) {
            losses.say("to read it, declare " + String.join(" ", losses.declarations));
        }
        return losses.lost;
    }

    private void say(String sentence) {
        lost.add("table " + table + ": " + sentence);
    }

    private void input(Input<?> input) {
        column("--input", input.name(), input.type(), input.type().values());
        if (input.optional()) {
            say("the file does not say that " + input.name() + " may be missing; a declared column always has a value");
        }
    }

    private void output(Output<?> output) {
        column("--output", output.name(), output.type(), output.allowed());
        if (output.defaultValue() != null) {
            say("the default " + output.type().textOf(output.defaultValue()) + " of " + output.name()
                    + " is lost; a last rule without conditions says the same under 'first'");
        }
    }

    private void column(String option, String name, ColumnType<?> type, List<?> allowed) {
        Optional<ColumnType<?>> open = open(name, type);
        boolean listed = type instanceof ColumnType.TextType && listable(allowed);
        if (!allowed.isEmpty() && !(type instanceof ColumnType.BooleanType) && !listed) {
            say("the allowed values of " + name + " are lost: "
                    + String.join(", ", allowed.stream().map(type::textOf).toList()));
        }
        if (!(type instanceof ColumnType.TextType)
                && open.filter(widest -> !widest.equals(type)).isPresent()) {
            say("the range of " + name + " is lost: " + range(type));
        }
        if (listed) {
            declare(
                    option,
                    name,
                    String.join(",", allowed.stream().map(Object::toString).toList()));
        } else if (open.isPresent()) {
            declare(option, name, word(type));
        } else {
            say("the type of " + name + " cannot be declared; it can be read in Java alone");
        }
    }

    private void declare(String option, String name, String type) {
        declarations.add(option + " \"" + name + "=" + type + "\"");
    }

    /** One value alone, or one with a comma in it, cannot be told from the word for a type or from several. */
    private static boolean listable(List<?> allowed) {
        return allowed.size() > 1
                && allowed.stream()
                        .map(Object::toString)
                        .allMatch(value ->
                                value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.equals(value.strip()));
    }

    private static String range(ColumnType<?> type) {
        if (type instanceof ColumnType.IntegerType whole) {
            return "[" + whole.min() + ".." + whole.max() + "]";
        } else if (type instanceof ColumnType.DecimalType decimal) {
            return (decimal.min() == null ? "" : ">= " + decimal.textOf(decimal.min()) + " ")
                    + (decimal.max() == null ? "" : "<= " + decimal.textOf(decimal.max()));
        }
        return type instanceof ColumnType.DurationType length
                ? "[" + length.textOf(length.min()) + ".." + length.textOf(length.max()) + "]"
                : type.form();
    }

    /** The type that a declaration on the command line gives; empty for one that has no word. */
    private static Optional<ColumnType<?>> open(String name, ColumnType<?> type) {
        String word = word(type);
        return word.isEmpty() ? Optional.empty() : Optional.of(KnownColumns.type(name, word));
    }

    private static String word(ColumnType<?> type) {
        if (type instanceof ColumnType.TextType) {
            return "text";
        } else if (type instanceof ColumnType.BooleanType) {
            return "boolean";
        } else if (type instanceof ColumnType.IntegerType) {
            return "integer";
        } else if (type instanceof ColumnType.DecimalType) {
            return "number";
        } else if (type instanceof ColumnType.DurationType) {
            return "duration";
        }
        return moment(type);
    }

    private static String moment(ColumnType<?> type) {
        if (type instanceof ColumnType.DateType) {
            return "date";
        } else if (type instanceof ColumnType.TimeType) {
            return "time";
        } else if (type instanceof ColumnType.DateTimeType) {
            return "datetime";
        }
        return type instanceof ColumnType.InstantType ? "instant" : "";
    }
}

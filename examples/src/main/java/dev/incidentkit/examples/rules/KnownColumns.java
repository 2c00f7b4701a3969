package dev.incidentkit.examples.rules;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTableException;
import dev.incidentkit.rules.format.InputTexts;
import dev.incidentkit.rules.format.TableOutline;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentSchemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a table may name: those of incidents, and those that the command line declares. */
final class KnownColumns {
    private static final String TYPES =
            "text, boolean, integer, number, duration, date, time, datetime, instant, or the allowed texts with commas"
                    + " between them";

    private final Map<String, Input<?>> inputs = new LinkedHashMap<>();
    private final Map<String, Output<?>> outputs = new LinkedHashMap<>();

    /** The facts and outcomes of incidents with the default scales. */
    KnownColumns() {
        IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY);
        facts.all().values().forEach(fact -> add(inputs, fact.input().name(), fact.input()));
        List.of(
                        IncidentSchemas.TEAM,
                        IncidentSchemas.SLA,
                        IncidentSchemas.ESCALATION,
                        IncidentSchemas.CATEGORY,
                        IncidentSchemas.MODEL,
                        IncidentSchemas.MAJOR,
                        IncidentSchemas.priority(Scale.PRIORITY),
                        IncidentSchemas.severity(Scale.SEVERITY),
                        Output.scale("priority", Scale.PRIORITY))
                .forEach(output -> add(outputs, output.name(), output));
    }

    private static <C> void add(Map<String, C> columns, String name, C column) {
        columns.put(name.toLowerCase(Locale.ROOT), column);
    }

    /** Adds a column of conditions; one that is known already is replaced. */
    void input(String name, String type) {
        add(inputs, name, new Input<>(name, type(name, type), false));
    }

    /** Adds a column of outcomes; one that is known already is replaced. */
    void output(String name, String type) {
        add(outputs, name, Output.of(name, type(name, type)));
    }

    static ColumnType<?> type(String column, String type) {
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "text" -> Input.text(column).type();
            case "boolean" -> Input.flag(column).type();
            case "integer" -> Input.integer(column).type();
            case "number" -> Input.decimal(column).type();
            case "duration" -> Input.duration(column).type();
            case "date" -> Input.date(column).type();
            case "time" -> Input.time(column).type();
            case "datetime" -> Input.dateTime(column).type();
            case "instant" -> Input.instant(column).type();
            default -> listed(column, type);
        };
    }

    private static ColumnType<?> listed(String column, String type) {
        if (!type.contains(",")) {
            throw new RulesException("'" + type + "' is no type for column '" + column + "'; types are " + TYPES);
        }
        return Input.oneOf(
                        column,
                        Arrays.stream(type.split(",", -1)).map(String::strip).toList())
                .type();
    }

    /**
     * The schema of a table. Where its heading is silent, rules must not overlap. A name that stands twice is taken once:
     * who reads the table reports it with its place.
     *
     * @throws RulesException if a column is not known, or the columns do not suit the hit policy; the message tells all
     *     that is wrong with this table and where
     */
    RuleSchema schema(String file, TableOutline outline) {
        RuleSchema.Builder builder =
                RuleSchema.named(outline.name()).hitPolicy(outline.hitPolicy().orElse(HitPolicy.UNIQUE));
        List<String> strange = new ArrayList<>();
        Set<Output<?>> found = new LinkedHashSet<>();
        for (String name : new LinkedHashSet<>(outline.inputs())) {
            Optional<Input<?>> input = Optional.ofNullable(inputs.get(name.toLowerCase(Locale.ROOT)));
            Output<?> output = output(name);
            if (input.isPresent()) {
                builder.in(isMatrix(outline) ? present(input.get()) : input.get());
            } else if (output == null) {
                strange.add("--input \"" + name + "=TYPE\"");
            } else {
                found.add(output);
            }
        }
        for (String name : new LinkedHashSet<>(outline.outputs())) {
            Output<?> output = output(name);
            if (output == null) {
                strange.add("--output \"" + name + "=TYPE\"");
            } else {
                found.add(output);
            }
        }
        if (!strange.isEmpty()) {
            throw new RulesException(unknown(place(file, outline), outline, strange));
        }
        found.forEach(builder::out);
        try {
            return (outline.complete() ? builder.complete() : builder).build();
        } catch (RuleTableException e) {
            throw new RulesException(place(file, outline) + e.getMessage()
                    + "\nThe values of an outcome are declared in their order, the first of the highest priority:"
                    + " --output NAME=A,B");
        }
    }

    private static String place(String file, TableOutline outline) {
        return file + ":" + outline.line() + " table " + outline.name() + ": ";
    }

    /** The heading of a matrix names two axes and no hit policy. */
    private static boolean isMatrix(TableOutline outline) {
        return outline.hitPolicy().isEmpty()
                && outline.inputs().size() == 2
                && outline.outputs().size() == 1;
    }

    /** A matrix is asked with both its values, so it needs no row for a missing one. */
    private static <T> Input<T> present(Input<T> input) {
        return new Input<>(input.name(), input.type(), false);
    }

    private @Nullable Output<?> output(String name) {
        return outputs.get(name.toLowerCase(Locale.ROOT));
    }

    private String unknown(String place, TableOutline outline, List<String> strange) {
        List<String> conditions = inputs.values().stream().map(Input::name).toList();
        List<String> outcomes = outputs.values().stream().map(Output::name).toList();
        StringBuilder message = new StringBuilder();
        for (String name : outline.inputs()) {
            if (!inputs.containsKey(name.toLowerCase(Locale.ROOT)) && output(name) == null) {
                message.append(place).append(notKnown(name, conditions)).append('\n');
            }
        }
        for (String name : outline.outputs()) {
            if (output(name) == null) {
                message.append(place).append(notKnown("-> " + name, outcomes)).append('\n');
            }
        }
        return message + "If these columns are not misspelt, declare them: " + String.join(" ", strange)
                + "\nTYPE is " + TYPES
                + ".\nDeclarations may stand in a file, one a line, which is then named with @, as in @columns.txt."
                + "\nKnown conditions: " + String.join(", ", conditions) + "\nKnown outcomes: "
                + String.join(", ", outcomes);
    }

    private static String notKnown(String name, List<String> known) {
        String bare = name.startsWith("-> ") ? name.substring(3) : name;
        return "the column '" + name + "' is not known"
                + InputTexts.nearest(bare, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }
}

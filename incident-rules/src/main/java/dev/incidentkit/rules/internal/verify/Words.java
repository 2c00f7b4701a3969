package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.internal.Axis;
import dev.incidentkit.rules.internal.OrdinalTable;
import dev.incidentkit.rules.internal.proof.Region;
import dev.incidentkit.rules.internal.proof.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Regions and inputs of a table in words. Immutable. */
final class Words {
    /** What is said of a region that holds every input. */
    static final String ANYTHING = "any input";

    private static final int LISTED = 8;

    private final OrdinalTable ordinal;

    Words(OrdinalTable ordinal) {
        this.ordinal = ordinal;
    }

    /** What is demanded of the columns, those apart that may hold anything: {@code region = EU, age >= PT4H}. */
    String region(Region region) {
        StringJoiner text = new StringJoiner(", ");
        text.setEmptyValue(ANYTHING);
        for (int column = 0; column < region.sides().length; column++) {
            if (Runs.count(region.sides()[column]) < axis(column).size()) {
                text.add(side(column, region.sides()[column]));
            }
        }
        return text.toString();
    }

    /** One column of a region: {@code category in ("network", "sap")}. */
    String side(int column, int[] classes) {
        Axis axis = axis(column);
        String name = axis.input().name();
        int[] present = Runs.intersection(classes, Runs.of(0, axis.present() - 1));
        boolean missing = Runs.count(present) < Runs.count(classes);
        if (present.length == 0) {
            return name + " missing";
        }
        if (Runs.count(present) == axis.present()) {
            return name + " present";
        }
        return values(axis, name, present) + (missing ? " or missing" : "");
    }

    private static String values(Axis axis, String name, int[] present) {
        int[] others = Runs.complement(present, axis.present());
        boolean listed = isListed(axis);
        boolean shortest = Runs.count(present) <= Runs.count(others) || Runs.count(present) <= 3;
        if (listed && !shortest) {
            List<String> refused = texts(axis, others, true);
            return name + (refused.size() == 1 ? " not " + refused.get(0) : " not in " + enumerated(refused));
        }
        List<String> parts = texts(axis, present, listed);
        if (listed && parts.size() > 1) {
            return name + " in " + enumerated(parts);
        }
        String text = parts.stream().map(Words::demand).collect(Collectors.joining(" or "));
        return name + " " + text;
    }

    /** Whether classes are values that stand for themselves, so that a list of them reads well. */
    private static boolean isListed(Axis axis) {
        ColumnType<?> type = axis.input().type();
        return !type.values().isEmpty() || type instanceof ColumnType.TextType;
    }

    /** A label as what follows a name: a bound as it is, an interval after "in", a value after "=". */
    private static String demand(String label) {
        if (label.startsWith("starts with(?, ")) {
            return label.substring(0, label.length() - 1).replace("(?, ", " ");
        }
        return switch (label.charAt(0)) {
            case '<', '>' -> label;
            case '[', '(' -> "in " + label;
            default -> "= " + label;
        };
    }

    private static List<String> texts(Axis axis, int[] runs, boolean singly) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < runs.length; i += 2) {
            for (int from = runs[i]; from <= runs[i + 1]; from = singly ? from + 1 : runs[i + 1] + 1) {
                texts.add(axis.label(from, singly ? from + 1 : runs[i + 1] + 1));
            }
        }
        return texts;
    }

    private static String enumerated(List<String> parts) {
        int more = parts.size() - LISTED;
        List<String> shown = more > 1 ? parts.subList(0, LISTED) : parts;
        return "(" + String.join(", ", shown) + (more > 1 ? " and " + more + " more)" : ")");
    }

    /** An input in words: {@code region = EU, age = PT4H}. */
    String input(int[] point) {
        StringJoiner text = new StringJoiner(", ");
        for (int column = 0; column < point.length; column++) {
            Axis axis = axis(column);
            boolean missing = point[column] == axis.missing();
            text.add(axis.input().name() + (missing ? " missing" : " = " + axis.exampleText(point[column])));
        }
        return text.toString();
    }

    /** An input as values. */
    List<@Nullable Object> example(int[] point) {
        return ordinal.example(point);
    }

    /** What says more than the region does: an example, unless the region is a single listed point. */
    String forExample(Region region) {
        boolean point = Arrays.stream(region.sides()).allMatch(side -> Runs.count(side) == 1)
                && ordinal.axes().stream()
                        .allMatch(axis -> !axis.input().type().values().isEmpty());
        return point ? "" : " (for example " + input(region.point()) + ")";
    }

    /** Names in a sentence: {@code R1, R2 and R3}. */
    static String join(List<String> names) {
        if (names.size() > LISTED + 1) {
            return String.join(", ", names.subList(0, LISTED)) + " and " + (names.size() - LISTED) + " more";
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private Axis axis(int column) {
        return ordinal.axes().get(column);
    }
}

package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table reduced to four ways of matching, with its rules in the order in which they are to be tried: those of
 * {@link HitPolicy#PRIORITY} and {@link HitPolicy#OUTPUT_ORDER} are sorted by their outputs beforehand, so that no
 * engine knows of outputs.
 */
final class Reduction {
    /** What an engine answers. */
    enum Mode {
        /** The first match. */
        FIRST,
        /** The only match; a second one is a conflict. */
        ONLY,
        /** The first match; a later one of another group is a conflict. */
        AGREEING,
        /** All matches. */
        ALL
    }

    private final OrdinalTable table;
    private final Mode mode;
    private final int[] order;
    private final int[] groups;

    private Reduction(OrdinalTable table, Mode mode, int[] order, int[] groups) {
        this.table = table;
        this.mode = mode;
        this.order = order;
        this.groups = groups;
    }

    static Reduction of(OrdinalTable table) {
        HitPolicy policy = table.table().schema().hitPolicy();
        Mode mode = switch (policy) {
            case UNIQUE -> Mode.ONLY;
            case ANY -> Mode.AGREEING;
            case FIRST, PRIORITY -> Mode.FIRST;
            default -> Mode.ALL;
        };
        return new Reduction(table, mode, Ranking.order(table.table()), groups(table.table()));
    }

    /** Rows with equal outputs have equal groups. */
    private static int[] groups(RuleTable table) {
        Map<List<@Nullable Object>, Integer> known = new HashMap<>();
        int[] groups = new int[table.rules().size()];
        List<Rule> rules = table.rules();
        for (int row = 0; row < groups.length; row++) {
            groups[row] = known.computeIfAbsent(rules.get(row).outputs(), outputs -> known.size());
        }
        return groups;
    }

    Mode mode() {
        return mode;
    }

    int rules() {
        return order.length;
    }

    int columns() {
        return table.columns();
    }

    Axis axis(int column) {
        return table.axes().get(column);
    }

    /** The cell of the rule that is tried at a place of the order. */
    ClassSet cell(int place, int column) {
        return table.cell(order[place], column);
    }

    /** The row in the table of the rule that is tried at a place of the order. */
    int row(int place) {
        return order[place];
    }

    /** The group of the rule that is tried at a place of the order. */
    int group(int place) {
        return groups[order[place]];
    }

    /** The rows in the table of all places in the order. */
    int[] order() {
        return order;
    }
}

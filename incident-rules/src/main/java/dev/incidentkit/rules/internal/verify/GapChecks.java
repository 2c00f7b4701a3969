package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.internal.Axis;
import dev.incidentkit.rules.internal.proof.Gaps;
import dev.incidentkit.rules.internal.proof.Region;
import dev.incidentkit.rules.internal.proof.Runs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inputs that no rule matches: a finding for each merged gap, and one for each column whose texts have no end. */
final class GapChecks {
    private GapChecks() {}

    static void run(Inquiry inquiry) {
        Gaps gaps = Gaps.of(inquiry.grid(), inquiry.budget());
        Map<Integer, List<Region>> open = new LinkedHashMap<>();
        for (Region gap : gaps.merged()) {
            int column = openColumn(inquiry, gap);
            if (column >= 0) {
                open.computeIfAbsent(column, key -> new ArrayList<>()).add(gap);
            }
        }
        gaps.merged().stream()
                .filter(gap -> openColumn(inquiry, gap) < 0)
                .map(gap -> withoutOpen(inquiry, gap, open))
                .distinct()
                .forEach(gap -> gap(inquiry, gap));
        open.forEach((column, regions) -> open(inquiry, column, regions));
        if (!gaps.exact()) {
            inquiry.undecided("Whether there are more gaps");
        }
    }

    private static FindingLevel level(Inquiry inquiry) {
        RuleSchema schema = inquiry.table().table().schema();
        if (schema.isComplete()) {
            return FindingLevel.ERROR;
        }
        return schema.hasDefaults() ? FindingLevel.INFO : FindingLevel.WARNING;
    }

    /** The first column of which the gap holds only the texts that no rule names, or -1. */
    private static int openColumn(Inquiry inquiry, Region gap) {
        for (int column = 0; column < gap.sides().length; column++) {
            Axis axis = inquiry.table().ordinal().axes().get(column);
            int[] side = gap.sides()[column];
            boolean openText = axis.input().type() instanceof ColumnType.TextType text
                    && text.closed().isEmpty();
            if (openText && axis.present() > 1 && side[0] == axis.present() - 1) {
                return column;
            }
        }
        return -1;
    }

    private static String otherwise(Inquiry inquiry) {
        RuleSchema schema = inquiry.table().table().schema();
        return schema.hasDefaults()
                ? "; the default is given, "
                        + inquiry.table().names().text(inquiry.table().defaults())
                : "";
    }

    private static String suggestion(Inquiry inquiry) {
        if (level(inquiry) == FindingLevel.INFO) {
            return "";
        }
        return switch (inquiry.table().hitPolicy()) {
            case FIRST -> "Add a row for it, or a last row with - in every column";
            case PRIORITY -> "Add a row for it, or one with - in every column and the outputs of least priority";
            default -> "Add a row for it, or give the outputs defaults";
        };
    }

    private static void gap(Inquiry inquiry, Region gap) {
        if (!inquiry.lists(ProofCode.GAP)) {
            inquiry.count(ProofCode.GAP, 1);
            return;
        }
        inquiry.add(new ProofFinding(
                ProofCode.GAP,
                level(inquiry),
                List.of(),
                null,
                "No rule matches " + inquiry.words().region(gap)
                        + inquiry.words().forExample(gap) + otherwise(inquiry),
                inquiry.words().example(gap.point()),
                suggestion(inquiry)));
    }

    private static void open(Inquiry inquiry, int column, List<Region> regions) {
        Region first = regions.get(0);
        Axis axis = inquiry.table().ordinal().axes().get(column);
        String name = axis.input().name();
        Region rest = withoutColumn(first, column, axis.size());
        String where = inquiry.words().region(rest);
        boolean always = regions.size() == 1 && where.equals(Words.ANYTHING);
        inquiry.add(new ProofFinding(
                ProofCode.DOMAIN_OPEN,
                level(inquiry),
                List.of(),
                name,
                name + " is open: any text may come, and no rule matches a " + name + " that no row names"
                        + (always ? "" : ", at least where " + where)
                        + " (for example " + inquiry.words().input(first.point()) + ")" + otherwise(inquiry),
                inquiry.words().example(first.point()),
                "Add an else row with - in " + name + ", or close the domain: declare the only values of " + name));
    }

    /** A gap without the texts that no row names, where a finding about the open column covers these already. */
    private static Region withoutOpen(Inquiry inquiry, Region gap, Map<Integer, List<Region>> open) {
        Region rest = gap;
        for (Map.Entry<Integer, List<Region>> entry : open.entrySet()) {
            int column = entry.getKey();
            int other = inquiry.table().ordinal().axes().get(column).present() - 1;
            int[] side = rest.sides()[column];
            Region others = rest.with(column, Runs.of(other, other));
            if (Runs.count(side) > 1
                    && Runs.contains(side, Runs.of(other, other))
                    && entry.getValue().stream().anyMatch(region -> region.contains(others))) {
                int size = inquiry.grid().size(column);
                rest = rest.with(column, Runs.intersection(side, Runs.complement(Runs.of(other, other), size)));
            }
        }
        return rest;
    }

    private static Region withoutColumn(Region region, int column, int size) {
        int[][] sides = region.sides().clone();
        sides[column] = Runs.of(0, size - 1);
        return new Region(sides);
    }
}

package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.internal.Axis;
import dev.incidentkit.rules.internal.proof.Change;
import dev.incidentkit.rules.internal.proof.Difference;
import dev.incidentkit.rules.internal.proof.NodeBudget;
import dev.incidentkit.rules.internal.proof.Region;
import dev.incidentkit.rules.internal.proof.Runs;
import dev.incidentkit.rules.internal.proof.Slices;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares neighbouring levels of each scale: whether they are told apart at all, and whether the more severe one gets an
 * outcome at least as severe.
 */
final class ScaleChecks {
    private static final long EACH = 200_000;

    private final Inquiry inquiry;
    private final Slices slices;
    private final List<Turn> turns = new ArrayList<>();

    private ScaleChecks(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.slices =
                new Slices(inquiry.table().gridWithDefaults(), inquiry.table().outcomesWithDefaults());
    }

    static void run(Inquiry inquiry) {
        ScaleChecks checks = new ScaleChecks(inquiry);
        for (int column = 0; column < inquiry.grid().columns(); column++) {
            Axis axis = inquiry.table().ordinal().axes().get(column);
            if (axis.input().type() instanceof ColumnType.ScaleType<?>) {
                checks.column(column, axis);
            }
        }
        Turns.report(inquiry, checks.turns);
    }

    private void column(int column, Axis axis) {
        List<List<Integer>> alike = new ArrayList<>();
        for (int level = 0; level + 1 < axis.present(); level++) {
            if (!slices.toldApart(column, level)) {
                continue;
            }
            NodeBudget part = inquiry.budget().part(EACH);
            Difference.Result result = slices.between(column, level, level + 1, part);
            inquiry.budget().charge(part);
            if (!result.exact()) {
                inquiry.undecided("How " + axis.label(level, level + 1) + " and " + axis.label(level + 1, level + 2)
                        + " of " + axis.input().name() + " differ");
            } else if (result.changes().isEmpty()) {
                chain(alike, level);
            }
            for (Change change : result.changes()) {
                compare(column, level, change);
            }
        }
        alike.forEach(levels -> alike(axis.input(), axis, levels));
    }

    private static void chain(List<List<Integer>> alike, int level) {
        List<Integer> last = alike.isEmpty() ? List.of() : alike.get(alike.size() - 1);
        if (!last.isEmpty() && last.get(last.size() - 1) == level) {
            last.add(level + 1);
        } else {
            alike.add(new ArrayList<>(List.of(level, level + 1)));
        }
    }

    private void alike(Input<?> input, Axis axis, List<Integer> levels) {
        if (inquiry.findings().stream()
                .anyMatch(finding -> finding.code() == ProofCode.COLUMN_WITHOUT_EFFECT
                        && input.name().equals(finding.column()))) {
            return;
        }
        List<String> names =
                levels.stream().map(level -> axis.label(level, level + 1)).toList();
        int[] point = new int[inquiry.grid().columns()];
        point[inquiry.table().ordinal().axes().indexOf(axis)] = levels.get(0);
        inquiry.add(new ProofFinding(
                ProofCode.LEVELS_ALIKE,
                FindingLevel.INFO,
                List.of(),
                input.name(),
                "The rows of " + input.name() + " " + Words.join(names)
                        + " are identical: all else being equal they always give the same",
                inquiry.words().example(point),
                "If that is meant, one level would do"));
    }

    private void compare(int column, int level, Change change) {
        if (change.before() == Difference.NONE || change.after() == Difference.NONE) {
            return;
        }
        List<?> before = (List<?>) inquiry.table().names().outcome(change.before());
        List<?> after = (List<?>) inquiry.table().names().outcome(change.after());
        List<Output<?>> outputs = inquiry.table().table().schema().outputs();
        for (int output = 0; output < outputs.size(); output++) {
            if (before.get(output) instanceof Level upper
                    && after.get(output) instanceof Level lower
                    && upper.rank() > lower.rank()) {
                turns.add(new Turn(
                        column,
                        outputs.get(output).name(),
                        at(change.region(), column, level),
                        at(change.region(), column, level + 1),
                        List.of(upper, lower)));
            }
        }
    }

    private static Region at(Region region, int column, int level) {
        int[][] sides = region.sides().clone();
        sides[column] = Runs.of(level, level);
        return new Region(sides);
    }

    /**
     * Two neighbouring inputs of which the more severe gets the less severe outcome.
     *
     * @param column the column in which they differ
     * @param output the name of the output
     * @param upper the more severe inputs
     * @param lower the less severe ones
     * @param levels what the upper and what the lower ones get
     */
    record Turn(int column, String output, Region upper, Region lower, List<Level> levels) {}
}

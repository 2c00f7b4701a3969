package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.internal.Axis;
import dev.incidentkit.rules.internal.proof.RuleGrid;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables whose columns are all scales: rows and columns of a matrix that jump over a level. */
final class MatrixChecks {
    private static final long MOST_CELLS = 10_000;

    private final Inquiry inquiry;
    private final int output;
    private final Scale<?> scale;
    private final int[] sizes;

    /** For each column and level the outcomes, as ranks. */
    private final BitSet[][] given;

    /** For each column, level and rank an input. */
    private final int[][][][] inputs;

    private MatrixChecks(Inquiry inquiry, int output, Scale<?> scale) {
        this.inquiry = inquiry;
        this.output = output;
        this.scale = scale;
        this.sizes = inquiry.table().ordinal().axes().stream()
                .mapToInt(Axis::present)
                .toArray();
        this.given = new BitSet[sizes.length][];
        this.inputs = new int[sizes.length][][][];
        for (int column = 0; column < sizes.length; column++) {
            given[column] = new BitSet[sizes[column]];
            inputs[column] = new int[sizes[column]][scale.size()][];
            for (int level = 0; level < sizes[column]; level++) {
                given[column][level] = new BitSet();
            }
        }
    }

    /** Whether all columns are scales, at least two, with few enough cells to look at each. */
    static boolean isMatrix(TableGrid table) {
        long cells = 1;
        for (Axis axis : table.ordinal().axes()) {
            if (!(axis.input().type() instanceof ColumnType.ScaleType<?>) || cells > MOST_CELLS) {
                return false;
            }
            cells *= axis.size();
        }
        return table.grid().columns() > 1 && cells <= MOST_CELLS;
    }

    static void run(Inquiry inquiry) {
        if (inquiry.findings().stream().anyMatch(finding -> finding.code() == ProofCode.NOT_MONOTONE)) {
            return; // a cell that stands out makes its row and column jump: one defect, one finding
        }
        List<Output<?>> outputs = inquiry.table().table().schema().outputs();
        for (int output = 0; output < outputs.size() && isMatrix(inquiry.table()); output++) {
            if (outputs.get(output).type() instanceof ColumnType.ScaleType<?> type) {
                MatrixChecks checks = new MatrixChecks(inquiry, output, type.scale());
                checks.collect(new int[checks.sizes.length], 0);
                checks.report();
            }
        }
    }

    private void collect(int[] point, int column) {
        if (column < point.length) {
            for (int level = 0; level < sizes[column]; level++) {
                point[column] = level;
                collect(point, column + 1);
            }
            return;
        }
        Level level = level(point);
        for (int i = 0; level != null && i < point.length; i++) {
            given[i][point[i]].set(level.rank());
            if (inputs[i][point[i]][level.rank()] == null) {
                inputs[i][point[i]][level.rank()] = point.clone();
            }
        }
    }

    private @Nullable Level level(int[] point) {
        RuleGrid grid = inquiry.grid();
        for (int place = 0; place < grid.rules(); place++) {
            if (grid.matches(place, point)) {
                return inquiry.table().rule(place).outputs().get(output) instanceof Level level ? level : null;
            }
        }
        return null;
    }

    private void report() {
        BitSet anywhere = new BitSet();
        for (BitSet levels : given[0]) {
            anywhere.or(levels);
        }
        for (int column = 0; column < given.length; column++) {
            for (int level = 0; level < given[column].length; level++) {
                BitSet ranks = given[column][level];
                BitSet skipped = new BitSet();
                skipped.set(Math.max(0, ranks.nextSetBit(0)), Math.max(0, ranks.length()));
                skipped.andNot(ranks);
                skipped.and(anywhere);
                if (!skipped.isEmpty()) {
                    skipped(column, level, skipped);
                }
            }
        }
    }

    private void skipped(int column, int level, BitSet skipped) {
        BitSet ranks = given[column][level];
        int[] beyond = inputs[column][level][ranks.nextSetBit(skipped.nextSetBit(0))];
        Axis axis = inquiry.table().ordinal().axes().get(column);
        inquiry.add(new ProofFinding(
                ProofCode.LEVEL_SKIPPED,
                FindingLevel.INFO,
                List.of(),
                axis.input().name(),
                axis.input().name() + " = " + axis.label(level, level + 1) + " gives " + names(ranks) + ", but never "
                        + names(skipped) + "; the jump over it is at "
                        + inquiry.words().input(beyond),
                inquiry.words().example(beyond),
                ""));
    }

    private String names(BitSet ranks) {
        return Words.join(ranks.stream().mapToObj(rank -> scale.at(rank).name()).toList());
    }
}

package dev.incidentkit.rules.internal.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The inputs that no rule matches.
 *
 * @param boxes disjoint boxes that together are all the gaps, as they were found
 * @param merged the same inputs in few boxes for people to read; these may overlap
 * @param exact false if the budget ran out: then these are gaps, but there may be more
 */
public record Gaps(List<Region> boxes, List<Region> merged, boolean exact) {
    /** How many cells may be compared when boxes are widened, largest first: thousands of gaps nobody reads. */
    private static final long WIDENING = 60_000_000L;

    /** Copies the lists. */
    public Gaps {
        boxes = List.copyOf(boxes);
        merged = List.copyOf(merged);
    }

    /**
     * Finds them.
     *
     * @param grid the rules
     * @param budget how many boxes may be looked at
     * @return the gaps
     */
    public static Gaps of(RuleGrid grid, NodeBudget budget) {
        List<Region> boxes = new ArrayList<>();
        boolean exact = new BoxWalk(grid)
                .overAll(
                        at -> {
                            if (at.count() == 0) {
                                boxes.add(at.region());
                                return false;
                            }
                            return !covered(at);
                        },
                        budget);
        return new Gaps(boxes, widen(grid, Merger.merge(boxes)), exact);
    }

    private static boolean covered(BoxWalk at) {
        for (int i = 0; i < at.count(); i++) {
            if (at.open(i) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Widens each box as far as no rule is met, and leaves out boxes that lie in others. */
    private static List<Region> widen(RuleGrid grid, List<Region> boxes) {
        List<Region> wide = new ArrayList<>();
        long work = 0;
        Widening widening = new Widening(grid);
        List<Region> largestFirst = new ArrayList<>(boxes);
        largestFirst.sort(Comparator.comparing(Region::volume).reversed());
        for (Region box : largestFirst) {
            if (wide.stream().noneMatch(other -> other.contains(box))) {
                wide.add(work < WIDENING ? widening.of(box) : box);
                work += (long) grid.rules() * grid.columns();
            }
        }
        return wide;
    }
}

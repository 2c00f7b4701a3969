package dev.incidentkit.rules.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as decision trees give them, too large to look at every input: volumes and planted defects are the oracles. */
class LargeTablesTest {
    private static final long PLENTY = 50_000_000;

    private static BigInteger volume(List<Region> regions) {
        return regions.stream().map(Region::volume).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Region whole(TreeTable table) {
        return new Region(Arrays.stream(table.sizes)
                .mapToObj(size -> Runs.of(0, size - 1))
                .toArray(int[][]::new));
    }

    @ParameterizedTest
    @CsvSource({"100, 3", "500, 5", "1000, 3", "1500, 7", "10000, 12"})
    void a_tree_without_noise_has_no_finding_and_fills_its_domain(int rules, int columns) {
        TreeTable table = new TreeTable(rules, columns, 0, rules + columns);

        assertThat(Gaps.of(table.grid(), new NodeBudget(PLENTY))).isEqualTo(new Gaps(List.of(), List.of(), true));
        assertThat(Overlaps.of(table.grid(), table.outcomes, 10)).isEqualTo(new Overlaps(List.of(), 0, List.of(), 0));
        Shadows shadows = new Shadows(table.grid());
        for (int rule = 0; rule < table.cells.size(); rule++) {
            assertThat(shadows.byEarlier(rule, new NodeBudget(PLENTY)).answer()).isEqualTo(Shadow.Answer.FREE);
        }
        assertThat(volume(table.cells.stream().map(Region::new).toList()))
                .isEqualTo(whole(table).volume());
    }

    @Property(tries = 100)
    void what_disjoint_rules_leave_of_the_domain_is_the_volume_of_the_gaps(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 12) int columns) {
        TreeTable table = new TreeTable(400, columns, 0, seed);
        List<int[][]> kept = new ArrayList<>(table.cells);
        kept.removeIf(cells -> cells[0][0] % 7 == 3);
        RuleGrid grid = new RuleGrid(table.sizes, kept);

        Gaps gaps = Gaps.of(grid, new NodeBudget(PLENTY));

        assertThat(volume(gaps.boxes()))
                .isEqualTo(whole(table)
                        .volume()
                        .subtract(volume(kept.stream().map(Region::new).toList())));
        assertThat(gaps.merged()).allMatch(gap -> kept.stream().noneMatch(cells -> gap.intersects(new Region(cells))));
    }

    @ParameterizedTest
    @CsvSource({"500, 5", "500, 7", "1500, 7"})
    void planted_noise_is_found_and_nothing_else(int rules, int columns) {
        TreeTable table = new TreeTable(rules, columns, 10, 11L * rules + columns);
        RuleGrid grid = table.grid();

        Gaps gaps = Gaps.of(grid, new NodeBudget(PLENTY));
        Overlaps overlaps = Overlaps.of(grid, table.outcomes, Integer.MAX_VALUE);

        assertThat(gaps.merged()).hasSizeLessThanOrEqualTo(rules == 500 ? 100 : 300);
        assertThat(table.lost)
                .hasSize(rules / 20)
                .allSatisfy(lost -> assertThat(uncovered(lost, table))
                        .isEqualTo(volume(
                                gaps.boxes().stream().map(lost::intersection).toList())));
        assertThat(gaps.boxes()).allMatch(gap -> table.lost.stream().anyMatch(gap::intersects));
        assertThat(overlaps.conflicting())
                .allMatch(pair -> table.enlarged.contains(pair.first()) || table.enlarged.contains(pair.second()));
        List<Overlaps.Pair> all = new ArrayList<>(overlaps.conflicting());
        all.addAll(overlaps.harmless());
        assertThat(table.enlarged)
                .allMatch(rule -> all.stream().anyMatch(pair -> pair.first() == rule || pair.second() == rule)
                        || isAlone(grid, rule));
        assertThat(all).hasSize(pairs(grid));
    }

    /** How much of a box that a rule lost no enlarged rule has taken. */
    private static BigInteger uncovered(Region lost, TreeTable table) {
        List<int[][]> clipped = new ArrayList<>();
        for (int[][] cells : table.cells) {
            Region common = lost.intersection(new Region(cells));
            if (!common.volume().equals(BigInteger.ZERO)) {
                clipped.add(common.sides());
            }
        }
        return lost.volume().subtract(union(clipped));
    }

    /** The volume of a union of boxes by inclusion and exclusion; only few boxes meet in a lost one. */
    private static BigInteger union(List<int[][]> boxes) {
        BigInteger volume = BigInteger.ZERO;
        for (int i = 0; i < boxes.size(); i++) {
            Region box = new Region(boxes.get(i));
            List<int[][]> before = new ArrayList<>();
            for (int[][] other : boxes.subList(0, i)) {
                Region common = box.intersection(new Region(other));
                if (!common.volume().equals(BigInteger.ZERO)) {
                    before.add(common.sides());
                }
            }
            volume = volume.add(box.volume()).subtract(union(before));
        }
        return volume;
    }

    private static boolean isAlone(RuleGrid grid, int rule) {
        for (int other = 0; other < grid.rules(); other++) {
            if (other != rule && grid.region(rule).intersects(grid.region(other))) {
                return false;
            }
        }
        return true;
    }

    private static int pairs(RuleGrid grid) {
        int pairs = 0;
        for (int second = 1; second < grid.rules(); second++) {
            for (int first = 0; first < second; first++) {
                pairs += grid.region(second).intersects(grid.region(first)) ? 1 : 0;
            }
        }
        return pairs;
    }
}

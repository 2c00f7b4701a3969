package dev.incidentkit.rules.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Every answer of the engine beside brute force over all inputs of small tables. 10,000 tables in full. */
class EngineLawsTest {
    private static final long PLENTY = 1_000_000;

    private static void count(String label, boolean hard) {
        Statistics.label(label)
                .collect(hard)
                .coverage(checker -> checker.check(true).count(times -> times > 0));
    }

    @Property
    void gaps_are_the_inputs_that_no_rule_matches(@ForAll long seed) {
        SmallTable table = new SmallTable(new Random(seed));
        NodeBudget budget = new NodeBudget(PLENTY);

        Gaps gaps = Gaps.of(table.grid(), budget);

        assertThat(gaps.exact()).isTrue();
        int open = 0;
        for (int[] point : SmallTable.points(table.sizes)) {
            boolean gap = table.first(point) < 0;
            open += gap ? 1 : 0;
            assertThat(gaps.boxes().stream().filter(box -> SmallTable.contains(box, point)))
                    .as("boxes that hold a point of %s", table)
                    .hasSize(gap ? 1 : 0);
            assertThat(gaps.merged().stream().anyMatch(box -> SmallTable.contains(box, point)))
                    .as("merged boxes of %s", table)
                    .isEqualTo(gap);
        }
        count("several merged gaps", gaps.merged().size() > 1);
        count("merged to fewer", gaps.merged().size() < gaps.boxes().size());
        count("no gap", open == 0);
    }

    @Property
    void overlaps_are_the_pairs_that_some_input_matches_both(@ForAll long seed) {
        SmallTable table = new SmallTable(new Random(seed));

        Overlaps overlaps = Overlaps.of(table.grid(), table.outcomes, 1000);

        List<Overlaps.Pair> conflicting = new ArrayList<>();
        List<Overlaps.Pair> harmless = new ArrayList<>();
        List<int[]> points = SmallTable.points(table.sizes);
        for (int second = 0; second < table.cells.size(); second++) {
            for (int first = 0; first < second; first++) {
                Overlaps.Pair pair = new Overlaps.Pair(first, second);
                if (points.stream()
                        .anyMatch(point -> table.matches(pair.first(), point) && table.matches(pair.second(), point))) {
                    (table.outcomes[first] == table.outcomes[second] ? harmless : conflicting).add(pair);
                }
            }
        }
        assertThat(overlaps)
                .as("%s", table)
                .isEqualTo(new Overlaps(conflicting, conflicting.size(), harmless, harmless.size()));
        count("conflicts", !conflicting.isEmpty());
        count("agreements", !harmless.isEmpty());
    }

    @Property
    void a_rule_is_shadowed_if_no_input_is_left_to_it_and_those_named_suffice(@ForAll long seed) {
        SmallTable table = new SmallTable(new Random(seed));
        Shadows shadows = new Shadows(table.grid());
        List<int[]> points = SmallTable.points(table.sizes);
        boolean union = false;
        for (int rule = 0; rule < table.cells.size(); rule++) {
            int asked = rule;
            Shadow shadow = shadows.byEarlier(rule, new NodeBudget(PLENTY));
            boolean empty = table.grid().isEmpty(rule);
            boolean left = points.stream().anyMatch(point -> table.first(point) == asked);
            assertThat(shadow.answer())
                    .as("rule %s of %s", rule, table)
                    .isEqualTo(left || empty ? Shadow.Answer.FREE : Shadow.Answer.SHADOWED);
            assertThat(points.stream()
                            .filter(point -> shadow.answer() == Shadow.Answer.SHADOWED && table.matches(asked, point)))
                    .allMatch(point -> shadow.by().stream().anyMatch(by -> table.matches(by, point)));
            union |= shadow.by().size() > 1;
        }
        count("shadowed only by several together", union);
    }

    @Property
    void differences_of_single_hit_tables_are_the_inputs_that_they_decide_otherwise(@ForAll long seed) {
        Random random = new Random(seed);
        SmallTable before = new SmallTable(random);
        SmallTable after = random.nextInt(4) == 0 ? before : new SmallTable(before.sizes, random);

        Difference.Result result = difference(before, after, null).all(new NodeBudget(PLENTY));

        assertThat(result.exact()).isTrue();
        for (int[] point : SmallTable.points(before.sizes)) {
            int was = before.decide(point);
            int is = after.decide(point);
            assertThat(result.changes().stream().filter(change -> SmallTable.contains(change.region(), point)))
                    .as("changes at a point of %s and %s", before, after)
                    .hasSize(was == is ? 0 : 1)
                    .allMatch(change -> change.before() == was && change.after() == is);
        }
        assertThat(difference(before, after, null).first(new NodeBudget(PLENTY)).changes())
                .hasSize(result.changes().isEmpty() ? 0 : 1);
        count(
                "other tables that decide alike",
                before != after && result.changes().isEmpty());
        count("tables that differ", !result.changes().isEmpty());
    }

    @Property
    void differences_of_multi_hit_tables_compare_all_that_match(@ForAll long seed) {
        Random random = new Random(seed);
        SmallTable before = new SmallTable(random);
        SmallTable after = new SmallTable(before.sizes, random);
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        int[] outcomes = joined(before, after);
        Verdict verdict = (rules, count, second) -> {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(outcomes[rules[i]]);
            }
            all.sort(null);
            return numbers.computeIfAbsent(all, key -> numbers.size());
        };

        Difference.Result result = difference(before, after, verdict).all(new NodeBudget(PLENTY));

        for (int[] point : SmallTable.points(before.sizes)) {
            boolean same = before.decideAll(point).equals(after.decideAll(point));
            assertThat(result.changes().stream().filter(change -> SmallTable.contains(change.region(), point)))
                    .hasSize(same ? 0 : 1);
        }
        count("multi-hit tables that differ", !result.changes().isEmpty());
    }

    @Property
    void contractions_change_no_decision(@ForAll long seed) {
        SmallTable table = new SmallTable(new Random(seed));

        List<Contraction> contractions = Contraction.of(table.grid(), table.outcomes, true, new BitSet());

        for (int[] point : SmallTable.points(table.sizes)) {
            assertThat(contracted(table, contractions, point)).as("%s", table).isEqualTo(table.decide(point));
        }
        count("rules that can be one", !contractions.isEmpty());
        count(
                "three or more rules that can be one",
                contractions.stream().anyMatch(one -> one.rules().size() > 2));
    }

    /** What a table decides whose contractions stand where their first rules did. */
    private static int contracted(SmallTable table, List<Contraction> contractions, int[] point) {
        for (int rule = 0; rule < table.cells.size(); rule++) {
            Region region = new Region(table.cells.get(rule));
            boolean gone = false;
            for (Contraction one : contractions) {
                if (one.rules().contains(rule)) {
                    gone = one.rules().get(0) != rule;
                    region = one.region();
                }
            }
            if (!gone && SmallTable.contains(region, point)) {
                return table.outcomes[rule];
            }
        }
        return Difference.NONE;
    }

    @Property
    void a_column_has_an_effect_if_two_inputs_that_differ_in_it_alone_are_decided_otherwise(@ForAll long seed) {
        SmallTable table = new SmallTable(new Random(seed));
        Slices slices = new Slices(table.grid(), table.outcomes);
        boolean without = false;
        for (int column = 0; column < table.sizes.length; column++) {
            Difference.Result result = slices.effect(column, new NodeBudget(PLENTY));
            boolean effect = false;
            for (int[] point : SmallTable.points(table.sizes)) {
                int[] zero = point.clone();
                zero[column] = 0;
                effect |= table.decide(point) != table.decide(zero);
            }
            assertThat(result.changes().isEmpty())
                    .as("%s column %s", table, column)
                    .isEqualTo(!effect);
            without |= !effect && table.sizes[column] > 1 && slices.toldApart(column, 0);
        }
        count("conditions without effect", without);
    }

    @Property
    void a_witness_is_an_input_on_which_the_first_of_two_rules_wins_over_the_second(@ForAll long seed) {
        SmallTable table = new SmallTable(new Random(seed));
        Witness witness = new Witness(table.grid());
        for (int second = 1; second < table.cells.size(); second++) {
            int first = second - 1;
            int other = second;
            boolean exists = SmallTable.points(table.sizes).stream()
                    .anyMatch(point -> table.first(point) == first && table.matches(other, point));
            assertThat(witness.meeting(first, second, new NodeBudget(PLENTY)).map(Region::point))
                    .matches(found -> found.isPresent() == exists)
                    .matches(found -> found.isEmpty()
                            || (table.first(found.get()) == first && table.matches(other, found.get())));
            count("rules that never meet in the open", !exists);
        }
    }

    @Property
    void a_budget_that_runs_out_is_said_and_what_was_found_holds(@ForAll long seed) {
        Random random = new Random(seed);
        SmallTable table = new SmallTable(random);

        Gaps gaps = Gaps.of(table.grid(), new NodeBudget(random.nextInt(5)));

        assertThat(SmallTable.points(table.sizes))
                .filteredOn(point -> table.first(point) >= 0)
                .noneMatch(point -> gaps.merged().stream().anyMatch(box -> SmallTable.contains(box, point)));
        count("given up", !gaps.exact());
        for (int rule = 0; rule < table.cells.size(); rule++) {
            int asked = rule;
            Shadow shadow = new Shadows(table.grid()).byEarlier(rule, new NodeBudget(random.nextInt(3)));
            boolean left = SmallTable.points(table.sizes).stream().anyMatch(point -> table.first(point) == asked);
            boolean free = left || table.grid().isEmpty(rule);
            assertThat(shadow.answer()).isIn(free ? Shadow.Answer.FREE : Shadow.Answer.SHADOWED, Shadow.Answer.UNKNOWN);
            count("shadow unknown", shadow.answer() == Shadow.Answer.UNKNOWN);
        }
    }

    private static int[] joined(SmallTable before, SmallTable after) {
        int[] outcomes = new int[before.outcomes.length + after.outcomes.length];
        System.arraycopy(before.outcomes, 0, outcomes, 0, before.outcomes.length);
        System.arraycopy(after.outcomes, 0, outcomes, before.outcomes.length, after.outcomes.length);
        return outcomes;
    }

    private static Difference difference(SmallTable before, SmallTable after, @Nullable Verdict verdict) {
        List<int[][]> cells = new ArrayList<>(before.cells);
        cells.addAll(after.cells);
        int[] outcomes = joined(before, after);
        RuleGrid grid = new RuleGrid(before.sizes, cells);
        Map<List<Object>, Integer> numbers = new HashMap<>();
        int[] contents = new int[outcomes.length];
        for (int rule = 0; rule < outcomes.length; rule++) {
            int next = numbers.size();
            contents[rule] = numbers.computeIfAbsent(List.of(grid.region(rule), outcomes[rule]), key -> next);
        }
        return new Difference(grid, before.cells.size(), outcomes, contents, verdict);
    }
}

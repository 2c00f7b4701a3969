package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.ProofLimits;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableDiff;
import dev.incidentkit.rules.TableDiff.Answer;
import dev.incidentkit.rules.TableDiff.OutcomeChange;
import dev.incidentkit.rules.internal.OrdinalTable;
import dev.incidentkit.rules.internal.proof.Change;
import dev.incidentkit.rules.internal.proof.Difference;
import dev.incidentkit.rules.internal.proof.Difference.Several;
import dev.incidentkit.rules.internal.proof.Difference.Way;
import dev.incidentkit.rules.internal.proof.NodeBudget;
import dev.incidentkit.rules.internal.proof.Region;
import dev.incidentkit.rules.internal.proof.RuleGrid;
import dev.incidentkit.rules.internal.proof.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares two tables: both are put over the same classes and carried down the same boxes. */
public final class TableDiffer {
    private final TableGrid older;
    private final TableGrid newer;
    private final Words words;
    private final Outcomes names;
    private final Answers answers;

    private TableDiffer(RuleTable before, RuleTable after) {
        List<OrdinalTable> together = OrdinalTable.together(Alignment.of(before, after));
        this.names = new Outcomes(before.schema());
        this.older = new TableGrid(together.get(0), names);
        this.newer = new TableGrid(together.get(1), names);
        this.words = new Words(together.get(1));
        this.answers = new Answers(after.schema().hitPolicy(), names);
    }

    /**
     * Compares two tables.
     *
     * @param before the older one
     * @param after the newer one
     * @param limits how far to go
     * @return how they differ
     * @throws IllegalArgumentException if a column has another type in the other table, the output columns differ, or
     *     one table answers with one rule and the other with several
     */
    public static TableDiff diff(RuleTable before, RuleTable after, ProofLimits limits) {
        TableDiffer differ = new TableDiffer(before, after);
        Difference.Result result = differ.difference().all(new NodeBudget(limits.boxes()));
        List<OutcomeChange> outcomes =
                result.changes().stream().map(differ::change).toList();
        return new TableDiff(
                after.schema().name(),
                before.hash(),
                after.hash(),
                Declarations.changes(before.schema(), after.schema()),
                RuleChanges.of(before, after),
                outcomes,
                result.exact());
    }

    private Difference difference() {
        boolean single = newer.hitPolicy().isSingleHit();
        RuleGrid first = single ? older.gridWithDefaults() : older.grid();
        RuleGrid second = single ? newer.gridWithDefaults() : newer.grid();
        int[] before = single ? older.outcomesWithDefaults() : older.outcomes();
        int[] after = single ? newer.outcomesWithDefaults() : newer.outcomes();
        Way wayBefore = way(older, first.rules() - 1);
        Way wayAfter = way(newer, first.rules() + second.rules() - 1);
        List<int[][]> cells = new ArrayList<>();
        IntStream.range(0, first.rules())
                .forEach(rule -> cells.add(first.region(rule).sides()));
        IntStream.range(0, second.rules())
                .forEach(rule -> cells.add(second.region(rule).sides()));
        int[] outcomes =
                IntStream.concat(IntStream.of(before), IntStream.of(after)).toArray();
        RuleGrid both = new RuleGrid(sizes(first), cells);
        int[] contents = contents(both, outcomes, List.of(wayBefore.fallback(), wayAfter.fallback()));
        return new Difference(both, first.rules(), outcomes, contents, single ? null : together(outcomes))
                .ways(wayBefore, wayAfter);
    }

    /** Where the first rule wins, one for the defaults is like any other. */
    private static Way way(TableGrid table, int last) {
        int fallback = table.table().schema().hasDefaults() ? last : -1;
        return switch (table.hitPolicy()) {
            case UNIQUE -> new Way(Several.CONFLICTS, fallback);
            case ANY -> new Way(Several.MUST_AGREE, fallback);
            default -> Way.FIRST;
        };
    }

    private static int[] sizes(RuleGrid grid) {
        return IntStream.range(0, grid.columns()).map(grid::size).toArray();
    }

    private record Content(Region region, int outcome, boolean fallback) {}

    private static int[] contents(RuleGrid grid, int[] outcomes, Collection<Integer> fallbacks) {
        Map<Content, Integer> numbers = new HashMap<>();
        int[] contents = new int[grid.rules()];
        for (int rule = 0; rule < contents.length; rule++) {
            int next = numbers.size();
            Content content = new Content(grid.region(rule), outcomes[rule], fallbacks.contains(rule));
            contents[rule] = numbers.computeIfAbsent(content, key -> next);
        }
        return contents;
    }

    private Verdict together(int[] outcomes) {
        int before = older.otherwise();
        int after = newer.otherwise();
        return (rules, count, second) -> {
            if (count == 0) {
                return second ? after : before;
            }
            return answers.of(
                    IntStream.range(0, count).mapToObj(i -> outcomes[rules[i]]).toList());
        };
    }

    private OutcomeChange change(Change change) {
        int[] point = change.region().point();
        Answer before = new Answer(text(change.before()), deciding(older, point, change.before()));
        Answer after = new Answer(text(change.after()), deciding(newer, point, change.after()));
        String region = words.region(change.region());
        return new OutcomeChange(
                region,
                words.example(point),
                before,
                after,
                region + ": " + before + " -> " + after + words.forExample(change.region()));
    }

    private String text(int outcome) {
        return answers.text(outcome);
    }

    private static List<String> deciding(TableGrid table, int[] point, int outcome) {
        List<String> rules = new ArrayList<>();
        for (int place = 0; place < table.grid().rules(); place++) {
            if (table.grid().matches(place, point)) {
                rules.add(table.id(place));
                if (table.hitPolicy().isSingleHit() && outcome != Difference.CONFLICT) {
                    break;
                }
            }
        }
        return rules;
    }
}

package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.rules.internal.OrdinalTable;
import dev.incidentkit.rules.internal.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Whatever a table is compiled to, it answers what a reader of its rules would. */
class CompiledTableLawsTest {
    private static final Map<String, Integer> DRAWN = RandomTables.counts();
    private static final List<String> HARD_CASES = List.of(
            "ScaleType",
            "EnumType",
            "BooleanType",
            "IntegerType",
            "DecimalType",
            "TextType",
            "DurationType",
            "DateType",
            "TimeType",
            "DateTimeType",
            "InstantType",
            "optional column",
            "missing value",
            "Is",
            "Compare",
            "Interval",
            "Prefix",
            "IsNull",
            "Not",
            "AnyOf",
            "hit",
            "default",
            "miss",
            "conflict",
            "outranked",
            "several hits",
            "DENSE",
            "BITSET",
            "BOX_TREE",
            "more than 64 rules");

    @AfterContainer
    static void everyHardCaseWasDrawn() {
        if (RandomTables.DRAWS_FEW) {
            return;
        }
        assertThat(DRAWN.keySet()).as("drawn: %s", DRAWN).containsAll(HARD_CASES);
        for (HitPolicy policy : HitPolicy.values()) {
            assertThat(DRAWN).containsKey(policy.name());
        }
    }

    @Property
    void everyBackEndAnswersWhatTheRulesSay(@ForAll long seed) {
        RandomTables random = new RandomTables(seed, DRAWN);
        RuleTable table = random.table();
        if (table.rules().size() > 64) {
            random.count("more than 64 rules");
        }
        List<CompiledTable> compiled = compiled(table, random);
        for (int i = 0; i < 12; i++) {
            List<@Nullable Object> values = random.values(table.schema());
            for (CompiledTable one : compiled) {
                check(one, values, random);
            }
        }
    }

    private static List<CompiledTable> compiled(RuleTable table, RandomTables random) {
        List<CompiledTable> compiled = new ArrayList<>(List.of(table.compile()));
        for (BackEnd backEnd : BackEnd.values()) {
            try {
                compiled.add(CompiledTable.of(table, backEnd));
                random.count(backEnd.name());
            } catch (RuleTableException e) {
                assertThat(e.faults()).extracting(RuleFinding::code).containsExactly(RuleCode.TOO_LARGE);
            }
        }
        return compiled;
    }

    private static void check(CompiledTable compiled, List<@Nullable Object> values, RandomTables random) {
        RuleTable table = compiled.table();
        List<Integer> matching = table.matching(values);
        Key key = compiled.newKey();
        values.forEach(key::put);
        if (!table.schema().hitPolicy().isSingleHit()) {
            several(compiled, key, matching, random);
            return;
        }
        boolean conflict = conflict(table, matching);
        if (conflict) {
            random.count("conflict");
            assertThatThrownBy(() -> compiled.decide(key))
                    .isInstanceOfSatisfying(
                            HitPolicyViolatedException.class,
                            e -> assertThat(e.rules()).containsExactlyElementsOf(ids(table, matching)));
        } else if (!matching.isEmpty()) {
            random.count(matching.size() > 1 ? "outranked" : "hit");
            int row = first(table, matching);
            assertThat(compiled.row(key))
                    .as("%s %s %s", compiled.backEnd(), table.rules(), values)
                    .isEqualTo(row);
            assertThat(compiled.decide(key).values())
                    .isEqualTo(table.rules().get(row).outputs());
        } else if (table.schema().hasDefaults()) {
            random.count("default");
            assertThat(compiled.decide(key).isDefault()).isTrue();
        } else {
            random.count("miss");
            assertThat(compiled.row(key)).isEqualTo(-1);
            assertThatThrownBy(() -> compiled.decide(key)).isInstanceOf(NoRuleMatchedException.class);
        }
        byOrdinals(compiled, values, conflict ? -2 : matching.isEmpty() ? -1 : first(table, matching));
    }

    private static void byOrdinals(CompiledTable compiled, List<@Nullable Object> values, int expected) {
        int[] o = new int[values.size()];
        for (int i = 0; i < o.length; i++) {
            o[i] = compiled.ordinal(i, values.get(i));
        }
        if (o.length > 5) {
            return;
        }
        int row;
        try {
            row = at(compiled, o).row();
        } catch (NoRuleMatchedException e) {
            row = -1;
        } catch (HitPolicyViolatedException e) {
            row = -2;
        }
        assertThat(row).isEqualTo(expected);
    }

    private static RuleOutcome at(CompiledTable compiled, int[] o) {
        return switch (o.length) {
            case 1 -> compiled.at(o[0]);
            case 2 -> compiled.at(o[0], o[1]);
            case 3 -> compiled.at(o[0], o[1], o[2]);
            case 4 -> compiled.at(o[0], o[1], o[2], o[3]);
            default -> compiled.at(o[0], o[1], o[2], o[3], o[4]);
        };
    }

    private static boolean conflict(RuleTable table, List<Integer> matching) {
        long outputs = matching.stream()
                .map(row -> table.rules().get(row).outputs())
                .distinct()
                .count();
        return (table.schema().hitPolicy() == HitPolicy.UNIQUE && matching.size() > 1)
                || (table.schema().hitPolicy() == HitPolicy.ANY && outputs > 1);
    }

    /** For PRIORITY the allowed values are 3, 1, 2 in this order. */
    private static int first(RuleTable table, List<Integer> matching) {
        if (table.schema().hitPolicy() == HitPolicy.PRIORITY) {
            for (long value : List.of(3L, 1L, 2L)) {
                for (int row : matching) {
                    if (table.rules().get(row).outputs().get(0).equals(value)) {
                        return row;
                    }
                }
            }
        }
        return matching.get(0);
    }

    private static List<String> ids(RuleTable table, List<Integer> rows) {
        return rows.stream().map(row -> table.rules().get(row).id()).toList();
    }

    private static void several(CompiledTable compiled, Key key, List<Integer> matching, RandomTables random) {
        RuleTable table = compiled.table();
        Hits hits = compiled.decideAll(key);
        List<Integer> ranked = new ArrayList<>();
        for (int row : Ranking.order(table)) {
            if (matching.contains(row)) {
                ranked.add(row);
            }
        }
        random.count(matching.size() > 1 ? "several hits" : matching.isEmpty() ? "no hit" : "one hit");
        if (matching.isEmpty() && table.schema().hasDefaults()) {
            assertThat(hits.rules()).containsExactly(RuleTable.DEFAULT_RULE);
            return;
        }
        assertThat(hits.rules()).containsExactlyElementsOf(ids(table, ranked));
        List<Long> amounts = matching.stream()
                .map(row -> (Long) table.rules().get(row).outputs().get(0))
                .toList();
        Object expected = switch (table.schema().hitPolicy()) {
            case COLLECT_COUNT -> (long) matching.size();
            case COLLECT_SUM -> amounts.stream().reduce(Long::sum).orElse(null);
            case COLLECT_MIN -> amounts.stream().min(Long::compare).orElse(null);
            case COLLECT_MAX -> amounts.stream().max(Long::compare).orElse(null);
            default -> null;
        };
        assertThat(hits.aggregate().orElse(null)).isEqualTo(expected);
    }

    @Property
    void anExampleOfAClassIsOfThatClassAndMeetsTheSameCells(@ForAll long seed) {
        RandomTables random = new RandomTables(seed, DRAWN);
        RuleTable table = random.table();
        OrdinalTable ordinals = OrdinalTable.of(table);
        for (int column = 0; column < ordinals.columns(); column++) {
            var axis = ordinals.axes().get(column);
            for (int clazz = 0; clazz < axis.size(); clazz++) {
                Object example = axis.example(clazz);
                assertThat(axis.classOf(example))
                        .as("%s of %s", example, axis.input())
                        .isEqualTo(clazz);
                for (int row = 0; row < ordinals.rows(); row++) {
                    assertThat(ordinals.cell(row, column).contains(clazz))
                            .as(
                                    "%s in %s of %s, %s",
                                    example,
                                    ordinals.cell(row, column),
                                    table.rules().get(row),
                                    axis.input())
                            .isEqualTo(table.rules()
                                    .get(row)
                                    .conditions()
                                    .get(column)
                                    .matches(axis.input().type(), example));
                }
            }
        }
    }

    @Property
    void anExplanationNamesTheRuleThatDecides(@ForAll long seed) {
        RandomTables random = new RandomTables(seed, DRAWN);
        RuleTable table = random.table();
        CompiledTable compiled = table.compile();
        List<@Nullable Object> values = random.values(table.schema());
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byName.put(table.schema().inputs().get(i).name(), values.get(i));
        }
        TableExplanation explanation = compiled.explain(byName);
        if (explanation.violated()) {
            assertThatThrownBy(() -> compiled.decide(compiled.key(byName)))
                    .isInstanceOf(HitPolicyViolatedException.class);
        } else if (!explanation.decided().isEmpty()) {
            assertThat(compiled.decideAll(compiled.key(byName)).rules()).isEqualTo(explanation.decided());
        }
        assertThat(explanation.text()).contains(table.schema().name());
    }
}

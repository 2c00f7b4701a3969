package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.rules.dmn.DmnWriter;
import dev.incidentkit.rules.format.TableReader;
import dev.incidentkit.rules.format.TableWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Levels whose labels read like cells: a host may call its levels what it likes, and no table is taken for another. */
class LabelsTest {
    private static final Scale<CustomLevel> HARD = Scale.custom(
            "hard",
            "A",
            "B",
            ">= B",
            "< A",
            "-",
            "null",
            "\"null\"",
            "A, B",
            "not(A)",
            "not",
            "[B..A]",
            "(B..A]",
            "A)",
            "(A)",
            "A]",
            "B..A",
            "A.",
            ".A",
            "starts with(?, \"A\")",
            "\"A\"",
            "A\\",
            "a|b",
            "cell",
            "then",
            "rule",
            "1",
            "2",
            "true",
            "1-2",
            "= A",
            " A ",
            "A\nB",
            "Critical (all users)");
    private static final Input<CustomLevel> LEVEL = Input.scale("level", HARD).orMissing();
    private static final Input<CustomLevel> OTHER = Input.scale("other", HARD).orMissing();
    private static final Output<CustomLevel> OUT = Output.scale("out", HARD).orMissing();

    private static RuleSchema schema() {
        return RuleSchema.named("t")
                .in(LEVEL)
                .in(OTHER)
                .out(OUT)
                .hitPolicy(HitPolicy.FIRST)
                .build();
    }

    private static RuleTable table(CellCondition first, CellCondition second) {
        return table(first, second, HARD.at(0));
    }

    private static RuleTable table(CellCondition first, CellCondition second, @Nullable Object out) {
        List<CellCondition> cells = List.of(first, second);
        List<@Nullable Object> outputs = new ArrayList<>();
        outputs.add(out);
        return RuleTable.of(schema(), List.of(new Rule("R1", cells, outputs, "", null)));
    }

    /** Conditions of every kind over every label, alternatives in one order only. */
    private static List<CellCondition> conditions() {
        List<CellCondition> plain = new ArrayList<>(List.of(CellCondition.isNull()));
        for (CustomLevel level : HARD.levels()) {
            plain.add(new CellCondition.Is(level));
            plain.add(new CellCondition.Compare(CellCondition.Operator.AT_LEAST, level));
            plain.add(new CellCondition.Compare(CellCondition.Operator.LESS, HARD.at(Math.max(level.rank() - 1, 0))));
            plain.add(
                    new CellCondition.Interval(level, CellCondition.End.CLOSED, HARD.at(0), CellCondition.End.CLOSED));
        }
        List<CellCondition> all = new ArrayList<>(plain);
        plain.forEach(one -> all.add(new CellCondition.Not(one)));
        for (int i = 0; i < plain.size(); i++) {
            for (int j = i + 1; j < plain.size(); j += 1 + i % 3) {
                CellCondition both = CellCondition.anyOf(List.of(plain.get(i), plain.get(j)));
                all.add(both);
                all.add(new CellCondition.Not(both));
            }
        }
        all.add(CellCondition.any());
        return all;
    }

    @Test
    void tables_that_decide_differently_have_different_hashes_whatever_the_labels_of_their_levels() {
        CellCondition is = new CellCondition.Is(HARD.level(">= B"));
        CellCondition atLeast = new CellCondition.Compare(CellCondition.Operator.AT_LEAST, HARD.level("B"));
        CellCondition dash = new CellCondition.Is(HARD.level("-"));

        assertThat(table(is, dash).hash()).isNotEqualTo(table(atLeast, dash).hash());
        assertThat(table(dash, is).hash())
                .isNotEqualTo(table(CellCondition.any(), is).hash());
        assertThat(table(is, is, HARD.level("null")).hash())
                .isNotEqualTo(table(is, is, null).hash());

        Map<String, CellCondition> known = new HashMap<>();
        for (CellCondition condition : conditions()) {
            RuleTable table = table(condition, CellCondition.any());
            CellCondition same = known.putIfAbsent(table.hash(), condition);
            assertThat(same == null || meansTheSame(same, condition))
                    .as("%s and %s have one hash", same, condition)
                    .isTrue();
        }
        assertThat(known).hasSizeGreaterThan(5_000);
    }

    private static boolean meansTheSame(CellCondition one, CellCondition other) {
        return one.matches(LEVEL.type(), null) == other.matches(LEVEL.type(), null)
                && HARD.levels().stream()
                        .allMatch(level -> one.matches(LEVEL.type(), level) == other.matches(LEVEL.type(), level));
    }

    @Test
    void cells_of_two_columns_are_not_taken_for_one_another() {
        CellCondition no = new CellCondition.Is(HARD.level("not"));
        CellCondition a = new CellCondition.Is(HARD.level("A"));
        CellCondition two = new CellCondition.Is(HARD.level("2"));

        assertThat(table(new CellCondition.Not(no), a).hash())
                .isNotEqualTo(table(no, new CellCondition.Not(a)).hash());
        assertThat(table(two, new CellCondition.Is(HARD.level("cell"))).hash())
                .isNotEqualTo(table(two, CellCondition.anyOf(List.of(a, two))).hash());
    }

    @Test
    void labels_stand_bare_in_conditions_unless_they_would_be_misread() {
        ColumnType<CustomLevel> type = LEVEL.type();

        assertThat(new CellCondition.Is(HARD.level("Critical (all users)")).text(type))
                .isEqualTo("Critical (all users)");
        assertThat(new CellCondition.Not(new CellCondition.Is(HARD.level("A, B"))).text(type))
                .isEqualTo("not(\"A, B\")");
    }

    @Test
    void a_written_table_reads_back_the_same_whatever_the_labels_of_its_levels() {
        List<Rule> rules = new ArrayList<>();
        for (CellCondition condition : conditions()) {
            CustomLevel out = HARD.at(rules.size() % HARD.size());
            List<@Nullable Object> outputs = new ArrayList<>();
            outputs.add(rules.size() % 50 == 49 ? null : out);
            rules.add(new Rule("R" + rules.size(), List.of(condition, new CellCondition.Is(out)), outputs, "", null));
        }
        RuleTable table = RuleTable.of(schema(), rules);
        TableReader reader = TableReader.of(schema());

        assertThat(reader.readMarkdown("t.md", TableWriter.markdown(table))
                        .table("t")
                        .hash())
                .isEqualTo(table.hash());
        assertThat(reader.readCsv("t.csv", TableWriter.csv(table)).table("t").hash())
                .isEqualTo(table.hash());
        RuleTable plain = RuleTable.of(
                schema(),
                rules.stream()
                        .filter(rule -> !(rule.conditions().get(0) instanceof CellCondition.Not))
                        .toList());
        String xml = DmnWriter.write("t", List.of(plain)).xml();
        assertThat(reader.readDmn("t.dmn", xml).table("t").rules())
                .extracting(rule -> rule.conditions().get(1), Rule::outputs)
                .isEqualTo(plain.rules().stream()
                        .map(rule -> tuple(rule.conditions().get(1), rule.outputs()))
                        .toList());
    }
}

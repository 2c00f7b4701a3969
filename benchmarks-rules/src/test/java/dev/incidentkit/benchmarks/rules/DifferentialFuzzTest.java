package dev.incidentkit.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.rules.BackEnd;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.HitPolicyViolatedException;
import dev.incidentkit.rules.NoRuleMatchedException;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.RuleTableException;
import dev.incidentkit.rules.dmn.DmnModel;
import dev.incidentkit.rules.dmn.DmnWriter;
import dev.incidentkit.rules.format.ReadLimits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Random tables of S-FEEL tests: KIE DMN, the model as this library reads it back, every back end and the plain reading
 * of the rules say the same of every input. In full 1,000 tables of 40 inputs.
 */
class DifferentialFuzzTest {
    private static final int INPUTS = 40;

    private final Map<String, Integer> drawn = new TreeMap<>();

    @Test
    void kie_and_every_back_end_agree_on_random_tables() {
        int tables = Math.max(20, Integer.getInteger("incidentkit.tries.percent", 10) * 10);
        for (int seed = 0; seed < tables; seed++) {
            RandomFeelTables random = new RandomFeelTables(seed, drawn);
            check(random, random.table(), seed);
        }
        assertThat(drawn.keySet()).containsAll(RandomFeelTables.HARD_CASES);
        assertThat(drawn.keySet()).contains("no match", "several match", "DENSE", "BITSET", "BOX_TREE", "violated");
    }

    private void check(RandomFeelTables random, RuleTable table, int seed) {
        List<CompiledTable> compiled = compiled(table);
        List<Map<String, Object>> inputs = Stream.generate(() -> random.input(table.schema()))
                .limit(INPUTS)
                .toList();
        List<Object> expected = new ArrayList<>();
        for (Map<String, Object> input : inputs) {
            List<Integer> matching = matching(table, input);
            drawn.merge(
                    matching.isEmpty() ? "no match" : matching.size() > 1 ? "several match" : "one match",
                    1,
                    Integer::sum);
            Object answer = expected(table, matching);
            expected.add(answer);
            compiled.forEach(one -> assertThat(answer(one, input))
                    .as("%s, seed %s input %s of %s", one.backEnd(), seed, input, table.rules())
                    .isEqualTo(answer));
        }
        for (String xml : models(table)) {
            check(table, xml, inputs, expected, "seed " + seed);
        }
    }

    private static void check(
            RuleTable table, String xml, List<Map<String, Object>> inputs, List<Object> expected, String seed) {
        DMNRuntime kie = kie(xml);
        DmnModel ours = DmnModel.read("fuzz.dmn", xml, ReadLimits.defaults());
        for (int i = 0; i < inputs.size(); i++) {
            Map<String, Object> input = inputs.get(i);
            String about = seed + " input " + input + " of\n" + xml;
            assertThat(model(ours, table, input)).as("the model, %s", about).isEqualTo(expected.get(i));
            assertThat(kie(kie, table, input)).as("KIE, %s", about).isEqualTo(ofKie(table, input, expected.get(i)));
        }
    }

    /** DMN counts the outputs of all rules that match; KIE counts equal ones once. */
    private static @Nullable Object ofKie(RuleTable table, Map<String, Object> input, @Nullable Object expected) {
        if (table.schema().hitPolicy() != HitPolicy.COLLECT_COUNT) {
            return expected;
        }
        return normal(matching(table, input).stream()
                .map(row -> table.rules().get(row).outputs())
                .distinct()
                .count());
    }

    private static List<Integer> matching(RuleTable table, Map<String, Object> input) {
        return table.matching(table.schema().inputs().stream()
                .map(column -> input.get(column.name()))
                .toList());
    }

    /** The model that is exported; where outputs rank rules, which the export spares modelers, one that says so too. */
    private static List<String> models(RuleTable table) {
        String exported = DmnWriter.write("fuzz", List.of(table)).xml();
        HitPolicy policy = table.schema().hitPolicy();
        if (!policy.ranksOutputs()) {
            return List.of(exported);
        }
        RuleSchema unranked = RuleSchema.builder(table.schema())
                .hitPolicy(HitPolicy.RULE_ORDER)
                .build();
        String ranked = DmnWriter.write("fuzz", List.of(RuleTable.of(unranked, table.rules())))
                .xml()
                .replace(
                        "hitPolicy=\"RULE ORDER\"",
                        "hitPolicy=\"" + policy.name().replace('_', ' ') + "\"");
        assertThat(ranked).contains("hitPolicy=\"" + policy.name().replace('_', ' ') + "\"");
        return List.of(exported, ranked);
    }

    private List<CompiledTable> compiled(RuleTable table) {
        List<CompiledTable> compiled = new ArrayList<>();
        for (BackEnd backEnd : BackEnd.values()) {
            try {
                compiled.add(CompiledTable.of(table, backEnd));
                drawn.merge(backEnd.name(), 1, Integer::sum);
            } catch (RuleTableException e) {
                drawn.merge("too large for " + backEnd, 1, Integer::sum);
            }
        }
        return compiled;
    }

    private static DMNRuntime kie(String xml) {
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newByteArrayResource(xml.getBytes(StandardCharsets.UTF_8))))
                .getOrElseThrow(e -> new IllegalStateException("KIE DMN refuses the model\n" + xml, e));
    }

    /** What the rules themselves say: a number, a list of numbers, null for none, or that the hit policy is violated. */
    private @Nullable Object expected(RuleTable table, List<Integer> matching) {
        List<BigDecimal> outputs = matching.stream()
                .map(row -> normal(table.rules().get(row).outputs().get(0)))
                .toList();
        Object result = switch (table.schema().hitPolicy()) {
            case UNIQUE -> outputs.size() > 1 ? "violated" : single(outputs);
            case ANY -> outputs.stream().distinct().count() > 1 ? "violated" : single(outputs);
            case FIRST -> single(outputs);
            case PRIORITY -> single(ranked(outputs));
            case OUTPUT_ORDER -> ranked(outputs);
            case COLLECT_COUNT -> normal(outputs.size());
            case COLLECT_SUM ->
                outputs.stream()
                        .reduce(BigDecimal::add)
                        .map(DifferentialFuzzTest::normal)
                        .orElse(null);
            case COLLECT_MIN -> outputs.stream().min(BigDecimal::compareTo).orElse(null);
            case COLLECT_MAX -> outputs.stream().max(BigDecimal::compareTo).orElse(null);
            default -> outputs;
        };
        if ("violated".equals(result)) {
            drawn.merge("violated", 1, Integer::sum);
        }
        return result;
    }

    private static List<BigDecimal> ranked(List<BigDecimal> outputs) {
        List<BigDecimal> ranks = List.of(new BigDecimal(2), new BigDecimal(3), new BigDecimal(1));
        return outputs.stream().sorted(Comparator.comparing(ranks::indexOf)).toList();
    }

    private static @Nullable Object single(List<BigDecimal> outputs) {
        return outputs.isEmpty() ? null : outputs.get(0);
    }

    private static @Nullable Object answer(CompiledTable table, Map<String, Object> input) {
        try {
            if (table.table().schema().hitPolicy().isSingleHit()) {
                return normal(table.decide(table.key(input)).values().get(0));
            }
            var hits = table.decideAll(table.key(input));
            return table.table().schema().hitPolicy().name().startsWith("COLLECT_")
                    ? plain(hits.aggregate().orElse(null))
                    : hits.outcomes().stream()
                            .map(outcome -> normal(outcome.values().get(0)))
                            .toList();
        } catch (HitPolicyViolatedException e) {
            return "violated";
        } catch (NoRuleMatchedException e) {
            return null;
        }
    }

    private static @Nullable Object model(DmnModel model, RuleTable table, Map<String, Object> input) {
        try {
            return plain(model.evaluate(table.schema().name(), RandomFeelTables.feel(input)), table);
        } catch (dev.incidentkit.rules.dmn.DmnEvaluationException e) {
            return "violated";
        }
    }

    /** KIE answers a violated hit policy with null and a message. */
    private static @Nullable Object kie(DMNRuntime runtime, RuleTable table, Map<String, Object> input) {
        DMNContext context = runtime.newContext();
        RandomFeelTables.feel(input).forEach(context::set);
        DMNDecisionResult result = runtime.evaluateAll(runtime.getModels().get(0), context)
                .getDecisionResultByName(table.schema().name());
        boolean violated = result.getEvaluationStatus() == DMNDecisionResult.DecisionEvaluationStatus.FAILED
                || result.getMessages().stream()
                        .anyMatch(message -> message.getText().contains("hit policy")
                                && (message.getText().contains("nique")
                                        || message.getText().contains("ANY")));
        return violated && result.getResult() == null ? "violated" : plain(result.getResult(), table);
    }

    private static @Nullable Object plain(@Nullable Object value, RuleTable table) {
        boolean list = !table.schema().hitPolicy().isSingleHit()
                && !table.schema().hitPolicy().name().startsWith("COLLECT_");
        if (list && !(value instanceof List<?>)) {
            // none is null; and KIE takes a list of one number for the number, because the output is one
            return value == null ? List.of() : List.of(normal(value));
        }
        return plain(value);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(DifferentialFuzzTest::normal).toList();
        }
        return value == null ? null : normal(value);
    }

    private static BigDecimal normal(@Nullable Object number) {
        BigDecimal plain = new BigDecimal(String.valueOf(number)).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}

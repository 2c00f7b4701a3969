package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Every proof agrees with looking at all combinations of values, one after another. */
class ConditionProofLawsTest {
    private static final Fact VIP = Fact.attribute("vip");
    private static final Fact SITE = Fact.attribute("site");
    private static final ConditionProof PROOF = ConditionProof.over(
            Map.of(Fact.BuiltIn.PRIORITY, Scale.PRIORITY),
            List.of(AttributeDefinition.of("vip", AttributeType.BOOLEAN)));

    /** What a fact may be: names, whether it counts as having a value, a rank and a number. */
    private record Value(
            Set<String> names,
            boolean counts,
            int rank,
            @Nullable BigDecimal number) {
        static Value of(String... names) {
            return new Value(Set.of(names), names.length > 0, -1, null);
        }
    }

    private static final Map<Fact, List<Value>> VALUES = Map.of(
            VIP,
            List.of(Value.of(), new Value(Set.of("false"), false, -1, null), Value.of("true")),
            SITE,
            List.of(Value.of(), Value.of("a"), Value.of("b"), Value.of("false"), Value.of("z")),
            Fact.BuiltIn.OWNED,
            List.of(new Value(Set.of("false"), false, -1, null), Value.of("true")),
            Fact.BuiltIn.OWNER_GROUP,
            List.of(Value.of(), Value.of("a"), Value.of("b"), Value.of("z")),
            Fact.BuiltIn.SERVICE,
            List.of(
                    Value.of(),
                    Value.of("a"),
                    Value.of("b"),
                    Value.of("a", "b"),
                    Value.of("z"),
                    Value.of("a", "z"),
                    Value.of("b", "z"),
                    Value.of("a", "b", "z")),
            Fact.BuiltIn.PRIORITY,
            List.of(
                    Value.of(),
                    new Value(Set.of("P1"), true, 0, null),
                    new Value(Set.of("P2"), true, 1, null),
                    new Value(Set.of("P3"), true, 2, null),
                    new Value(Set.of("P4"), true, 3, null),
                    new Value(Set.of("P5"), true, 4, null)));

    private static final List<Fact> FACTS = List.of(
            VIP, SITE, Fact.BuiltIn.OWNED, Fact.BuiltIn.OWNER_GROUP, Fact.BuiltIn.SERVICE, Fact.BuiltIn.PRIORITY);

    private record Fixed(Map<Fact, Value> values) implements Facts {
        private Value of(Fact fact) {
            return values.getOrDefault(fact, Value.of());
        }

        @Override
        public @Nullable String name(Fact fact) {
            return of(fact).counts() ? of(fact).names().iterator().next() : null;
        }

        @Override
        public boolean has(Fact fact) {
            return of(fact).counts();
        }

        @Override
        public boolean is(Fact fact, String value) {
            return of(fact).names().contains(value);
        }

        @Override
        public int rank(Fact fact) {
            return of(fact).rank();
        }
    }

    private static Condition random(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 7);
        Fact fact = FACTS.get(random.nextInt(FACTS.size()));
        return switch (kind) {
            case 0 -> Condition.has(fact);
            case 1 -> Condition.oneOf(fact, name(fact, random));
            case 2 ->
                random.nextBoolean()
                        ? Condition.oneOf(fact, name(fact, random), name(fact, random))
                        : Condition.atLeast(Fact.BuiltIn.PRIORITY, Scale.PRIORITY.at(2 * random.nextInt(3)));
            case 3, 4 ->
                Condition.allOf(random(random, depth - 1), random(random, depth - 1), random(random, depth - 1));
            case 5 -> Condition.anyOf(random(random, depth - 1), random(random, depth - 1));
            default -> Condition.not(random(random, depth - 1));
        };
    }

    private static String name(Fact fact, Random random) {
        if (fact == Fact.BuiltIn.PRIORITY) {
            return random.nextBoolean() ? "P1" : "P3";
        }
        boolean isFlag = fact.equals(VIP) || fact == Fact.BuiltIn.OWNED;
        return isFlag ? String.valueOf(random.nextBoolean()) : random.nextBoolean() ? "a" : "b";
    }

    private static boolean possible(Condition condition, int place, Map<Fact, Value> values) {
        if (place == FACTS.size()) {
            Fixed incident = new Fixed(values);
            boolean tied = incident.has(Fact.BuiltIn.OWNER_GROUP) && !incident.has(Fact.BuiltIn.OWNED);
            return !tied && condition.holds(incident);
        }
        Fact fact = FACTS.get(place);
        for (Value value : VALUES.getOrDefault(fact, List.of())) {
            values.put(fact, value);
            if (possible(condition, place + 1, values)) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 3_000)
    void a_proof_says_what_all_combinations_say(@ForAll Random random) {
        Condition condition = random(random, 4);
        boolean possible = possible(condition, 0, new HashMap<>());
        Statistics.label("possible").collect(possible);
        Statistics.label("possible").coverage(coverage -> {
            coverage.check(true).count(count -> count > 0);
            coverage.check(false).count(count -> count > 0);
        });

        assertThat(PROOF.judge(condition))
                .as("%s", condition)
                .isEqualTo(possible ? ConditionProof.Verdict.POSSIBLE : ConditionProof.Verdict.IMPOSSIBLE);
    }
}

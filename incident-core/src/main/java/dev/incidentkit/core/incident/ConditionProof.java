package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves things about conditions over every combination of values that they can tell apart: each value that is named, one
 * that is not, and none. What is found possible comes with an example. Immutable and safe for use by several threads.
 *
 * <p>Known ties between facts are respected: a reason to wait belongs to the phase ON_HOLD, who belongs to a group or is
 * a person is an owner. What is resolved need not be restored: a ticket that is adopted may not say when it worked again.
 */
public final class ConditionProof {
    /** How often a proof looks at parts of a condition before it is given up. */
    public static final int MAX_LOOKS = 10_000_000;

    static final String OTHER = "(another)";

    private final Map<Fact, List<? extends Level>> scales;
    private final Map<Fact, Fact.Kind> declared;

    private ConditionProof(Map<Fact, List<? extends Level>> scales, Map<Fact, Fact.Kind> declared) {
        this.scales = Map.copyOf(scales);
        this.declared = Map.copyOf(declared);
    }

    /**
     * Proofs over the default scales.
     *
     * @return the prover
     */
    public static ConditionProof standard() {
        return over(
                Map.of(
                        Fact.BuiltIn.PRIORITY, Scale.PRIORITY,
                        Fact.BuiltIn.IMPACT, Scale.IMPACT,
                        Fact.BuiltIn.URGENCY, Scale.URGENCY,
                        Fact.BuiltIn.SEVERITY, Scale.SEVERITY),
                List.of());
    }

    /**
     * Proofs over scales of a definition's own.
     *
     * @param scales the scale of each built-in fact whose values are levels
     * @param attributes the attributes that the definition declares; others are taken to have one name at most
     * @return the prover
     */
    public static ConditionProof over(
            Map<Fact, ? extends Scale<?>> scales, Collection<AttributeDefinition> attributes) {
        Map<Fact, List<? extends Level>> levels = new HashMap<>();
        Map<Fact, Fact.Kind> declared = new HashMap<>();
        scales.forEach((fact, scale) -> levels.put(fact, scale.levels()));
        for (AttributeDefinition attribute : attributes) {
            Fact fact = Fact.attribute(attribute.name());
            Scale<CustomLevel> scale = attribute.scale();
            if (scale != null) {
                levels.put(fact, scale.levels());
            } else if (attribute.type() == AttributeType.SET) {
                declared.put(fact, Fact.Kind.NAMES);
            } else if (attribute.type() == AttributeType.BOOLEAN) {
                declared.put(fact, Fact.Kind.FLAG);
            }
        }
        return new ConditionProof(levels, declared);
    }

    /** What can be said of a condition. */
    public enum Verdict {
        /** There are facts for which it holds. */
        POSSIBLE,

        /** There are none. */
        IMPOSSIBLE,

        /** It is too tangled to say. */
        NOT_PROVABLE
    }

    /**
     * Says whether a condition can hold.
     *
     * @param condition the condition
     * @return the verdict; {@link Verdict#NOT_PROVABLE} after {@value #MAX_LOOKS} looks
     */
    public Verdict judge(Condition condition) {
        try {
            return search(condition).isPresent() ? Verdict.POSSIBLE : Verdict.IMPOSSIBLE;
        } catch (ConditionSearch.Exhausted e) {
            return Verdict.NOT_PROVABLE;
        }
    }

    /**
     * Looks for facts for which a condition holds.
     *
     * @param condition the condition
     * @return an example with the facts that have a value, by name; empty if there is none
     * @throws IllegalArgumentException if {@value #MAX_LOOKS} looks do not tell
     */
    public Optional<Map<String, String>> example(Condition condition) {
        try {
            return search(condition);
        } catch (ConditionSearch.Exhausted e) {
            throw new IllegalArgumentException(
                    "A condition is given up after " + MAX_LOOKS + " looks at its parts, as is " + condition, e);
        }
    }

    /**
     * Looks for facts for which one condition holds and another does not.
     *
     * @param condition the one
     * @param consequence the other
     * @return a counter-example; empty if the one implies the other
     * @throws IllegalArgumentException if {@value #MAX_LOOKS} looks do not tell
     */
    public Optional<Map<String, String>> counterExample(Condition condition, Condition consequence) {
        return example(Condition.allOf(condition, Condition.not(consequence)));
    }

    private Optional<Map<String, String>> search(Condition condition) throws ConditionSearch.Exhausted {
        Map<Fact, Set<String>> named = new TreeMap<>((a, b) -> a.factName().compareTo(b.factName()));
        Map<Fact, Set<BigDecimal>> bounds = new HashMap<>();
        collect(condition, named, bounds);
        ConditionFormula formula = new ConditionFormula();
        named.forEach((fact, names) -> {
            if (kind(fact) == Fact.Kind.NAMES) {
                formula.several(fact, names);
            } else {
                formula.one(fact, domain(fact, names, bounds.getOrDefault(fact, Set.of())));
            }
        });
        BitSet[] found = new ConditionSearch(MAX_LOOKS).solve(formula.of(condition), formula.values());
        return found == null ? Optional.empty() : Optional.of(formula.described(found));
    }

    private Fact.Kind kind(Fact fact) {
        return scales.containsKey(fact) ? Fact.Kind.LEVEL : declared.getOrDefault(fact, fact.kind());
    }

    private static void collect(Condition condition, Map<Fact, Set<String>> named, Map<Fact, Set<BigDecimal>> bounds) {
        if (condition instanceof Condition.OneOf oneOf) {
            named.computeIfAbsent(oneOf.fact(), fact -> new TreeSet<>()).addAll(oneOf.values());
        } else if (condition instanceof Condition.Has has) {
            named.computeIfAbsent(has.fact(), fact -> new TreeSet<>());
        } else if (condition instanceof Condition.AtLeast atLeast) {
            named.computeIfAbsent(atLeast.fact(), fact -> new TreeSet<>()).add(atLeast.level());
        } else if (condition instanceof Condition.Between between) {
            named.computeIfAbsent(between.fact(), fact -> new TreeSet<>());
            Set<BigDecimal> found = bounds.computeIfAbsent(between.fact(), fact -> new TreeSet<>());
            if (between.min() != null) {
                found.add(between.min());
            }
            if (between.max() != null) {
                found.add(between.max());
            }
        } else if (condition instanceof Condition.Not not) {
            collect(not.condition(), named, bounds);
        } else if (condition instanceof Condition.AllOf allOf) {
            allOf.conditions().forEach(part -> collect(part, named, bounds));
        } else if (condition instanceof Condition.AnyOf anyOf) {
            anyOf.conditions().forEach(part -> collect(part, named, bounds));
        }
    }

    private List<Candidate> domain(Fact fact, Set<String> named, Set<BigDecimal> bounds) {
        List<? extends Level> levels = scales.get(fact);
        if (levels != null) {
            return levels(levels);
        }
        if (!bounds.isEmpty()) {
            return numbers(bounds, named);
        }
        if (kind(fact) != Fact.Kind.FLAG) {
            return names(fact, named);
        }
        List<Candidate> flags = List.of(Candidate.FALSE, Candidate.of("true"));
        return fact instanceof Fact.BuiltIn
                ? flags
                : Stream.concat(Stream.of(Candidate.NONE), flags.stream()).toList();
    }

    private static List<Candidate> levels(List<? extends Level> levels) {
        List<Candidate> domain = new ArrayList<>();
        domain.add(Candidate.NONE);
        levels.forEach(level -> domain.add(Candidate.of(level)));
        return domain;
    }

    /** Each number that is named or a bound, one between any two and beyond both ends. */
    private static List<Candidate> numbers(Set<BigDecimal> bounds, Set<String> named) {
        Set<BigDecimal> all = new TreeSet<>(bounds);
        named.forEach(name -> number(name).ifPresent(all::add));
        List<BigDecimal> sorted = new ArrayList<>(all);
        List<Candidate> domain = new ArrayList<>();
        domain.add(Candidate.NONE);
        domain.add(Candidate.of(sorted.get(0).subtract(BigDecimal.ONE)));
        for (int i = 0; i < sorted.size(); i++) {
            domain.add(Candidate.of(sorted.get(i)));
            BigDecimal next =
                    i + 1 < sorted.size() ? sorted.get(i + 1) : sorted.get(i).add(BigDecimal.valueOf(2));
            domain.add(Candidate.of(sorted.get(i).add(next).multiply(new BigDecimal("0.5"))));
        }
        return domain;
    }

    private static Optional<BigDecimal> number(String name) {
        try {
            return Optional.of(new BigDecimal(name));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<Candidate> names(Fact fact, Set<String> named) {
        List<Candidate> domain = new ArrayList<>();
        if (fact == Fact.BuiltIn.PHASE) {
            for (Phase phase : Phase.values()) {
                domain.add(Candidate.of(phase.name()));
            }
            return domain;
        }
        domain.add(Candidate.NONE);
        named.forEach(name -> domain.add(Candidate.of(name)));
        domain.add(Candidate.of(OTHER));
        return domain;
    }

    /** A value that a fact may have, and whether that counts as having one: a flag that is false has a name and does not. */
    record Candidate(
            @Nullable String name, int rank, @Nullable BigDecimal number, boolean counts) {
        static final Candidate NONE = new Candidate(null, -1, null, false);
        static final Candidate FALSE = new Candidate("false", -1, null, false);

        static Candidate of(String name) {
            return new Candidate(name, -1, null, true);
        }

        static Candidate of(Level level) {
            return new Candidate(level.name(), level.rank(), null, true);
        }

        static Candidate of(BigDecimal number) {
            return new Candidate(number.stripTrailingZeros().toPlainString(), -1, number, true);
        }
    }
}

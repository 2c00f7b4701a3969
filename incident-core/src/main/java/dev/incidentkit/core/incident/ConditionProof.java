package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Proves things about conditions by looking at every combination of values that they can tell apart: each value that is
 * named, one that is not, and none. What is found possible comes with an example. Immutable and safe for use by several
 * threads.
 *
 * <p>Known ties between facts are respected: a reason to wait belongs to the phase ON_HOLD, who belongs to a group or is
 * a person is an owner, what is resolved works again.
 */
public final class ConditionProof {
    /** The largest number of combinations that is looked at. */
    public static final int MAX_COMBINATIONS = 1_000_000;

    private static final String OTHER = "(another)";

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

    /**
     * Looks for facts for which a condition holds.
     *
     * @param condition the condition
     * @return an example with the facts that have a value, by name; empty if there is none
     * @throws IllegalArgumentException if the condition can tell more than {@value #MAX_COMBINATIONS} combinations apart
     */
    public Optional<Map<String, String>> example(Condition condition) {
        Map<Fact, Set<String>> named = new TreeMap<>((a, b) -> a.factName().compareTo(b.factName()));
        Map<Fact, Set<BigDecimal>> bounds = new HashMap<>();
        collect(condition, named, bounds);
        List<Fact> facts = new ArrayList<>(named.keySet());
        List<List<Candidate>> domains = new ArrayList<>();
        long combinations = 1;
        for (Fact fact : facts) {
            List<Candidate> domain =
                    domain(fact, named.getOrDefault(fact, Set.of()), bounds.getOrDefault(fact, Set.of()));
            combinations = Math.multiplyExact(combinations, domain.size());
            if (combinations > MAX_COMBINATIONS) {
                throw new IllegalArgumentException("A condition can be proved over at most " + MAX_COMBINATIONS
                        + " combinations, but this has more: " + condition);
            }
            domains.add(domain);
        }
        Assignment assignment = new Assignment();
        return search(condition, facts, domains, 0, assignment)
                ? Optional.of(assignment.described())
                : Optional.empty();
    }

    /**
     * Looks for facts for which one condition holds and another does not.
     *
     * @param condition the one
     * @param consequence the other
     * @return a counter-example; empty if the one implies the other
     */
    public Optional<Map<String, String>> counterExample(Condition condition, Condition consequence) {
        return example(Condition.allOf(condition, Condition.not(consequence)));
    }

    private static boolean search(
            Condition condition, List<Fact> facts, List<List<Candidate>> domains, int index, Assignment assignment) {
        if (index == facts.size()) {
            return assignment.isPossible() && condition.holds(assignment);
        }
        for (Candidate candidate : domains.get(index)) {
            assignment.values.put(facts.get(index), candidate);
            if (search(condition, facts, domains, index + 1, assignment)) {
                return true;
            }
        }
        assignment.values.remove(facts.get(index));
        return false;
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
            return numbers(bounds);
        }
        Fact.Kind kind = declared.getOrDefault(fact, fact.kind());
        return switch (kind) {
            case FLAG -> List.of(Candidate.of("false"), Candidate.of("true"));
            case NAMES -> subsets(named);
            default -> names(fact, named);
        };
    }

    private static List<Candidate> levels(List<? extends Level> levels) {
        List<Candidate> domain = new ArrayList<>();
        domain.add(Candidate.NONE);
        levels.forEach(level -> domain.add(new Candidate(Set.of(level.name()), level.rank(), null)));
        return domain;
    }

    /** Each bound, and a number between any two and beyond both ends. */
    private static List<Candidate> numbers(Set<BigDecimal> bounds) {
        List<BigDecimal> sorted = new ArrayList<>(bounds);
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

    private static List<Candidate> subsets(Set<String> named) {
        List<Set<String>> subsets = new ArrayList<>();
        subsets.add(Set.of());
        subsets.add(Set.of(OTHER));
        for (String name : named) {
            List<Set<String>> more = new ArrayList<>();
            subsets.forEach(subset -> {
                Set<String> with = new TreeSet<>(subset);
                with.add(name);
                more.add(with);
            });
            subsets.addAll(more);
            if (subsets.size() > MAX_COMBINATIONS) {
                return Collections.nCopies(MAX_COMBINATIONS + 1, Candidate.NONE);
            }
        }
        return subsets.stream().map(subset -> new Candidate(subset, -1, null)).toList();
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

    /** A value that a fact may have. */
    private record Candidate(
            Set<String> names, int rank, @Nullable BigDecimal number) {
        static final Candidate NONE = new Candidate(Set.of(), -1, null);

        static Candidate of(String name) {
            return new Candidate(Set.of(name), -1, null);
        }

        static Candidate of(BigDecimal number) {
            return new Candidate(Set.of(number.toPlainString()), -1, number);
        }

        boolean isNone() {
            return names.isEmpty() || names.contains("false");
        }
    }

    /** Values of facts while they are tried. */
    private static final class Assignment implements Facts {
        private final Map<Fact, Candidate> values = new LinkedHashMap<>();

        @Override
        public @Nullable String name(Fact fact) {
            Candidate candidate = value(fact);
            return candidate.isNone() ? null : candidate.names().iterator().next();
        }

        @Override
        public boolean has(Fact fact) {
            return !value(fact).isNone();
        }

        private Candidate value(Fact fact) {
            return Objects.requireNonNull(values.get(fact), "a fact that the condition names");
        }

        @Override
        public boolean is(Fact fact, String value) {
            Set<String> names = value(fact).names();
            return fact.kind() == Fact.Kind.PATH
                    ? names.stream().anyMatch(name -> IncidentFacts.isWithin(name, value))
                    : names.contains(value);
        }

        @Override
        public int rank(Fact fact) {
            return value(fact).rank();
        }

        @Override
        public @Nullable BigDecimal number(Fact fact) {
            return value(fact).number();
        }

        boolean isPossible() {
            return !contradicts(Fact.BuiltIn.HOLD_REASON, Fact.BuiltIn.PHASE, Phase.ON_HOLD.name())
                    && !contradicts(Fact.BuiltIn.OWNER_GROUP, Fact.BuiltIn.OWNED, "true")
                    && !contradicts(Fact.BuiltIn.OWNER_PERSON, Fact.BuiltIn.OWNED, "true")
                    && !isResolvedButNotRestored();
        }

        /** Whether the first fact has a value although the second has not the one that goes with it. */
        private boolean contradicts(Fact first, Fact second, String value) {
            Candidate one = values.get(first);
            Candidate other = values.get(second);
            return one != null
                    && other != null
                    && !one.isNone()
                    && !other.names().contains(value);
        }

        private boolean isResolvedButNotRestored() {
            Candidate phase = values.get(Fact.BuiltIn.PHASE);
            Candidate restored = values.get(Fact.BuiltIn.RESTORED);
            return phase != null
                    && restored != null
                    && restored.isNone()
                    && phase.names().contains(Phase.RESOLVED.name());
        }

        Map<String, String> described() {
            Map<String, String> described = new TreeMap<>();
            values.forEach((fact, candidate) -> {
                if (!candidate.isNone()) {
                    described.put(fact.factName(), String.join("+", new TreeSet<>(candidate.names())));
                }
            });
            return described;
        }
    }
}

package dev.incidentkit.core.incident;

import dev.incidentkit.core.incident.ConditionProof.Candidate;
import dev.incidentkit.core.incident.ConditionSearch.All;
import dev.incidentkit.core.incident.ConditionSearch.Any;
import dev.incidentkit.core.incident.ConditionSearch.Formula;
import dev.incidentkit.core.incident.ConditionSearch.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a condition as a formula. A fact of one value is one variable; of a fact of several names each name is one,
 * which has it or not.
 */
final class ConditionFormula {
    private static final List<Candidate> HAS_IT = List.of(Candidate.FALSE, Candidate.of("true"));

    /** A variable: a fact, or one name of it. */
    private record Variable(Fact fact, @Nullable String name) {}

    private final Map<Variable, Integer> numbers = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<List<Candidate>> domains = new ArrayList<>();
    private final Map<Fact, List<String>> several = new HashMap<>();

    /** Adds a fact of one value. */
    void one(Fact fact, List<Candidate> domain) {
        add(new Variable(fact, null), domain);
    }

    /** Adds a fact of any number of names. */
    void several(Fact fact, Collection<String> named) {
        List<String> names = new ArrayList<>(new TreeSet<>(named));
        names.add(ConditionProof.OTHER);
        names.forEach(name -> add(new Variable(fact, name), HAS_IT));
        several.put(fact, names);
    }

    private void add(Variable variable, List<Candidate> domain) {
        numbers.put(variable, variables.size());
        variables.add(variable);
        domains.add(domain);
    }

    /** For each variable all its values. */
    BitSet[] values() {
        return domains.stream()
                .map(domain -> {
                    BitSet all = new BitSet();
                    all.set(0, domain.size());
                    return all;
                })
                .toArray(BitSet[]::new);
    }

    /** The condition, and the ties between the facts that it names. */
    Formula of(Condition condition) {
        List<Formula> parts = new ArrayList<>(List.of(formula(condition, false)));
        tie(parts, Fact.BuiltIn.HOLD_REASON, Fact.BuiltIn.PHASE, Condition.phase(Phase.ON_HOLD));
        tie(parts, Fact.BuiltIn.OWNER_GROUP, Fact.BuiltIn.OWNED, Condition.has(Fact.BuiltIn.OWNED));
        tie(parts, Fact.BuiltIn.OWNER_PERSON, Fact.BuiltIn.OWNED, Condition.has(Fact.BuiltIn.OWNED));
        return new All(parts);
    }

    /** Where the first fact has a value, something holds of the second. */
    private void tie(List<Formula> parts, Fact first, Fact second, Condition then) {
        if (numbers.containsKey(new Variable(first, null)) && numbers.containsKey(new Variable(second, null))) {
            parts.add(formula(Condition.anyOf(Condition.not(Condition.has(first)), then), false));
        }
    }

    private Formula formula(Condition condition, boolean negated) {
        if (condition instanceof Condition.Not not) {
            return formula(not.condition(), !negated);
        } else if (condition instanceof Condition.AllOf all) {
            return negated ? new Any(parts(all.conditions(), true)) : new All(parts(all.conditions(), false));
        } else if (condition instanceof Condition.AnyOf any) {
            return negated ? new All(parts(any.conditions(), true)) : new Any(parts(any.conditions(), false));
        } else if (condition instanceof Condition.OneOf oneOf) {
            List<String> names = several.get(oneOf.fact());
            return names == null
                    ? question(oneOf.fact(), condition, negated)
                    : ofNames(oneOf.fact(), oneOf.values(), negated);
        } else if (condition instanceof Condition.Has has) {
            List<String> names = several.get(has.fact());
            return names == null ? question(has.fact(), condition, negated) : ofNames(has.fact(), names, negated);
        } else if (condition instanceof Condition.AtLeast atLeast) {
            return question(atLeast.fact(), condition, negated);
        }
        return question(((Condition.Between) condition).fact(), condition, negated);
    }

    private List<Formula> parts(List<Condition> conditions, boolean negated) {
        return conditions.stream().map(part -> formula(part, negated)).toList();
    }

    private Formula ofNames(Fact fact, Collection<String> names, boolean negated) {
        Stream<Formula> parts = names.stream().map(name -> {
            BitSet values = new BitSet();
            values.set(negated ? 0 : 1);
            return new Question(number(new Variable(fact, name)), values);
        });
        return negated ? new All(parts.toList()) : new Any(parts.toList());
    }

    private int number(Variable variable) {
        Integer number = numbers.get(variable);
        if (number == null) {
            throw new IllegalStateException(variable + " is named by no condition");
        }
        return number;
    }

    /** A fact of names has neither a rank nor a number, and its variables are its names: nothing is asked of it so. */
    private Formula question(Fact fact, Condition condition, boolean negated) {
        if (several.containsKey(fact)) {
            return negated ? ConditionSearch.TRUE : ConditionSearch.FALSE;
        }
        int number = number(new Variable(fact, null));
        List<Candidate> domain = domains.get(number);
        BitSet values = new BitSet();
        for (int i = 0; i < domain.size(); i++) {
            values.set(i, condition.holds(new OneValue(fact, domain.get(i))) != negated);
        }
        return new Question(number, values);
    }

    /** The first value that is left of each variable, by the name of its fact; without those that have none. */
    Map<String, String> described(BitSet[] left) {
        Map<String, String> described = new TreeMap<>();
        for (int i = 0; i < left.length; i++) {
            Variable variable = variables.get(i);
            Candidate candidate = domains.get(i).get(left[i].nextSetBit(0));
            String value = variable.name() == null ? candidate.name() : variable.name();
            boolean isSaid = candidate.counts() || (variable.name() == null && isDeclared(variable.fact()));
            if (value != null && isSaid) {
                described.merge(variable.fact().factName(), value, (before, name) -> before + "+" + name);
            }
        }
        return described;
    }

    /** A flag of a host's own that is false is another thing than one that nobody set. */
    private static boolean isDeclared(Fact fact) {
        return fact instanceof Fact.Attribute;
    }

    /** The facts of which only one is asked, with a value that it may have. */
    private record OneValue(Fact fact, Candidate candidate) implements Facts {
        @Override
        public @Nullable String name(Fact asked) {
            return candidate.counts() ? candidate.name() : null;
        }

        @Override
        public boolean has(Fact asked) {
            return candidate.counts();
        }

        @Override
        public boolean is(Fact asked, String value) {
            return fact.kind() == Fact.Kind.PATH
                    ? IncidentFacts.isWithin(candidate.name(), value)
                    : value.equals(candidate.name());
        }

        @Override
        public int rank(Fact asked) {
            return candidate.rank();
        }

        @Override
        public @Nullable BigDecimal number(Fact asked) {
            return candidate.number();
        }
    }
}

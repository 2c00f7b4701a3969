package dev.incidentkit.core.incident;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for values for which a formula holds. A variable has a finite set of values, of which what must hold leaves
 * fewer; only where alternatives are left is one tried, and then its opposite (Davis, Logemann and Loveland 1962, over
 * sets of values in place of truth values). So facts that are asked in disjoint alternatives are not multiplied.
 */
final class ConditionSearch {
    /** What a search looks for: negations stand at the questions alone. */
    sealed interface Formula permits Question, All, Any {}

    /** Whether a variable has one of some values. */
    record Question(int variable, BitSet values) implements Formula {
        Question opposite(int size) {
            BitSet others = (BitSet) values.clone();
            others.flip(0, size);
            return new Question(variable, others);
        }
    }

    /** All parts hold; of no parts this is true. */
    record All(List<Formula> parts) implements Formula {}

    /** One part holds; of no parts this is false. */
    record Any(List<Formula> parts) implements Formula {}

    /** The search looked as often as it may, and knows neither. */
    static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static final Formula TRUE = new All(List.of());
    static final Formula FALSE = new Any(List.of());

    private long looks;

    ConditionSearch(long looks) {
        this.looks = looks;
    }

    /**
     * Searches.
     *
     * @param formula the formula
     * @param values for each variable its values; not changed
     * @return for each variable values of which any makes the formula true with any of the others'; null if none does
     */
    BitSet @Nullable [] solve(Formula formula, BitSet[] values) throws Exhausted {
        BitSet[] left = values.clone();
        Formula rest = formula;
        boolean narrowed = true;
        while (narrowed) {
            rest = simplified(rest, left);
            if (rest.equals(FALSE)) {
                return null;
            }
            narrowed = narrow(rest, left);
        }
        return rest.equals(TRUE) ? left : tried(rest, left);
    }

    private BitSet @Nullable [] tried(Formula rest, BitSet[] left) throws Exhausted {
        Question question = question(rest);
        BitSet[] found = solve(new All(List.of(question, rest)), left);
        return found != null
                ? found
                : solve(new All(List.of(question.opposite(left[question.variable()].length()), rest)), left);
    }

    /** Takes the values away that what must hold leaves out; false if nothing must hold that is not known to. */
    private static boolean narrow(Formula formula, BitSet[] left) {
        List<Formula> parts = formula instanceof All all ? all.parts() : List.of(formula);
        boolean narrowed = false;
        for (Formula part : parts) {
            if (part instanceof Question question) {
                BitSet fewer = (BitSet) left[question.variable()].clone();
                fewer.and(question.values());
                left[question.variable()] = fewer;
                narrowed = true;
            }
        }
        return narrowed;
    }

    /** A question that decides something: the first of the fewest alternatives. */
    private static Question question(Formula formula) {
        if (formula instanceof Question question) {
            return question;
        }
        if (formula instanceof Any any) {
            return question(any.parts().get(0));
        }
        List<Formula> parts = ((All) formula).parts();
        return question(parts.stream()
                .min(Comparator.comparingInt(ConditionSearch::alternatives))
                .orElseThrow());
    }

    private static int alternatives(Formula formula) {
        return formula instanceof Any any ? any.parts().size() : 1;
    }

    private Formula simplified(Formula formula, BitSet[] left) throws Exhausted {
        if (--looks < 0) {
            throw new Exhausted();
        }
        if (formula instanceof Question question) {
            return simplified(question, left[question.variable()]);
        }
        boolean all = formula instanceof All;
        Formula decisive = all ? FALSE : TRUE;
        List<Formula> parts = new ArrayList<>();
        for (Formula part : all ? ((All) formula).parts() : ((Any) formula).parts()) {
            Formula simple = simplified(part, left);
            if (simple.equals(decisive)) {
                return decisive;
            }
            if (all && simple instanceof All nested) {
                parts.addAll(nested.parts());
            } else if (!all && simple instanceof Any nested) {
                parts.addAll(nested.parts());
            } else {
                parts.add(simple);
            }
        }
        return parts.size() == 1 ? parts.get(0) : all ? new All(parts) : new Any(parts);
    }

    private static Formula simplified(Question question, BitSet left) {
        if (!question.values().intersects(left)) {
            return FALSE;
        }
        BitSet others = (BitSet) left.clone();
        others.andNot(question.values());
        return others.isEmpty() ? TRUE : question;
    }
}

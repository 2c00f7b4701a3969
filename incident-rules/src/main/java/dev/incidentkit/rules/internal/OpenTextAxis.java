package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column of any texts: one class for each text that a cell names, one for each prefix (the texts of which it is the
 * longest prefix and that are not named), one for all other texts.
 */
public final class OpenTextAxis extends Axis {
    private final List<String> constants;
    private final List<String> prefixes;
    private final int[] shorter;
    private final StringIndex index;

    private OpenTextAxis(Input<?> input, List<String> constants, List<String> prefixes) {
        super(input, constants.size() + prefixes.size() + 1);
        this.constants = constants;
        this.prefixes = prefixes;
        this.index = new StringIndex(constants);
        this.shorter = new int[prefixes.size()];
        for (int i = 0; i < shorter.length; i++) {
            int above = i - 1;
            while (above >= 0 && !prefixes.get(i).startsWith(prefixes.get(above))) {
                above = shorter[above];
            }
            shorter[i] = above;
        }
    }

    static OpenTextAxis make(Input<?> input, Collection<CellCondition> conditions) {
        TreeSet<String> constants = new TreeSet<>();
        TreeSet<String> prefixes = new TreeSet<>();
        conditions.forEach(condition -> collect(condition, constants, prefixes));
        return new OpenTextAxis(input, List.copyOf(constants), List.copyOf(prefixes));
    }

    private static void collect(CellCondition condition, Set<String> constants, Set<String> prefixes) {
        if (condition instanceof CellCondition.Is is) {
            constants.add((String) is.value());
        } else if (condition instanceof CellCondition.Prefix prefix) {
            prefixes.add(prefix.prefix());
        } else if (condition instanceof CellCondition.Not not) {
            collect(not.refused(), constants, prefixes);
        } else if (condition instanceof CellCondition.AnyOf anyOf) {
            anyOf.alternatives().forEach(one -> collect(one, constants, prefixes));
        }
    }

    /** {@return the class of the texts that no cell names and no prefix begins} */
    public int other() {
        return present() - 1;
    }

    @Override
    ClassSet simple(CellCondition condition) {
        if (condition instanceof CellCondition.Is is) {
            return ClassSet.of(index.find((String) is.value()));
        }
        String prefix = ((CellCondition.Prefix) condition).prefix();
        ClassSet set = ClassSet.EMPTY;
        for (int i = 0; i < constants.size(); i++) {
            set = constants.get(i).startsWith(prefix) ? set.or(ClassSet.of(i)) : set;
        }
        for (int i = 0; i < prefixes.size(); i++) {
            set = prefixes.get(i).startsWith(prefix) ? set.or(ClassSet.of(constants.size() + i)) : set;
        }
        return set;
    }

    @Override
    int presentClassOf(Object value) {
        return value instanceof String text ? classOfText(text) : REFUSED;
    }

    @Override
    public int classOfText(String text) {
        int constant = index.find(text);
        if (constant >= 0) {
            return constant;
        }
        int prefix = longestPrefix(text);
        return prefix < 0 ? other() : constants.size() + prefix;
    }

    /** The greatest prefix not after the text either begins it, or one of those that begin that prefix does. */
    private int longestPrefix(String text) {
        int low = 0;
        int high = prefixes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (prefixes.get(middle).compareTo(text) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int candidate = low - 1;
        while (candidate >= 0 && !text.startsWith(prefixes.get(candidate))) {
            candidate = shorter[candidate];
        }
        return candidate;
    }

    @Override
    Object presentExample(int clazz) {
        if (clazz < constants.size()) {
            return constants.get(clazz);
        }
        String begin = clazz == other() ? "other" : prefixes.get(clazz - constants.size());
        String example = begin;
        // finitely many texts and prefixes stand in the way, so some next letter is free of them
        for (char next = 'a'; classOfText(example) != clazz; next++) {
            example = clazz == other() ? next + begin : begin + next;
        }
        return example;
    }

    @Override
    public String label(int from, int to) {
        if (from == 0 && to == size()) {
            return "-";
        }
        List<String> parts = new ArrayList<>();
        for (int clazz = from; clazz < to; clazz++) {
            if (clazz == other()) {
                parts.add("any other text");
            } else if (clazz >= constants.size() && clazz < other()) {
                parts.add(new CellCondition.Prefix(prefixes.get(clazz - constants.size())).text(input().type()));
            } else {
                parts.add(exampleText(clazz));
            }
        }
        return String.join(", ", parts);
    }
}

package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.HitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the heading of a table: {@code name : hit policy, complete}, or {@code name : rows x columns -> output}
 * of a matrix.
 *
 * @param name the name of the table
 * @param policy the hit policy; null where the heading names none
 * @param complete whether every input must have a row
 * @param axes of a matrix the names of rows, columns and output; empty of any other table
 * @param fault what cannot be understood; empty if all can
 */
public record Heading(String name, @Nullable HitPolicy policy, boolean complete, List<String> axes, String fault) {
    private static final String SEPARATOR = " : ";

    /** Copies the axes. */
    public Heading {
        axes = List.copyOf(axes);
    }

    /**
     * Parses a heading.
     *
     * @param text the heading without its {@code #} signs
     * @return what it says; empty if it has no {@code :}, so that it is a heading of prose
     */
    public static Optional<Heading> parse(String text) {
        int colon = text.lastIndexOf(SEPARATOR);
        if (colon < 0) {
            return Optional.empty();
        }
        String name = PlainText.read(text.substring(0, colon).strip());
        String rest = text.substring(colon + SEPARATOR.length()).strip();
        return Optional.of(rest.contains("->") ? matrix(name, rest) : table(name, rest));
    }

    private static Heading matrix(String name, String rest) {
        int arrow = rest.indexOf("->");
        String axes = rest.substring(0, arrow).strip();
        int cross = axes.indexOf(" x ");
        String output = rest.substring(arrow + 2).strip();
        if (cross < 0 || output.isEmpty()) {
            return new Heading(
                    name, null, false, List.of(), "a matrix is declared as 'name : Rows x Columns -> Output'");
        }
        List<String> names = List.of(
                PlainText.read(axes.substring(0, cross).strip()),
                PlainText.read(axes.substring(cross + 3).strip()),
                PlainText.read(output));
        return new Heading(name, null, false, names, "");
    }

    private static Heading table(String name, String rest) {
        HitPolicy policy = null;
        boolean complete = false;
        for (String word : rest.split(",", 10)) {
            String wanted = word.strip();
            Optional<HitPolicy> found = policy(wanted);
            if (found.isPresent() && policy == null) {
                policy = found.get();
            } else if (wanted.equalsIgnoreCase("complete")) {
                complete = true;
            } else {
                return new Heading(name, null, false, List.of(), unknown(wanted));
            }
        }
        return new Heading(name, policy, complete, List.of(), "");
    }

    private static String unknown(String word) {
        List<String> names = new ArrayList<>(List.of("complete"));
        for (HitPolicy policy : HitPolicy.values()) {
            names.add(word(policy));
        }
        return "'" + word + "' is neither a hit policy nor 'complete'" + Near.hint(word, names);
    }

    private static Optional<HitPolicy> policy(String word) {
        for (HitPolicy policy : HitPolicy.values()) {
            if (word.equalsIgnoreCase(word(policy)) || word.equals(policy.symbol())) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /**
     * A hit policy as headings write it.
     *
     * @param policy the policy
     * @return for example {@code first} or {@code collect sum}
     */
    public static String word(HitPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

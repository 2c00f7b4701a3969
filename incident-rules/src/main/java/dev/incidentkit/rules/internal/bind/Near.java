package dev.incidentkit.rules.internal.bind;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name that a person may have meant. */
public final class Near {
    private static final int MAX_LENGTH = 60;
    private static final int MAX_SHOWN = 12;

    private Near() {}

    /**
     * The candidate nearest to a name: equal but for case and blanks, or few letters away.
     *
     * @param name what was written
     * @param candidates what there is
     * @return the nearest; empty if none is near, or several are equally near
     */
    public static Optional<String> to(String name, Collection<String> candidates) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String wanted = folded(name);
        int allowed = Math.max(1, wanted.length() / 3);
        String best = null;
        boolean tied = false;
        for (String candidate : candidates) {
            String folded = folded(candidate);
            if (candidate.length() > MAX_LENGTH || Math.abs(folded.length() - wanted.length()) > allowed) {
                continue;
            }
            int distance = distance(wanted, folded);
            if (distance < allowed || (distance == allowed && best == null)) {
                best = candidate;
                tied = false;
                allowed = distance;
            } else if (distance == allowed) {
                tied = !candidate.equals(best);
            }
        }
        return tied ? Optional.empty() : Optional.ofNullable(best);
    }

    /**
     * The end of a message: the nearest candidate as a question, then what there is.
     *
     * @param name what was written
     * @param candidates what there is
     * @return for example {@code ; did you mean 'network'? allowed: database, network}
     */
    public static String hint(String name, List<String> candidates) {
        String near = to(name, candidates)
                .map(best -> "; did you mean '" + best + "'?")
                .orElse(";");
        return near + " allowed: " + list(candidates);
    }

    /**
     * A list for a message.
     *
     * @param names the names
     * @return the first of them, and how many more there are
     */
    public static String list(List<String> names) {
        String shown = names.stream().limit(MAX_SHOWN).collect(Collectors.joining(", "));
        return names.size() <= MAX_SHOWN ? shown : shown + ", and " + (names.size() - MAX_SHOWN) + " more";
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** Letters to insert, delete or replace, a swap of two neighbours counting as one. */
    private static int distance(String a, String b) {
        int[] twoBack = new int[b.length() + 1];
        int[] back = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = back[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(back[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            int[] spare = twoBack;
            twoBack = back;
            back = row;
            row = spare;
        }
        return back[b.length()];
    }
}

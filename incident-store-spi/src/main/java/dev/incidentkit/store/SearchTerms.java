package dev.incidentkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How texts are cut into words, the same in every store: runs of letters and digits, in lower case, of which the first
 * {@value #LONGEST} characters count.
 */
public final class SearchTerms {
    /** How many characters of a word count. */
    public static final int LONGEST = 60;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchTerms() {}

    /**
     * Cuts a text into words.
     *
     * @param text any text
     * @return its words in their order
     */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word);
            }
        }
        return words;
    }

    /**
     * The words under which an incident is found: of its title, its number and its external references.
     *
     * @param summary what is known of the incident
     * @return the words, sorted
     */
    public static Set<String> of(IncidentSummary summary) {
        TreeSet<String> words = new TreeSet<>();
        if (summary.title() != null) {
            words.addAll(words(summary.title()));
        }
        if (summary.number() != null) {
            words.addAll(words(summary.number()));
        }
        summary.externalReferences().forEach(reference -> words.addAll(words(reference)));
        return words;
    }
}

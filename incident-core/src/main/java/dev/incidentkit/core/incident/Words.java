package dev.incidentkit.core.incident;

import java.util.regex.Pattern;

/** Names in the text of a condition, which enters hashes: two conditions of different meaning have different texts. */
final class Words {
    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_:./-]+");

    private Words() {}

    /** Bare where the name can be mistaken for nothing else, else in quotes. */
    static String of(Object name) {
        String text = name.toString();
        return BARE.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

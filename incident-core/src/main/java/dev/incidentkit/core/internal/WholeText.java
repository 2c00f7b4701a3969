package dev.incidentkit.core.internal;

/** Texts made of whole characters: half a surrogate pair has no form in UTF-8, so no record can hold it. */
public final class WholeText {
    private WholeText() {}

    /**
     * Looks for half a surrogate pair.
     *
     * @param text a text
     * @return where the first one stands, or -1 if all characters are whole
     */
    public static int brokenAt(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == length || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}

package dev.incidentkit.rules.internal.cell;

import java.util.regex.Pattern;

/**
 * Knows constants that a spreadsheet turns into dates when it opens a CSV file, and what such a date looks like
 * afterwards. The patterns have no nested repetition: matching is linear.
 */
public final class EatenDates {
    private static final Pattern WILL_BE_EATEN = Pattern.compile("\\d{1,2}[-/]\\d{1,2}");
    private static final Pattern WAS_EATEN = Pattern.compile("(?i)(\\d{1,4}[-. ])?"
            + "(jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]{0,6}\\.?([-. ]\\d{1,4})?");

    private EatenDates() {}

    /**
     * Whether a spreadsheet would take a constant for a date.
     *
     * @param text a bare constant
     * @return true of {@code 1-2} or {@code 1/2}
     */
    public static boolean willBeEaten(String text) {
        return WILL_BE_EATEN.matcher(text).matches();
    }

    /**
     * Whether a constant looks like what a spreadsheet made of {@code 1-2}.
     *
     * @param text a bare constant
     * @return true of {@code 2-Jan}, {@code Jan-02} or {@code 01. Feb}
     */
    public static boolean wasEaten(String text) {
        return text.length() <= 16
                && text.chars().anyMatch(Character::isDigit)
                && WAS_EATEN.matcher(text).matches();
    }
}

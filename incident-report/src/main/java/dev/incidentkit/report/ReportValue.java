package dev.incidentkit.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of a report: the exact number, and the same as people read it.
 *
 * @param kind what it is
 * @param number the exact number, in the unit of its kind; null for words, and where there is no value
 * @param text as people read it; a dash where there is no value
 * @param note what is told beside it, for example the priority that a cell of the matrix stands for; mostly empty
 */
public record ReportValue(ValueKind kind, @Nullable BigDecimal number, String text, String note) {
    private static final String NOTHING = "\u2013";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Words.
     *
     * @param text the words
     * @return the value
     */
    public static ReportValue text(String text) {
        return new ReportValue(ValueKind.TEXT, null, text, "");
    }

    /**
     * No value.
     *
     * @param kind what it would be
     * @return the value
     */
    public static ReportValue none(ValueKind kind) {
        return new ReportValue(kind, null, NOTHING, "");
    }

    /**
     * A count.
     *
     * @param count how many
     * @return the value
     */
    public static ReportValue count(long count) {
        return new ReportValue(
                ValueKind.COUNT, BigDecimal.valueOf(count), String.format(Locale.ROOT, "%,d", count), "");
    }

    /**
     * A share, shown in percent with one decimal. What is not all is never shown as 100 %, nor what is something as 0 %.
     *
     * @param share 0 to 1
     * @return the value
     */
    public static ReportValue share(BigDecimal share) {
        BigDecimal shown = share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP);
        if (share.compareTo(BigDecimal.ONE) < 0 && shown.compareTo(HUNDRED) >= 0) {
            return new ReportValue(ValueKind.SHARE, share, "over 99.9 %", "");
        }
        if (share.signum() > 0 && shown.signum() == 0) {
            return new ReportValue(ValueKind.SHARE, share, "under 0.1 %", "");
        }
        return new ReportValue(ValueKind.SHARE, share, shown.toPlainString() + " %", "");
    }

    /**
     * A time.
     *
     * @param milliseconds how long, 0 or more
     * @return the value
     */
    public static ReportValue time(BigDecimal milliseconds) {
        String text = TimeTexts.length(Duration.ofMillis(milliseconds.longValue()));
        boolean short0 = milliseconds.signum() > 0 && milliseconds.compareTo(BigDecimal.valueOf(1_000)) < 0;
        return new ReportValue(ValueKind.TIME, milliseconds, short0 ? "under 1 s" : text, "");
    }

    /**
     * A mark.
     *
     * @param score 1 to 5
     * @return the value
     */
    public static ReportValue score(BigDecimal score) {
        return new ReportValue(
                ValueKind.SCORE, score, score.setScale(1, RoundingMode.HALF_UP).toPlainString(), "");
    }

    /**
     * An amount of money.
     *
     * @param tenThousandths the amount, in ten-thousandths of its unit
     * @return the value
     */
    public static ReportValue money(BigDecimal tenThousandths) {
        BigDecimal amount = tenThousandths.movePointLeft(4);
        String text = String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
        return new ReportValue(ValueKind.MONEY, amount, text, "");
    }

    /**
     * The same with something told beside it.
     *
     * @param told what is told
     * @return a copy
     */
    public ReportValue withNote(String told) {
        return new ReportValue(kind, number, text, told);
    }
}

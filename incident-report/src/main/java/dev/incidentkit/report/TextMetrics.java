package dev.incidentkit.report;

/**
 * How wide text is in Helvetica and the fonts made to its measure (Arial, Liberation Sans, Nimbus Sans), without asking
 * a font. The widths are those of Adobe's Core 14 font metrics, Helvetica, in thousandths of the size, for the
 * characters 32 to 126. Other letters are taken to be 600 wide, ideographs 1,000: a picture tells the viewer to fit each
 * text into the width that was reckoned, so a wrong guess squeezes a text and never lets it run into another.
 */
final class TextMetrics {
    private static final int FIRST = 32;
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };
    private static final int WIDE = 1000;
    private static final int NARROW = 600;
    private static final int IDEOGRAPHS = 0x1100;
    private static final String ELLIPSIS = "\u2026";

    /** How much wider bold text is, at most. */
    private static final double BOLD = 1.08;

    private TextMetrics() {}

    static double width(String text, double size) {
        int thousandths = text.codePoints().map(TextMetrics::width).sum();
        return thousandths * size / 1000;
    }

    static double boldWidth(String text, double size) {
        return width(text, size) * BOLD;
    }

    private static int width(int character) {
        int index = character - FIRST;
        if (index >= 0 && index < WIDTHS.length) {
            return WIDTHS[index];
        }
        return character < IDEOGRAPHS ? NARROW : WIDE;
    }

    /** The text, or as much of its beginning as fits, with an ellipsis; empty if not even that fits. */
    static String fit(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0) {
            end = text.offsetByCodePoints(end, -1);
            String cut = text.substring(0, end).stripTrailing() + ELLIPSIS;
            if (end > 0 && width(cut, size) <= room) {
                return cut;
            }
        }
        return "";
    }
}

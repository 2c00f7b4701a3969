package dev.incidentkit.report;

import java.util.Set;

/** What the colours, patterns and marks of a timeline mean, and how they are drawn. */
final class TimelineLegend {
    static final double HEIGHT = 62;
    private static final double ROW = 20;
    private static final double SIZE = 11;
    private static final double RIGHT = 976;

    private TimelineLegend() {}

    /** An entry of the legend. */
    enum Entry {
        WORKING(Timeline.Kind.WORKING.label(), "working"),
        PAUSED(Timeline.Kind.PAUSED.label(), "rest pausing"),
        CLOSED_HOURS(Timeline.Kind.CLOSED_HOURS.label(), "rest closing"),
        RESOLVED(Timeline.Kind.RESOLVED.label(), "resolved"),
        UNTOLD(Timeline.Kind.UNTOLD.label(), "rest"),
        FINE(Timeline.Kind.FINE.label(), "working closing"),
        MISSED("missed", "breach"),
        REACHED("threshold reached", "mark"),
        AHEAD("threshold ahead, if nothing happens", "mark ahead"),
        DUE("due", "due");

        private final String label;
        private final String classes;

        Entry(String label, String classes) {
            this.label = label;
            this.classes = classes;
        }

        String classes() {
            return classes;
        }

        static Entry of(Timeline.Kind kind) {
            return switch (kind) {
                case WORKING -> WORKING;
                case PAUSED -> PAUSED;
                case CLOSED_HOURS -> CLOSED_HOURS;
                case RESOLVED -> RESOLVED;
                case UNTOLD -> UNTOLD;
                case FINE -> FINE;
            };
        }

        static Entry of(Timeline.MarkKind kind) {
            return switch (kind) {
                case REACHED -> REACHED;
                case AHEAD -> AHEAD;
                case DUE -> DUE;
                case BREACHED -> MISSED;
            };
        }
    }

    /** Names the pattern over bars of some classes; empty where there is none. */
    static String overlay(String classes) {
        if (classes.endsWith("pausing")) {
            return "hatch";
        }
        return classes.endsWith("closing") ? "dots" : "";
    }

    static void patterns(SvgWriter svg, String id) {
        svg.open("defs");
        svg.open(
                "pattern",
                "id",
                id + "-hatch",
                "width",
                7,
                "height",
                7,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        svg.leaf("line", "class", "hatch", "x1", 0, "x2", 0, "y1", 0, "y2", 7, "stroke-width", 3);
        svg.close();
        svg.open("pattern", "id", id + "-dots", "width", 5, "height", 5, "patternUnits", "userSpaceOnUse");
        svg.leaf("circle", "class", "dot", "cx", 2.5, "cy", 2.5, "r", 0.8);
        svg.close().close();
    }

    static void triangle(SvgWriter svg, String classes, double x, double y) {
        String path = "M" + SvgWriter.number(x) + " " + SvgWriter.number(y + 2) + "L" + SvgWriter.number(x - 5) + " "
                + SvgWriter.number(y - 7) + "L" + SvgWriter.number(x + 5) + " " + SvgWriter.number(y - 7) + "Z";
        svg.leaf("path", "class", classes, "d", path);
    }

    static void diamond(SvgWriter svg, double x, double y) {
        String path = "M" + SvgWriter.number(x) + " " + SvgWriter.number(y - 6) + "l6 6l-6 6l-6 -6Z";
        svg.leaf("path", "class", "breach", "d", path);
    }

    static void draw(SvgWriter svg, String id, Set<Entry> used, double left, double top) {
        double x = left;
        double y = top + 8;
        for (Entry entry : used) {
            double wide = TextMetrics.width(entry.label, SIZE);
            if (x + 30 + wide > RIGHT) {
                x = left;
                y += ROW;
            }
            swatch(svg, id, entry, x, y);
            svg.line(entry.label, x + 30, y + 10, wide, "small");
            x += 30 + wide + 22;
        }
    }

    private static void swatch(SvgWriter svg, String id, Entry entry, double x, double y) {
        switch (entry) {
            case MISSED -> {
                svg.leaf("rect", "class", "breach", "x", x, "y", y + 4, "width", 24, "height", 5);
                diamond(svg, x + 4, y + 6.5);
            }
            case REACHED, AHEAD -> triangle(svg, entry.classes, x + 12, y + 10);
            case DUE -> svg.leaf("line", "class", "due", "x1", x + 12, "x2", x + 12, "y1", y - 1, "y2", y + 14);
            default -> {
                svg.leaf("rect", "class", entry.classes, "x", x, "y", y, "width", 24, "height", 13);
                String overlay = overlay(entry.classes);
                if (!overlay.isEmpty()) {
                    String fill = "url(#" + id + "-" + overlay + ")";
                    svg.leaf("rect", "fill", fill, "x", x, "y", y, "width", 24, "height", 13);
                }
            }
        }
    }
}

package dev.incidentkit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Draws a timeline: a lane of statuses, a lane for each clock, an axis above and a legend below. */
final class TimelineSvg {
    private static final double WIDTH = 1000;
    private static final double LEFT = 232;
    private static final double RIGHT = WIDTH - 24;
    private static final double MARGIN = 24;
    private static final double AXIS = 86;
    private static final double FIRST_LANE = 104;
    private static final double LANE = 66;
    private static final double STATUS_LANE = 46;
    private static final double ABOVE_BAR = 18;
    private static final double BAR = 24;
    private static final double TITLE = 17;
    private static final double SIZE = 12;
    private static final double SMALL = 11;

    /** Pieces of working time and closed hours that are narrower on average are drawn as one. */
    private static final double FINE = 2.5;

    private final Timeline timeline;
    private final TimeAxis axis;
    private final SvgWriter svg = new SvgWriter();
    private final String id;
    private final Set<TimelineLegend.Entry> used = EnumSet.noneOf(TimelineLegend.Entry.class);
    private final double bottom;

    private TimelineSvg(Timeline timeline) {
        this.timeline = timeline;
        this.axis = new TimeAxis(timeline, LEFT, RIGHT);
        this.id = "timeline-"
                + Integer.toHexString(TimelineText.description(timeline).hashCode());
        this.bottom = FIRST_LANE + STATUS_LANE + LANE * timeline.lanes().size();
    }

    static String draw(Timeline timeline, ColorScheme scheme) {
        return new TimelineSvg(timeline).draw(scheme);
    }

    private void begin(ColorScheme scheme) {
        double height = bottom + TimelineLegend.HEIGHT;
        svg.picture(id, WIDTH, height, TimelineText.title(timeline), TimelineText.description(timeline));
        svg.open("style").text(Palette.css(id, scheme)).close();
        TimelineLegend.patterns(svg, id);
        svg.leaf("rect", "class", "ground", "width", WIDTH, "height", height);
        String title = TextMetrics.fit(TimelineText.title(timeline), TITLE, (WIDTH - 2 * MARGIN) / 1.1);
        svg.line(title, MARGIN, 36, TextMetrics.boldWidth(title, TITLE), "big");
    }

    private String draw(ColorScheme scheme) {
        begin(scheme);
        axis();
        statuses();
        double y = FIRST_LANE + STATUS_LANE;
        for (Timeline.Lane lane : timeline.lanes()) {
            lane(lane, y);
            y += LANE;
        }
        now();
        y = FIRST_LANE + STATUS_LANE + ABOVE_BAR;
        for (Timeline.Lane lane : timeline.lanes()) {
            marks(lane, y);
            y += LANE;
        }
        TimelineLegend.draw(svg, id, used, MARGIN, bottom + 10);
        return svg.finish();
    }

    private void axis() {
        String zone = TextMetrics.fit(timeline.zone().getId(), SMALL, LEFT - MARGIN - 20);
        svg.line(zone, MARGIN, AXIS, TextMetrics.width(zone, SMALL), "small faint");
        String coarse = "";
        double free = LEFT;
        for (TimeAxis.Tick tick : axis.ticks()) {
            svg.leaf("line", "class", "grid", "x1", tick.x(), "x2", tick.x(), "y1", AXIS + 6, "y2", bottom);
            double wide = TextMetrics.width(tick.fine(), SMALL);
            if (tick.x() + wide / 2 < WIDTH) {
                svg.line(tick.fine(), tick.x() - wide / 2, AXIS, wide, "small");
            }
            double coarseWide = TextMetrics.width(tick.coarse(), SMALL);
            double begin = Math.max(LEFT - 20, tick.x() - 16);
            if (!tick.coarse().equals(coarse) && begin >= free && begin + coarseWide < WIDTH) {
                svg.line(tick.coarse(), begin, AXIS - 16, coarseWide, "small faint");
                free = begin + coarseWide + 12;
                coarse = tick.coarse();
            }
        }
    }

    private void statuses() {
        label(
                "Status",
                timeline.statuses().get(timeline.statuses().size() - 1).status().name(),
                false,
                FIRST_LANE);
        for (Timeline.StatusSpan span : timeline.statuses()) {
            if (span.from().isBefore(span.to())) {
                String name = span.status().name();
                String classes = Palette.className(span.status().phase());
                String tooltip = name + TimelineText.span(span.from(), span.to(), timeline.zone());
                bar(new Bar(span.from(), span.to(), classes, name, tooltip), FIRST_LANE + 4);
            }
        }
    }

    private void label(String name, String state, boolean alarming, double y) {
        double room = LEFT - MARGIN - 14;
        String shown = TextMetrics.fit(name, SIZE, room / 1.08);
        svg.line(shown, MARGIN, y + 14, TextMetrics.boldWidth(shown, SIZE), "lane");
        String below = TextMetrics.fit(state, SMALL, room);
        svg.line(below, MARGIN, y + 29, TextMetrics.width(below, SMALL), alarming ? "small alarm" : "small faint");
    }

    /** A stretch of a lane, as it is drawn. */
    private record Bar(Instant from, Instant to, String classes, String text, String tooltip) {}

    private void bar(Bar bar, double y) {
        if (bar.to().isBefore(timeline.from()) || bar.from().isAfter(timeline.to())) {
            return;
        }
        double x = axis.x(bar.from());
        double width = Math.max(0.5, axis.x(bar.to()) - x);
        svg.open("g").tooltip(bar.tooltip());
        svg.leaf("rect", "class", bar.classes(), "x", x, "y", y, "width", width, "height", BAR);
        String overlay = TimelineLegend.overlay(bar.classes());
        if (!overlay.isEmpty()) {
            svg.leaf("rect", "fill", "url(#" + id + "-" + overlay + ")", "x", x, "y", y, "width", width, "height", BAR);
        }
        String shown = TextMetrics.fit(bar.text(), SMALL, width - 10);
        if (!shown.isBlank() && (shown.equals(bar.text()) || width > 60)) {
            label(shown, x + width / 2, y, !overlay.isEmpty());
        }
        svg.close();
    }

    private void label(String shown, double middle, double y, boolean lifted) {
        double wide = TextMetrics.width(shown, SMALL);
        double begin = middle - wide / 2;
        if (lifted) {
            svg.leaf("rect", "class", "halo", "x", begin - 4, "y", y + 4, "width", wide + 8, "height", 16, "rx", 3);
        }
        svg.line(shown, begin, y + 16, wide, "small");
    }

    private void lane(Timeline.Lane lane, double top) {
        label(lane.name(), lane.state(), lane.alarming(), top + 12);
        double y = top + ABOVE_BAR;
        Duration shortest = axis.span(FINE);
        for (Timeline.Piece piece : Pieces.coarse(lane.pieces(), shortest)) {
            TimelineLegend.Entry entry = TimelineLegend.Entry.of(piece.kind());
            used.add(entry);
            String tooltip = TimelineText.tooltip(piece, timeline.zone());
            bar(new Bar(piece.from(), piece.to(), entry.classes(), piece.reason(), tooltip), y);
        }
        for (Timeline.Breach breach : lane.breaches()) {
            used.add(TimelineLegend.Entry.MISSED);
            if (breach.to().isAfter(timeline.from()) && breach.from().isBefore(timeline.to())) {
                double x = axis.x(breach.from());
                svg.leaf(
                        "rect",
                        "class",
                        "breach",
                        "x",
                        x,
                        "y",
                        y + BAR - 5,
                        "width",
                        Math.max(2, axis.x(breach.to()) - x),
                        "height",
                        5);
            }
        }
    }

    /** Thresholds above the bar, due instants and misses below it; of two texts that would touch, the later is left out. */
    private void marks(Timeline.Lane lane, double y) {
        List<Timeline.Mark> marks = new ArrayList<>(lane.marks());
        marks.sort(Comparator.comparing(Timeline.Mark::at));
        double above = LEFT - 30;
        double below = LEFT - 30;
        for (Timeline.Mark mark : marks) {
            if (axis.shows(mark.at())) {
                boolean isThreshold = isThreshold(mark);
                used.add(TimelineLegend.Entry.of(mark.kind()));
                String text = isThreshold ? mark.label() : mark.label() + " " + time(mark.at());
                double wide = TextMetrics.width(text, SMALL);
                double x = axis.x(mark.at());
                double begin = Math.min(x - wide / 2, WIDTH - 4 - wide);
                boolean fits = begin > (isThreshold ? above : below);
                svg.open("g").tooltip(TimelineText.tooltip(mark, timeline.zone()));
                shape(mark, x, y);
                if (fits) {
                    boolean alarm = mark.kind() == Timeline.MarkKind.BREACHED;
                    svg.line(
                            text,
                            begin,
                            isThreshold ? y - 10 : y + BAR + 15,
                            wide,
                            alarm ? "small lifted alarm" : "small lifted");
                }
                svg.close();
                if (fits && isThreshold) {
                    above = begin + wide + 4;
                } else if (fits) {
                    below = begin + wide + 6;
                }
            } else if (mark.kind() == Timeline.MarkKind.DUE && mark.at().isAfter(timeline.to())) {
                later(mark, y);
            }
        }
    }

    /** Names at the edge what lies beyond it. */
    private void later(Timeline.Mark mark, double y) {
        String text = "due " + TimeTexts.full(mark.at(), timeline.zone()) + " \u25B8";
        double wide = TextMetrics.width(text, SMALL);
        svg.line(text, RIGHT - wide, y + BAR + 15, wide, "small lifted");
    }

    private static boolean isThreshold(Timeline.Mark mark) {
        return mark.kind() == Timeline.MarkKind.REACHED || mark.kind() == Timeline.MarkKind.AHEAD;
    }

    private void shape(Timeline.Mark mark, double x, double y) {
        switch (mark.kind()) {
            case REACHED, AHEAD -> {
                String classes = mark.kind() == Timeline.MarkKind.AHEAD ? "mark ahead" : "mark";
                TimelineLegend.triangle(svg, classes, x, y);
            }
            case DUE -> svg.leaf("line", "class", "due", "x1", x, "x2", x, "y1", y - 4, "y2", y + BAR + 4);
            case BREACHED -> {
                svg.leaf("line", "class", "due", "x1", x, "x2", x, "y1", y - 4, "y2", y + BAR + 4);
                TimelineLegend.diamond(svg, x, y + BAR - 2.5);
            }
        }
    }

    private String time(Instant at) {
        boolean isShort = Duration.between(timeline.from(), timeline.to()).compareTo(Duration.ofHours(20)) < 0;
        return isShort
                ? TimeTexts.clock(at.atZone(timeline.zone()))
                : TimeTexts.date(at.atZone(timeline.zone()).toLocalDate()) + " "
                        + TimeTexts.clock(at.atZone(timeline.zone()));
    }

    private void now() {
        if (!axis.shows(timeline.at())) {
            return;
        }
        double x = axis.x(timeline.at());
        svg.leaf("line", "class", "now", "x1", x, "x2", x, "y1", AXIS + 8, "y2", bottom);
        String text = "now " + TimeTexts.clock(timeline.at().atZone(timeline.zone()));
        double wide = TextMetrics.width(text, SMALL);
        double begin = Math.min(x - wide / 2, WIDTH - 10 - wide);
        svg.leaf("rect", "class", "flag", "x", begin - 6, "y", bottom - 3, "width", wide + 12, "height", 17, "rx", 3);
        svg.line(text, begin, bottom + 9.5, wide, "small onflag");
    }
}

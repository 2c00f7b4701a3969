package dev.incidentkit.report;

import dev.incidentkit.core.incident.Status;
import java.util.List;

/** Draws a lifecycle that has been laid out. */
final class LifecycleSvg {
    private static final double MARGIN = 24;
    private static final double HEAD = 44;
    private static final double NAME = 14;
    private static final double SMALL = 11;
    private static final double TITLE = 17;
    private static final double NARROWEST = 560;
    private static final double ROUND = 6;
    private static final int THICKEST = 5;
    private static final String OBSERVED = """
            #ID .w1{stroke-width:1}
            #ID .w2{stroke-width:1.8}
            #ID .w3{stroke-width:2.6}
            #ID .w4{stroke-width:3.4}
            #ID .w5{stroke-width:4.2}
            #ID .undeclared{stroke-dasharray:6 4}
            """;

    private final LifecycleGraph graph;
    private final LifecycleLayout layout;
    private final SvgWriter svg = new SvgWriter();
    private final List<NoteLines.Line> notes;
    private final double width;

    private LifecycleSvg(LifecycleGraph graph) {
        this.graph = graph;
        this.layout = LifecycleLayout.of(graph);
        this.width = Math.max(layout.width(), NARROWEST) + 2 * MARGIN;
        this.notes = NoteLines.of(graph.stays(), width - 2 * MARGIN - 2 * NoteLines.INSET);
    }

    static String draw(LifecycleGraph graph, ColorScheme scheme) {
        return new LifecycleSvg(graph).draw(scheme);
    }

    private String draw(ColorScheme scheme) {
        String id = "lifecycle-" + graph.lifecycle().hash().substring(0, 10);
        String style = "";
        if (graph.isObserved()) {
            id += "-" + Integer.toHexString(LifecycleText.description(graph).hashCode());
            style = OBSERVED.replace("#ID", "#" + id);
        }
        double noteTop = HEAD + MARGIN + layout.height() + MARGIN;
        double noteHeight = notes.isEmpty() ? 0 : NoteLines.height(notes);
        double height = noteTop + noteHeight + (notes.isEmpty() ? 0 : MARGIN);
        svg.picture(id, width, height, LifecycleText.title(graph), LifecycleText.description(graph));
        svg.open("style").text(Palette.css(id, scheme) + style).close();
        svg.leaf("rect", "class", "ground", "width", width, "height", height);
        String title = TextMetrics.fit(LifecycleText.title(graph), TITLE, (width - 2 * MARGIN) / 1.08);
        svg.line(title, MARGIN, MARGIN + 14, TextMetrics.boldWidth(title, TITLE), "big");
        double left = (width - layout.width()) / 2;
        svg.open("g", "transform", "translate(" + SvgWriter.number(left) + " " + SvgWriter.number(HEAD + MARGIN) + ")");
        for (int i = 0; i < layout.routes().size(); i++) {
            arrow(layout.routes().get(i), classes(i));
        }
        dots();
        layout.boxes().forEach(this::box);
        labels();
        svg.close();
        panel(noteTop, noteHeight);
        return svg.finish();
    }

    private void panel(double noteTop, double noteHeight) {
        if (!notes.isEmpty()) {
            svg.leaf(
                    "rect",
                    "class",
                    "panel",
                    "x",
                    MARGIN,
                    "y",
                    noteTop,
                    "width",
                    width - 2 * MARGIN,
                    "height",
                    noteHeight,
                    "rx",
                    ROUND);
            NoteLines.draw(svg, notes, MARGIN, noteTop);
        }
    }

    /** How an arrow is drawn; those to the ends come after those of the edges. */
    private String classes(int index) {
        if (!graph.isObserved() || index >= graph.edges().size()) {
            return "edge";
        }
        LifecycleGraph.Edge edge = graph.edges().get(index);
        long most = graph.edges().stream()
                .mapToLong(LifecycleGraph.Edge::times)
                .max()
                .orElse(0);
        long weight = edge.times() <= 0
                ? 1
                : 1 + Math.round((THICKEST - 1) * Math.log1p((double) edge.times()) / Math.log1p((double) most));
        return "edge w" + weight + (edge.declared() ? "" : " undeclared");
    }

    private void arrow(LifecycleLayout.Route route, String classes) {
        List<LifecycleLayout.Point> points = route.points();
        svg.leaf("path", "class", classes, "d", path(points));
        LifecycleLayout.Point end = points.get(points.size() - 1);
        LifecycleLayout.Point before = points.get(points.size() - 2);
        double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
        double dx = length == 0 ? 0 : (end.x() - before.x()) / length;
        double dy = length == 0 ? 1 : (end.y() - before.y()) / length;
        List<LifecycleLayout.Point> tip = List.of(
                end,
                new LifecycleLayout.Point(end.x() - 9 * dx - 4.5 * dy, end.y() - 9 * dy + 4.5 * dx),
                new LifecycleLayout.Point(end.x() - 9 * dx + 4.5 * dy, end.y() - 9 * dy - 4.5 * dx));
        svg.leaf("path", "class", "tip", "d", straight(tip) + "Z");
    }

    private static String straight(List<LifecycleLayout.Point> points) {
        StringBuilder path = new StringBuilder();
        for (LifecycleLayout.Point point : points) {
            path.append(path.isEmpty() ? "M" : "L").append(at(point.x(), point.y()));
        }
        return path.toString();
    }

    private static String at(double x, double y) {
        return SvgWriter.number(x) + " " + SvgWriter.number(y);
    }

    /** Straight lines with rounded corners. */
    private static String path(List<LifecycleLayout.Point> points) {
        StringBuilder path = new StringBuilder("M")
                .append(at(points.get(0).x(), points.get(0).y()));
        for (int i = 1; i + 1 < points.size(); i++) {
            LifecycleLayout.Point corner = points.get(i);
            LifecycleLayout.Point in = towards(corner, points.get(i - 1));
            LifecycleLayout.Point out = towards(corner, points.get(i + 1));
            path.append("L").append(at(in.x(), in.y())).append("Q").append(at(corner.x(), corner.y()));
            path.append(" ").append(at(out.x(), out.y()));
        }
        LifecycleLayout.Point end = points.get(points.size() - 1);
        return path.append("L").append(at(end.x(), end.y())).toString();
    }

    private static LifecycleLayout.Point towards(LifecycleLayout.Point from, LifecycleLayout.Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double part = length == 0 ? 0 : Math.min(ROUND, length / 2) / length;
        return new LifecycleLayout.Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    private void dots() {
        boolean begins = graph.edges().stream().anyMatch(edge -> edge.from() == null);
        for (int i = 0; i < layout.dots().size(); i++) {
            LifecycleLayout.Place place = layout.dots().get(i);
            double radius = place.width() / 2;
            double x = place.x() + radius;
            double y = place.y() + radius;
            if (i > 0 || !begins) {
                svg.leaf("circle", "class", "ring", "cx", x, "cy", y, "r", radius - 1);
                radius -= 4;
            }
            svg.leaf("circle", "class", "tip", "cx", x, "cy", y, "r", radius);
        }
    }

    private void box(LifecycleLayout.Box box) {
        LifecycleLayout.Place place = box.place();
        Status status = box.status();
        svg.leaf(
                "rect",
                "class",
                "box " + Palette.className(status.phase()),
                "x",
                place.x(),
                "y",
                place.y(),
                "width",
                place.width(),
                "height",
                place.height(),
                "rx",
                ROUND);
        boolean twoLines = LifecycleLayout.showsPhase(status);
        double wide = TextMetrics.boldWidth(status.name(), NAME);
        double middle = place.x() + place.width() / 2;
        svg.line(status.name(), middle - wide / 2, place.y() + (twoLines ? 22 : 24), wide, "name");
        if (twoLines) {
            String phase = LifecycleText.phase(status);
            double small = TextMetrics.width(phase, SMALL);
            svg.line(phase, middle - small / 2, place.y() + 39, small, "small");
        }
    }

    private void labels() {
        for (int i = 0; i < graph.edges().size(); i++) {
            LifecycleLayout.Place place = layout.routes().get(i).label();
            double y = place.y();
            for (LifecycleGraph.Step step : graph.edges().get(i).steps()) {
                double wide = TextMetrics.width(step.label(), LifecycleLayout.LABEL);
                svg.open("g").tooltip(step.details());
                svg.line(step.label(), place.x() + 2, y + 11.5, wide, "label");
                svg.close();
                y += LifecycleLayout.LINE;
            }
        }
    }
}

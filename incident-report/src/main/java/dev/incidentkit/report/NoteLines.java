package dev.incidentkit.report;

import java.util.ArrayList;
import java.util.List;

/** Sets the steps that change no status as lines of a note, broken where they do not fit. */
final class NoteLines {
    static final double INSET = 14;
    private static final double LINE = 17;
    private static final double SIZE = 12;
    private static final double INDENT = 16;

    private NoteLines() {}

    /** A line of the note. */
    record Line(String text, boolean isHead) {}

    static List<Line> of(List<LifecycleGraph.Stay> stays, double room) {
        List<Line> lines = new ArrayList<>();
        for (LifecycleGraph.Stay stay : stays) {
            boolean first = true;
            for (String line : wrapped("Status stays in ", stay.names(), ":", room)) {
                lines.add(new Line(first ? line : "  " + line, true));
                first = false;
            }
            wrapped("", stay.labels(), "", room - INDENT).forEach(line -> lines.add(new Line(line, false)));
        }
        return List.copyOf(lines);
    }

    private static List<String> wrapped(String before, List<String> words, String after, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(before);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i + 1 < words.size() ? ", " : after);
            if (!line.isEmpty() && TextMetrics.boldWidth(line + word.stripTrailing(), SIZE) > room) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    static double height(List<Line> lines) {
        return lines.size() * LINE + 2 * INSET - 4;
    }

    static void draw(SvgWriter svg, List<Line> lines, double x, double top) {
        double y = top + INSET + 9;
        for (Line line : lines) {
            double left = x + INSET + (line.isHead() ? 0 : INDENT);
            svg.line(line.text(), left, y, TextMetrics.width(line.text(), SIZE), line.isHead() ? "faint" : "label");
            y += LINE;
        }
    }
}

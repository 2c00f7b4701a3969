package dev.incidentkit.report;

import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a lifecycle as a Mermaid state diagram (stateDiagram-v2). Mermaid's own character codes are not turned back in
 * every place of such a diagram (seen in 11.x), so a mark that could mean something to Mermaid or to the page is written
 * in its full-width form, which looks alike and means nothing.
 */
final class LifecycleMermaid {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern END_OF_NOTE = Pattern.compile("(?i)\\b(end)\\s+(?=note\\b)");
    private static final String HARMLESS = " _.,()[]/+-'";
    private static final int TO_FULL_WIDTH = 0xFEE0;
    private static final int REPLACEMENT = 0xFFFD;

    /** Words that Mermaid reads as its own where a status may stand. */
    private static final Set<String> WORDS = Set.of(
            "ACCDESCR",
            "ACCTITLE",
            "AS",
            "CHOICE",
            "CLASS",
            "CLASSDEF",
            "CLICK",
            "DEFAULT",
            "DIRECTION",
            "END",
            "FORK",
            "HIDE",
            "JOIN",
            "LEFT",
            "NOTE",
            "OF",
            "RIGHT",
            "SCALE",
            "STATE",
            "STYLE",
            "TITLE");

    private final LifecycleGraph graph;
    private final Map<Status, String> ids = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private LifecycleMermaid(LifecycleGraph graph) {
        this.graph = graph;
    }

    static String write(LifecycleGraph graph) {
        return new LifecycleMermaid(graph).write();
    }

    private String write() {
        out.append("stateDiagram-v2\n");
        line("accTitle: " + escape(LifecycleText.title(graph)));
        List<Status> statuses = graph.lifecycle().statuses();
        statuses.forEach(this::declare);
        for (LifecycleGraph.Edge edge : graph.edges()) {
            String from = edge.from() == null ? "[*]" : id(edge.from());
            for (LifecycleGraph.Step step : edge.steps()) {
                line(from + " --> " + id(edge.to()) + " : " + escape(step.label()));
            }
        }
        statuses.stream().filter(status -> status.phase().isEnd()).forEach(status -> line(id(status) + " --> [*]"));
        graph.stays().forEach(this::note);
        phases();
        return out.toString();
    }

    private void line(String text) {
        out.append("    ").append(text).append('\n');
    }

    private void declare(Status status) {
        boolean plain = PLAIN_NAME.matcher(status.name()).matches() && !WORDS.contains(status.name());
        String id = plain ? status.name() : "s" + (ids.size() + 1);
        ids.put(status, id);
        line("state \"" + escape(status.name()) + "\" as " + id);
    }

    private String id(Status status) {
        return ids.getOrDefault(status, "");
    }

    private void note(LifecycleGraph.Stay stay) {
        line("note right of " + id(stay.in().get(0)));
        line("    " + escape("Stays in " + String.join(", ", stay.names())));
        line("    " + escape(String.join(", ", stay.labels())));
        line("end note");
    }

    private void phases() {
        for (Phase phase : Phase.values()) {
            String members = graph.lifecycle().statuses().stream()
                    .filter(status -> status.phase() == phase)
                    .map(this::id)
                    .collect(Collectors.joining(","));
            if (!members.isEmpty()) {
                String name = "phase" + phase.name().replace("_", "").toLowerCase(Locale.ROOT);
                Palette.Tone tone = Palette.LIGHT.phase(phase);
                line("classDef " + name + " fill:" + tone.fill() + ",stroke:" + tone.stroke() + ",color:"
                        + Palette.LIGHT.ink());
                line("class " + members + " " + name);
            }
        }
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().map(LifecycleMermaid::harmless).forEach(escaped::appendCodePoint);
        return END_OF_NOTE.matcher(escaped).replaceAll("$1\u00A0");
    }

    private static int harmless(int c) {
        if (c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c) && HARMLESS.indexOf(c) < 0) {
            return c + TO_FULL_WIDTH;
        }
        return SvgWriter.isShown(c) && c != '\n' && c != '\t' ? c : REPLACEMENT;
    }
}

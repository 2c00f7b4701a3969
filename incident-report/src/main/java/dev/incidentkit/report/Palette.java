package dev.incidentkit.report;

import dev.incidentkit.core.incident.Phase;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The colours of one scheme. Ink on each fill has a contrast of at least 4.5 to 1, after WCAG 2.2; what colours tell is
 * told by text or pattern too.
 *
 * @param ground behind all
 * @param panel behind notes and empty lanes
 * @param ink for text
 * @param faint for lesser text, lines and arrows
 * @param grid for the lines of an axis
 * @param alarm for what was missed
 * @param warn for what is about to be
 * @param work for time that counts
 * @param phases the tones of the phases
 */
record Palette(
        String ground,
        String panel,
        String ink,
        String faint,
        String grid,
        String alarm,
        String warn,
        Tone work,
        Map<Phase, Tone> phases) {
    /**
     * A fill and its border.
     *
     * @param fill inside
     * @param stroke the border
     */
    record Tone(String fill, String stroke) {}

    private static final String BASE = """
            #ID{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;font-size:12px}
            #ID text{stroke:none}
            #ID .big{font-size:17px;font-weight:bold}
            #ID .name{font-size:14px;font-weight:bold}
            #ID .lane{font-weight:bold}
            #ID .small{font-size:11px}
            #ID .edge{fill:none;stroke-width:1.5}
            #ID .box{stroke-width:1.5}
            """;

    static final Palette LIGHT = new Palette(
            "#ffffff",
            "#f4f5f7",
            "#1b1f24",
            "#57606a",
            "#d8dee4",
            "#c62828",
            "#9a5b00",
            new Tone("#b9d6fb", "#2f6fc4"),
            phases(
                    "#dbe9fd", "#3572c6", "#d3f0d8", "#2c8740", "#fdeec4", "#a87300", "#e8dffa", "#7a4fc0", "#e3e6ea",
                    "#6b7480", "#f6dcdc", "#a94a4a"));

    static final Palette DARK = new Palette(
            "#14181d",
            "#20262d",
            "#eef1f4",
            "#a9b3bd",
            "#39424c",
            "#ff7b72",
            "#f0b355",
            new Tone("#28518a", "#7db0f5"),
            phases(
                    "#1f3d66", "#6aa5f2", "#1d4a29", "#5fc176", "#54400f", "#e2b144", "#412f66", "#b392f0", "#363d45",
                    "#99a3ae", "#552b2b", "#e58a8a"));

    /** Fills and borders of all phases, in their order, in turn. */
    private static Map<Phase, Tone> phases(String... colors) {
        Map<Phase, Tone> tones = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            tones.put(phase, new Tone(colors[2 * phase.ordinal()], colors[2 * phase.ordinal() + 1]));
        }
        return Map.copyOf(tones);
    }

    Tone phase(Phase phase) {
        return phases.getOrDefault(phase, work);
    }

    static String className(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The style sheet of a picture, all of it under its id. */
    static String css(String id, ColorScheme scheme) {
        String base = BASE.replace("#ID", "#" + id);
        return switch (scheme) {
            case LIGHT -> base + LIGHT.css(id);
            case DARK -> base + DARK.css(id);
            case AUTO -> base + LIGHT.css(id) + "@media (prefers-color-scheme:dark){\n" + DARK.css(id) + "}\n";
        };
    }

    private String css(String id) {
        StringBuilder css = new StringBuilder();
        rule(css, id, ".ground", "fill:" + ground);
        rule(css, id, ".panel", "fill:" + panel + ";stroke:" + grid);
        rule(css, id, "text", "fill:" + ink);
        rule(css, id, "text.faint", "fill:" + faint);
        rule(css, id, "text.alarm", "fill:" + alarm);
        rule(css, id, "text.lifted", "paint-order:stroke;stroke:" + ground + ";stroke-width:3;stroke-linejoin:round");
        rule(css, id, ".edge", "stroke:" + faint);
        rule(css, id, ".tip", "fill:" + faint);
        rule(css, id, ".halo", "fill:" + ground);
        rule(css, id, ".ring", "fill:none;stroke:" + faint + ";stroke-width:1.5");
        rule(css, id, ".grid", "stroke:" + grid);
        clocks(css, id);
        for (Phase phase : Phase.values()) {
            Tone tone = phase(phase);
            rule(css, id, "." + className(phase), "fill:" + tone.fill() + ";stroke:" + tone.stroke());
        }
        return css.toString();
    }

    private void clocks(StringBuilder css, String id) {
        rule(css, id, ".now", "stroke:" + ink + ";stroke-width:1.5;stroke-dasharray:5 3");
        rule(css, id, ".flag", "fill:" + ink);
        rule(css, id, "text.onflag", "fill:" + ground);
        rule(css, id, ".breach", "fill:" + alarm);
        rule(css, id, ".due", "stroke:" + alarm + ";stroke-width:2");
        rule(css, id, ".mark", "fill:" + warn + ";stroke:" + ground);
        rule(css, id, ".mark.ahead", "fill:" + ground + ";stroke:" + warn + ";stroke-width:1.5");
        rule(css, id, ".working", "fill:" + work.fill() + ";stroke:" + work.stroke());
        rule(css, id, ".rest", "fill:" + panel + ";stroke:" + grid);
        rule(css, id, ".hatch", "stroke:" + faint);
        rule(css, id, ".dot", "fill:" + faint);
    }

    private static void rule(StringBuilder css, String id, String selector, String style) {
        css.append('#')
                .append(id)
                .append(' ')
                .append(selector)
                .append('{')
                .append(style)
                .append("}\n");
    }
}

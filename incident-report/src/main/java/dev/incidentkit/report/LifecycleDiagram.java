package dev.incidentkit.report;

import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.metrics.StatusChange;
import java.util.List;

/**
 * The diagram of a lifecycle: its statuses, coloured by phase, and the steps between them. Steps of one pair of statuses
 * share an arrow; a step with several outcomes is labelled with the guards of each in brackets; steps after which the
 * status is the same stand in notes, grouped by where they may be taken.
 *
 * <p>Equal lifecycles give equal characters, on any machine.
 */
public final class LifecycleDiagram {
    private LifecycleDiagram() {}

    /**
     * Writes a lifecycle as a state diagram for Mermaid 10 or newer, for Markdown that is shown by GitHub, GitLab and
     * others.
     *
     * @param lifecycle any lifecycle
     * @return the text of a diagram ({@code stateDiagram-v2}) that ends with a line break
     */
    public static String mermaid(Lifecycle lifecycle) {
        return LifecycleMermaid.write(LifecycleGraph.of(lifecycle));
    }

    /**
     * Draws a lifecycle in the reader's colours.
     *
     * @param lifecycle any lifecycle
     * @return an SVG document, in characters; write it as UTF-8
     */
    public static String svg(Lifecycle lifecycle) {
        return svg(lifecycle, ColorScheme.AUTO);
    }

    /**
     * Draws a lifecycle. What a step demands (fields, roles, guards) is shown where a pointing device rests on its
     * label.
     *
     * @param lifecycle any lifecycle
     * @param scheme the colours
     * @return an SVG document, in characters; write it as UTF-8. It may be put into a page as it is: its identifiers
     *     and styles begin with an id of its own, made from the content
     */
    public static String svg(Lifecycle lifecycle, ColorScheme scheme) {
        return LifecycleSvg.draw(LifecycleGraph.of(lifecycle), scheme);
    }

    /**
     * Draws a lifecycle as it was lived: each arrow says how often it was gone, and is the thicker the oftener it was. An
     * arrow that was never gone says 0. Ways that the lifecycle does not have are drawn as broken lines; those from or to
     * a status that it does not have are not drawn.
     *
     * @param lifecycle any lifecycle
     * @param changes how often incidents went from status to status
     * @param scheme the colours
     * @return an SVG document, in characters; write it as UTF-8. It may be put into a page as it is: its identifiers
     *     and styles begin with an id of its own, made from the content
     */
    public static String observed(Lifecycle lifecycle, List<StatusChange> changes, ColorScheme scheme) {
        return LifecycleSvg.draw(LifecycleGraph.of(lifecycle).observed(changes), scheme);
    }
}

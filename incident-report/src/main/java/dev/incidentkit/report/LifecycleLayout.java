package dev.incidentkit.report;

import dev.incidentkit.core.incident.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places the statuses and steps of a lifecycle by the layered algorithm of the Eclipse Layout Kernel: statuses in
 * layers in the order in which they were declared, arrows in right angles, room kept for each label.
 *
 * @param width of all
 * @param height of all
 * @param boxes the statuses
 * @param dots the marks where incidents begin (first) and end
 * @param routes the arrows, those of the graph's edges in their order, then those to the ends
 */
record LifecycleLayout(double width, double height, List<Box> boxes, List<Place> dots, List<Route> routes) {
    static final double LINE = 15;
    static final double LABEL = 12;
    private static final double NAME = 14;
    private static final double DOT = 16;

    /** Where something lies. */
    record Place(double x, double y, double width, double height) {}

    /** Where a status lies. */
    record Box(Status status, Place place) {}

    /** A point of an arrow. */
    record Point(double x, double y) {}

    /**
     * How an arrow runs.
     *
     * @param points from where, over what bends, to where
     * @param label where its text lies; nowhere and empty for the arrow to an end
     */
    record Route(List<Point> points, Place label) {}

    static LifecycleLayout of(LifecycleGraph graph) {
        return new Layouter(graph).layout();
    }

    /** Lays one graph out. */
    private static final class Layouter {
        private final LifecycleGraph graph;
        private final ElkNode root = ElkGraphUtil.createGraph();
        private final Map<Status, ElkNode> nodes = new LinkedHashMap<>();
        private final List<ElkNode> dots = new ArrayList<>();
        private final List<ElkEdge> edges = new ArrayList<>();

        Layouter(LifecycleGraph graph) {
            this.graph = graph;
        }

        LifecycleLayout layout() {
            // registers how ELK copies the values of its own options; what it loads does not change a layout
            LayoutMetaDataService.getInstance();
            configure();
            if (graph.edges().stream().anyMatch(edge -> edge.from() == null)) {
                dots.add(node(DOT, DOT));
            }
            graph.lifecycle()
                    .statuses()
                    .forEach(status -> nodes.put(status, node(boxWidth(status), boxHeight(status))));
            graph.edges().forEach(this::edge);
            for (Status status : graph.lifecycle().statuses()) {
                if (status.phase().isEnd()) {
                    ElkNode end = node(DOT, DOT);
                    dots.add(end);
                    edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(status), end));
                }
            }
            new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
            List<Box> boxes = new ArrayList<>();
            nodes.forEach((status, node) -> boxes.add(new Box(status, place(node))));
            return new LifecycleLayout(
                    root.getWidth(),
                    root.getHeight(),
                    List.copyOf(boxes),
                    dots.stream().map(Layouter::place).toList(),
                    edges.stream().map(Layouter::route).toList());
        }

        private void configure() {
            root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
            root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
            root.setProperty(LayeredOptions.PADDING, new ElkPadding(8));
            root.setProperty(LayeredOptions.RANDOM_SEED, 1);
            root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
            root.setProperty(LayeredOptions.THOROUGHNESS, 20);
            root.setProperty(LayeredOptions.SPACING_NODE_NODE, 40.0);
            root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 26.0);
            root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
            root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
            root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
            root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 4.0);
            root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
        }

        private ElkNode node(double width, double height) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(width, height);
            return node;
        }

        private void edge(LifecycleGraph.Edge edge) {
            ElkNode from = edge.from() == null ? dots.get(0) : nodes.get(edge.from());
            ElkEdge drawn = ElkGraphUtil.createSimpleEdge(from, nodes.get(edge.to()));
            // ELK passes labels without text over
            ElkLabel label = ElkGraphUtil.createLabel(edge.steps().get(0).label(), drawn);
            double width = edge.steps().stream()
                    .mapToDouble(step -> TextMetrics.width(step.label(), LABEL))
                    .max()
                    .orElse(0);
            label.setDimensions(Math.ceil(width) + 4, LINE * edge.steps().size());
            edges.add(drawn);
        }

        private static Place place(ElkNode node) {
            return new Place(node.getX(), node.getY(), node.getWidth(), node.getHeight());
        }

        private static Route route(ElkEdge edge) {
            List<Point> points = new ArrayList<>();
            for (ElkEdgeSection section : edge.getSections()) {
                points.add(new Point(section.getStartX(), section.getStartY()));
                for (ElkBendPoint bend : section.getBendPoints()) {
                    points.add(new Point(bend.getX(), bend.getY()));
                }
                points.add(new Point(section.getEndX(), section.getEndY()));
            }
            Place label = new Place(0, 0, 0, 0);
            for (ElkLabel text : edge.getLabels()) {
                label = new Place(text.getX(), text.getY(), text.getWidth(), text.getHeight());
            }
            return new Route(List.copyOf(points), label);
        }
    }

    /** Whether the name of a status does not tell its phase. */
    static boolean showsPhase(Status status) {
        return !status.name().equals(status.phase().name());
    }

    private static double boxWidth(Status status) {
        double phase = showsPhase(status) ? TextMetrics.width(LifecycleText.phase(status), LABEL) : 0;
        return Math.max(110, Math.ceil(Math.max(TextMetrics.boldWidth(status.name(), NAME), phase)) + 28);
    }

    private static double boxHeight(Status status) {
        return showsPhase(status) ? 50 : 38;
    }
}

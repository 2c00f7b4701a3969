package dev.incidentkit.rules.internal.dmn;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Draws the decisions in a row and their inputs in another below, so that a modeler has something to show. */
final class DmnDiagram {
    private static final int DECISION_WIDTH = 180;
    private static final int DECISION_HEIGHT = 80;
    private static final int INPUT_WIDTH = 125;
    private static final int INPUT_HEIGHT = 45;
    private static final int STEP = 220;
    private static final int LEFT = 160;
    private static final int TOP = 80;
    private static final int INPUT_TOP = 320;

    private final DmnElements xml;
    private final DmnIds ids;

    /**
     * A decision of the diagram.
     *
     * @param id its id
     * @param edges the ids of its requirements and of the inputs they lead to
     */
    record Node(String id, Map<String, String> edges) {}

    DmnDiagram(DmnElements xml, DmnIds ids) {
        this.xml = xml;
        this.ids = ids;
    }

    void write(List<Node> decisions, List<String> inputs) throws XMLStreamException {
        xml.open("dmndi:DMNDI");
        xml.open("dmndi:DMNDiagram", "id", ids.make("diagram"));
        for (int i = 0; i < decisions.size(); i++) {
            shape(decisions.get(i).id(), LEFT + i * STEP, TOP, true);
        }
        for (int i = 0; i < inputs.size(); i++) {
            shape(inputs.get(i), LEFT + i * STEP, INPUT_TOP, false);
        }
        for (int i = 0; i < decisions.size(); i++) {
            for (Map.Entry<String, String> edge : decisions.get(i).edges().entrySet()) {
                int from = LEFT + inputs.indexOf(edge.getValue()) * STEP + INPUT_WIDTH / 2;
                xml.open("dmndi:DMNEdge", "id", ids.make("edge_" + edge.getKey()), "dmnElementRef", edge.getKey());
                waypoint(from, INPUT_TOP);
                waypoint(LEFT + i * STEP + DECISION_WIDTH / 2, TOP + DECISION_HEIGHT);
                xml.close();
            }
        }
        xml.close();
        xml.close();
    }

    private void shape(String element, int x, int y, boolean decision) throws XMLStreamException {
        xml.open("dmndi:DMNShape", "id", ids.make("shape_" + element), "dmnElementRef", element);
        xml.leaf(
                "dc:Bounds",
                "height",
                Integer.toString(decision ? DECISION_HEIGHT : INPUT_HEIGHT),
                "width",
                Integer.toString(decision ? DECISION_WIDTH : INPUT_WIDTH),
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y));
        xml.close();
    }

    private void waypoint(int x, int y) throws XMLStreamException {
        xml.leaf("di:waypoint", "x", Integer.toString(x), "y", Integer.toString(y));
    }
}

package dev.incidentkit.rules.internal.yaml;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Writes trees of maps, lists and texts as YAML: texts bare where they can be read so, lists of texts on one line, without
 * anchors and tags.
 */
public final class YamlText {
    private static final int WIDTH = 120;

    private YamlText() {}

    /**
     * Writes a tree.
     *
     * @param tree a map of texts to trees
     * @return the file
     */
    public static String of(Map<String, Object> tree) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(WIDTH)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setUseUnicodeEncoding(true)
                .build();
        StringBuilder text = new StringBuilder();
        new Dump(settings).dumpNode(node(tree), new org.snakeyaml.engine.v2.api.StreamDataWriter() {
            @Override
            public void write(String part) {
                text.append(part);
            }

            @Override
            public void write(String part, int offset, int length) {
                text.append(part, offset, offset + length);
            }
        });
        return text.toString();
    }

    private static Node node(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            List<NodeTuple> entries = map.entrySet().stream()
                    .map(entry -> new NodeTuple(text(String.valueOf(entry.getKey())), node(entry.getValue())))
                    .toList();
            return new MappingNode(Tag.MAP, entries, entries.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        } else if (tree instanceof List<?> list) {
            boolean flat = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
            List<Node> items = list.stream().map(YamlText::node).toList();
            return new SequenceNode(Tag.SEQ, items, flat ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        return text(tree.toString());
    }

    /** Plain where a reader that looks at no types reads the same; what would be read as nothing is quoted. */
    private static Node text(String value) {
        boolean nothing = value.isEmpty() || value.equals("~") || value.equals("null");
        return new ScalarNode(Tag.STR, value, nothing ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
    }
}

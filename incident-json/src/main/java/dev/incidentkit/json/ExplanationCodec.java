package dev.incidentkit.json;

import dev.incidentkit.core.definition.Explanation;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes explanations as JSON, for programs that show them. Members stand in a stated order: {@code about}, {@code answer},
 * {@code because}; of each reason {@code text}, {@code facts}, {@code because}, where what is empty is left out. Safe for use
 * by several threads.
 */
public final class ExplanationCodec {
    private static final String BECAUSE = "because";

    private final JsonMapper mapper;

    /** Creates a codec. */
    public ExplanationCodec() {
        this.mapper = JsonMapper.builder().build();
    }

    /**
     * Writes an explanation.
     *
     * @param explanation the explanation
     * @return one JSON object without line breaks
     */
    public String write(Explanation explanation) {
        ObjectNode node = mapper.createObjectNode();
        node.put("about", explanation.subject().name());
        node.put("answer", explanation.answer());
        because(node, explanation.reasons());
        return mapper.writeValueAsString(node);
    }

    private static void because(ObjectNode node, List<Explanation.Reason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray(BECAUSE);
        for (Explanation.Reason reason : reasons) {
            ObjectNode each = array.addObject();
            each.put("text", reason.text());
            if (!reason.facts().isEmpty()) {
                ObjectNode facts = each.putObject("facts");
                reason.facts().forEach(facts::put);
            }
            because(each, reason.because());
        }
    }
}

package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Numbers for outcomes: the same for equal ones. Not safe for use by several threads. */
final class Outcomes {
    private final RuleSchema schema;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Object> known = new ArrayList<>();

    Outcomes(RuleSchema schema) {
        this.schema = schema;
    }

    int number(Object outcome) {
        return numbers.computeIfAbsent(outcome, key -> {
            known.add(key);
            return known.size() - 1;
        });
    }

    Object outcome(int number) {
        return known.get(number);
    }

    /** The outputs of a rule in words: the value alone where there is one column. */
    String text(List<? extends @Nullable Object> outputs) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < outputs.size(); i++) {
            text.add(text(schema.outputs().get(i), outputs.get(i)));
        }
        return text.toString();
    }

    private String text(Output<?> output, @Nullable Object value) {
        String bare = output.type().textOf(value);
        return schema.outputs().size() == 1 ? bare : output.name() + " " + bare;
    }
}

package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Output values that no rule gives, or only rules that never decide. */
final class OutputChecks {
    private OutputChecks() {}

    static void run(Inquiry inquiry) {
        List<Output<?>> outputs = inquiry.table().table().schema().outputs();
        for (int column = 0; column < outputs.size(); column++) {
            Output<?> output = outputs.get(column);
            Map<Object, List<Integer>> givers = givers(inquiry, column);
            unused(inquiry, output, givers);
            givers.forEach((value, places) -> {
                if (places.stream().allMatch(inquiry.dead()::get) && !value.equals(output.defaultValue())) {
                    unreachable(inquiry, output, value, places);
                }
            });
        }
    }

    private static Map<Object, List<Integer>> givers(Inquiry inquiry, int column) {
        Map<Object, List<Integer>> givers = new LinkedHashMap<>();
        for (int place = 0; place < inquiry.grid().rules(); place++) {
            Object value = inquiry.table().rule(place).outputs().get(column);
            if (value != null) {
                givers.computeIfAbsent(value, key -> new ArrayList<>()).add(place);
            }
        }
        return givers;
    }

    private static void unused(Inquiry inquiry, Output<?> output, Map<Object, List<Integer>> givers) {
        List<String> unused = output.allowed().stream()
                .filter(value -> !givers.containsKey(value) && !value.equals(output.defaultValue()))
                .map(output.type()::textOf)
                .toList();
        if (!unused.isEmpty()) {
            inquiry.add(new ProofFinding(
                    ProofCode.OUTPUT_UNUSED,
                    FindingLevel.INFO,
                    List.of(),
                    output.name(),
                    "No rule gives " + output.name() + " " + Words.join(unused)
                            + (unused.size() == 1 ? ", which is allowed" : ", which are allowed"),
                    List.of(),
                    ""));
        }
    }

    private static void unreachable(Inquiry inquiry, Output<?> output, Object value, List<Integer> places) {
        List<String> rules = places.stream().map(inquiry.table()::id).toList();
        inquiry.add(new ProofFinding(
                ProofCode.OUTPUT_UNREACHABLE,
                FindingLevel.WARNING,
                rules,
                output.name(),
                output.name() + " " + output.type().textOf(value) + " is never given: " + Words.join(rules)
                        + (rules.size() == 1 ? " would give it and never decides" : " would give it and never decide"),
                List.of(),
                ""));
    }
}

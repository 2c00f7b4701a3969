package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What two versions of a table declare differently, in words. Stateless. */
final class Declarations {
    private Declarations() {}

    static List<String> changes(RuleSchema before, RuleSchema after) {
        List<String> changes = new ArrayList<>();
        change(changes, "hit policy", words(before.hitPolicy()), words(after.hitPolicy()));
        change(changes, "demand", demand(before), demand(after));
        for (Input<?> input : after.inputs()) {
            if (before.inputIndex(input.name()) < 0) {
                changes.add("column " + input.name() + " is new");
            }
        }
        for (Input<?> input : before.inputs()) {
            if (after.inputIndex(input.name()) < 0) {
                changes.add("column " + input.name() + " is gone");
            }
        }
        for (int i = 0; i < after.outputs().size(); i++) {
            output(changes, before.outputs().get(i), after.outputs().get(i));
        }
        return changes;
    }

    private static void output(List<String> changes, Output<?> before, Output<?> after) {
        String name = "output " + after.name();
        change(changes, name + " holds", before.type().form(), after.type().form());
        change(changes, name + " allows", allowed(before), allowed(after));
        change(changes, name + " by default", byDefault(before), byDefault(after));
        change(changes, name + " may be left out", String.valueOf(before.optional()), String.valueOf(after.optional()));
    }

    private static void change(List<String> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(what + ": " + before + " -> " + after);
        }
    }

    private static String words(HitPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String demand(RuleSchema schema) {
        return schema.isComplete() ? "complete" : "may have gaps";
    }

    private static String allowed(Output<?> output) {
        return output.allowed().isEmpty()
                ? "any value"
                : String.join(
                        ", ",
                        output.allowed().stream().map(output.type()::textOf).toList());
    }

    private static String byDefault(Output<?> output) {
        return output.defaultValue() == null ? "nothing" : output.type().textOf(output.defaultValue());
    }
}

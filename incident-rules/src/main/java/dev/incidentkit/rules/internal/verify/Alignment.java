package dev.incidentkit.rules.internal.verify;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts two tables over the same columns: what only one of them looks at is any in the other. */
final class Alignment {
    private Alignment() {}

    static List<RuleTable> of(RuleTable before, RuleTable after) {
        RuleSchema older = before.schema();
        RuleSchema newer = after.schema();
        check(older, newer);
        if (older.inputs().equals(newer.inputs())) {
            return List.of(before, after);
        }
        List<Input<?>> all = new ArrayList<>(newer.inputs());
        older.inputs().stream()
                .filter(input -> newer.inputIndex(input.name()) < 0)
                .forEach(all::add);
        return List.of(over(all, before), over(all, after));
    }

    private static void check(RuleSchema older, RuleSchema newer) {
        for (Input<?> input : newer.inputs()) {
            older.input(input.name()).filter(other -> !other.equals(input)).ifPresent(other -> {
                throw new IllegalArgumentException(
                        "Column '" + input.name() + "' holds " + input.type().form()
                                + (input.optional() ? " or nothing" : "") + ", but before "
                                + other.type().form() + (other.optional() ? " or nothing" : "")
                                + ", so its inputs cannot be compared");
            });
        }
        if (!outputs(older).equals(outputs(newer))) {
            throw new IllegalArgumentException(
                    "Outputs " + outputs(newer) + " cannot be compared with " + outputs(older));
        }
        if (kind(older.hitPolicy()) != kind(newer.hitPolicy())) {
            throw new IllegalArgumentException(
                    "Answers of " + newer.hitPolicy() + " cannot be compared with those of " + older.hitPolicy());
        }
    }

    private static List<String> outputs(RuleSchema schema) {
        return schema.outputs().stream().map(Output::name).toList();
    }

    /** Hit policies whose answers are of one kind: one rule's outputs, or those of several in one order. */
    private static HitPolicy kind(HitPolicy policy) {
        return policy.isSingleHit() ? HitPolicy.FIRST : policy;
    }

    private static RuleTable over(List<Input<?>> all, RuleTable table) {
        RuleSchema schema = table.schema();
        RuleSchema.Builder wider = RuleSchema.named(schema.name()).hitPolicy(schema.hitPolicy());
        all.forEach(wider::in);
        schema.outputs().forEach(wider::out);
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : table.rules()) {
            List<CellCondition> conditions = new ArrayList<>(Collections.nCopies(all.size(), CellCondition.any()));
            for (int i = 0; i < all.size(); i++) {
                int index = schema.inputIndex(all.get(i).name());
                if (index >= 0) {
                    conditions.set(i, rule.conditions().get(index));
                }
            }
            rules.add(new Rule(rule.id(), conditions, rule.outputs(), rule.note(), rule.position()));
        }
        return RuleTable.of(wider.build(), rules);
    }
}

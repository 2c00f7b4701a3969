package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes conditions as trees. */
final class ConditionWriter {
    private final Scope scope;

    ConditionWriter(Scope scope) {
        this.scope = scope;
    }

    Object tree(Condition condition) {
        if (condition.equals(Condition.ALWAYS)) {
            return "always";
        } else if (condition.equals(Condition.NEVER)) {
            return "never";
        } else if (condition.equals(Condition.open())) {
            return "open";
        } else if (condition instanceof Condition.OneOf oneOf) {
            List<String> values = List.copyOf(oneOf.values());
            return Map.of(key(oneOf.fact()), values.size() == 1 ? values.get(0) : values);
        } else if (condition instanceof Condition.Has has) {
            return Map.of("has", key(has.fact()));
        } else if (condition instanceof Condition.AtLeast atLeast) {
            return Map.of(key(atLeast.fact()), Map.of("atLeast", level(atLeast)));
        } else if (condition instanceof Condition.Between between) {
            return Map.of(key(between.fact()), bounds(between));
        } else if (condition instanceof Condition.AllOf all) {
            return Map.of("all", trees(all.conditions()));
        } else if (condition instanceof Condition.AnyOf any) {
            return Map.of("any", trees(any.conditions()));
        }
        return Map.of("not", tree(((Condition.Not) condition).condition()));
    }

    private List<Object> trees(List<Condition> conditions) {
        List<Object> trees = new ArrayList<>();
        conditions.forEach(condition -> trees.add(tree(condition)));
        return trees;
    }

    private String key(Fact fact) {
        if (!(fact instanceof Fact.Attribute attribute)) {
            return fact.factName();
        }
        if (!scope.attributes.containsKey(attribute.attribute())) {
            throw new UnwritableException(
                    "a condition on attribute '" + attribute.attribute() + "', which the definition does not declare");
        }
        return ConditionReader.ATTRIBUTE + attribute.attribute();
    }

    private String level(Condition.AtLeast atLeast) {
        Scale<?> scale = scope.scale(atLeast.fact());
        Level level = scale == null ? null : scale.find(atLeast.level()).orElse(null);
        if (level == null || level.rank() != atLeast.rank()) {
            throw new UnwritableException("a condition that is not over the definition's levels: " + atLeast);
        }
        return level.name();
    }

    private static Map<String, Object> bounds(Condition.Between between) {
        Map<String, Object> tree = new LinkedHashMap<>();
        BigDecimal min = between.min();
        if (min != null) {
            tree.put("from", min.toPlainString());
        }
        BigDecimal max = between.max();
        if (max != null) {
            tree.put("to", max.toPlainString());
        }
        if (tree.isEmpty()) {
            throw new UnwritableException("bounds without bounds: " + between);
        }
        return tree;
    }
}

package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.bind.Near;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads conditions over facts. */
final class ConditionReader {
    /** How an attribute is written as a fact, as it is as a field. */
    static final String ATTRIBUTE = "attribute:";

    private static final String ALL = "all";
    private static final String ANY = "any";
    private static final String NOT = "not";
    private static final String HAS = "has";
    private static final List<String> HOLD_REASONS = Stream.of(
                    HoldReason.CALLER,
                    HoldReason.VENDOR,
                    HoldReason.CHANGE,
                    HoldReason.PROBLEM,
                    HoldReason.EVIDENCE,
                    HoldReason.SCHEDULED)
            .map(HoldReason::name)
            .toList();
    private static final Map<String, Condition> WORDS = words();
    private static final Map<String, Fact> FACTS = Arrays.stream(Fact.BuiltIn.values())
            .collect(Collectors.toMap(Fact::factName, fact -> fact, (a, b) -> a, LinkedHashMap::new));

    private final Scope scope;
    private final Values values;

    ConditionReader(Scope scope) {
        this.scope = scope;
        this.values = scope.values;
    }

    private static Map<String, Condition> words() {
        Map<String, Condition> words = new LinkedHashMap<>();
        words.put("always", Condition.ALWAYS);
        words.put("never", Condition.NEVER);
        words.put("open", Condition.open());
        return words;
    }

    /** A condition below a key; what else holds where it is missing or none. */
    Condition condition(Section section, String key, Condition otherwise) {
        Node node = section.get(key);
        Condition read = node == null ? null : condition(node, section.path(key));
        return read == null ? otherwise : read;
    }

    @Nullable
    Condition condition(Node node, String path) {
        if (node instanceof Node.Text) {
            String word = values.oneOf(node, path, "a condition in one word", WORDS.keySet());
            return word == null ? null : WORDS.get(word);
        }
        List<Condition> parts = new ArrayList<>();
        int wanted = values.entries(node, path).size();
        values.entries(node, path).forEach((key, entry) -> {
            Condition part = part(entry, Values.path(path, key), path);
            if (part != null) {
                parts.add(part);
            }
        });
        if (parts.isEmpty() || parts.size() < wanted) {
            return wanted == 0 ? empty(node, path) : null;
        }
        return parts.size() == 1 ? parts.get(0) : Condition.allOf(parts.toArray(new Condition[0]));
    }

    private @Nullable Condition empty(Node node, String path) {
        if (node instanceof Node.Entries) {
            scope.report().error(DefinitionCode.VALUE, node, path, "a condition is empty; write always or never");
        }
        return null;
    }

    private @Nullable Condition part(Node.Entry entry, String path, String parent) {
        Node value = entry.value();
        switch (entry.key().value()) {
            case ALL, ANY -> {
                Condition[] parts = several(value, path);
                if (parts == null) {
                    return null;
                }
                return entry.key().value().equals(ALL) ? Condition.allOf(parts) : Condition.anyOf(parts);
            }
            case NOT -> {
                Condition other = condition(value, path);
                return other == null ? null : Condition.not(other);
            }
            case HAS -> {
                return has(value, path);
            }
            default -> {
                Fact fact = fact(entry.key(), parent, Set.of(ALL, ANY, NOT, HAS));
                return fact == null ? null : about(fact, value, path);
            }
        }
    }

    private @Nullable Condition has(Node node, String path) {
        if (!(node instanceof Node.Text text)) {
            values.text(node, path);
            return null;
        }
        Fact fact = fact(text, path, Set.of());
        return fact == null ? null : Condition.has(fact);
    }

    private Condition @Nullable [] several(Node node, String path) {
        List<Condition> parts = new ArrayList<>();
        List<Node> items = Values.items(node);
        for (int i = 0; i < items.size(); i++) {
            Condition part = condition(items.get(i), path + "[" + i + "]");
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.size() < items.size() ? null : parts.toArray(new Condition[0]);
    }

    private @Nullable Fact fact(Node.Text name, String path, Set<String> beside) {
        String text = name.value();
        Fact known = FACTS.get(text);
        if (known != null) {
            return known;
        }
        if (text.startsWith(ATTRIBUTE) && scope.attributes.containsKey(text.substring(ATTRIBUTE.length()))) {
            return Fact.attribute(text.substring(ATTRIBUTE.length()));
        }
        Set<String> names = new TreeSet<>(FACTS.keySet());
        scope.attributes.keySet().forEach(attribute -> names.add(ATTRIBUTE + attribute));
        names.addAll(beside);
        values.unknown(name, path, "a fact", names);
        return null;
    }

    private @Nullable Condition about(Fact fact, Node value, String path) {
        if (value instanceof Node.Entries) {
            return compared(fact, value, path);
        }
        List<Node.Text> texts = values.texts(value, path);
        if (texts.size() < Values.items(value).size()) {
            return null;
        }
        List<String> names = names(fact);
        Set<String> wanted = new TreeSet<>();
        for (Node.Text text : texts) {
            if (names != null && !names.contains(text.value())) {
                values.unknown(text, path, "a value of " + fact, names);
                return null;
            }
            if (fact == Fact.BuiltIn.HOLD_REASON) {
                hint(text, path);
            }
            wanted.add(text.value());
        }
        return values.made(value, path, () -> Condition.oneOf(fact, wanted));
    }

    /** Reasons to wait are open, but one that is nearly a well-known one is most likely misspelt. */
    private void hint(Node.Text reason, String path) {
        if (!HOLD_REASONS.contains(reason.value())) {
            Near.to(reason.value(), HOLD_REASONS)
                    .ifPresent(near -> scope.report()
                            .warning(
                                    DefinitionCode.NAME_UNKNOWN,
                                    reason,
                                    path,
                                    "'" + reason.value() + "' is a reason to wait of its own; is '" + near
                                            + "' meant?"));
        }
    }

    /** The values that a fact may have; null where they are open. */
    private @Nullable List<String> names(Fact fact) {
        Scale<?> scale = scope.scale(fact);
        if (scale != null) {
            return scale.levels().stream().map(Level::name).toList();
        }
        if (isFlag(fact)) {
            return List.of("true", "false");
        }
        if (fact == Fact.BuiltIn.PHASE) {
            return Arrays.stream(Phase.values()).map(Enum::name).toList();
        }
        if (fact == Fact.BuiltIn.RECORD_TYPE) {
            return Arrays.stream(RecordType.values()).map(Enum::name).toList();
        }
        return fact == Fact.BuiltIn.STATUS
                ? scope.statuses.stream().map(Status::name).toList()
                : null;
    }

    private boolean isFlag(Fact fact) {
        AttributeDefinition declared =
                fact instanceof Fact.Attribute attribute ? scope.attributes.get(attribute.attribute()) : null;
        return declared == null ? fact.kind() == Fact.Kind.FLAG : declared.type() == AttributeType.BOOLEAN;
    }

    private @Nullable Condition compared(Fact fact, Node node, String path) {
        Section section = values.section(node, path);
        if (section == null) {
            return null;
        }
        Node atLeast = section.get("atLeast");
        BigDecimal from = bound(section, "from");
        BigDecimal to = bound(section, "to");
        boolean ranged = section.has("from") || section.has("to");
        section.close();
        if ((atLeast == null) != ranged) {
            String wanted = "expected either 'atLeast' with a level, or 'from' and 'to' with numbers";
            scope.report().error(DefinitionCode.SHAPE, node, path, wanted);
            return null;
        }
        if (atLeast == null) {
            return number(fact, node, path) ? values.made(node, path, () -> Condition.between(fact, from, to)) : null;
        }
        return level(fact, atLeast, section.path("atLeast"));
    }

    private @Nullable BigDecimal bound(Section section, String key) {
        Node node = section.get(key);
        return node == null ? null : values.decimal(node, section.path(key));
    }

    private boolean number(Fact fact, Node node, String path) {
        AttributeDefinition declared =
                fact instanceof Fact.Attribute attribute ? scope.attributes.get(attribute.attribute()) : null;
        boolean number = declared == null ? fact.kind() == Fact.Kind.NUMBER : declared.type() == AttributeType.NUMBER;
        if (!number) {
            scope.report().error(DefinitionCode.VALUE, node, path, fact + " is no number, so it has no bounds");
        }
        return number;
    }

    private @Nullable Condition level(Fact fact, Node node, String path) {
        Scale<?> scale = scope.scale(fact);
        if (scale == null) {
            scope.report().error(DefinitionCode.VALUE, node, path, fact + " is no level, so none is at least another");
            return null;
        }
        List<String> names = scale.levels().stream().map(Level::name).toList();
        String label = values.oneOf(node, path, "a level of " + fact, names);
        return label == null ? null : Condition.atLeast(fact, scale.level(label));
    }
}

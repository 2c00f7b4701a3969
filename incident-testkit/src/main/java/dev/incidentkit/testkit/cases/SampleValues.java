package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.lifecycle.Requirement;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.Taxonomy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Values that a definition takes: its own categories, resolution codes and attributes, where it has any. */
final class SampleValues {
    private final ProcessDefinition definition;

    SampleValues(ProcessDefinition definition) {
        this.definition = definition;
    }

    /** Categories that are not divided any further, at least two where no taxonomy says what there is. */
    private List<Category> categories() {
        Taxonomy taxonomy = definition.procedures().taxonomy();
        return taxonomy == null
                ? List.of(new Category("network"), new Category("network/vpn"))
                : taxonomy.entries().stream()
                        .filter(entry -> entry.active() && !taxonomy.isDivided(entry.category()))
                        .map(Taxonomy.Entry::category)
                        .toList();
    }

    Category category() {
        return categories().get(0);
    }

    /** Another one, where there is another. */
    Category anotherCategory() {
        List<Category> all = categories();
        return all.get(Math.min(1, all.size() - 1));
    }

    String resolutionCode() {
        return definition.procedures().resolutionCodes().stream()
                .sorted()
                .findFirst()
                .orElse("FIXED");
    }

    /** The fields that steps of an action require, for whatever reason. */
    Set<Field> required(Action action) {
        Set<Field> fields = new LinkedHashSet<>();
        for (Transition transition : definition.lifecycle().transitions()) {
            if (transition.action().equals(action)) {
                transition.required().stream().map(Requirement::field).forEach(fields::add);
            }
        }
        for (FieldRule rule : definition.procedures().fields()) {
            if (rule.stage().equals(action)) {
                fields.addAll(rule.fields());
            }
        }
        return fields;
    }

    /** A value for each attribute that steps of an action require. */
    Attributes requiredAttributes(Action action) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (Field field : required(action)) {
            if (field instanceof Field.Attribute attribute) {
                value(attribute.attribute()).ifPresent(value -> values.put(attribute.attribute(), value));
            }
        }
        return Attributes.of(values);
    }

    /** Some value of an attribute; empty where the definition declares none of that name. */
    Optional<AttributeValue> value(String name) {
        return Optional.ofNullable(definition.attributes().get(name)).map(SampleValues::value);
    }

    private static AttributeValue value(AttributeDefinition attribute) {
        return switch (attribute.type()) {
            case SCALE ->
                AttributeValue.of(Objects.requireNonNull(attribute.scale()).at(0));
            case TEXT -> text(attribute, "something");
            case NUMBER -> AttributeValue.of(1);
            case BOOLEAN -> AttributeValue.of(true);
            case INSTANT -> AttributeValue.of(Instant.parse("2026-03-02T08:00:00Z"));
            case DURATION -> AttributeValue.of(Duration.ofHours(1));
            case SET -> AttributeValue.of(Set.of("something"));
        };
    }

    private static AttributeValue text(AttributeDefinition attribute, String text) {
        return attribute.traits().contains(AttributeTrait.PERSONAL)
                ? AttributeValue.personal(text)
                : AttributeValue.of(text);
    }

    /** The value of an attribute that a condition or a cell names; empty where it cannot be one. */
    Optional<AttributeValue> named(String name, String text) {
        AttributeDefinition attribute = definition.attributes().get(name);
        if (attribute == null) {
            return Optional.empty();
        }
        return switch (attribute.type()) {
            case SCALE -> Objects.requireNonNull(attribute.scale()).find(text).map(AttributeValue::of);
            case TEXT -> Optional.of(text(attribute, text));
            case BOOLEAN -> Optional.of(AttributeValue.of(Boolean.parseBoolean(text)));
            case SET -> Optional.of(AttributeValue.of(Set.of(text)));
            case NUMBER, INSTANT, DURATION -> Optional.empty();
        };
    }
}

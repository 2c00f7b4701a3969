package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Fields that incidents of a kind must have at a stage, beside what the lifecycle requires of all: a part of a form that
 * depends on category, model or whatever else is known.
 *
 * @param name 1 to 100 characters, unique within the rules
 * @param stage the action that needs them, for example REPORT or RESOLVE
 * @param when for which incidents, as they are before the action; a report as it is made
 * @param fields the fields, at least one
 */
public record FieldRule(String name, Action stage, Condition when, List<Field> fields) {
    /**
     * Checks the name and sorts the fields.
     *
     * @throws IllegalArgumentException if the name is blank or too long, or there is no field
     */
    public FieldRule {
        Names.check(name, "field rule");
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("Field rule '" + name + "' requires at least one field");
        }
        fields = Set.copyOf(fields).stream()
                .sorted(Comparator.comparing(Field::fieldName))
                .toList();
    }
}

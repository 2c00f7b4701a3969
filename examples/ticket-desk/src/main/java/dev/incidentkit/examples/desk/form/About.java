package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.lifecycle.Requirement;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.examples.desk.form.Input.Demand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a form is about.
 *
 * @param definition whose rules hold
 * @param incident the incident; null where one is to be reported, or several are meant
 * @param user the name of whoever fills it in
 */
public record About(ProcessDefinition definition, @Nullable Incident incident, String user) {
    /** What the definition requires for an action from where the incident stands, and is not known already, by field. */
    List<Requirement> required(Action action) {
        List<Requirement> required = new ArrayList<>();
        transition(action).ifPresent(step -> required.addAll(step.required()));
        if (incident != null) {
            definition.procedures().fields().stream()
                    .filter(rule -> rule.stage().equals(action) && rule.when().holds(incident.facts()))
                    .flatMap(rule -> rule.fields().stream())
                    .map(field -> new Requirement(field, null))
                    .forEach(required::add);
        }
        required.removeIf(each -> incident != null && incident.has(each.field()));
        return required;
    }

    private Optional<Transition> transition(Action action) {
        return incident == null
                ? definition.lifecycle().beginning(action)
                : definition.lifecycle().transition(incident.status(), action);
    }

    /** The same inputs, of which those that the definition requires say so. */
    List<Input> demanding(List<Input> inputs, Action action) {
        Map<String, List<Requirement>> byField = required(action).stream()
                .collect(Collectors.groupingBy(
                        each -> each.field().fieldName(), LinkedHashMap::new, Collectors.toList()));
        return inputs.stream()
                .map(input -> demanded(input, byField.getOrDefault(input.name(), List.of())))
                .toList();
    }

    private static Input demanded(Input input, List<Requirement> requirements) {
        if (requirements.isEmpty()) {
            return input;
        }
        if (requirements.stream().anyMatch(each -> each.forReason() == null)) {
            return input.required();
        }
        String reasons = requirements.stream().map(Requirement::forReason).collect(Collectors.joining(", "));
        String hint = "required for " + reasons;
        return input.asked(Demand.SOMETIMES).hinting(input.hint().isEmpty() ? hint : input.hint() + "; " + hint);
    }

    /** The attributes that an action must be given, for commands that carry none but those. */
    List<Input> requiredAttributes(Action action) {
        return required(action).stream()
                .map(Requirement::field)
                .filter(Field.Attribute.class::isInstance)
                .map(field -> definition.attributes().get(((Field.Attribute) field).attribute()))
                .filter(attribute -> attribute != null)
                .map(AttributeInputs::input)
                .toList();
    }
}

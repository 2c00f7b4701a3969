package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.LifecycleCommand.Perform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms of all commands that people send. An action that the library does not know, because a definition declares it,
 * gets one too: a comment, and the attributes that the definition asks for.
 */
public final class ActionForms {
    private static final List<ActionForm> ALL = Stream.of(
                    StepForms.all(), TriageForms.all(), WorkForms.all(), PlanForms.all(), ReviewForms.all())
            .flatMap(List::stream)
            .toList();
    private static final Map<Action, List<ActionForm>> BY_ACTION =
            ALL.stream().collect(Collectors.groupingBy(ActionForm::action));

    private ActionForms() {}

    /**
     * The forms for an action.
     *
     * @param action an action of a lifecycle
     * @return its forms; none for what is not for people to do, such as archiving
     */
    public static List<ActionForm> of(Action action) {
        return action.isBuiltIn() ? BY_ACTION.getOrDefault(action, List.of()) : List.of(own(action));
    }

    /**
     * The form of a name.
     *
     * @param id the name
     * @return the form; empty if there is none
     */
    public static Optional<ActionForm> find(String id) {
        Optional<ActionForm> known =
                ALL.stream().filter(form -> form.id().equals(id)).findFirst();
        boolean isOwn = known.isEmpty() && !id.isBlank() && id.length() <= 40 && !new Action(id).isBuiltIn();
        return isOwn ? Optional.of(own(new Action(id))) : known;
    }

    private static ActionForm own(Action action) {
        return ActionForm.of(
                action,
                action.name(),
                about -> {
                    List<Input> inputs = new ArrayList<>(about.requiredAttributes(action));
                    inputs.add(Input.lines("comment", "Comment"));
                    return inputs;
                },
                (about, data) ->
                        new Perform(action, data.text("comment"), AttributeInputs.read(about.definition(), data)));
    }
}

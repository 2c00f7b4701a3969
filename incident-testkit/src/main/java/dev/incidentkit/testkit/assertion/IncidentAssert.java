package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.definition.Explainer;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Task;
import dev.incidentkit.core.incident.TaskState;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an incident. */
public final class IncidentAssert extends AbstractAssert<IncidentAssert, Incident> {
    private final @Nullable ProcessDefinition definition;

    IncidentAssert(Incident actual) {
        this(actual, null);
    }

    /** Failures explain by the definition, where there is one. */
    IncidentAssert(Incident actual, @Nullable ProcessDefinition definition) {
        super(actual, IncidentAssert.class);
        this.definition = definition;
    }

    /**
     * Its status has a name.
     *
     * @param status the name
     * @return this
     */
    public IncidentAssert hasStatus(String status) {
        return is("status", status, incident -> incident.status().name());
    }

    /**
     * Its status is one.
     *
     * @param status the status
     * @return this
     */
    public IncidentAssert hasStatus(Status status) {
        return hasStatus(status.name());
    }

    /**
     * Its phase is one.
     *
     * @param phase the phase
     * @return this
     */
    public IncidentAssert hasPhase(Phase phase) {
        return is("phase", phase, Incident::phase);
    }

    /**
     * The priority that holds is one.
     *
     * @param priority the priority
     * @return this
     */
    public IncidentAssert hasPriority(Priority priority) {
        return hasPriority(priority.name());
    }

    /**
     * The priority that holds has a label.
     *
     * @param label the label, for example {@code P1}
     * @return this
     */
    public IncidentAssert hasPriority(String label) {
        return is(
                "priority",
                label,
                incident -> incident.priority().map(Priority::name).orElse(null));
    }

    /**
     * No priority holds.
     *
     * @return this
     */
    public IncidentAssert hasNoPriority() {
        return is(
                "priority",
                null,
                incident -> incident.priority().map(Priority::name).orElse(null));
    }

    /**
     * Somebody is accountable.
     *
     * @param owner who
     * @return this
     */
    public IncidentAssert isOwnedBy(Owner owner) {
        return is("owner", owner, incident -> incident.owner().orElse(null));
    }

    /**
     * A group is accountable, whoever of it.
     *
     * @param group the group
     * @return this
     */
    public IncidentAssert isOwnedByGroup(String group) {
        return is(
                "owning group",
                group,
                incident -> incident.owner().map(Owner::group).orElse(null));
    }

    /**
     * Nobody is accountable.
     *
     * @return this
     */
    public IncidentAssert hasNoOwner() {
        return is("owner", null, incident -> incident.owner().orElse(null));
    }

    /**
     * It waits for something.
     *
     * @param reason for what
     * @return this
     */
    public IncidentAssert waitsFor(HoldReason reason) {
        return is("reason to wait", reason, incident -> incident.holdReason().orElse(null));
    }

    /**
     * It waits for nothing.
     *
     * @return this
     */
    public IncidentAssert doesNotWait() {
        return is("reason to wait", null, incident -> incident.holdReason().orElse(null));
    }

    /**
     * It belongs to a category.
     *
     * @param path the path of the category, for example {@code network/vpn}
     * @return this
     */
    public IncidentAssert hasCategory(String path) {
        return is(
                "category",
                path,
                incident -> incident.category().map(Category::path).orElse(null));
    }

    /**
     * Its severity has a label.
     *
     * @param label the label, for example {@code SEV1}
     * @return this
     */
    public IncidentAssert hasSeverity(String label) {
        return is(
                "severity",
                label,
                incident -> incident.severity().map(Severity::name).orElse(null));
    }

    /**
     * An attribute has a value.
     *
     * @param name the name of the attribute
     * @param value the value
     * @return this
     */
    public IncidentAssert hasAttribute(String name, AttributeValue value) {
        return is(
                "attribute " + name,
                value,
                incident -> incident.attributes().get(name).orElse(null));
    }

    /**
     * It is related to something.
     *
     * @param kind how
     * @param target to what, for example the identity of another incident
     * @return this
     */
    public IncidentAssert isRelatedTo(RelationKind kind, String target) {
        return contains("relation", new Relation(kind, target), Incident::relations);
    }

    /**
     * An incident model holds.
     *
     * @param model the name of the model
     * @return this
     */
    public IncidentAssert followsModel(String model) {
        return is("model", model, incident -> incident.handling().model());
    }

    /**
     * A task of its plans stands in a way.
     *
     * @param task the name of the task
     * @param state how
     * @return this
     */
    public IncidentAssert hasTask(String task, TaskState state) {
        return is(
                "task '" + task + "'",
                state,
                incident -> incident.handling().task(task).map(Task::state).orElse(null));
    }

    /**
     * It is a major incident.
     *
     * @return this
     */
    public IncidentAssert isMajor() {
        return is(
                "state as a major incident",
                MajorState.ACCEPTED,
                incident -> incident.handling().major());
    }

    /**
     * Something of it is as expected, of which these assertions have no word.
     *
     * @param what what it is, for failures
     * @param expected what it is to be; null for nothing
     * @param view where it stands in the incident
     * @return this
     */
    public IncidentAssert has(
            String what, @Nullable Object expected, Function<Incident, ? extends @Nullable Object> view) {
        return is(what, expected, view::apply);
    }

    private IncidentAssert is(String what, @Nullable Object expected, Function<Incident, @Nullable Object> view) {
        isNotNull();
        Object came = view.apply(actual);
        if (!Objects.equals(expected, came)) {
            fail(what + " of " + actual.id() + " to be " + told(expected), "it was " + told(came), what, view);
        }
        return this;
    }

    private static Object told(@Nullable Object value) {
        return value == null ? "none" : value;
    }

    private IncidentAssert contains(String what, Object expected, Function<Incident, List<?>> view) {
        isNotNull();
        List<?> came = view.apply(actual);
        if (!came.contains(expected)) {
            fail(what + "s of " + actual.id() + " to have " + expected, "there are " + came, what, view::apply);
        }
        return this;
    }

    private void fail(String expected, String came, String what, Function<Incident, @Nullable Object> view) {
        failWithMessage(
                "%s", Told.message("the " + expected, came, why(what, view), Told.lastChange(actual.history(), view)));
    }

    /** The explanation of the library, where it has one; the event that is named tells the rest. */
    private String why(String what, Function<Incident, @Nullable Object> view) {
        if (definition == null || !actual.definition().equals(definition.hash())) {
            return "";
        }
        Explainer explainer = new Explainer(definition);
        return switch (what) {
            case "priority" -> explainer.priority(actual).text() + TableReasons.of(definition.triage(), actual, view);
            case "owner", "owning group" ->
                explainer.team(actual).text() + TableReasons.of(definition.routing(), actual, view);
            default -> "";
        };
    }

    /**
     * Its record has events of a kind, a number of times.
     *
     * @param kind the kind of event
     * @param times how many
     * @return this
     */
    public IncidentAssert recorded(Class<? extends IncidentEvent> kind, int times) {
        isNotNull();
        List<IncidentEvent> found =
                actual.history().stream().filter(kind::isInstance).toList();
        if (found.size() != times) {
            failWithMessage(
                    "%s",
                    Told.message(
                            "the record of " + actual.id() + " to have " + kind.getSimpleName() + " " + times
                                    + (times == 1 ? " time" : " times"),
                            "it has it " + found.size() + (found.size() == 1 ? " time" : " times"),
                            "this is the record: "
                                    + actual.history().stream()
                                            .map(event -> event.getClass().getSimpleName())
                                            .collect(Collectors.joining(", ")),
                            found.isEmpty()
                                    ? Told.last(actual.history())
                                    : Told.event(
                                            actual.history(),
                                            actual.history().lastIndexOf(found.get(found.size() - 1)))));
        }
        return this;
    }

    /**
     * Its record has no event of a kind.
     *
     * @param kind the kind of event
     * @return this
     */
    public IncidentAssert didNotRecord(Class<? extends IncidentEvent> kind) {
        return recorded(kind, 0);
    }
}

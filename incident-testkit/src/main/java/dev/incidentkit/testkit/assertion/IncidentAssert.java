package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Status;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on an incident. */
public final class IncidentAssert extends AbstractAssert<IncidentAssert, Incident> {
    IncidentAssert(Incident actual) {
        super(actual, IncidentAssert.class);
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

    private IncidentAssert is(String what, @Nullable Object expected, Function<Incident, @Nullable Object> view) {
        isNotNull();
        Object came = view.apply(actual);
        if (!Objects.equals(expected, came)) {
            failWithMessage(
                    "%s",
                    Told.message(
                            "the " + what + " of " + actual.id() + " to be " + (expected == null ? "none" : expected),
                            "it was " + (came == null ? "none" : came),
                            "it became so with what follows",
                            Told.lastChange(actual.history(), view)));
        }
        return this;
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

package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How an incident is handled beside its status: plans and tasks, people, workarounds, changes, messages, deadlines and
 * the review. Immutable and safe for use by several threads; {@link Incident#handling()} gives it.
 *
 * @param type what the record is taken for
 * @param symptoms what was noticed, apart from what happened
 * @param model the incident model that holds, if one does
 * @param plans the names of the plans that were opened, by kind
 * @param tasks the tasks in the order in which they came
 * @param checklist the items that the plans add to the closure checklist
 * @param participants who worked on it and when, in order
 * @param staffing how many people are required, by role
 * @param workarounds the workarounds in order
 * @param containments the containments in order
 * @param changes the emergency changes in order
 * @param messages what the communication plan asks for, by audience
 * @param deadlines what is to be done by an instant and is not done
 * @param sections what the review says, by section
 * @param actions what the review asks for
 * @param readers the roles that may read the review; empty for everybody
 * @param efforts sums of recorded work, by team
 * @param alerts what alerts said, by deduplication key
 * @param cascades steps that the children are still to take
 * @param merged the incidents that were merged into it, in order
 * @param major how it stands with whether it is a major one; null where nobody spoke of it
 * @param escalations the escalations whose reason holds, by chain
 */
@RecordBuilder
@Value.Builder
public record Handling(
        RecordType type,
        @Nullable PersonalText symptoms,
        @Nullable String model,
        Map<PlanKind, String> plans,
        List<Task> tasks,
        Set<String> checklist,
        List<Participant> participants,
        Map<Role, Integer> staffing,
        List<Workaround> workarounds,
        List<Containment> containments,
        List<EmergencyChange> changes,
        List<PlannedMessage> messages,
        List<Deadline> deadlines,
        Map<ReviewSection, List<PersonalText>> sections,
        List<ReviewAction> actions,
        Set<Role> readers,
        Map<String, EffortSum> efforts,
        Map<String, AlertTally> alerts,
        List<Cascade> cascades,
        List<MergedIncident> merged,
        @Nullable MajorState major,
        Map<String, RunningEscalation> escalations) {
    static final Handling NONE = new HandlingBuilder().type(RecordType.INCIDENT).build();

    private static final Comparator<Deadline> IN_ORDER =
            Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::kind).thenComparing(Deadline::subject);

    /** Copies the collections. */
    public Handling {
        plans = Map.copyOf(plans);
        tasks = List.copyOf(tasks);
        checklist = Set.copyOf(checklist);
        participants = List.copyOf(participants);
        staffing = Map.copyOf(staffing);
        workarounds = List.copyOf(workarounds);
        containments = List.copyOf(containments);
        changes = List.copyOf(changes);
        messages = List.copyOf(messages);
        deadlines = List.copyOf(deadlines);
        sections = Map.copyOf(sections);
        actions = List.copyOf(actions);
        readers = Set.copyOf(readers);
        efforts = Collections.unmodifiableMap(new TreeMap<>(efforts));
        alerts = Collections.unmodifiableMap(new TreeMap<>(alerts));
        escalations = Map.copyOf(escalations);
        cascades = List.copyOf(cascades);
        merged = List.copyOf(merged);
    }

    /**
     * A task.
     *
     * @param name its name
     * @return the task, or empty
     */
    public Optional<Task> task(String name) {
        return tasks.stream().filter(task -> task.name().equals(name)).findFirst();
    }

    /**
     * A workaround.
     *
     * @param name its name
     * @return its latest stretch, or empty
     */
    public Optional<Workaround> workaround(String name) {
        return workarounds.stream()
                .filter(workaround -> workaround.name().equals(name))
                .reduce((earlier, later) -> later);
    }

    /** {@return the workarounds that are in place} */
    public List<Workaround> activeWorkarounds() {
        return workarounds.stream()
                .filter(workaround -> workaround.state() == WorkaroundState.ACTIVE)
                .toList();
    }

    /** {@return whether it is a major incident} */
    public boolean isMajor() {
        return major == MajorState.ACCEPTED;
    }

    /**
     * An emergency change.
     *
     * @param change the host's identifier of the change
     * @return the change, or empty
     */
    public Optional<EmergencyChange> change(String change) {
        return changes.stream().filter(found -> found.change().equals(change)).findFirst();
    }

    /**
     * What the communication plan asks for an audience.
     *
     * @param audience whom to tell
     * @return the message, or empty where nothing is asked
     */
    public Optional<PlannedMessage> message(String audience) {
        return messages.stream()
                .filter(message -> message.audience().equals(audience))
                .findFirst();
    }

    /**
     * An action of the review.
     *
     * @param name its name
     * @return the action, or empty
     */
    public Optional<ReviewAction> action(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    /**
     * Who works on the incident in a role now.
     *
     * @param role the role
     * @return the host's identifiers in the order in which they joined
     */
    public List<String> engaged(Role role) {
        return participants.stream()
                .filter(participant ->
                        participant.isEngaged() && participant.role().equals(role))
                .map(Participant::name)
                .toList();
    }

    /**
     * What is due and whether it is overdue.
     *
     * @param kind what is due
     * @param subject of which task, role, audience, change or review action
     * @return the deadline, or empty where there is none or it was met
     */
    public Optional<Deadline> deadline(DeadlineKind kind, String subject) {
        return deadlines.stream()
                .filter(deadline ->
                        deadline.kind() == kind && deadline.subject().equals(subject))
                .findFirst();
    }

    /** {@return what is on the record as overdue and is still not done, the earliest first} */
    public List<Deadline> overdue() {
        return deadlines.stream().filter(Deadline::passed).sorted(IN_ORDER).toList();
    }

    /**
     * What is next due and not yet on the record as overdue.
     *
     * @param phase the phase of the incident
     * @return the earliest deadline that matters in that phase; null if there is none
     */
    public @Nullable Deadline next(Phase phase) {
        Deadline first = null;
        for (Deadline deadline : deadlines) {
            if (!deadline.passed()
                    && deadline.kind().isLiveIn(phase)
                    && (first == null || IN_ORDER.compare(deadline, first) < 0)) {
                first = deadline;
            }
        }
        return first;
    }

    /**
     * Whether somebody may read the review.
     *
     * @param actor who
     * @return true if the review may be read by everybody, or by a role of the actor
     */
    public boolean mayReadReview(Actor actor) {
        return actor.hasAnyOf(readers);
    }

    /** {@return the sums of all recorded work} */
    public EffortSum effort() {
        return efforts.values().stream().reduce(EffortSum.NONE, EffortSum::plus);
    }

    HandlingBuilder changed() {
        return new HandlingBuilder().from(this);
    }

    Handling due(DeadlineKind kind, String subject, @Nullable Instant dueAt) {
        List<Deadline> all = new ArrayList<>(deadlines);
        all.removeIf(deadline -> deadline.kind() == kind && deadline.subject().equals(subject));
        if (dueAt != null) {
            all.add(new Deadline(kind, subject, dueAt, false));
        }
        return all.equals(deadlines) ? this : changed().deadlines(all).build();
    }

    Handling passed(DeadlineKind kind, String subject, Instant dueAt) {
        return changed()
                .deadlines(deadlines.stream()
                        .map(deadline -> deadline.kind() == kind
                                        && deadline.subject().equals(subject)
                                        && deadline.dueAt().equals(dueAt)
                                ? new Deadline(kind, subject, dueAt, true)
                                : deadline)
                        .toList())
                .build();
    }

    /** Where enough people work in a role, nothing is due. */
    Handling staffed(Role role) {
        return engaged(role).size() >= Objects.requireNonNullElse(staffing.get(role), 0)
                ? due(DeadlineKind.STAFFING, role.name(), null)
                : this;
    }
}

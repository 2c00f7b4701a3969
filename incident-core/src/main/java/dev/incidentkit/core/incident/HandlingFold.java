package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Folds how an incident is handled beside its status. */
abstract sealed class HandlingFold extends IncidentFields
        implements ProcessEvent.Visitor<IncidentState>,
                ReviewEvent.Visitor<IncidentState>,
                AlertEvent.Visitor<IncidentState>,
                RelationEvent.Visitor<IncidentState>
        permits IncidentState {
    abstract IncidentState self();

    private IncidentState becomes(Handling next) {
        handling = next;
        return self();
    }

    private static <T> List<T> replaced(List<T> list, Predicate<T> which, Function<T, T> by) {
        return list.stream()
                .map(each -> which.test(each) ? by.apply(each) : each)
                .toList();
    }

    @Override
    public IncidentState planOpened(ProcessEvent.PlanOpened event) {
        PlanKind kind = event.kind();
        Handling before = handling;
        List<Task> tasks = new ArrayList<>(before.tasks());
        for (Task task : before.tasks()) {
            if (task.plan() == kind) {
                tasks.remove(task);
                before = before.due(DeadlineKind.TASK, task.name(), null);
            }
        }
        for (PlannedTask task : event.tasks()) {
            tasks.add(new Task(kind, task, TaskState.OPEN));
            before = before.due(DeadlineKind.TASK, task.name(), task.dueAt());
        }
        Map<PlanKind, String> plans = new EnumMap<>(PlanKind.class);
        plans.putAll(before.plans());
        plans.put(kind, event.plan());
        Set<String> items = new HashSet<>(kind == PlanKind.MODEL ? Set.of() : before.checklist());
        items.addAll(event.checklist());
        return becomes(before.changed()
                .model(kind == PlanKind.MODEL ? event.plan() : before.model())
                .plans(plans)
                .tasks(tasks)
                .checklist(items)
                .build());
    }

    @Override
    public IncidentState taskMoved(ProcessEvent.TaskMoved event) {
        Handling next = event.state().isSettled() ? handling.due(DeadlineKind.TASK, event.task(), null) : handling;
        return becomes(next.changed()
                .tasks(replaced(
                        next.tasks(),
                        task -> task.name().equals(event.task()),
                        task -> new Task(task.plan(), task.planned(), event.state())))
                .build());
    }

    @Override
    public IncidentState deadlinePassed(ProcessEvent.DeadlinePassed event) {
        if (event.kind() == DeadlineKind.ESCALATION) {
            return becomes(handling.due(DeadlineKind.ESCALATION, event.subject(), null));
        }
        return becomes(
                event.kind().isTimer()
                        ? AlertFold.passed(handling, event)
                        : handling.passed(event.kind(), event.subject(), event.dueAt()));
    }

    @Override
    public IncidentState signalled(AlertEvent.Signalled event) {
        return becomes(AlertFold.signalled(handling, event));
    }

    @Override
    public IncidentState flapping(AlertEvent.Flapping event) {
        return becomes(AlertFold.flapping(handling, event));
    }

    @Override
    public IncidentState reactionBlocked(AlertEvent.ReactionBlocked event) {
        return self();
    }

    @Override
    public IncidentState talliesMoved(AlertEvent.TalliesMoved event) {
        return becomes(AlertFold.moved(handling, event, Objects.requireNonNull(id, "a record that has begun")));
    }

    @Override
    public IncidentState cascadeAsked(RelationEvent.CascadeAsked event) {
        Cascade cascade = new Cascade(
                version + 1,
                event.rule(),
                event.action(),
                event.children(),
                event.meta().effectiveAt());
        return becomes(
                handling.changed().cascades(plus(handling.cascades(), cascade)).build());
    }

    @Override
    public IncidentState cascadeEnded(RelationEvent.CascadeEnded event) {
        return becomes(handling.changed()
                .cascades(without(handling.cascades(), cascade -> cascade.asked() == event.asked()))
                .build());
    }

    @Override
    public IncidentState absorbed(RelationEvent.Absorbed event) {
        event.relations().forEach(this::relate);
        List<Participant> participants = new ArrayList<>(handling.participants());
        participants.addAll(event.participants());
        MergedIncident merged =
                new MergedIncident(event.from(), event.reporter(), event.meta().effectiveAt());
        return becomes(handling.changed()
                .participants(participants)
                .merged(plus(handling.merged(), merged))
                .build());
    }

    @Override
    public IncidentState messagePlanned(ProcessEvent.MessagePlanned event) {
        List<PlannedMessage> messages =
                without(handling.messages(), message -> message.audience().equals(event.audience()));
        if (event.dueAt() != null) {
            messages = plus(
                    messages,
                    new PlannedMessage(
                            event.line(), event.audience(), event.channel(), event.template(), event.dueAt()));
        }
        return becomes(handling.due(DeadlineKind.MESSAGE, event.audience(), event.dueAt())
                .changed()
                .messages(messages)
                .build());
    }

    final void told(String audience) {
        if (handling.message(audience).isPresent()) {
            handling = handling.due(DeadlineKind.MESSAGE, audience, null)
                    .changed()
                    .messages(replaced(
                            handling.messages(),
                            message -> message.audience().equals(audience),
                            message -> new PlannedMessage(
                                    message.line(), audience, message.channel(), message.template(), null)))
                    .build();
        }
    }

    @Override
    public IncidentState staffingRequired(ProcessEvent.StaffingRequired event) {
        Map<Role, Integer> staffing = new HashMap<>(handling.staffing());
        if (event.count() > 0) {
            staffing.put(event.role(), event.count());
        } else {
            staffing.remove(event.role());
        }
        return becomes(handling.due(DeadlineKind.STAFFING, event.role().name(), event.dueAt())
                .changed()
                .staffing(staffing)
                .build()
                .staffed(event.role()));
    }

    @Override
    public IncidentState engaged(ProcessEvent.Engaged event) {
        Participant joined =
                new Participant(event.role(), event.participant(), event.meta().effectiveAt(), null);
        return becomes(handling.changed()
                .participants(plus(handling.participants(), joined))
                .build()
                .staffed(event.role()));
    }

    @Override
    public IncidentState released(ProcessEvent.Released event) {
        Instant at = event.meta().effectiveAt();
        return becomes(handling.changed()
                .participants(replaced(
                        handling.participants(),
                        one -> one.isEngaged()
                                && one.role().equals(event.role())
                                && one.name().equals(event.participant()),
                        one -> new Participant(one.role(), one.name(), one.from(), at)))
                .build());
    }

    @Override
    public IncidentState workaroundChanged(ProcessEvent.WorkaroundChanged event) {
        Instant at = event.meta().effectiveAt();
        List<Workaround> all = handling.workarounds();
        return becomes(handling.changed()
                .workarounds(
                        event.state() == WorkaroundState.ACTIVE
                                ? plus(all, new Workaround(event.workaround(), at, null))
                                : replaced(
                                        all,
                                        one -> one.to() == null && one.name().equals(event.workaround()),
                                        one -> new Workaround(one.name(), one.from(), at)))
                .build());
    }

    @Override
    public IncidentState changeRequested(ProcessEvent.ChangeRequested event) {
        EmergencyChange change = new EmergencyChange(
                event.change(), event.policy(), event.meta().actor().id(), event.dueAt(), Approval.PENDING);
        return becomes(handling.due(DeadlineKind.CHANGE_APPROVAL, event.change(), event.dueAt())
                .changed()
                .changes(plus(without(handling.changes(), one -> one.change().equals(event.change())), change))
                .build());
    }

    @Override
    public IncidentState changeDecided(ProcessEvent.ChangeDecided event) {
        return becomes(handling.due(DeadlineKind.CHANGE_APPROVAL, event.change(), null)
                .changed()
                .changes(replaced(
                        handling.changes(),
                        one -> one.change().equals(event.change()),
                        one -> new EmergencyChange(
                                one.change(), one.policy(), one.requestedBy(), one.dueAt(), event.approval())))
                .build());
    }

    /** Treats an event of triage that says nothing of the fields. */
    public IncidentState majorChanged(TriageEvent.MajorChanged event) {
        return becomes(handling.due(DeadlineKind.MAJOR_DECISION, "major", event.dueAt())
                .changed()
                .major(event.state())
                .build());
    }

    /** Treats an event of assignment that says nothing of the fields. */
    public IncidentState escalationMoved(AssignmentEvent.EscalationMoved event) {
        Map<String, RunningEscalation> running = new HashMap<>(handling.escalations());
        if (event.steps().isEmpty()) {
            running.remove(event.chain());
        } else {
            running.put(event.chain(), new RunningEscalation(event.chain(), event.steps(), event.next()));
        }
        return becomes(handling.due(DeadlineKind.ESCALATION, event.chain(), event.dueAt())
                .changed()
                .escalations(running)
                .build());
    }

    final IncidentState contained(Containment containment) {
        return becomes(handling.changed()
                .containments(plus(handling.containments(), containment))
                .build());
    }

    final IncidentState becomes(RecordType type) {
        return becomes(handling.changed().type(type).build());
    }

    @Override
    public IncidentState reviewOpened(ReviewEvent.ReviewOpened event) {
        review = new Review(event.owner(), event.dueAt(), null);
        return becomes(handling.due(DeadlineKind.REVIEW, "review", event.dueAt()));
    }

    @Override
    public IncidentState reviewSigned(ReviewEvent.ReviewSigned event) {
        Review open = review;
        review = open == null
                ? null
                : new Review(open.owner(), open.dueAt(), event.meta().effectiveAt());
        return becomes(handling.due(DeadlineKind.REVIEW, "review", null));
    }

    @Override
    public IncidentState reviewWritten(ReviewEvent.ReviewWritten event) {
        Map<ReviewSection, List<PersonalText>> sections = new EnumMap<>(ReviewSection.class);
        sections.putAll(handling.sections());
        sections.merge(event.section(), List.of(event.text()), (earlier, later) -> plus(earlier, later.get(0)));
        return becomes(handling.changed().sections(sections).build());
    }

    @Override
    public IncidentState reviewActionPlanned(ReviewEvent.ReviewActionPlanned event) {
        ReviewAction action =
                new ReviewAction(event.action(), event.kind(), event.owner(), event.dueAt(), ReviewActionState.OPEN);
        return becomes(handling.due(DeadlineKind.REVIEW_ACTION, event.action(), event.dueAt())
                .changed()
                .actions(plus(without(handling.actions(), one -> one.name().equals(event.action())), action))
                .build());
    }

    @Override
    public IncidentState reviewActionEnded(ReviewEvent.ReviewActionEnded event) {
        return becomes(handling.due(DeadlineKind.REVIEW_ACTION, event.action(), null)
                .changed()
                .actions(replaced(
                        handling.actions(),
                        one -> one.name().equals(event.action()),
                        one -> new ReviewAction(one.name(), one.kind(), one.owner(), one.dueAt(), event.state())))
                .build());
    }

    @Override
    public IncidentState reviewShared(ReviewEvent.ReviewShared event) {
        return becomes(handling.changed().readers(event.readers()).build());
    }

    @Override
    public IncidentState surveyed(ReviewEvent.Surveyed event) {
        satisfaction = event.score();
        return self();
    }

    @Override
    public IncidentState effortRecorded(ReviewEvent.EffortRecorded event) {
        Map<String, EffortSum> efforts = new HashMap<>(handling.efforts());
        efforts.merge(event.team(), EffortSum.of(event), EffortSum::plus);
        return becomes(handling.changed().efforts(efforts).build());
    }
}

package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events of models and plans, their tasks and deadlines, of the people who work together, and of workarounds and changes. */
public sealed interface ProcessEvent extends IncidentEvent
        permits ProcessEvent.PlanOpened,
                ProcessEvent.TaskMoved,
                ProcessEvent.DeadlinePassed,
                ProcessEvent.MessagePlanned,
                ProcessEvent.StaffingRequired,
                ProcessEvent.Engaged,
                ProcessEvent.Released,
                ProcessEvent.WorkaroundChanged,
                ProcessEvent.ChangeRequested,
                ProcessEvent.ChangeDecided {
    /**
     * Calls the visitor's method for this event.
     *
     * @param visitor one method for each kind of event of this theme
     * @param <R> what the visitor returns
     * @return what that method returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of event of this theme.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /**
         * Treats a {@link PlanOpened}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R planOpened(PlanOpened event);

        /**
         * Treats a {@link TaskMoved}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R taskMoved(TaskMoved event);

        /**
         * Treats a {@link DeadlinePassed}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R deadlinePassed(DeadlinePassed event);

        /**
         * Treats a {@link MessagePlanned}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R messagePlanned(MessagePlanned event);

        /**
         * Treats a {@link StaffingRequired}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R staffingRequired(StaffingRequired event);

        /**
         * Treats a {@link Engaged}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R engaged(Engaged event);

        /**
         * Treats a {@link Released}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R released(Released event);

        /**
         * Treats a {@link WorkaroundChanged}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R workaroundChanged(WorkaroundChanged event);

        /**
         * Treats a {@link ChangeRequested}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R changeRequested(ChangeRequested event);

        /**
         * Treats a {@link ChangeDecided}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R changeDecided(ChangeDecided event);
    }

    /**
     * A model was chosen, or a plan opened. Its tasks are kept as they were then.
     *
     * @param meta when, who and why
     * @param kind what kind of plan it is
     * @param plan its name
     * @param tasks its tasks, in order
     * @param checklist items that it adds to the closure checklist
     * @param reason why, where somebody opened it
     */
    record PlanOpened(
            EventMeta meta,
            PlanKind kind,
            String plan,
            List<PlannedTask> tasks,
            Set<String> checklist,
            @Nullable PersonalText reason)
            implements ProcessEvent {
        /** Copies the collections. */
        public PlanOpened {
            tasks = List.copyOf(tasks);
            checklist = Set.copyOf(checklist);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.planOpened(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.planOpened(this);
        }
    }

    /**
     * A task was begun, finished or skipped.
     *
     * @param meta when, who and why
     * @param task its name
     * @param state how it stands since
     * @param comment a comment, or why it was skipped
     */
    record TaskMoved(
            EventMeta meta,
            String task,
            TaskState state,
            @Nullable PersonalText comment) implements ProcessEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.taskMoved(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.taskMoved(this);
        }
    }

    /**
     * Something was not done by when it was due. It is written once for each deadline, at the millisecond after it.
     *
     * @param meta when, who and why
     * @param kind what was due
     * @param subject of which task, role, audience, change or review action
     * @param dueAt when it was due
     */
    record DeadlinePassed(EventMeta meta, DeadlineKind kind, String subject, Instant dueAt) implements ProcessEvent {
        /** Cuts the instant to milliseconds. */
        public DeadlinePassed {
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deadlinePassed(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.deadlinePassed(this);
        }
    }

    /**
     * The communication plan asks an audience to be told, or no longer does.
     *
     * @param meta when, who and why
     * @param line the name of the line of the plan
     * @param audience whom to tell
     * @param channel by which way
     * @param template the name of the template
     * @param dueAt by when; null where nothing is asked any more
     */
    record MessagePlanned(
            EventMeta meta,
            String line,
            String audience,
            Channel channel,
            String template,
            @Nullable Instant dueAt) implements ProcessEvent {
        /** Cuts the instant to milliseconds. */
        public MessagePlanned {
            dueAt = Checks.millisOrNull(dueAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.messagePlanned(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.messagePlanned(this);
        }
    }

    /**
     * A number of people is required in a role, or none any more.
     *
     * @param meta when, who and why
     * @param role the role
     * @param count how many, 0 where nobody is required any more
     * @param dueAt by when they are to be there
     */
    record StaffingRequired(EventMeta meta, Role role, int count, Instant dueAt) implements ProcessEvent {
        /** Cuts the instant to milliseconds. */
        public StaffingRequired {
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.staffingRequired(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.staffingRequired(this);
        }
    }

    /**
     * Somebody joined the work in a role.
     *
     * @param meta when, who and why
     * @param role the role
     * @param participant who
     */
    record Engaged(EventMeta meta, Role role, String participant) implements ProcessEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.engaged(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.engaged(this);
        }
    }

    /**
     * Somebody left the work in a role.
     *
     * @param meta when, who and why
     * @param role the role
     * @param participant who
     */
    record Released(EventMeta meta, Role role, String participant) implements ProcessEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.released(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.released(this);
        }
    }

    /**
     * A workaround was put in place or removed.
     *
     * @param meta when, who and why
     * @param workaround its name
     * @param state how it stands since
     * @param text what was done
     */
    record WorkaroundChanged(EventMeta meta, String workaround, WorkaroundState state, PersonalText text)
            implements ProcessEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.workaroundChanged(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.workaroundChanged(this);
        }
    }

    /**
     * An emergency change was asked for.
     *
     * @param meta when, who and why
     * @param change the host's identifier of the change
     * @param policy the policy that says who approves, and how fast
     * @param dueAt by when it is to be decided
     */
    record ChangeRequested(EventMeta meta, String change, String policy, Instant dueAt) implements ProcessEvent {
        /** Cuts the instant to milliseconds. */
        public ChangeRequested {
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeRequested(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.changeRequested(this);
        }
    }

    /**
     * An emergency change was approved or refused.
     *
     * @param meta when, who and why
     * @param change the change
     * @param approval what was decided
     * @param comment a comment
     */
    record ChangeDecided(
            EventMeta meta,
            String change,
            Approval approval,
            @Nullable PersonalText comment) implements ProcessEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeDecided(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.changeDecided(this);
        }
    }
}

package dev.incidentkit.core.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Commands of models and plans, tasks, people, workarounds and emergency changes. Texts are personal data, names are not. */
public sealed interface ProcessCommand extends IncidentCommand
        permits ProcessCommand.OpenPlan,
                ProcessCommand.StartTask,
                ProcessCommand.FinishTask,
                ProcessCommand.SkipTask,
                ProcessCommand.Engage,
                ProcessCommand.Release,
                ProcessCommand.ApplyWorkaround,
                ProcessCommand.RemoveWorkaround,
                ProcessCommand.RequestChange,
                ProcessCommand.DecideChange,
                ProcessCommand.DecideMajor {
    @Override
    default Theme theme() {
        return Theme.PROCESS;
    }

    /**
     * Chooses a model by hand, opens the response plan after diagnosis, or invokes disaster recovery.
     *
     * @param kind what kind of plan it is
     * @param plan its name in the definition
     * @param reason why, at most 1,000 characters
     */
    record OpenPlan(
            @NotNull PlanKind kind,
            @NotBlank @Size(max = 100) String plan,
            @NotBlank @Size(max = 1000) String reason) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.PLAN;
        }
    }

    /**
     * Begins a task. What it depends on must be settled.
     *
     * @param task its name
     */
    record StartTask(@NotBlank @Size(max = 100) String task) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.TASK;
        }
    }

    /**
     * Finishes a task, begun or not. What it depends on must be settled.
     *
     * @param task its name
     * @param comment a comment, at most 1,000 characters
     */
    record FinishTask(
            @NotBlank @Size(max = 100) String task,
            @Nullable @Size(min = 1, max = 1000) String comment) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.TASK;
        }
    }

    /**
     * Leaves a task out. A mandatory one takes the role INCIDENT_MANAGER.
     *
     * @param task its name
     * @param reason why, at most 1,000 characters
     */
    record SkipTask(
            @NotBlank @Size(max = 100) String task,
            @NotBlank @Size(max = 1000) String reason) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.TASK;
        }
    }

    /**
     * Lets somebody join the work in a role, beside the accountable owner.
     *
     * @param role the role
     * @param participant the host's identifier of the person, team or supplier
     */
    record Engage(
            @NotNull Role role, @NotBlank @Size(max = 100) String participant) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.ENGAGE;
        }
    }

    /**
     * Lets somebody leave the work in a role.
     *
     * @param role the role
     * @param participant who
     */
    record Release(
            @NotNull Role role, @NotBlank @Size(max = 100) String participant) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.ENGAGE;
        }
    }

    /**
     * Says that a workaround is in place.
     *
     * @param workaround its name
     * @param text what was done, at most 32,000 characters
     */
    record ApplyWorkaround(
            @NotBlank @Size(max = 100) String workaround,
            @NotBlank @Size(max = 32000) String text) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.WORKAROUND;
        }
    }

    /**
     * Says that a workaround is gone.
     *
     * @param workaround its name
     * @param text what was done, at most 32,000 characters
     */
    record RemoveWorkaround(
            @NotBlank @Size(max = 100) String workaround,
            @NotBlank @Size(max = 32000) String text) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.WORKAROUND;
        }
    }

    /**
     * Asks for an emergency change, and links it.
     *
     * @param change the host's identifier of the change
     * @param policy the policy that says who approves, and how fast
     */
    record RequestChange(
            @NotBlank @Size(max = 100) String change,
            @NotBlank @Size(max = 100) String policy) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.REQUEST_CHANGE;
        }
    }

    /**
     * Approves or refuses an emergency change. It takes a role that its policy names, and somebody else than asked for it.
     *
     * @param change the change
     * @param approval what is decided, not PENDING
     * @param comment a comment, at most 1,000 characters
     */
    record DecideChange(
            @NotBlank @Size(max = 100) String change,
            @NotNull Approval approval,
            @Nullable @Size(min = 1, max = 1000) String comment)
            implements ProcessCommand {
        @Override
        public Action action() {
            return Action.DECIDE_CHANGE;
        }
    }

    /**
     * Proposes an incident as a major one, accepts or rejects it, or demotes one that was accepted. To say so is to escalate,
     * so it takes what the lifecycle asks of that; to decide also takes a role that the policy names.
     *
     * @param state what it becomes
     * @param reason why, at most 1,000 characters
     */
    record DecideMajor(
            @NotNull MajorState state,
            @NotBlank @Size(max = 1000) String reason) implements ProcessCommand {
        @Override
        public Action action() {
            return Action.ESCALATE;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.REASON && reason != null && !reason.isBlank();
        }
    }
}

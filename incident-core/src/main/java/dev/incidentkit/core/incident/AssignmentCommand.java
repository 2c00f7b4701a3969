package dev.incidentkit.core.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Commands about who works on an incident. */
public sealed interface AssignmentCommand extends IncidentCommand
        permits AssignmentCommand.Assign,
                AssignmentCommand.Unassign,
                AssignmentCommand.Acknowledge,
                AssignmentCommand.Escalate {
    @Override
    default Theme theme() {
        return Theme.ASSIGNMENT;
    }

    /**
     * Makes somebody accountable.
     *
     * @param owner the one accountable owner from now on
     */
    record Assign(@NotNull Owner owner) implements AssignmentCommand {
        @Override
        public Action action() {
            return Action.ASSIGN;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.OWNER;
        }
    }

    /** Leaves nobody accountable. Refused once work has begun. */
    record Unassign() implements AssignmentCommand {
        @Override
        public Action action() {
            return Action.ASSIGN;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.OWNER;
        }
    }

    /** Says that the incident was seen. Only the first acknowledgement counts. */
    record Acknowledge() implements AssignmentCommand {
        @Override
        public Action action() {
            return Action.ACKNOWLEDGE;
        }
    }

    /**
     * Asks for more skill or more authority.
     *
     * @param kind where it goes
     * @param target whom it goes to: a group, a person or a schedule of the host, at most 200 characters
     * @param reason why, at most 1,000 characters
     */
    record Escalate(
            @NotNull EscalationKind kind,
            @NotBlank @Size(max = 200) String target,
            @NotBlank @Size(max = 1_000) String reason)
            implements AssignmentCommand {
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

package dev.incidentkit.core.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Commands that judge an incident. */
public sealed interface TriageCommand extends IncidentCommand
        permits TriageCommand.Triage,
                TriageCommand.Categorize,
                TriageCommand.OverridePriority,
                TriageCommand.WithdrawOverride,
                TriageCommand.Reclassify {
    @Override
    default Theme theme() {
        return Theme.TRIAGE;
    }

    /**
     * Judges impact, urgency and severity, from which the priority is derived anew. What is not given stays.
     *
     * @param impact how far the effect reaches
     * @param urgency how soon the effect becomes unbearable
     * @param severity how bad it is on its own
     */
    record Triage(
            @Nullable Impact impact,
            @Nullable Urgency urgency,
            @Nullable Severity severity) implements TriageCommand {
        /**
         * Judges impact and urgency.
         *
         * @param impact how far the effect reaches
         * @param urgency how soon the effect becomes unbearable
         * @return the command
         */
        public static Triage of(Impact impact, Urgency urgency) {
            return new Triage(impact, urgency, null);
        }

        @Override
        public Action action() {
            return Action.TRIAGE;
        }

        @Override
        public boolean gives(Field field) {
            return (field == Field.BuiltIn.IMPACT && impact != null)
                    || (field == Field.BuiltIn.URGENCY && urgency != null)
                    || (field == Field.BuiltIn.SEVERITY && severity != null);
        }
    }

    /**
     * Sets the category, from which the priority is derived anew.
     *
     * @param category where the incident belongs
     */
    record Categorize(@NotNull Category category) implements TriageCommand {
        @Override
        public Action action() {
            return Action.CATEGORIZE;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.CATEGORY;
        }
    }

    /**
     * Puts another priority in the place of the derived one. The derived one is kept, and holds again when the override
     * expires or is withdrawn.
     *
     * @param value the priority that is to hold
     * @param reason why, at most 1,000 characters
     * @param until when it expires, if it does; later than the command
     */
    record OverridePriority(
            @NotNull Priority value,
            @NotBlank @Size(max = 1_000) String reason,
            @Nullable Instant until) implements TriageCommand {
        /** Cuts the instant to milliseconds. */
        public OverridePriority {
            until = Checks.millisOrNull(until);
        }

        @Override
        public Action action() {
            return Action.OVERRIDE;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.PRIORITY
                    || (field == Field.BuiltIn.REASON && reason != null && !reason.isBlank());
        }
    }

    /** Takes the override back. Where there is none, nothing happens. */
    record WithdrawOverride() implements TriageCommand {
        @Override
        public Action action() {
            return Action.OVERRIDE;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.REASON || field == Field.BuiltIn.PRIORITY;
        }
    }

    /**
     * Corrects what the record is.
     *
     * @param to what it is
     * @param reason why, at most 1,000 characters
     */
    record Reclassify(
            @NotNull RecordType to,
            @NotBlank @Size(max = 1_000) String reason) implements TriageCommand {
        @Override
        public Action action() {
            return Action.RECLASSIFY;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.REASON && reason != null && !reason.isBlank();
        }
    }
}

package dev.incidentkit.core.incident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Commands that may change the status. Texts are personal data unless said otherwise. */
public sealed interface LifecycleCommand extends IncidentCommand
        permits Report,
                LifecycleCommand.Start,
                LifecycleCommand.Hold,
                LifecycleCommand.Resume,
                LifecycleCommand.Resolve,
                LifecycleCommand.Reopen,
                LifecycleCommand.Reject,
                LifecycleCommand.Confirm,
                LifecycleCommand.Close,
                LifecycleCommand.Cancel,
                LifecycleCommand.Perform {
    @Override
    default Theme theme() {
        return Theme.LIFECYCLE;
    }

    /**
     * Begins work. Acknowledges too.
     *
     * @param owner who is accountable from now on; not needed where somebody already is
     */
    record Start(@Nullable Owner owner) implements LifecycleCommand {
        @Override
        public Action action() {
            return Action.START;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.OWNER && owner != null;
        }
    }

    /**
     * Lets work wait. Where it waits already, the same again does nothing; with another reason, date or comment it is
     * refused, unless the lifecycle lets an incident on hold be held anew.
     *
     * @param reason what it waits for
     * @param comment what the caller is asked, at most 32,000 characters; required for {@link HoldReason#CALLER}
     * @param resumeAt when waiting ends by itself; later than the command
     */
    record Hold(
            @NotNull HoldReason reason,
            @Nullable @Size(min = 1, max = 32_000) String comment,
            @Nullable Instant resumeAt)
            implements LifecycleCommand {
        /** Cuts the date to milliseconds. */
        public Hold {
            resumeAt = Checks.millisOrNull(resumeAt);
        }

        /**
         * Waits without a date or comment.
         *
         * @param reason what it waits for
         * @return the command
         */
        public static Hold on(HoldReason reason) {
            return new Hold(reason, null, null);
        }

        @Override
        public Action action() {
            return Action.HOLD;
        }

        @Override
        public String reasonName() {
            return reason == null ? "" : reason.name();
        }

        @Override
        public boolean gives(Field field) {
            if (field == Field.BuiltIn.COMMENT) {
                return comment != null && !comment.isBlank();
            }
            return field == Field.BuiltIn.RESUME_AT
                    ? resumeAt != null
                    : field == Field.BuiltIn.REASON && reason != null;
        }
    }

    /**
     * Ends waiting.
     *
     * @param trigger what ended it
     */
    record Resume(@NotNull ResumeTrigger trigger) implements LifecycleCommand {
        /** Ends waiting by hand. */
        public static final Resume BY_HAND = new Resume(ResumeTrigger.MANUAL);

        @Override
        public Action action() {
            return Action.RESUME;
        }
    }

    /**
     * Says that the service is back as it should be. Restores too, unless it was restored before.
     *
     * @param category where the incident belongs; not needed where it is known
     * @param resolution what was done
     */
    record Resolve(
            @Nullable Category category, @NotNull @Valid Resolution resolution) implements LifecycleCommand {
        /**
         * A lasting fix.
         *
         * @param category where the incident belongs
         * @param code the host's resolution code
         * @param note what was done
         * @return the command
         */
        public static Resolve permanently(Category category, String code, String note) {
            return new Resolve(category, new Resolution(code, PersonalText.of(note), ResolutionMethod.PERMANENT));
        }

        /**
         * A workaround, which leaves the cause in place.
         *
         * @param category where the incident belongs
         * @param code the host's resolution code
         * @param note what was done
         * @return the command
         */
        public static Resolve byWorkaround(Category category, String code, String note) {
            return new Resolve(category, new Resolution(code, PersonalText.of(note), ResolutionMethod.WORKAROUND));
        }

        @Override
        public Action action() {
            return Action.RESOLVE;
        }

        @Override
        public boolean gives(Field field) {
            if (field == Field.BuiltIn.CATEGORY) {
                return category != null;
            }
            if (field == Field.BuiltIn.RESOLUTION_CODE) {
                return resolution != null && resolution.code() != null;
            }
            return field == Field.BuiltIn.RESOLUTION_NOTE && resolution != null && resolution.note() != null;
        }
    }

    /**
     * Takes a resolution back.
     *
     * @param reason why, at most 32,000 characters
     */
    record Reopen(@NotBlank @Size(max = 32_000) String reason) implements LifecycleCommand {
        @Override
        public Action action() {
            return Action.REOPEN;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.REASON && reason != null && !reason.isBlank();
        }
    }

    /**
     * The caller refuses the resolution.
     *
     * @param reason why, at most 32,000 characters
     */
    record Reject(@NotBlank @Size(max = 32_000) String reason) implements LifecycleCommand {
        @Override
        public Action action() {
            return Action.REJECT;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.REASON && reason != null && !reason.isBlank();
        }
    }

    /** The caller accepts the resolution. */
    record Confirm() implements LifecycleCommand {
        @Override
        public Action action() {
            return Action.CONFIRM;
        }
    }

    /** Closes a resolved incident. */
    record Close() implements LifecycleCommand {
        @Override
        public Action action() {
            return Action.CLOSE;
        }
    }

    /**
     * Ends the incident without a resolution.
     *
     * @param reason why
     * @param duplicateOf the incident that stands for this one; required for {@link CancelReason#DUPLICATE}
     * @param comment a comment, at most 32,000 characters
     */
    record Cancel(
            @NotNull CancelReason reason,
            @Nullable IncidentId duplicateOf,
            @Nullable @Size(min = 1, max = 32_000) String comment)
            implements LifecycleCommand {
        /**
         * Cancels for a reason that needs no more words.
         *
         * @param reason why
         * @return the command
         */
        public static Cancel because(CancelReason reason) {
            return new Cancel(reason, null, null);
        }

        @Override
        public Action action() {
            return Action.CANCEL;
        }

        @Override
        public String reasonName() {
            return reason == null ? "" : reason.name();
        }

        @Override
        public boolean gives(Field field) {
            if (field == Field.BuiltIn.COMMENT) {
                return comment != null && !comment.isBlank();
            }
            return field == Field.BuiltIn.DUPLICATE_OF
                    ? duplicateOf != null
                    : field == Field.BuiltIn.REASON && reason != null;
        }
    }

    /**
     * Takes a step that the host's lifecycle declares under a name of its own.
     *
     * @param action the step's name
     * @param comment a comment, at most 32,000 characters
     * @param attributes attributes that the step sets
     */
    record Perform(
            @NotNull Action action,
            @Nullable @Size(min = 1, max = 32_000) String comment,
            @NotNull Attributes attributes)
            implements LifecycleCommand {
        /**
         * A step without a comment or attributes.
         *
         * @param action the step's name
         * @return the command
         */
        public static Perform of(Action action) {
            return new Perform(action, null, Attributes.none());
        }

        @Override
        public boolean gives(Field field) {
            if (field instanceof Field.Attribute attribute) {
                return attributes.has(attribute.attribute());
            }
            return field == Field.BuiltIn.COMMENT && comment != null && !comment.isBlank();
        }
    }
}

package dev.incidentkit.core.incident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands that write down what is done. Texts are personal data. */
public sealed interface WorkCommand extends IncidentCommand
        permits WorkCommand.Note,
                WorkCommand.Communicate,
                WorkCommand.Link,
                WorkCommand.Unlink,
                WorkCommand.Contain,
                WorkCommand.Restore,
                WorkCommand.Amend,
                WorkCommand.AnswerChecklist {
    @Override
    default Theme theme() {
        return Theme.WORK;
    }

    /**
     * Writes a note.
     *
     * @param text the note, at most 32,000 characters
     * @param visibility who may read it
     */
    record Note(
            @NotBlank @Size(max = 32_000) String text,
            @NotNull Visibility visibility) implements WorkCommand {
        @Override
        public Action action() {
            return Action.NOTE;
        }
    }

    /**
     * Records a message. An inbound one of the party that an incident waits for ends the waiting.
     *
     * @param direction which way it went
     * @param channel the way by which it went
     * @param audience whom it was for, or whom it came from; at most 200 characters
     * @param text what it said, at most 32,000 characters
     * @param visibility who may read it
     */
    record Communicate(
            @NotNull Direction direction,
            @NotNull Channel channel,
            @NotBlank @Size(max = 200) String audience,
            @NotBlank @Size(max = 32_000) String text,
            @NotNull Visibility visibility)
            implements WorkCommand {
        @Override
        public Action action() {
            return Action.COMMUNICATE;
        }
    }

    /**
     * Makes a relation. Where it exists, nothing happens.
     *
     * @param relation what is related, and how
     */
    record Link(@NotNull Relation relation) implements WorkCommand {
        @Override
        public Action action() {
            return Action.LINK;
        }
    }

    /**
     * Ends a relation. Where there is none, nothing happens.
     *
     * @param relation what was related, and how
     */
    record Unlink(@NotNull Relation relation) implements WorkCommand {
        @Override
        public Action action() {
            return Action.LINK;
        }
    }

    /**
     * Says that the spread is stopped.
     *
     * @param containedAt when, not after the command; when it is taken, if not given
     * @param text what was done, at most 32,000 characters
     * @param after what is still affected, part of what was; null to leave that open
     */
    record Contain(
            @Nullable Instant containedAt,
            @NotBlank @Size(max = 32_000) String text,
            @Nullable AffectedScope after) implements WorkCommand {
        /**
         * Leaves open what is still affected.
         *
         * @param containedAt when; when it is taken, if not given
         * @param text what was done
         */
        public Contain(@Nullable Instant containedAt, String text) {
            this(containedAt, text, null);
        }

        /** Cuts the instant to milliseconds. */
        public Contain {
            containedAt = Checks.millisOrNull(containedAt);
        }

        @Override
        public Action action() {
            return Action.CONTAIN;
        }
    }

    /**
     * Says that the service works again, perhaps by a workaround.
     *
     * @param restoredAt when, not after the command; when it is taken, if not given
     */
    record Restore(@Nullable Instant restoredAt) implements WorkCommand {
        /** Cuts the instant to milliseconds. */
        public Restore {
            restoredAt = Checks.millisOrNull(restoredAt);
        }

        @Override
        public Action action() {
            return Action.RESTORE;
        }

        @Override
        public boolean gives(Field field) {
            return field == Field.BuiltIn.RESTORED_AT;
        }
    }

    /**
     * Changes fields. What is not given stays.
     *
     * @param title what it is about, at most 200 characters
     * @param description what happened, at most 32,000 characters
     * @param services the affected services, at most 1,000
     * @param affectedUsers how many users suffer, at least 0
     * @param attributes attributes to set
     * @param removed names of attributes to remove
     */
    record Amend(
            @Nullable @Size(min = 1, max = 200) String title,
            @Nullable @Size(min = 1, max = 32_000) String description,
            @Nullable @Size(max = 1_000) Set<@NotBlank @Size(max = 200) String> services,
            @Nullable @PositiveOrZero Integer affectedUsers,
            @NotNull @Valid Attributes attributes,
            @NotNull Set<@NotBlank String> removed)
            implements WorkCommand {
        /** Copies the sets. */
        public Amend {
            services = services == null ? null : Checks.copy(services);
            removed = removed == null ? removed : Checks.copy(removed);
        }

        /**
         * Sets attributes only.
         *
         * @param attributes the attributes to set
         * @return the command
         */
        public static Amend attributes(Attributes attributes) {
            return new Amend(null, null, null, null, attributes, Set.of());
        }

        @Override
        public Action action() {
            return Action.AMEND;
        }

        @Override
        public boolean gives(Field field) {
            if (field instanceof Field.Attribute attribute) {
                return attributes.has(attribute.attribute()) || removed.contains(attribute.attribute());
            }
            return switch ((Field.BuiltIn) field) {
                case TITLE -> title != null;
                case DESCRIPTION -> description != null;
                case SERVICES -> services != null;
                case AFFECTED_USERS -> affectedUsers != null;
                default -> false;
            };
        }
    }

    /**
     * Answers an item of the closure checklist.
     *
     * @param item the item's name, at most 100 characters
     * @param done whether it is done or accepted
     * @param comment a comment, at most 1,000 characters
     */
    record AnswerChecklist(
            @NotBlank @Size(max = 100) String item,
            boolean done,
            @Nullable @Size(min = 1, max = 1_000) String comment) implements WorkCommand {
        @Override
        public Action action() {
            return Action.CHECK;
        }
    }
}

package dev.incidentkit.core.incident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;

/** Commands about the record itself. */
public sealed interface RecordCommand extends IncidentCommand
        permits RecordCommand.Adopt,
                RecordCommand.ImportStep,
                RecordCommand.Migrate,
                RecordCommand.Redact,
                RecordCommand.Preserve,
                RecordCommand.Archive,
                RecordCommand.Wake {
    @Override
    default Theme theme() {
        return Theme.RECORD;
    }

    /**
     * Takes over an incident that already lives elsewhere, as it stands.
     *
     * @param ticket how it stands
     */
    record Adopt(@NotNull @Valid AdoptedTicket ticket) implements RecordCommand {
        @Override
        public Action action() {
            return Action.ADOPT;
        }
    }

    /**
     * Takes over one step of a recorded history. Lenient by design: real histories start anywhere, jump and repeat. Nothing
     * falls due among the steps; the first event that is none ends the import, after which a further step is refused.
     *
     * @param step the step
     */
    record ImportStep(@NotNull @Valid ImportedStep step) implements RecordCommand {
        @Override
        public Action action() {
            return Action.IMPORT;
        }
    }

    /**
     * Moves the incident to another definition.
     *
     * @param definition the content hash of the definition to move to
     * @param statuses for each status name that the other definition does not have, the one that stands for it
     */
    record Migrate(
            @NotBlank @Size(max = 100) String definition,
            @NotNull Map<String, String> statuses) implements RecordCommand {
        /** Copies the map. */
        public Migrate {
            statuses = statuses == null ? statuses : Checks.copy(statuses);
        }

        @Override
        public Action action() {
            return Action.MIGRATE;
        }
    }

    /**
     * Removes personal data. Refused under a legal hold.
     *
     * @param scope which personal data to remove, or empty for all: names of {@link #TEXTS}, and {@code attribute:} with
     *     the name of an attribute that the definition declares as personal; anything else is refused, since nothing would
     *     be removed
     * @param reason why, at most 1,000 characters; not personal data
     */
    record Redact(
            @NotNull Set<@NotBlank String> scope,
            @NotBlank @Size(max = 1_000) String reason) implements RecordCommand {
        /**
         * The texts that a redaction may be limited to, wherever in the record they stand: {@code title}, {@code
         * description}, {@code symptoms}, {@code reporter}, {@code comment} and {@code reason} of steps, {@code
         * resolutionNote}, {@code text} of notes, messages, containment, workarounds and reviews, {@code summary} of a
         * review.
         */
        public static final Set<String> TEXTS = Set.of(
                "title",
                "description",
                "symptoms",
                "reporter",
                "comment",
                "reason",
                "resolutionNote",
                "text",
                "summary");

        /** Copies the set. */
        public Redact {
            scope = scope == null ? scope : Checks.copy(scope);
        }

        @Override
        public Action action() {
            return Action.REDACT;
        }
    }

    /**
     * Places or lifts a legal hold, which blocks redaction and retention.
     *
     * @param held whether the hold is placed
     * @param reason why, at most 1,000 characters; not personal data
     */
    record Preserve(
            boolean held, @NotBlank @Size(max = 1_000) String reason) implements RecordCommand {
        @Override
        public Action action() {
            return Action.PRESERVE;
        }
    }

    /**
     * Marks the incident as moved out of the working store.
     *
     * @param target where it went, at most 500 characters
     */
    record Archive(@NotBlank @Size(max = 500) String target) implements RecordCommand {
        @Override
        public Action action() {
            return Action.ARCHIVE;
        }
    }

    /** Carries out what fell due, and does nothing else. */
    record Wake() implements RecordCommand {
        @Override
        public Action action() {
            return Action.WAKE;
        }
    }
}

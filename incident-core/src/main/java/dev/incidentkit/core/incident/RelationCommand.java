package dev.incidentkit.core.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of what is done to several incidents at once, one for each of them. A desk puts them together: by itself none
 * of them is of use.
 */
public sealed interface RelationCommand extends IncidentCommand
        permits RelationCommand.EndCascade, RelationCommand.HandOver, RelationCommand.Absorb {
    @Override
    default Theme theme() {
        return Theme.RELATION;
    }

    /**
     * Says what became of the children in a cascade. Only the system may.
     *
     * @param asked the sequence of the event that asked for it
     * @param results one for each child
     */
    record EndCascade(@Positive int asked, @NotNull List<CascadeResult> results) implements RelationCommand {
        /** Copies the list. */
        public EndCascade {
            results = results == null ? results : List.copyOf(results);
        }

        @Override
        public Action action() {
            return Action.CASCADE;
        }
    }

    /**
     * Hands over to the incident that goes on, and tells whoever reported this one. It must have been cancelled as a
     * duplicate of it.
     *
     * @param to the incident that goes on
     * @param text what the reporter is told, at most 32,000 characters
     */
    record HandOver(
            @NotNull IncidentId to,
            @NotBlank @Size(max = 32_000) String text) implements RelationCommand {
        @Override
        public Action action() {
            return Action.MERGE;
        }
    }

    /**
     * Takes over what an incident had that was cancelled as a duplicate of this one.
     *
     * @param from the incident that ended
     * @param reporter who or what had reported it
     * @param relations what it was related to, at most 1,000
     * @param participants who worked on it, at most 1,000
     * @param tallies what alerts said about it, at most 1,000
     */
    record Absorb(
            @NotNull IncidentId from,
            @Nullable Reporter reporter,
            @NotNull @Size(max = 1_000) List<Relation> relations,
            @NotNull @Size(max = 1_000) List<Participant> participants,
            @NotNull @Size(max = 1_000) List<AlertTally> tallies)
            implements RelationCommand {
        /** Copies the lists. */
        public Absorb {
            relations = relations == null ? relations : List.copyOf(relations);
            participants = participants == null ? participants : List.copyOf(participants);
            tallies = tallies == null ? tallies : List.copyOf(tallies);
        }

        @Override
        public Action action() {
            return Action.MERGE;
        }
    }
}

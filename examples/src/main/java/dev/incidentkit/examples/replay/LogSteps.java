package dev.incidentkit.examples.replay;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.ImportedStepBuilder;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes steps of a recorded history out of rows. */
final class LogSteps {
    private final Mapping mapping;
    private final Unknown unknown;

    /** Is told of a level that the mapping does not know. */
    @FunctionalInterface
    interface Unknown {
        void level(AuditRow row, String scale, String label);
    }

    LogSteps(Mapping mapping, Unknown unknown) {
        this.mapping = mapping;
        this.unknown = unknown;
    }

    ImportedStep step(AuditRow row, Status status, @Nullable HoldReason reason) {
        ImportedStepBuilder step = ImportedStep.of(row.updatedAt(), row.state(), status)
                .number(row.number())
                .reportedAt(row.openedAt())
                .resolvedAt(row.resolvedAt())
                .closedAt(row.closedAt())
                .impact(level(mapping.matrix().impacts(), row.impact(), row))
                .urgency(level(mapping.matrix().urgencies(), row.urgency(), row))
                .priority(level(mapping.matrix().priorities(), row.priority(), row))
                .holdReason(reason)
                .reopenings(row.reopenings())
                .reassignments(row.reassignments())
                .line(row.line());
        if (row.channel() != null) {
            step.channel(new Channel(row.channel()));
        }
        if (row.category() != null) {
            step.category(new Category(row.category()));
        }
        if (row.group() != null || row.person() != null) {
            step.owner(new Owner(row.group(), row.person()));
        }
        return step.build();
    }

    private <L extends Level> @Nullable L level(Scale<L> scale, String label, AuditRow row) {
        Optional<L> level = scale.find(label);
        if (level.isEmpty()) {
            unknown.level(row, scale.name(), label);
        }
        return level.orElse(null);
    }
}

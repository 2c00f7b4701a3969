package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.RelationKind;
import java.util.function.Predicate;

/** Why the library's own metrics leave incidents out. An outline tells it, so nothing else has to be folded for it. */
enum Trait implements Predicate<Incident> {
    DRILL,
    NO_INCIDENT,
    DUPLICATE,
    CANCELLED,
    CHILD;

    private static final Trait[] ALL = values();

    int bit() {
        return 1 << ordinal();
    }

    /** The traits of an incident, a bit for each. */
    static int bits(Outline outline) {
        if (isPlain(outline)) {
            return 0;
        }
        int bits = 0;
        for (Trait trait : ALL) {
            bits |= trait.isOf(outline) ? trait.bit() : 0;
        }
        return bits;
    }

    /** Most incidents have none, and that is told at a glance. */
    private static boolean isPlain(Outline outline) {
        return !outline.drill
                && outline.type == RecordType.INCIDENT
                && outline.phase() != Phase.CANCELLED
                && outline.relations.isEmpty();
    }

    private boolean isOf(Outline outline) {
        return switch (this) {
            case DRILL -> outline.drill;
            case NO_INCIDENT -> outline.type != RecordType.INCIDENT;
            case DUPLICATE ->
                (outline.phase() == Phase.CANCELLED && CancelReason.DUPLICATE.equals(outline.cancelReason))
                        || outline.isRelated(RelationKind.DUPLICATE_OF);
            case CANCELLED -> outline.phase() == Phase.CANCELLED;
            case CHILD -> outline.isRelated(RelationKind.PARENT);
        };
    }

    @Override
    public boolean test(Incident incident) {
        return isOf(Outline.of(incident));
    }
}

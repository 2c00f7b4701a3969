package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import java.time.Instant;

/** Which incidents of earlier definitions are moved to a changed one. Each move is an event. */
public sealed interface DefinitionChange {
    /**
     * Whether an incident is moved.
     *
     * @param incident an incident that is pinned to an earlier definition
     * @return true if it is
     */
    boolean moves(Incident incident);

    /** {@return the default: incidents stay pinned to the definition under which they began} */
    static DefinitionChange stay() {
        return Stay.INSTANCE;
    }

    /** {@return a change that moves every open incident} */
    static DefinitionChange migrateOpen() {
        return MigrateOpen.INSTANCE;
    }

    /**
     * A change that moves open incidents that were reported at an instant or later.
     *
     * @param from the instant
     * @return the change
     */
    static DefinitionChange migrateFrom(Instant from) {
        return new MigrateFrom(from);
    }

    /** Incidents stay where they began. */
    enum Stay implements DefinitionChange {
        /** The one instance. */
        INSTANCE;

        @Override
        public boolean moves(Incident incident) {
            return false;
        }

        @Override
        public String toString() {
            return "STAY";
        }
    }

    /** Open incidents are moved. */
    enum MigrateOpen implements DefinitionChange {
        /** The one instance. */
        INSTANCE;

        @Override
        public boolean moves(Incident incident) {
            return incident.phase().isOpen();
        }

        @Override
        public String toString() {
            return "MIGRATE_OPEN";
        }
    }

    /**
     * Open incidents that were reported at an instant or later are moved.
     *
     * @param from the instant
     */
    record MigrateFrom(Instant from) implements DefinitionChange {
        @Override
        public boolean moves(Incident incident) {
            return incident.phase().isOpen()
                    && incident.at(Milestone.REPORTED)
                            .map(reportedAt -> !reportedAt.isBefore(from))
                            .orElse(false);
        }

        @Override
        public String toString() {
            return "MIGRATE_FROM " + from;
        }
    }
}

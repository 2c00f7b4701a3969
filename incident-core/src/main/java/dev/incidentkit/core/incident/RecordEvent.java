package dev.incidentkit.core.incident;

import java.util.Set;

/** Events about the record itself. */
public sealed interface RecordEvent extends IncidentEvent
        permits RecordEvent.Adopted,
                RecordEvent.Imported,
                RecordEvent.Migrated,
                RecordEvent.Redacted,
                RecordEvent.Preserved,
                RecordEvent.Archived {
    /**
     * Calls the visitor's method for this event.
     *
     * @param visitor one method for each kind of event of this theme
     * @param <R> what the visitor returns
     * @return what that method returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of event of this theme.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /**
         * Treats a {@link Adopted}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R adopted(Adopted event);

        /**
         * Treats a {@link Imported}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R imported(Imported event);

        /**
         * Treats a {@link Migrated}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R migrated(Migrated event);

        /**
         * Treats a {@link Redacted}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R redacted(Redacted event);

        /**
         * Treats a {@link Preserved}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R preserved(Preserved event);

        /**
         * Treats a {@link Archived}.
         *
         * @param event the event
         * @return what the visitor makes of it
         */
        R archived(Archived event);
    }

    /**
     * An incident that lives elsewhere was taken over. It begins the record.
     *
     * @param meta when, who and why
     * @param id the incident
     * @param tenant whom it belongs to
     * @param definition the content hash of the definition that it is pinned to
     * @param ticket how it stood
     */
    record Adopted(EventMeta meta, IncidentId id, TenantId tenant, String definition, AdoptedTicket ticket)
            implements RecordEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.adopted(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.adopted(this);
        }
    }

    /**
     * A step of a recorded history was taken over. The first one begins the record.
     *
     * @param meta when, who and why
     * @param id the incident
     * @param tenant whom it belongs to
     * @param definition the content hash of the definition that it is pinned to
     * @param step how it stood after the step
     */
    record Imported(EventMeta meta, IncidentId id, TenantId tenant, String definition, ImportedStep step)
            implements RecordEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.imported(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.imported(this);
        }
    }

    /**
     * The incident was moved to another definition.
     *
     * @param meta when, who and why
     * @param from the content hash of the definition it left
     * @param definition the content hash of the definition that it is pinned to now
     * @param status where it stands now
     */
    record Migrated(EventMeta meta, String from, String definition, Status status) implements RecordEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.migrated(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.migrated(this);
        }
    }

    /**
     * Personal data was removed.
     *
     * @param meta when, who and why
     * @param scope the fields that were redacted, or empty for all personal data
     * @param reason why
     */
    record Redacted(EventMeta meta, Set<String> scope, String reason) implements RecordEvent {
        /** Copies the set. */
        public Redacted {
            scope = Set.copyOf(scope);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.redacted(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.redacted(this);
        }
    }

    /**
     * A legal hold was placed or lifted.
     *
     * @param meta when, who and why
     * @param held whether the hold is placed
     * @param reason why
     */
    record Preserved(EventMeta meta, boolean held, String reason) implements RecordEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.preserved(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.preserved(this);
        }
    }

    /**
     * The incident was moved out of the working store.
     *
     * @param meta when, who and why
     * @param target where it went
     */
    record Archived(EventMeta meta, String target) implements RecordEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.archived(this);
        }

        @Override
        public <R> R accept(IncidentEvent.Visitor<R> visitor) {
            return visitor.archived(this);
        }
    }
}

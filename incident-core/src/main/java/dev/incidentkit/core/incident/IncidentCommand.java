package dev.incidentkit.core.incident;

/**
 * Something that is asked for: plain data, without time and actor, which the {@link CommandContext} carries. People,
 * programs, bulk operations and due instants all come this way; there is no other.
 */
public sealed interface IncidentCommand
        permits LifecycleCommand,
                TriageCommand,
                AssignmentCommand,
                WorkCommand,
                RecordCommand,
                ReviewCommand,
                ProcessCommand,
                AlertCommand,
                RelationCommand {
    /**
     * The action that this command asks for.
     *
     * @return the action, by which the lifecycle finds the transition
     */
    Action action();

    /**
     * Whether this command gives a field.
     *
     * @param field a field
     * @return true if it carries a value for it
     */
    default boolean gives(Field field) {
        return false;
    }

    /**
     * The name of the typed reason that this command gives, for requirements that hold for one reason only.
     *
     * @return the name of a hold reason or cancel reason, or an empty text where the command has none
     */
    default String reasonName() {
        return "";
    }

    /**
     * What the command is about.
     *
     * @return the theme, which is that of the interface that the command belongs to
     */
    Theme theme();

    /**
     * What commands are about, one for each interface of commands. A branch by theme and then by class costs less than one
     * by interface: testing for an interface is slow on today's virtual machines where the same object is tested for
     * several.
     */
    enum Theme {
        /** {@link LifecycleCommand}. */
        LIFECYCLE,
        /** {@link TriageCommand}. */
        TRIAGE,
        /** {@link AssignmentCommand}. */
        ASSIGNMENT,
        /** {@link WorkCommand}. */
        WORK,
        /** {@link RecordCommand}. */
        RECORD,
        /** {@link ReviewCommand}. */
        REVIEW,
        /** {@link ProcessCommand}. */
        PROCESS,
        /** {@link AlertCommand}. */
        ALERT,
        /** {@link RelationCommand}. */
        RELATION
    }
}

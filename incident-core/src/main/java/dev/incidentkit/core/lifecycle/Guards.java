package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.internal.CanonicalForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The guards that the library brings. */
public final class Guards {
    /**
     * The name under which a {@link CommandContext} answers how many child incidents are open: a whole number. The desk
     * answers it; a host that asks without a desk answers it itself.
     */
    public static final String OPEN_CHILDREN = "open-children";

    /** Content if somebody is accountable. */
    public static final Guard OWNED = new Guard("owned", "1", BuiltInCheck.OWNED);

    /** Content if no child incident is open. Where children exist and nobody answered, it is not content. */
    public static final Guard NO_OPEN_CHILD = new Guard("no-open-child", "1", BuiltInCheck.NO_OPEN_CHILD);

    /** Content if every mandatory task of the plans is settled. */
    public static final Guard TASKS_SETTLED = new Guard("tasks-settled", "1", BuiltInCheck.TASKS_SETTLED);

    /** Content if no workaround is in place, or a linked problem or known error takes it over. */
    public static final Guard WORKAROUNDS_SETTLED =
            new Guard("workarounds-settled", "1", BuiltInCheck.WORKAROUNDS_SETTLED);

    /** Content if the items that the model and the plans add to the closure checklist are done. */
    public static final Guard PLANS_CHECKED = new Guard("plans-checked", "1", BuiltInCheck.PLANS_CHECKED);

    /** Content unless the incident is a major one whose review was not opened, with owner and due date. */
    public static final Guard MAJOR_REVIEWED = new Guard("major-reviewed", "1", BuiltInCheck.MAJOR_REVIEWED);

    /** Content if it is said that the spread was stopped. */
    public static final Guard CONTAINED = new Guard("contained", "1", BuiltInCheck.CONTAINED);

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Guards() {}

    /** {@return the guards that need no parameter, by which a file may name them} */
    public static List<Guard> plain() {
        return List.of(
                OWNED, NO_OPEN_CHILD, TASKS_SETTLED, WORKAROUNDS_SETTLED, PLANS_CHECKED, CONTAINED, MAJOR_REVIEWED);
    }

    /**
     * Content if a review was opened, with owner and due date, where a condition holds. It need not be signed off.
     *
     * @param where which incidents must be reviewed
     * @return the guard; the condition is part of its version
     */
    public static Guard reviewed(Condition where) {
        return new Guard(
                "reviewed",
                "1:"
                        + new CanonicalForm("condition/1")
                                .put("where", where)
                                .hash()
                                .substring(0, 32),
                new HandlingGuards.Reviewed(where));
    }

    /**
     * Content if the incident has stood in its status for a while, for example to watch whether a repair holds.
     *
     * @param time how long, in physical time, longer than zero, at most 36,525 days (100 years)
     * @return the guard; the time is part of its name
     * @throws IllegalArgumentException if the time is out of bounds
     */
    public static Guard quietFor(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("To watch takes longer than zero and up to 36,525 days, but is " + time);
        }
        return new Guard("quiet-for-" + time, "1", new HandlingGuards.Quiet(time));
    }

    /**
     * Content if every item of a checklist is done.
     *
     * @param items the items
     * @return the guard; the items are part of its version
     */
    public static Guard checklist(List<String> items) {
        List<String> all = List.copyOf(items);
        String version = "1:"
                + new CanonicalForm("checklist/1").list("items", all).hash().substring(0, 32);
        return new Guard("checklist", version, new HandlingGuards.Checked(all));
    }

    /**
     * What a guard that {@link #reviewed} made asks a review for.
     *
     * @param guard any guard
     * @return the condition; empty for any other guard
     */
    public static Optional<Condition> reviewedWhere(Guard guard) {
        return guard.bare() instanceof HandlingGuards.Reviewed reviewed
                        && reviewed(reviewed.where()).equals(guard)
                ? Optional.of(reviewed.where())
                : Optional.empty();
    }

    /**
     * How long a guard that {@link #quietFor} made watches.
     *
     * @param guard any guard
     * @return the time; empty for any other guard
     */
    public static Optional<Duration> quietTime(Guard guard) {
        return guard.bare() instanceof HandlingGuards.Quiet quiet
                        && quietFor(quiet.time()).equals(guard)
                ? Optional.of(quiet.time())
                : Optional.empty();
    }

    /**
     * The items that a guard that {@link #checklist} made asks for.
     *
     * @param guard any guard
     * @return the items; empty for any other guard
     */
    public static Optional<List<String>> checklistItems(Guard guard) {
        return guard.bare() instanceof HandlingGuards.Checked checked
                        && checklist(checked.items()).equals(guard)
                ? Optional.of(checked.items())
                : Optional.empty();
    }

    static List<Unmet> owned(Incident incident) {
        if (incident.has(Field.BuiltIn.OWNER)) {
            return List.of();
        }
        return List.of(new Unmet(
                UnmetKind.GUARD,
                UnmetCode.OWNER_REQUIRED,
                "owner",
                "nobody is accountable for incident " + incident.id()));
    }

    static List<Unmet> children(Incident incident, CommandContext context) {
        String answer = context.answers().get(OPEN_CHILDREN);
        if ("0".equals(answer) || (answer == null && !hasChild(incident))) {
            return List.of();
        }
        return List.of(new Unmet(
                UnmetKind.GUARD,
                UnmetCode.CHILD_OPEN,
                null,
                answer == null
                        ? "it is not known whether the children of incident " + incident.id() + " are closed"
                        : answer + " of the children of incident " + incident.id() + " are open"));
    }

    private static boolean hasChild(Incident incident) {
        List<Relation> relations = incident.relations();
        for (int i = 0; i < relations.size(); i++) {
            if (relations.get(i).kind() == RelationKind.CHILD) {
                return true;
            }
        }
        return false;
    }
}

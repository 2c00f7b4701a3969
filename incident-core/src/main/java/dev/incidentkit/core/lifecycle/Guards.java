package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.List;
import java.util.Set;

/** The guards that the library brings. */
public final class Guards {
    /**
     * The name under which a {@link CommandContext} answers how many child incidents are open: a whole number. The desk
     * answers it; a host that asks without a desk answers it itself.
     */
    public static final String OPEN_CHILDREN = "open-children";

    /** Content if somebody is accountable. */
    public static final Guard OWNED = new Guard("owned", "1", Guards::owned);

    /** Content if no child incident is open. Where children exist and nobody answered, it is not content. */
    public static final Guard NO_OPEN_CHILD = new Guard("no-open-child", "1", Guards::children);

    private Guards() {}

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
        return new Guard("checklist", version, (incident, context) -> checklist(incident, all));
    }

    private static List<Unmet> owned(Incident incident, CommandContext context) {
        if (incident.has(Field.BuiltIn.OWNER)) {
            return List.of();
        }
        return List.of(new Unmet(
                UnmetKind.GUARD,
                UnmetCode.OWNER_REQUIRED,
                "owner",
                "nobody is accountable for incident " + incident.id()));
    }

    private static List<Unmet> children(Incident incident, CommandContext context) {
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

    private static boolean isDone(Set<String> done, List<String> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!done.contains(items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Unmet> checklist(Incident incident, List<String> items) {
        if (isDone(incident.checklist(), items)) {
            return List.of();
        }
        return items.stream()
                .filter(item -> !incident.checklist().contains(item))
                .map(item -> new Unmet(
                        UnmetKind.GUARD, UnmetCode.CHECKLIST_OPEN, item, "checklist item " + item + " is not done"))
                .toList();
    }
}

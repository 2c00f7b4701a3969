package dev.incidentkit.core.incident;

import dev.incidentkit.core.IncidentException;
import java.util.List;
import java.util.stream.Collectors;

/** A command that was refused. Nothing was written. It carries every unmet requirement, not the first. */
public final class IncidentRejectedException extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Unmet> unmet;

    /**
     * Creates the exception.
     *
     * @param action what was asked for
     * @param where the incident and its status, for the message
     * @param unmet what is not met, at least one
     */
    public IncidentRejectedException(Action action, String where, List<Unmet> unmet) {
        super(action + " of " + where + " is refused: "
                + unmet.stream().map(Unmet::toString).collect(Collectors.joining("; ")));
        this.unmet = List.copyOf(unmet);
    }

    /**
     * Every requirement that is not met.
     *
     * @return at least one
     */
    public List<Unmet> unmet() {
        return unmet;
    }
}

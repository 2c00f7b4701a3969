package dev.incidentkit.rules;

import dev.incidentkit.core.ConfigurationException;
import java.util.List;

/** A schema or a table that was refused. It carries all faults at once, each with a code and its place. */
public final class RuleTableException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleFinding> faults;

    /**
     * Creates the exception from all that was found wrong.
     *
     * @param what the thing that was refused, for example {@code "table 'routing'"}
     * @param faults what is wrong with it, at least one
     */
    public RuleTableException(String what, List<RuleFinding> faults) {
        super(what, faults.stream().map(RuleFinding::toString).toList());
        this.faults = List.copyOf(faults);
    }

    /**
     * All that is wrong, in the order in which it was found.
     *
     * @return the faults, at least one
     */
    public List<RuleFinding> faults() {
        return faults;
    }
}

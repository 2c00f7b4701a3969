package dev.incidentkit.core;

import java.util.List;

/**
 * A configuration (a scale, a matrix, a lifecycle, a definition) that was refused when it was built. It carries all
 * findings at once, not the first. Modules with findings of their own kind extend it, so that a host catches one type.
 */
public class ConfigurationException extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> findings;

    /**
     * Creates the exception from all that was found wrong.
     *
     * @param what the thing that was refused, for example {@code "matrix 'priority'"}
     * @param findings what is wrong with it, at least one, each naming the place and the value
     */
    public ConfigurationException(String what, List<String> findings) {
        super(message(what, findings));
        this.findings = List.copyOf(findings);
    }

    private static String message(String what, List<String> findings) {
        if (findings.size() == 1) {
            return what + " is refused: " + findings.get(0);
        }
        return what + " is refused, " + findings.size() + " findings:\n  - " + String.join("\n  - ", findings);
    }

    /**
     * All that is wrong, in the order in which it was found.
     *
     * @return the findings, at least one
     */
    public List<String> findings() {
        return findings;
    }
}

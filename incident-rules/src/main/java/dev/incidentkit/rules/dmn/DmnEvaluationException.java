package dev.incidentkit.rules.dmn;

import dev.incidentkit.core.IncidentException;

/**
 * A decision of a model that has no answer: it was refused when the model was read, an input has a value that its column
 * does not have, or the rules contradict their hit policy. Where DMN would answer null and go on, this says why.
 */
public final class DmnEvaluationException extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final String decision;

    /**
     * Creates the exception.
     *
     * @param decision the name of the decision
     * @param problem why it has no answer, with the offending value
     */
    public DmnEvaluationException(String decision, String problem) {
        super("decision '" + decision + "': " + problem);
        this.decision = decision;
    }

    /**
     * The decision without an answer.
     *
     * @return its name
     */
    public String decision() {
        return decision;
    }
}

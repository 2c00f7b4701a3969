package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.dmn.DmnDecision;
import dev.incidentkit.rules.dmn.DmnEvaluationException;
import dev.incidentkit.rules.dmn.DmnModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one evaluation: what was given, and the results found on the way, each once. Of one thread. */
public final class DmnInputs {
    private final DmnModel model;
    private final Map<String, DmnEvaluation> evaluations;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    /**
     * Begins an evaluation.
     *
     * @param model the model
     * @param evaluations what can be evaluated, by the name of the decision
     * @param given the given values by name
     */
    public DmnInputs(
            DmnModel model, Map<String, DmnEvaluation> evaluations, Map<String, ? extends @Nullable Object> given) {
        this.model = model;
        this.evaluations = evaluations;
        given.forEach((name, value) -> values.put(normal(name), value));
    }

    /**
     * The result of a decision. Requirements have no circles: those are refused when a model is read.
     *
     * @param decision the decision
     * @return its result
     */
    public @Nullable Object result(DmnDecision decision) {
        String name = normal(decision.name());
        if (values.containsKey(name)) {
            return values.get(name);
        }
        DmnEvaluation evaluation = evaluations.get(decision.name());
        if (evaluation == null) {
            throw new DmnEvaluationException(
                    decision.name(),
                    decision.refusals().isEmpty()
                            ? "it has no logic, and its value was not given"
                            : "it was refused: " + decision.refusals().get(0).describe());
        }
        List<@Nullable Object> inputs = new ArrayList<>();
        for (DmnScope.Path path : evaluation.table().paths()) {
            inputs.add(DmnValues.follow(value(path.name()), path));
        }
        Object result = evaluation.evaluate(inputs);
        values.put(name, result);
        return result;
    }

    private @Nullable Object value(String name) {
        if (values.containsKey(name)) {
            return values.get(name);
        }
        for (DmnDecision decision : model.decisions()) {
            if (normal(decision.name()).equals(name)) {
                return result(decision);
            }
        }
        return null;
    }

    private static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}

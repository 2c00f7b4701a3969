package dev.incidentkit.spring.boot;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.IncidentException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the application did not start: every finding of a definition with its place, or what to do. */
final class IncidentKitFailureAnalyzer extends AbstractFailureAnalyzer<IncidentException> {
    private static final String GUIDE = "Correct each place; docs/definitions.md says what may stand there.";

    /** Made by Boot. */
    IncidentKitFailureAnalyzer() {}

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, IncidentException cause) {
        if (cause instanceof DefinitionRefusedException refused) {
            return new FailureAnalysis(description(refused), GUIDE, refused);
        }
        if (cause instanceof ConfigurationException refused) {
            return new FailureAnalysis(refused.getMessage(), "Correct what is named.", refused);
        }
        return cause instanceof RefusedException refused
                ? new FailureAnalysis(refused.getMessage(), refused.action(), refused)
                : null;
    }

    private static String description(DefinitionRefusedException refused) {
        StringBuilder text = new StringBuilder("The process definition '")
                .append(refused.reference())
                .append("' (")
                .append(refused.property())
                .append(") is refused for what was found in its files:\n");
        refused.findings().forEach(finding -> text.append("\n    ").append(finding));
        return text.toString();
    }
}

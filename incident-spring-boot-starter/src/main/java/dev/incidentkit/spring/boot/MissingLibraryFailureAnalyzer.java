package dev.incidentkit.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do where the application's own versions and ours do not meet: Boot 3 manages annotations of Jackson that are
 * older than Jackson 3 needs, and JPA takes up Hibernate Validator, which the desk brings without an expression language.
 */
final class MissingLibraryFailureAnalyzer extends AbstractFailureAnalyzer<NoClassDefFoundError> {
    private static final String ANNOTATIONS = "com/fasterxml/jackson/annotation/";
    private static final String EXPRESSIONS = "jakarta/el/";

    /** Made by Boot. */
    MissingLibraryFailureAnalyzer() {}

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoClassDefFoundError cause) {
        String missing = String.valueOf(cause.getMessage());
        if (missing.startsWith(ANNOTATIONS)) {
            return new FailureAnalysis(
                    "Events are written by Jackson 3, whose annotation " + missing.replace('/', '.')
                            + " is missing: com.fasterxml.jackson.core:jackson-annotations is too old.",
                    "Manage com.fasterxml.jackson.core:jackson-annotations in version 2.22 or later, as docs/spring.md"
                            + " says for Boot 3.5. Jackson 2 goes on working beside it.",
                    cause);
        }
        return missing.startsWith(EXPRESSIONS)
                ? new FailureAnalysis(
                        "Hibernate Validator comes with the desk, which needs no expression language, and was taken up by"
                                + " something that does: " + missing.replace('/', '.') + " is missing.",
                        "Add org.springframework.boot:spring-boot-starter-validation; or, where it is JPA that validates, set"
                                + " spring.jpa.properties.jakarta.persistence.validation.mode to none.",
                        cause)
                : null;
    }
}

package dev.incidentkit.desk;

import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validates a command once, at the edge of the desk, and says everything that is wrong with it at once. */
final class CommandValidator {
    private final Validator validator;

    CommandValidator(Validator validator) {
        this.validator = validator;
    }

    /** A validator without an expression language, so that no text of a user is ever evaluated. */
    static Validator standard() {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    List<Unmet> violations(IncidentCommand command) {
        Set<ConstraintViolation<IncidentCommand>> violations = validator.validate(command);
        if (violations.isEmpty()) {
            return List.of();
        }
        return violations.stream()
                .sorted(Comparator.comparing((ConstraintViolation<IncidentCommand> violation) ->
                                violation.getPropertyPath().toString())
                        .thenComparing(ConstraintViolation::getMessage))
                .map(CommandValidator::unmet)
                .toList();
    }

    /** The value is not shown: it may be personal data. */
    private static Unmet unmet(ConstraintViolation<IncidentCommand> violation) {
        String path = violation.getPropertyPath().toString();
        return new Unmet(UnmetKind.INPUT, UnmetCode.CONSTRAINT_VIOLATED, path, path + " " + violation.getMessage());
    }
}

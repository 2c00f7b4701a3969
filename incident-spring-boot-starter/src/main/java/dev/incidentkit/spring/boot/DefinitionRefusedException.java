package dev.incidentkit.spring.boot;

import dev.incidentkit.core.ConfigurationException;
import java.util.List;

/** A definition that a property names and that is refused: all that was found in its files, each with its place. */
final class DefinitionRefusedException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String reference;

    DefinitionRefusedException(String property, String reference, List<String> findings) {
        super("definition '" + reference + "' of " + property, findings);
        this.property = property;
        this.reference = reference;
    }

    String property() {
        return property;
    }

    String reference() {
        return reference;
    }
}

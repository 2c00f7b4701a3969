package dev.incidentkit.rules.config;

import dev.incidentkit.core.ConfigurationException;
import java.util.List;

/** Files of a definition that were refused. It carries all that was found in one pass, errors and warnings, in order. */
public final class DefinitionFormatException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private final transient List<DefinitionFinding> all;

    /**
     * Creates the exception.
     *
     * @param file the name of the first file
     * @param all what was found, at least one error
     */
    public DefinitionFormatException(String file, List<DefinitionFinding> all) {
        super(file, all.stream().map(DefinitionFinding::describe).toList());
        this.all = List.copyOf(all);
    }

    /** {@return all that was found, with places} */
    public List<DefinitionFinding> all() {
        return all;
    }
}

package dev.incidentkit.examples.walkthrough;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.rules.config.DefinitionFiles;
import java.util.Iterator;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The names of the processes that ship with the library, for options. */
public final class PresetNames implements Iterable<String> {
    /** Knows all names. */
    public PresetNames() {}

    @Override
    public Iterator<String> iterator() {
        return DefinitionFiles.presets().iterator();
    }

    /**
     * The process of a name that was given.
     *
     * @param name the name
     * @param line the command line on which it was given
     * @return the process
     * @throws ParameterException if there is none of that name; it says which there are
     */
    public static ProcessDefinition definition(String name, CommandLine line) {
        if (!DefinitionFiles.presets().contains(name)) {
            throw new ParameterException(
                    line, "'" + name + "' is no preset; there are " + String.join(", ", DefinitionFiles.presets()));
        }
        return DefinitionFiles.standard().preset(name).orThrow();
    }
}

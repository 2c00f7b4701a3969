package dev.incidentkit.rules.config;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.rules.internal.config.DefinitionReader;
import dev.incidentkit.rules.internal.config.DefinitionWriter;
import dev.incidentkit.rules.internal.config.Presets;
import dev.incidentkit.rules.internal.config.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads whole process definitions from YAML files and the tables that they name. A definition from files is the same as
 * one written in Java: it has the same content hash. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * ProcessDefinition definition = DefinitionFiles.standard().read(Path.of("process/support.yaml")).orThrow();
 * }</pre>
 *
 * <p>Files may come from strangers. No value gets a type from a tag, limits bound size and depth, names of files cannot
 * lead out of the directory of the definition, and a file that is wrong gives findings, never another exception. All
 * findings of all files are told in one pass; unknown and repeated keys are refused.
 */
public final class DefinitionFiles {
    private static final DefinitionFiles STANDARD =
            new DefinitionFiles(new Settings(DefinitionLimits.defaults(), Map.of(), null));

    private final Settings settings;

    private DefinitionFiles(Settings settings) {
        this.settings = settings;
    }

    /** {@return a reader with the default limits, without guards and holidays of the host's own} */
    public static DefinitionFiles standard() {
        return STANDARD;
    }

    /**
     * A copy that knows guards of the host's own by their names, beside those that the library brings.
     *
     * @param guards the guards, all of different names
     * @return the copy
     * @throws IllegalArgumentException if two have one name
     */
    public DefinitionFiles withGuards(Guard... guards) {
        Map<String, Guard> all = new LinkedHashMap<>(settings.guards());
        for (Guard guard : guards) {
            if (all.putIfAbsent(guard.name(), guard) != null) {
                throw new IllegalArgumentException("Two guards have the name '" + guard.name() + "'");
            }
        }
        return new DefinitionFiles(new Settings(settings.limits(), all, settings.holidays()));
    }

    /**
     * A copy that asks the host for holidays that calendars name.
     *
     * @param source gives them
     * @return the copy
     */
    public DefinitionFiles withHolidays(HolidaySource source) {
        return new DefinitionFiles(new Settings(settings.limits(), settings.guards(), source));
    }

    /**
     * A copy with other limits.
     *
     * @param limits the limits
     * @return the copy
     */
    public DefinitionFiles withLimits(DefinitionLimits limits) {
        return new DefinitionFiles(new Settings(limits, settings.guards(), settings.holidays()));
    }

    /**
     * Reads a definition from a directory. Files that it names are relative to the file that names them, and lie in the
     * directory of the first one or below.
     *
     * @param file the first file
     * @return the definition, or everything that stands against it, unreadable files among it
     */
    public DefinitionResult read(Path file) {
        Path name = file.getFileName();
        Path directory = file.toAbsolutePath().getParent();
        if (name == null || directory == null) {
            throw new IllegalArgumentException("A definition is a file, but this is '" + file + "'");
        }
        return read(name.toString(), DefinitionSource.directory(directory));
    }

    /**
     * Reads a definition from any source.
     *
     * @param name the name of the first file, relative to the root of the source
     * @param source gives the files
     * @return the definition, or everything that stands against it
     */
    public DefinitionResult read(String name, DefinitionSource source) {
        return new DefinitionReader(settings, source).read(name);
    }

    /**
     * Writes a definition that is all data as files that are read as the same definition: with the same content hash.
     * Tables become Markdown files beside the first one. Holidays are written as they were found, not as where they came
     * from.
     *
     * @param definition the definition; its guards are those of the library or known to this reader
     * @param name the name of the first file, for example {@code support.yaml}
     * @return the files by name, the first one first
     * @throws dev.incidentkit.core.ConfigurationException if it has something that no file can say: a policy or guard
     *     that is code of a host, or predecessors
     */
    public Map<String, String> write(ProcessDefinition definition, String name) {
        return new DefinitionWriter(definition, settings).write(name);
    }

    /** {@return the names of the definitions that ship with the library, which a file may extend} */
    public static List<String> presets() {
        return Presets.NAMES;
    }

    /**
     * Reads a definition that ships with the library.
     *
     * @param name one of {@link #presets()}
     * @return the definition
     * @throws IllegalArgumentException if there is none of that name
     */
    public DefinitionResult preset(String name) {
        if (!Presets.NAMES.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is none of the presets " + Presets.NAMES);
        }
        return read(Presets.file(name), Presets.source());
    }
}

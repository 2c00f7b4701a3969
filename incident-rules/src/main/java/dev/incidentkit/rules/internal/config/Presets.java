package dev.incidentkit.rules.internal.config;

import dev.incidentkit.rules.config.DefinitionSource;
import java.util.List;

/** The definitions that ship as files. */
public final class Presets {
    /** Their names. */
    public static final List<String> NAMES = List.of(
            "itil",
            "servicenow-like",
            "itop-like",
            "glpi-like",
            "otrs-like",
            "budibase-7",
            "freshservice-5",
            "tempo-6",
            "bleuwire-7",
            "deskera-7");

    private static final String DIRECTORY = "/dev/incidentkit/rules/presets";

    private Presets() {}

    /** {@return where their files are} */
    public static DefinitionSource source() {
        return DefinitionSource.resources(Presets.class, DIRECTORY);
    }

    /**
     * The file of a preset.
     *
     * @param name its name
     * @return the name of its file
     */
    public static String file(String name) {
        return name + ".yaml";
    }
}

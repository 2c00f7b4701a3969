package dev.incidentkit.examples.diagram;

import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.examples.walkthrough.PresetNames;
import dev.incidentkit.report.LifecycleDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws a lifecycle, for a browser or for Markdown that shows Mermaid. */
@Command(
        name = "diagram",
        mixinStandardHelpOptions = true,
        description = "Draws the lifecycle of a process as SVG or as Mermaid.",
        footer = {
            "",
            "For example:",
            "  diagram --format MERMAID",
            "  diagram --preset deskera-7 --output lifecycle.svg"
        })
public final class DiagramCommand implements Callable<Integer> {
    /** What a picture is written as. */
    enum Format {
        /** A picture for a browser. */
        SVG {
            @Override
            String draw(Lifecycle lifecycle) {
                return LifecycleDiagram.svg(lifecycle);
            }
        },

        /** Text that Markdown viewers turn into a picture. */
        MERMAID {
            @Override
            String draw(Lifecycle lifecycle) {
                return LifecycleDiagram.mermaid(lifecycle);
            }
        };

        abstract String draw(Lifecycle lifecycle);
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", description = "SVG or MERMAID; ${DEFAULT-VALUE} unless given.")
    private Format format = Format.SVG;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            completionCandidates = PresetNames.class,
            description = "Which process: ${COMPLETION-CANDIDATES}; itil unless given.")
    private String preset = "itil";

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write it; to the console unless given.")
    private @Nullable Path output;

    /** Creates the command. */
    public DiagramCommand() {}

    @Override
    public Integer call() {
        String picture =
                format.draw(PresetNames.definition(preset, spec.commandLine()).lifecycle());
        if (output == null) {
            spec.commandLine().getOut().println(picture);
            spec.commandLine().getOut().flush();
            return 0;
        }
        try {
            Files.writeString(output, picture);
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot write " + output + ": " + e);
            return 1;
        }
        spec.commandLine().getOut().println("Wrote " + output);
        return 0;
    }
}

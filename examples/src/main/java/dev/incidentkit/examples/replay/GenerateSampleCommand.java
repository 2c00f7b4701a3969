package dev.incidentkit.examples.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a made-up log. */
@Command(
        name = "generate-sample",
        mixinStandardHelpOptions = true,
        description = "Writes a made-up audit log that looks like a real one. The same seed gives the same bytes.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the log was written", "1:the file cannot be written", "2:the command line is wrong"})
public final class GenerateSampleCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "Where to write it.")
    private Path file = Path.of("sample-log.csv");

    @Option(names = "--incidents", paramLabel = "N", description = "How many incidents; ${DEFAULT-VALUE} by default.")
    private int incidents = SampleLog.INCIDENTS;

    @Option(names = "--seed", paramLabel = "N", description = "The seed; ${DEFAULT-VALUE} by default.")
    private long seed = SampleLog.SEED;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public GenerateSampleCommand() {}

    @Override
    public Integer call() {
        try {
            Files.writeString(file, new SampleLog(seed).csv(incidents), StandardCharsets.UTF_8);
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(file + " cannot be written: " + e.getMessage());
            return 1;
        }
    }
}

package dev.incidentkit.examples.replay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which log a command reads, and what its words mean. */
final class LogOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "LOG", description = "The log: a .csv or a .csv.xz file.")
    private @Nullable Path log;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What the words of the log mean, as CSV; by default those of ServiceNow.")
    private @Nullable Path mapping;

    /** What the words mean. */
    Mapping words() {
        return LogFile.mapping(mapping);
    }

    /** The log, or the sample where none is named. */
    LogFile file(Mapping words) {
        return new LogFile(log, words.form());
    }
}

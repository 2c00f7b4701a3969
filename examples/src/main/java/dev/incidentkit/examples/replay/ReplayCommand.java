package dev.incidentkit.examples.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a log and reports its figures. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Replays an audit log through the library, and prints what came of it.",
            "The log is CSV, or CSV packed with xz, a row for each change. Every row becomes an event, every incident"
                    + " a fold of its events, and the figures come from those. Without LOG it replays the sample that"
                    + " ships with it."
        },
        footer = {
            "",
            "The import is lenient: real logs start anywhere, jump and repeat. Nothing is dropped in",
            "silence: what is odd is counted and named with its lines, and beside it stands what the",
            "ITIL lifecycle would have refused."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was read",
            "1:the log or the mapping cannot be read",
            "2:the command line is wrong",
            "3:some rows could not be read and were left out, or rows of an incident do not stand together"
        })
public final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private LogOptions source = new LogOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes all figures to a JSON file.")
    private @Nullable Path json;

    @Option(names = "--verbose", description = "Lists every kind of oddity and refusal, with more lines.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public ReplayCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            return replay(out, err);
        } catch (LogException e) {
            err.println(e.getMessage());
            return 1;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int replay(PrintWriter out, PrintWriter err) {
        Mapping words = source.words();
        LogFile file = source.file(words);
        Oddities oddities = new Oddities(words);
        Instant recordedAt = InstantSource.system().instant();
        ReplayRun run = new ReplayRun(words, InstantSource.fixed(recordedAt), oddities);
        AuditLogReader reader = file.read("Replaying", run::accept, oddities::fault);
        run.finish();
        oddities.warning().ifPresent(err::println);
        new ReportPrinter(out, run, verbose).print(file.name());
        oddities.faults().stream().limit(verbose ? Long.MAX_VALUE : 10).forEach(err::println);
        writeJson(run, reader, out);
        return oddities.exitCode();
    }

    private void writeJson(ReplayRun run, AuditLogReader reader, PrintWriter out) {
        if (json == null) {
            return;
        }
        try {
            Files.write(json, new FiguresJson(run, reader).bytes());
            out.println();
            out.println("All figures were written to " + json);
        } catch (IOException e) {
            throw new LogException(json + " cannot be written: " + e.getMessage(), e);
        }
    }
}

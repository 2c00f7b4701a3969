package dev.incidentkit.examples.replay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a log and reports its figures. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Replays a ServiceNow-style audit log (CSV, or CSV packed with xz) through the library:",
            "every row becomes an event, every incident a fold of its events, and the figures come from those.",
            "Without LOG it replays the sample that ships with it."
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
            "3:some rows could not be read and were left out"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final String SAMPLE = "sample-log.csv";
    private static final String MAPPING = "servicenow.csv";

    @Parameters(index = "0", arity = "0..1", paramLabel = "LOG", description = "The log: a .csv or a .csv.xz file.")
    private @Nullable Path log;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What the words of the log mean, as CSV; by default those of ServiceNow.")
    private @Nullable Path mapping;

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
        String name = log == null ? SAMPLE : log.toString();
        Oddities oddities = new Oddities();
        AuditLogReader reader = new AuditLogReader(name, oddities::fault);
        Instant recordedAt = InstantSource.system().instant();
        ReplayRun run = new ReplayRun(mapping(), InstantSource.fixed(recordedAt), oddities);
        try (InputStream in = open()) {
            reader.read(in, run::accept);
        } catch (IOException e) {
            throw new LogException(name + " cannot be read: " + e.getMessage(), e);
        }
        run.finish();
        new ReportPrinter(out, run, verbose).print(name);
        oddities.faults().stream().limit(verbose ? Long.MAX_VALUE : 10).forEach(err::println);
        writeJson(run, reader, out);
        return oddities.faults().isEmpty() ? 0 : 3;
    }

    private Mapping mapping() {
        if (mapping == null) {
            return serviceNow();
        }
        try {
            return Mapping.read(mapping.toString(), Files.readString(mapping));
        } catch (IOException e) {
            throw new LogException("mapping " + mapping + " cannot be read: " + e.getMessage(), e);
        }
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

    private InputStream open() throws IOException {
        if (log == null) {
            return resource(SAMPLE);
        }
        if (!Files.isRegularFile(log)) {
            throw new LogException(log + " is no file");
        }
        InputStream file = progress(Files.newInputStream(log), Files.size(log));
        return log.toString().endsWith(".xz") ? new XZInputStream(file) : file;
    }

    /** Shows how far the file was read, where somebody watches. */
    @SuppressWarnings("SystemConsoleNull") // where a console is always there, the bar goes to its error stream
    private static InputStream progress(InputStream file, long size) {
        if (System.console() == null || System.getenv("CI") != null) {
            return file;
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Replaying")
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .build();
        return new CountingStream(file, bar::stepBy, bar::close);
    }

    /** Tells how much was read. */
    private static final class CountingStream extends FilterInputStream {
        private final LongConsumer read;
        private final Runnable closed;

        CountingStream(InputStream in, LongConsumer read, Runnable closed) {
            super(in);
            this.read = read;
            this.closed = closed;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            read.accept(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read.accept(Math.max(0, count));
            return count;
        }

        @Override
        public void close() throws IOException {
            closed.run();
            super.close();
        }
    }

    static Mapping serviceNow() {
        return Mapping.read(MAPPING, text(resource(MAPPING)));
    }

    static InputStream sample() {
        return resource(SAMPLE);
    }

    private static InputStream resource(String name) {
        InputStream in = ReplayCommand.class.getResourceAsStream(name);
        if (in == null) {
            throw new LogException("the resource " + name + " is missing from this build");
        }
        return in;
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LogException("a resource cannot be read: " + e.getMessage(), e);
        }
    }
}

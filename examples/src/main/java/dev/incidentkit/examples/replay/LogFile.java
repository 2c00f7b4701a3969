package dev.incidentkit.examples.replay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** A log on a disk, plain or packed, or the sample that ships; and the mapping of its words. */
final class LogFile {
    private static final String SAMPLE = "sample-log.csv";
    private static final String MAPPING = "servicenow.csv";

    private final @Nullable Path path;
    private final LogForm form;

    LogFile(@Nullable Path path, LogForm form) {
        this.path = path;
        this.form = form;
    }

    /** What it is called in messages. */
    String name() {
        return path == null ? SAMPLE : path.toString();
    }

    /** Reads its rows; those that cannot be read are given as faults. */
    AuditLogReader read(String task, Consumer<AuditRow> rows, Consumer<RowFault> faults) {
        AuditLogReader reader = new AuditLogReader(name(), form, faults);
        try (InputStream in = open(task)) {
            reader.read(in, rows);
        } catch (IOException e) {
            throw new LogException(name() + " cannot be read: " + e.getMessage(), e);
        }
        return reader;
    }

    private InputStream open(String task) throws IOException {
        if (path == null) {
            return resource(SAMPLE);
        }
        if (!Files.isRegularFile(path)) {
            throw new LogException(path + " is no file");
        }
        InputStream file = progress(task, Files.newInputStream(path), Files.size(path));
        return path.toString().endsWith(".xz") ? new XZInputStream(file) : file;
    }

    /** Shows how far the file was read, where somebody watches. */
    @SuppressWarnings("SystemConsoleNull") // where a console is always there, the bar goes to its error stream
    private static InputStream progress(String task, InputStream file, long size) {
        if (System.console() == null || System.getenv("CI") != null) {
            return file;
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
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

    /** The mapping in a file, or that of ServiceNow. */
    static Mapping mapping(@Nullable Path file) {
        if (file == null) {
            return serviceNow();
        }
        try {
            return Mapping.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new LogException("mapping " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Mapping serviceNow() {
        return Mapping.read(MAPPING, text(resource(MAPPING)));
    }

    private static InputStream resource(String name) {
        InputStream in = LogFile.class.getResourceAsStream(name);
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

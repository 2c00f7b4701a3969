package dev.incidentkit.store.jdbc.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A file that one client writes for itself and syncs at every entry. A line that is not whole was never written. */
final class Journal implements AutoCloseable {
    private static final String END = " .";

    private final FileChannel channel;

    Journal(Path file) {
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            if (channel.size() > 0) {
                // what a crash left of a line ends here
                write("\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be opened: " + file, e);
        }
    }

    /** Writes entries and waits until they are on the disk. */
    void write(Entry... entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.kind().name())
                    .append(' ')
                    .append(entry.what())
                    .append(END)
                    .append('\n');
        }
        try {
            write(text.toString());
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written: " + text, e);
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static List<Entry> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return entries(Files.readAllLines(file).stream());
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be read: " + file, e);
        }
    }

    static List<Entry> entries(Stream<String> lines) {
        return lines.filter(line -> line.endsWith(END)).map(Journal::entry).toList();
    }

    private static Entry entry(String line) {
        int space = line.indexOf(' ');
        return new Entry(
                Kind.valueOf(line.substring(0, space)), line.substring(space + 1, line.length() - END.length()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** What a client writes down. */
    enum Kind {
        /** A command will be sent: its number. */
        INTENT,
        /** A command was accepted: its number. */
        ACCEPTED,
        /** A command was refused and left nothing: its number. */
        REFUSED,
        /** An answer that no client may get: a sentence. */
        FAULT,
        /** A message came: the instant, ascending over all virtual machines, and its id. */
        MESSAGE,
        /** Wake-ups that led to events: how many. */
        WOKEN
    }

    record Entry(Kind kind, String what) {
        static Entry of(Kind kind, Object what) {
            return new Entry(kind, String.valueOf(what).replaceAll("\\s+", " "));
        }
    }
}

package dev.incidentkit.store.jdbc.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at the end of a journal while it grows. */
final class JournalTail {
    private static final int LENGTH = 400;

    private JournalTail() {}

    /** The number of the last command in it, or -1. */
    static int lastNumber(Path file) throws IOException {
        int last = -1;
        for (Journal.Entry entry : tail(file)) {
            last = Integer.parseInt(entry.what().split(" ", -1)[0]);
        }
        return last;
    }

    /** Whether the last command of a writer was answered, or given up by its successor. */
    static boolean isAnswered(Path file, int number) throws IOException {
        boolean answered = false;
        for (Journal.Entry entry : tail(file)) {
            answered = entry.kind() != Journal.Kind.INTENT
                    && Integer.parseInt(entry.what().split(" ", -1)[0]) == number;
        }
        return answered;
    }

    private static List<Journal.Entry> tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, access.length() - LENGTH);
            byte[] bytes = new byte[(int) Math.min(LENGTH, access.length() - from)];
            access.seek(from);
            access.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int whole = from == 0 ? 0 : text.indexOf('\n') + 1;
            return Journal.entries(text.substring(whole).lines());
        }
    }
}

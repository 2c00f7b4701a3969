package dev.incidentkit.metrics;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/** How written folds begin: with what they are, so that bytes of something else are refused. */
final class Heads {
    private static final int VERSION = 1;

    private Heads() {}

    static void write(String kind, String content, DataOutput out) throws IOException {
        out.writeUTF(kind);
        out.writeInt(VERSION);
        out.writeUTF(content);
    }

    static void read(String kind, String content, DataInput in) throws IOException {
        String found = in.readUTF();
        if (!found.equals(kind)) {
            throw new IOException("These are not bytes of a " + kind + ", but of a " + found);
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("Form " + VERSION + " of a " + kind + " can be read, but this is form " + version);
        }
        String of = in.readUTF();
        if (!of.equals(content)) {
            throw new IOException("This " + kind + " was measured by " + of + ", not by " + content);
        }
    }

    static DataInput of(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}

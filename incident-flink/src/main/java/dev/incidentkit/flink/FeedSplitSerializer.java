package dev.incidentkit.flink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** How the positions of feeds are written into checkpoints. */
final class FeedSplitSerializer {
    private static final int VERSION = 1;

    private FeedSplitSerializer() {}

    /** One split. */
    static final class One implements SimpleVersionedSerializer<FeedSplit> {
        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(FeedSplit split) throws IOException {
            return write(List.of(split));
        }

        @Override
        public FeedSplit deserialize(int version, byte[] bytes) throws IOException {
            return read(version, bytes).get(0);
        }
    }

    /** All splits that nobody reads yet. */
    static final class Many implements SimpleVersionedSerializer<List<FeedSplit>> {
        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(List<FeedSplit> splits) throws IOException {
            return write(splits);
        }

        @Override
        public List<FeedSplit> deserialize(int version, byte[] bytes) throws IOException {
            return read(version, bytes);
        }
    }

    private static byte[] write(List<FeedSplit> splits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(splits.size());
            for (FeedSplit split : splits) {
                out.writeUTF(split.tenant());
                out.writeUTF(split.position());
            }
        }
        return bytes.toByteArray();
    }

    private static List<FeedSplit> read(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("Form " + VERSION + " of positions can be read, but this is form " + version);
        }
        List<FeedSplit> splits = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                splits.add(new FeedSplit(in.readUTF(), in.readUTF()));
            }
        }
        return splits;
    }
}

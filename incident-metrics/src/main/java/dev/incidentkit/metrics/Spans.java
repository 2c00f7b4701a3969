package dev.incidentkit.metrics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Times from and to, kept in any order and given sorted. Not safe for use by several threads. */
final class Spans {
    private long[] from = new long[4];
    private long[] to = new long[4];
    private int count;

    void add(long begin, long end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        from[count] = begin;
        to[count++] = end;
    }

    void addAll(Spans other) {
        for (int i = 0; i < other.count; i++) {
            add(other.from[i], other.to[i]);
        }
    }

    int count() {
        return count;
    }

    /** The spans by their beginnings, then by their ends. */
    long[][] sorted() {
        long[][] all = new long[count][];
        for (int i = 0; i < count; i++) {
            all[i] = new long[] {from[i], to[i]};
        }
        Arrays.sort(all, (a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]));
        return all;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(count);
        for (long[] span : sorted()) {
            out.writeLong(span[0]);
            out.writeLong(span[1]);
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            add(in.readLong(), in.readLong());
        }
    }
}

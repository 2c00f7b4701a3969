package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Status;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often incidents went from each status to each other: what a lifecycle looks like as it is lived. Drills and what
 * is no incident are left out. Not safe for use by several threads: fold apart and merge.
 */
public final class StatusChangeFold implements IncidentFold<StatusChangeFold> {
    private static final String KIND = "status change fold";
    private static final String CONTENT = "changes of status";

    private final TreeMap<String, TreeMap<String, long[]>> counts = new TreeMap<>();
    private final Counts<String> excluded = new Counts<>();
    private long n;

    /** Creates a fold over no incidents. */
    public StatusChangeFold() {}

    @Override
    public void add(Case one) {
        Exclusion left = Exclusion.first(Exclusion.ALWAYS, one);
        if (left != null) {
            excluded.add(left.reason());
            return;
        }
        n++;
        String from = "";
        for (Status status : one.path()) {
            count(from, status.name())[0]++;
            from = status.name();
        }
    }

    private long[] count(String from, String to) {
        return counts.computeIfAbsent(from, key -> new TreeMap<>()).computeIfAbsent(to, key -> new long[1]);
    }

    @Override
    public void merge(StatusChangeFold other) {
        n += other.n;
        excluded.merge(other.excluded);
        other.counts.forEach((from, targets) -> targets.forEach((to, theirs) -> count(from, to)[0] += theirs[0]));
    }

    /** {@return of how many incidents the changes are} */
    public long n() {
        return n;
    }

    /** {@return how many incidents were left out, by reason} */
    public Counts<String> excluded() {
        return excluded;
    }

    /** {@return every change that occurred, beginnings first, then by the names of the statuses} */
    public List<StatusChange> changes() {
        List<StatusChange> all = new ArrayList<>();
        counts.forEach(
                (from, targets) -> targets.forEach((to, count) -> all.add(new StatusChange(from, to, count[0]))));
        return all;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        Heads.write(KIND, CONTENT, out);
        out.writeLong(n);
        Cell.write(excluded, out);
        out.writeInt(counts.size());
        for (Map.Entry<String, TreeMap<String, long[]>> from : counts.entrySet()) {
            out.writeUTF(from.getKey());
            out.writeInt(from.getValue().size());
            for (Map.Entry<String, long[]> to : from.getValue().entrySet()) {
                out.writeUTF(to.getKey());
                out.writeLong(to.getValue()[0]);
            }
        }
    }

    /**
     * Adds a partial result that was written.
     *
     * @param in where it was written to
     * @throws IOException if that fails, or it is no such result
     */
    public void read(DataInput in) throws IOException {
        StatusChangeFold other = new StatusChangeFold();
        Heads.read(KIND, CONTENT, in);
        other.n = in.readLong();
        Cell.read(other.excluded, in);
        for (int left = in.readInt(); left > 0; left--) {
            String from = in.readUTF();
            for (int targets = in.readInt(); targets > 0; targets--) {
                other.count(from, in.readUTF())[0] = in.readLong();
            }
        }
        merge(other);
    }
}

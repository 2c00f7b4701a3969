package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Milestone;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The backlog by day: incidents are in it from their report until they are closed or cancelled; drills, what is
 * no incident, and incidents that end before they are reported, are left out. Not safe for use by several threads: fold apart and merge.
 */
public final class BacklogFold implements IncidentFold<BacklogFold> {
    private static final String KIND = "backlog fold";

    private final ZoneId zone;
    private final Dimension dimension;
    private final TreeMap<String, TreeMap<LocalDate, long[]>> groups = new TreeMap<>();
    private final Counts<String> excluded = new Counts<>();

    /**
     * A fold over no incidents.
     *
     * @param zone whose days count
     * @param dimension by what incidents are grouped, as they stand at last
     */
    public BacklogFold(ZoneId zone, Dimension dimension) {
        this.zone = zone;
        this.dimension = dimension;
    }

    @Override
    public void add(Case one) {
        long reported = one.millis(Milestone.REPORTED);
        long ended = one.millis(Milestone.ENDED);
        Exclusion left = Exclusion.first(Exclusion.ALWAYS, one);
        if (left != null) {
            excluded.add(left.reason());
        } else if (reported == Case.UNKNOWN) {
            excluded.add("no " + Milestone.REPORTED);
        } else if (ended != Case.UNKNOWN && ended < reported) {
            excluded.add(Durations.REVERSED);
        } else {
            for (String group : dimension.of(one)) {
                counts(group, day(reported))[0]++;
                if (ended != Case.UNKNOWN) {
                    counts(group, day(ended))[1]++;
                }
            }
        }
    }

    private LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    private long[] counts(String group, LocalDate day) {
        return groups.computeIfAbsent(group, key -> new TreeMap<>()).computeIfAbsent(day, key -> new long[2]);
    }

    @Override
    public void merge(BacklogFold other) {
        if (!other.content().equals(content())) {
            throw new IllegalArgumentException(
                    "The backlog by " + other.content() + " does not merge with that by " + content());
        }
        excluded.merge(other.excluded);
        other.groups.forEach((group, days) -> days.forEach((day, theirs) -> {
            long[] mine = counts(group, day);
            mine[0] += theirs[0];
            mine[1] += theirs[1];
        }));
    }

    private String content() {
        return dimension.name() + " in " + zone;
    }

    /**
     * Every day of every group, from its first event to its last, without gaps.
     *
     * @return the days, by group
     */
    public List<BacklogDay> days() {
        List<BacklogDay> all = new ArrayList<>();
        groups.forEach((group, days) -> {
            long backlog = 0;
            for (LocalDate day = days.firstKey(); !day.isAfter(days.lastKey()); day = day.plusDays(1)) {
                long[] counts = days.getOrDefault(day, new long[2]);
                backlog += counts[0] - counts[1];
                all.add(new BacklogDay(group, day, counts[0], counts[1], backlog));
            }
        });
        return all;
    }

    /** {@return how many incidents were left out, by reason} */
    public Counts<String> excluded() {
        return excluded;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        Heads.write(KIND, content(), out);
        Cell.write(excluded, out);
        out.writeInt(groups.size());
        for (Map.Entry<String, TreeMap<LocalDate, long[]>> group : groups.entrySet()) {
            out.writeUTF(group.getKey());
            out.writeInt(group.getValue().size());
            for (Map.Entry<LocalDate, long[]> day : group.getValue().entrySet()) {
                out.writeLong(day.getKey().toEpochDay());
                out.writeLong(day.getValue()[0]);
                out.writeLong(day.getValue()[1]);
            }
        }
    }

    /**
     * Adds a partial result that was written.
     *
     * @param in where it was written to
     * @throws IOException if that fails, or it is of another zone or dimension
     */
    public void read(DataInput in) throws IOException {
        BacklogFold other = new BacklogFold(zone, dimension);
        Heads.read(KIND, content(), in);
        Cell.read(other.excluded, in);
        for (int left = in.readInt(); left > 0; left--) {
            String group = in.readUTF();
            for (int days = in.readInt(); days > 0; days--) {
                long[] counts = other.counts(group, LocalDate.ofEpochDay(in.readLong()));
                counts[0] = in.readLong();
                counts[1] = in.readLong();
            }
        }
        merge(other);
    }
}

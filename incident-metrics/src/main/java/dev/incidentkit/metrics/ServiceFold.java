package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Effect;
import dev.incidentkit.core.incident.Milestone;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Downtime and mean time between failures, by service or by configuration item. An incident is down time from when it
 * occurred (else was detected, else was reported) until it was restored, and until now where it was not. Drills,
 * duplicates, cancelled incidents and children are left out, and those whose {@link Effect} is said to be less than an
 * interruption: what works worse, or unseen, is not down. The times of all incidents are kept, 16 bytes each. Not safe
 * for use by several threads: fold apart and merge.
 */
public final class ServiceFold implements IncidentFold<ServiceFold> {
    private static final String KIND = "service fold";

    private final Dimension dimension;
    private final TreeMap<String, Times> services = new TreeMap<>();
    private final Counts<String> excluded = new Counts<>();

    /** What is known of one service. */
    private static final class Times {
        final Spans spans = new Spans();
        long userMillis;
    }

    /**
     * A fold over no incidents.
     *
     * @param dimension what can be down: {@link Dimension#SERVICE}, {@link Dimension#ITEM} or one of the host's own
     */
    public ServiceFold(Dimension dimension) {
        this.dimension = dimension;
    }

    @Override
    public void add(Case one) {
        for (Exclusion exclusion : Metrics.RESOLVE.exclusions()) {
            if (exclusion.leavesOut(one)) {
                excluded.add(exclusion.reason());
                return;
            }
        }
        Effect effect = Effect.of(one.incident()).orElse(Effect.INTERRUPTION);
        if (effect != Effect.INTERRUPTION) {
            excluded.add(effect == Effect.DEGRADATION ? "worse, not down" : "not noticed");
            return;
        }
        long begin = firstOf(one, Milestone.OCCURRED, Milestone.DETECTED, Milestone.REPORTED);
        long restored = one.millis(Milestone.RESTORED);
        long end = restored == Case.UNKNOWN ? one.asOf().toEpochMilli() : restored;
        List<String> names = dimension.of(one);
        if (begin == Case.UNKNOWN || end < begin) {
            excluded.add(Durations.REVERSED);
        } else if (names.contains(Dimension.NONE)) {
            excluded.add("no " + dimension.name());
        } else {
            for (String name : names) {
                Times times = times(name);
                times.spans.add(begin, end);
                times.userMillis = Math.addExact(times.userMillis, Math.multiplyExact(end - begin, (long)
                        one.incident().affectedUsers()));
            }
        }
    }

    private static long firstOf(Case one, Milestone... milestones) {
        for (Milestone milestone : milestones) {
            long at = one.millis(milestone);
            if (at != Case.UNKNOWN) {
                return at;
            }
        }
        return Case.UNKNOWN;
    }

    private Times times(String service) {
        return services.computeIfAbsent(service, key -> new Times());
    }

    @Override
    public void merge(ServiceFold other) {
        if (!other.dimension.equals(dimension)) {
            throw new IllegalArgumentException(
                    "Downtime by " + other.dimension + " does not merge with that by " + dimension);
        }
        excluded.merge(other.excluded);
        other.services.forEach((name, theirs) -> {
            Times mine = times(name);
            mine.spans.addAll(theirs.spans);
            mine.userMillis = Math.addExact(mine.userMillis, theirs.userMillis);
        });
    }

    /** {@return the times of each service, by name} */
    public List<ServiceTimes> services() {
        List<ServiceTimes> all = new ArrayList<>();
        services.forEach((name, times) -> all.add(times(name, times)));
        return all;
    }

    private static ServiceTimes times(String name, Times times) {
        long[][] sorted = times.spans.sorted();
        int outages = 0;
        long down = 0;
        long up = 0;
        long until = 0;
        for (long[] span : sorted) {
            if (outages == 0 || span[0] > until) {
                up += outages == 0 ? 0 : span[0] - until;
                outages++;
                down += span[1] - span[0];
                until = span[1];
            } else if (span[1] > until) {
                down += span[1] - until;
                until = span[1];
            }
        }
        return new ServiceTimes(
                name,
                sorted.length,
                outages,
                Duration.ofMillis(down),
                outages < 2 ? null : Duration.ofMillis(up / (outages - 1)),
                Duration.ofMillis(times.userMillis));
    }

    /** {@return how many incidents were left out, by reason} */
    public Counts<String> excluded() {
        return excluded;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        Heads.write(KIND, dimension.name(), out);
        Cell.write(excluded, out);
        out.writeInt(services.size());
        for (Map.Entry<String, Times> service : services.entrySet()) {
            out.writeUTF(service.getKey());
            out.writeLong(service.getValue().userMillis);
            service.getValue().spans.writeTo(out);
        }
    }

    /**
     * Adds a partial result that was written.
     *
     * @param in where it was written to
     * @throws IOException if that fails, or it is of another dimension
     */
    public void read(DataInput in) throws IOException {
        ServiceFold other = new ServiceFold(dimension);
        Heads.read(KIND, dimension.name(), in);
        Cell.read(other.excluded, in);
        for (int left = in.readInt(); left > 0; left--) {
            Times times = other.times(in.readUTF());
            times.userMillis = in.readLong();
            times.spans.read(in);
        }
        merge(other);
    }
}

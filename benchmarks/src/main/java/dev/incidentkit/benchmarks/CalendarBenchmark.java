package dev.incidentkit.benchmarks;

import dev.incidentkit.core.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Serves the decision to compile calendars to stretches with prefix sums: SLA clocks ask for working time at every event,
 * so the answer must cost the same for a day and for years. Monday to Friday, 09:00 to 17:00 in UTC, without holidays, which
 * all peers can express; 1,024 beginnings within a year take turns, each on a working day between 09:00 and 17:00.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CalendarBenchmark {
    private static final int BEGINNINGS = 1024;
    private static final int CHECKED = 64; // the slowest peer takes milliseconds for each
    private static final long HOUR = 3_600_000L;

    /** What is added or measured; in working hours 8, 176, 2,000 and 10,440. */
    @Param({"1d", "30d", "2000h", "5y"})
    private String span = "1d";

    private final BusinessCalendar calendar = BusinessCalendar.officeHours(ZoneOffset.UTC);
    private final PrefixSums bound = new PrefixSums();
    private final CalendarPeers peers = new CalendarPeers();
    private final long[] starts = new long[BEGINNINGS];
    private final long[] ends = new long[BEGINNINGS];
    private long amount = HOUR;
    private int turn;

    /** Creates the benchmark; JMH sets the span. */
    public CalendarBenchmark() {}

    CalendarBenchmark(String span) {
        this.span = span;
    }

    /** Draws the beginnings, and sees that all give the same answers for some of them. */
    @Setup
    public void prepare() {
        amount = working(span) * HOUR;
        long start = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < BEGINNINGS; i++) {
            start = calendar.afterMillis(start, 7_013_000L); // not a part of a day, so times of day differ
            starts[i] = start;
            ends[i] = calendar.afterMillis(start, amount);
        }
        for (int i = 0; i < BEGINNINGS; i += CHECKED) {
            agree(i);
        }
    }

    private static long working(String span) {
        return switch (span) {
            case "1d" -> 8;
            case "30d" -> 176;
            case "2000h" -> 2000;
            case "5y" -> 10_440;
            default -> throw new IllegalArgumentException("There is no span " + span);
        };
    }

    private void agree(int i) {
        List<Long> dues = List.of(
                bound.after(starts[i], amount),
                peers.walkAfter(starts[i], amount),
                peers.jbpmAfter(starts[i], amount),
                peers.objectlabAfter(starts[i], amount),
                peers.businessCalendar4jAfter(starts[i], amount));
        List<Long> spent = List.of(
                bound.between(starts[i], ends[i]),
                peers.walkBetween(starts[i], ends[i]),
                peers.objectlabBetween(starts[i], ends[i]),
                peers.businessCalendar4jBetween(starts[i], ends[i]),
                calendar.betweenMillis(starts[i], ends[i]));
        if (!dues.stream().allMatch(due -> due == ends[i]) || !spent.stream().allMatch(time -> time == amount)) {
            throw new IllegalStateException("From " + Instant.ofEpochMilli(starts[i]) + " with " + amount
                    + " ms the answers are " + dues + " and " + spent + ", not " + ends[i]);
        }
    }

    private int next() {
        turn = (turn + 1) & (BEGINNINGS - 1);
        return turn;
    }

    /** {@return when the span has passed, by the library} */
    @Benchmark
    public long after() {
        return calendar.afterMillis(starts[next()], amount);
    }

    /** {@return when the span has passed, by a hand-written binary search over prefix sums} */
    @Benchmark
    public long afterBound() {
        return bound.after(starts[next()], amount);
    }

    /** {@return when the span has passed, by walking the days with java.time} */
    @Benchmark
    public long afterJavaTimeWalk() {
        return peers.walkAfter(starts[next()], amount);
    }

    /** {@return when the span has passed, by jBPM's calendar} */
    @Benchmark
    public long afterJbpm() {
        return peers.jbpmAfter(starts[next()], amount);
    }

    /** {@return when the span has passed, by ObjectLab Kit's days} */
    @Benchmark
    public long afterObjectlab() {
        return peers.objectlabAfter(starts[next()], amount);
    }

    /** {@return when the span has passed, by businessCalendar4j's hours} */
    @Benchmark
    public long afterBusinessCalendar4j() {
        return peers.businessCalendar4jAfter(starts[next()], amount);
    }

    /** {@return the working time of the span, by the library} */
    @Benchmark
    public long between() {
        int i = next();
        return calendar.betweenMillis(starts[i], ends[i]);
    }

    /** {@return the working time of the span, by a hand-written binary search over prefix sums} */
    @Benchmark
    public long betweenBound() {
        int i = next();
        return bound.between(starts[i], ends[i]);
    }

    /** {@return the working time of the span, by walking the days with java.time} */
    @Benchmark
    public long betweenJavaTimeWalk() {
        int i = next();
        return peers.walkBetween(starts[i], ends[i]);
    }

    /** {@return the working time of the span, by ObjectLab Kit's days} */
    @Benchmark
    public long betweenObjectlab() {
        int i = next();
        return peers.objectlabBetween(starts[i], ends[i]);
    }

    /** {@return the working time of the span, by businessCalendar4j's hours} */
    @Benchmark
    public long betweenBusinessCalendar4j() {
        int i = next();
        return peers.businessCalendar4jBetween(starts[i], ends[i]);
    }
}

package dev.incidentkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * The laws of working time. In full 10,000 calendars are drawn for each law, with ten ranges in each: 100,000 tries. What
 * was drawn is printed, and what must be drawn and never was fails the run.
 */
class CalendarLawsTest {
    private static final int RANGES = 10;
    private static final int DAYS = 10;
    private static final int MINUTES = DAYS * 1440;
    private static final long MINUTE = 60_000;

    /** Hours, an instant around which things happen, what was drawn, and a source of ranges. */
    record Draw(Hours hours, Instant around, List<String> kinds, long seed) {
        @Override
        public String toString() {
            return hours + " around " + around + " with seed " + seed;
        }
    }

    @Provide
    Arbitrary<Draw> draws() {
        return Arbitraries.randomValue(CalendarLawsTest::draw);
    }

    static Draw draw(Random random) {
        List<String> kinds = new ArrayList<>();
        RandomHours drawing = new RandomHours(random, kinds::add);
        Hours hours = drawing.next();
        return new Draw(hours, drawing.around(), kinds, random.nextLong());
    }

    @Property
    void the_compiled_calendar_agrees_with_a_clock_walked_minute_by_minute(@ForAll("draws") Draw draw) {
        BusinessCalendar calendar = draw.hours().calendar();
        long first = Math.floorDiv(draw.around().toEpochMilli(), MINUTE) * MINUTE - DAYS / 2 * 86_400_000L;
        StepOracle oracle = new StepOracle(draw.hours(), MINUTE, first, MINUTES);
        Random random = new Random(draw.seed());
        for (int i = 0; i < RANGES; i++) {
            int a = moment(oracle, random);
            int b = moment(oracle, random);
            assertRange(calendar, oracle, Math.min(a, b), Math.max(a, b));
            assertPoint(calendar, oracle, a);
            assertAmounts(calendar, oracle, a, random);
        }
        draw.kinds().forEach(kind -> Statistics.label("drawn").collect(kind));
        mustHaveDrawn("drawn", RandomHours.KINDS);
        mustHaveDrawn(
                "moment",
                List.of(
                        "opening",
                        "closing",
                        "open",
                        "closed",
                        "deadline on closing time",
                        "beginning on opening time"));
    }

    /** Any minute, or one at which something opens or closes. */
    private static int moment(StepOracle oracle, Random random) {
        int any = random.nextInt(MINUTES);
        int edge = switch (random.nextInt(4)) {
            case 0 -> oracle.nextClosing(any);
            case 1 -> oracle.nextClosing(any) < 0 ? -1 : oracle.nextOpening(oracle.nextClosing(any));
            default -> any;
        };
        return edge < 0 ? any : edge;
    }

    private static void assertRange(BusinessCalendar calendar, StepOracle oracle, int from, int to) {
        long start = oracle.instant(from);
        long end = oracle.instant(to);
        assertThat(calendar.betweenMillis(start, end)).isEqualTo(oracle.between(from, to) * MINUTE);
        long[] sum = {0, Long.MIN_VALUE};
        calendar.forEachOpenMillis(start, end, (opening, closing) -> {
            assertThat(opening).isGreaterThanOrEqualTo(Math.max(start, sum[1]));
            assertThat(closing).isGreaterThan(opening).isLessThanOrEqualTo(end);
            sum[0] += closing - opening;
            sum[1] = closing + 1;
        });
        assertThat(sum[0]).isEqualTo(oracle.between(from, to) * MINUTE);
    }

    private static void assertPoint(BusinessCalendar calendar, StepOracle oracle, int at) {
        long instant = oracle.instant(at);
        boolean open = oracle.isOpen(at);
        boolean openBefore = oracle.isOpen(at - 1);
        Statistics.label("moment")
                .collect(open != openBefore ? open ? "opening" : "closing" : open ? "open" : "closed");
        assertThat(calendar.isOpenMillis(instant)).isEqualTo(open);
        assertSame(oracle, oracle.nextOpening(at), calendar.nextOpeningMillis(instant), true);
        assertSame(oracle, oracle.nextClosing(at), calendar.nextClosingMillis(instant), true);
        assertSame(oracle, oracle.previousClosing(at), calendar.previousClosingMillis(instant), false);
    }

    private static void assertAmounts(BusinessCalendar calendar, StepOracle oracle, int at, Random random) {
        long instant = oracle.instant(at);
        int end = Math.max(at, moment(oracle, random));
        int later = oracle.between(at, end);
        if (later > 0) {
            int amount = random.nextBoolean() ? later : 1 + random.nextInt(later);
            int due = oracle.after(at, amount);
            if (!oracle.isOpen(due)) {
                Statistics.label("moment").collect("deadline on closing time");
            }
            assertThat(calendar.afterMillis(instant, amount * MINUTE)).isEqualTo(oracle.instant(due));
        }
        int start = Math.min(at, moment(oracle, random));
        int earlier = oracle.between(start, at);
        if (earlier > 0) {
            int amount = random.nextBoolean() ? earlier : 1 + random.nextInt(earlier);
            int begin = oracle.before(at, amount);
            if (!oracle.isOpen(begin - 1)) {
                Statistics.label("moment").collect("beginning on opening time");
            }
            assertThat(calendar.beforeMillis(instant, amount * MINUTE)).isEqualTo(oracle.instant(begin));
        }
    }

    private static void assertSame(StepOracle oracle, int expected, long actual, boolean later) {
        if (expected >= 0) {
            assertThat(actual).isEqualTo(oracle.instant(expected));
        } else if (later) {
            assertThat(actual).isGreaterThanOrEqualTo(oracle.instant(oracle.steps));
        } else {
            assertThat(actual).isLessThanOrEqualTo(oracle.instant(0));
        }
    }

    /** Before standard time offsets have odd seconds; the clocks of Paris went back by 9 minutes 21 seconds. */
    @Example
    void the_compiled_calendar_agrees_to_the_second_where_offsets_have_odd_seconds() {
        Instant change = Instant.parse("1911-03-10T23:50:39Z");
        for (int seed = 1; seed <= 4; seed++) {
            Hours hours = new Hours(ZoneId.of("Europe/Paris"));
            Hours drawn = draw(new Random(seed)).hours();
            hours.week.putAll(drawn.week);
            hours.weeklyBreaks.putAll(drawn.weeklyBreaks);
            hours.week.put(DayOfWeek.FRIDAY, List.of(new int[] {60 * 60 * seed, 86_399 + seed}));
            BusinessCalendar calendar = hours.calendar();
            StepOracle oracle = new StepOracle(hours, 1000, change.toEpochMilli() - 86_400_000L, 172_800);
            for (int at = 0; at < oracle.steps; at += 7) {
                assertThat(calendar.isOpenMillis(oracle.instant(at))).isEqualTo(oracle.isOpen(at));
            }
            assertThat(calendar.betweenMillis(oracle.instant(0), oracle.instant(oracle.steps)))
                    .isEqualTo(oracle.between(0, oracle.steps) * 1000L);
        }
    }

    @Property
    void open_time_adds_up_and_is_undone_over_any_span_from_1900_to_9999(@ForAll("draws") Draw draw) {
        BusinessCalendar calendar = draw.hours().calendar();
        Random random = new Random(draw.seed());
        int reach = random.nextInt(20); // few go far: each such calendar compiles a cycle of 400 years or two
        String span = reach == 0 ? "centuries" : reach < 10 ? "years" : "days";
        Statistics.label("span").collect(span);
        for (int i = 0; i < RANGES; i++) {
            Instant[] three = three(draw, span, random);
            Duration whole = calendar.between(three[0], three[2]);
            Duration first = calendar.between(three[0], three[1]);
            assertThat(first.plus(calendar.between(three[1], three[2]))).isEqualTo(whole);
            assertUndone(calendar, three[0], first);
            assertUndone(calendar, three[1], whole);
        }
        mustHaveDrawn("span", List.of("days", "years", "centuries"));
    }

    private static Instant[] three(Draw draw, String span, Random random) {
        Instant[] three = new Instant[3];
        for (int i = 0; i < 3; i++) {
            double part = random.nextDouble();
            three[i] = switch (span) {
                case "days" -> draw.around().plusMillis((long) (part * 864_000_000L));
                case "years" -> draw.around().plusMillis((long) ((part - 0.5) * 1_000_000_000_000L));
                default -> Instant.ofEpochMilli(-2_208_988_800_000L + (long) (part * 255_000_000_000_000L));
            };
        }
        Arrays.sort(three);
        return three;
    }

    private static void assertUndone(BusinessCalendar calendar, Instant from, Duration amount) {
        if (amount.isZero()) {
            assertThat(calendar.after(from, amount))
                    .isEqualTo(calendar.before(from, amount))
                    .isEqualTo(cut(from));
            return;
        }
        Instant due = calendar.after(from, amount);
        Instant begin = calendar.before(from, amount);
        assertThat(calendar.between(from, due)).isEqualTo(amount);
        assertThat(calendar.between(from, due.minusMillis(1))).isEqualTo(amount.minusMillis(1));
        assertThat(calendar.between(begin, from)).isEqualTo(amount);
        assertThat(calendar.between(begin.plusMillis(1), from)).isEqualTo(amount.minusMillis(1));
    }

    private static Instant cut(Instant instant) {
        return Instant.ofEpochMilli(instant.toEpochMilli());
    }

    static void mustHaveDrawn(String label, List<String> required) {
        if (RandomHours.DRAWS_FEW) {
            return;
        }
        Statistics.label(label).coverage(coverage -> {
            for (String kind : new TreeSet<>(Set.copyOf(required))) {
                coverage.check(kind).count(count -> count > 0);
            }
        });
    }
}

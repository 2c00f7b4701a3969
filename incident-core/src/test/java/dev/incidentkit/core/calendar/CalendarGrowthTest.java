package dev.incidentkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compiled grows with what is asked, however far and from however many threads. */
class CalendarGrowthTest {
    private static final int THREADS = 8;

    private static BusinessCalendar calendar(String zone) {
        return BusinessCalendar.builder("growing", ZoneId.of(zone))
                .weekdays(Window.of("09:00", "12:30"), Window.of("13:00", "17:00"))
                .holiday(Holiday.yearly(MonthDay.of(12, 25), "Christmas"))
                .shift(LocalDate.of(2024, 3, 9), Window.of("22:00", "04:00"))
                .build();
    }

    private static boolean isClosed(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5 || (day.getMonthValue() == 12 && day.getDayOfMonth() == 25);
    }

    private static long[] answers(BusinessCalendar calendar, long seed) {
        Random random = new Random(seed);
        long[] answers = new long[400];
        for (int i = 0; i < answers.length; ) {
            int years = i < 300 ? 60 : 3000;
            long instant = (long) ((random.nextDouble() - 0.3) * years * 31_556_952_000L);
            long later = instant + (long) (random.nextDouble() * years * 3_155_695_200L);
            long open = calendar.betweenMillis(instant, later);
            answers[i++] = open;
            answers[i++] = calendar.afterMillis(instant, open + 1);
            answers[i++] = calendar.beforeMillis(later, open + 1);
            answers[i++] = calendar.nextClosingMillis(instant);
        }
        return answers;
    }

    @Test
    @Tag("slow")
    void many_threads_that_grow_one_calendar_agree_with_one_alone() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 3; round++) {
                BusinessCalendar shared = calendar("Europe/Berlin");
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Future<long[]>> running = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    long seed = (long) round * THREADS + thread;
                    Callable<long[]> task = () -> {
                        start.await();
                        return answers(shared, seed);
                    };
                    running.add(pool.submit(task));
                }
                for (int thread = 0; thread < THREADS; thread++) {
                    long[] alone = answers(calendar("Europe/Berlin"), (long) round * THREADS + thread);
                    assertThat(running.get(thread).get()).isEqualTo(alone);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "+05:45"})
    void far_years_are_reckoned_as_near_ones(String zone) {
        BusinessCalendar calendar = calendar(zone);
        for (int year : List.of(1900, 2500, 5000, 9999, 29_001, 1899, 1502, 1, -4_999, -20_000)) {
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                boolean closed = isClosed(day);
                Instant from = calendar.instantOf(day.atStartOfDay());
                Instant to = calendar.instantOf(day.plusDays(1).atStartOfDay());
                assertThat(calendar.between(from, to))
                        .as("%s", day)
                        .isEqualTo(closed ? Duration.ZERO : Duration.ofMinutes(450));
                if (!closed) {
                    Instant opening = calendar.instantOf(LocalDateTime.of(day, LocalTime.of(9, 0)));
                    assertThat(calendar.nextOpening(from)).contains(opening);
                    assertThat(calendar.nextClosing(from)).contains(opening.plus(Duration.ofMinutes(210)));
                    assertThat(calendar.after(from, Duration.ofMinutes(450)))
                            .isEqualTo(opening.plus(Duration.ofHours(8)));
                    assertThat(calendar.before(to, Duration.ofMinutes(450))).isEqualTo(opening);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-29_000, -5_000, -700, 1, 1_300, 1_800, 1_969, 2_039, 2_500, 12_000, 29_500})
    void ten_working_days_are_two_weeks_in_every_century_and_their_hours_eighty(long year) {
        BusinessCalendar calendar = BusinessCalendar.officeHours(ZoneId.of("UTC"));
        Instant monday = LocalDate.of((int) year, 5, 1)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .atTime(10, 0)
                .toInstant(ZoneOffset.UTC);
        Instant later = monday.plus(Duration.ofDays(14));

        assertThat(calendar.afterDays(monday, 10, DayUnit.WORKING_DAY)).isEqualTo(later);
        assertThat(calendar.beforeDays(later, 10, DayUnit.WORKING_DAY)).isEqualTo(monday);
        assertThat(calendar.between(monday, later)).isEqualTo(Duration.ofHours(80));
        assertThat(calendar.after(monday, Duration.ofHours(80))).isEqualTo(later);
        assertThat(calendar.before(later, Duration.ofHours(80))).isEqualTo(monday);
        assertThat(calendar.nextClosing(monday)).contains(monday.plus(Duration.ofHours(7)));
        assertThat(calendar.previousClosing(monday.minusSeconds(3_601))).contains(monday.minus(Duration.ofHours(65)));
        assertThat(calendar.nextOpening(monday.plus(Duration.ofHours(7)))).contains(monday.plus(Duration.ofHours(23)));
    }

    @Test
    void no_answer_depends_on_what_was_asked_before() {
        Random random = new Random(14);
        BusinessCalendar grown = calendar("Europe/Berlin");
        for (int i = 0; i < 400; i++) {
            long far = (long) ((random.nextDouble() - 0.5) * 50_000 * 31_556_952_000L);
            long near = (long) ((random.nextDouble() - 0.3) * 3_155_695_200_000L);
            long from = i % 8 == 0 ? far : near;
            long amount = 1 + (long) (random.nextDouble() * 4_000_000_000L);
            BusinessCalendar fresh = i % 8 == 0 ? grown : calendar("Europe/Berlin");
            long due = fresh.afterMillis(from, amount);
            assertThat(grown.afterMillis(from, amount)).isEqualTo(due);
            assertThat(fresh.betweenMillis(from, due)).isEqualTo(amount);
            assertThat(fresh.betweenMillis(from, due - 1)).isEqualTo(amount - 1);
            long begin = fresh.beforeMillis(from, amount);
            assertThat(grown.beforeMillis(from, amount)).isEqualTo(begin);
            assertThat(fresh.betweenMillis(begin, from)).isEqualTo(amount);
            assertThat(fresh.betweenMillis(begin + 1, from)).isEqualTo(amount - 1);
            assertThat(grown.nextOpeningMillis(from)).isEqualTo(fresh.nextOpeningMillis(from));
            assertThat(grown.nextClosingMillis(from)).isEqualTo(fresh.nextClosingMillis(from));
            assertThat(grown.previousClosingMillis(from)).isEqualTo(fresh.previousClosingMillis(from));
        }
    }

    @Test
    void eight_thousand_years_are_the_sum_of_their_days() {
        BusinessCalendar calendar = calendar("Europe/Berlin");
        LocalDate first = LocalDate.of(1900, 1, 1);
        LocalDate last = LocalDate.of(9999, 12, 31);
        long days = 0;
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            boolean closed = isClosed(day);
            days += closed ? 0 : 1;
        }
        Instant from = calendar.instantOf(first.atStartOfDay());
        Instant to = calendar.instantOf(last.atStartOfDay());
        Duration whole = Duration.ofMinutes(450 * days).plusHours(6); // and the shift
        assertThat(calendar.between(from, to)).isEqualTo(whole);
        assertThat(calendar.after(from, whole)).isBefore(to);
        assertThat(calendar.between(from, calendar.after(from, whole))).isEqualTo(whole);
        assertThat(calendar.between(calendar.before(to, whole), to)).isEqualTo(whole);
    }

    @Test
    void the_bounds_of_time_are_accepted() {
        BusinessCalendar calendar = calendar("Europe/Berlin");
        long all = calendar.betweenMillis(BusinessCalendar.EARLIEST, BusinessCalendar.LATEST);
        assertThat(calendar.afterMillis(BusinessCalendar.EARLIEST, all)).isLessThanOrEqualTo(BusinessCalendar.LATEST);
        assertThat(calendar.beforeMillis(BusinessCalendar.LATEST, all))
                .isGreaterThanOrEqualTo(BusinessCalendar.EARLIEST);
        assertThat(calendar.nextClosingMillis(BusinessCalendar.EARLIEST)).isGreaterThan(BusinessCalendar.EARLIEST);
        assertThat(calendar.previousClosingMillis(BusinessCalendar.LATEST))
                .isLessThanOrEqualTo(BusinessCalendar.LATEST);
    }
}

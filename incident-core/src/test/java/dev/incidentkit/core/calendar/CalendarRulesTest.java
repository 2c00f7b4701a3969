package dev.incidentkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Each rule about what is open and where a reckoning ends, by an example that can be checked by hand. */
class CalendarRulesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Window OFFICE = Window.of("09:00", "17:00");
    private static final BusinessCalendar UTC_OFFICE = BusinessCalendar.officeHours(ZoneOffset.UTC);

    private static Instant at(String text) {
        return Instant.parse(text + ":00Z");
    }

    private static BusinessCalendar sundays(String zone, String... windows) {
        Window[] all = new Window[windows.length];
        for (int i = 0; i < windows.length; i++) {
            all[i] = Window.parse(windows[i]);
        }
        return BusinessCalendar.builder("sundays", ZoneId.of(zone))
                .on(DayOfWeek.SUNDAY, all)
                .build();
    }

    @Test
    void an_opening_is_open_and_a_closing_is_not() {
        assertThat(UTC_OFFICE.isOpen(at("2024-03-04T09:00"))).isTrue();
        assertThat(UTC_OFFICE.isOpen(at("2024-03-04T16:59"))).isTrue();
        assertThat(UTC_OFFICE.isOpen(at("2024-03-04T17:00"))).isFalse();
        assertThat(UTC_OFFICE.isOpen(at("2024-03-04T08:59"))).isFalse();
    }

    @Test
    void a_deadline_that_falls_on_closing_time_is_closing_time() {
        assertThat(UTC_OFFICE.after(at("2024-03-04T16:00"), Duration.ofHours(1)))
                .isEqualTo(at("2024-03-04T17:00"));
        assertThat(UTC_OFFICE.after(at("2024-03-04T16:00"), Duration.ofMillis(3_600_001)))
                .isEqualTo(Instant.parse("2024-03-05T09:00:00.001Z"));
    }

    @Test
    void a_beginning_that_falls_on_an_opening_is_the_opening() {
        assertThat(UTC_OFFICE.before(at("2024-03-05T10:00"), Duration.ofHours(1)))
                .isEqualTo(at("2024-03-05T09:00"));
        assertThat(UTC_OFFICE.before(at("2024-03-05T10:00"), Duration.ofMillis(3_600_001)))
                .isEqualTo(Instant.parse("2024-03-04T16:59:59.999Z"));
        assertThat(UTC_OFFICE.before(at("2024-03-05T17:00"), Duration.ofHours(8)))
                .isEqualTo(at("2024-03-05T09:00"));
    }

    @Test
    void nothing_added_is_the_instant_itself_open_or_not() {
        Instant night = at("2024-03-04T03:00");
        assertThat(UTC_OFFICE.after(night, Duration.ZERO)).isEqualTo(night);
        assertThat(UTC_OFFICE.before(night, Duration.ZERO)).isEqualTo(night);
        assertThat(UTC_OFFICE.afterDays(night, 0, DayUnit.WORKING_DAY)).isEqualTo(night);
        assertThat(UTC_OFFICE.beforeDays(night, 0, DayUnit.WORKING_DAY)).isEqualTo(night);
    }

    @Test
    void the_next_opening_of_an_open_instant_is_itself_and_the_next_closing_is_later() {
        assertThat(UTC_OFFICE.nextOpening(at("2024-03-04T16:59"))).contains(at("2024-03-04T16:59"));
        assertThat(UTC_OFFICE.nextOpening(at("2024-03-08T17:00"))).contains(at("2024-03-11T09:00"));
        assertThat(UTC_OFFICE.nextClosing(at("2024-03-04T09:00"))).contains(at("2024-03-04T17:00"));
        assertThat(UTC_OFFICE.nextClosing(at("2024-03-04T17:00"))).contains(at("2024-03-05T17:00"));
        assertThat(UTC_OFFICE.previousClosing(at("2024-03-05T17:00"))).contains(at("2024-03-05T17:00"));
        assertThat(UTC_OFFICE.previousClosing(at("2024-03-05T09:00"))).contains(at("2024-03-04T17:00"));
        assertThat(UTC_OFFICE.previousClosing(at("2024-03-05T09:01"))).contains(at("2024-03-05T09:01"));
    }

    @Test
    void a_day_round_the_clock_has_23_or_25_hours_where_the_clocks_change() {
        BusinessCalendar sundays = sundays("Europe/Berlin", "00:00-24:00");
        assertThat(sundays.between(at("2024-03-30T12:00"), at("2024-04-01T12:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(sundays.between(at("2024-10-26T12:00"), at("2024-10-28T12:00")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(sundays.between(at("2024-11-02T12:00"), at("2024-11-04T12:00")))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_local_time_in_a_gap_moves_to_its_end() {
        // 02:00 to 03:00 does not exist in Berlin on 31 March 2024; the gap ends at 01:00 UTC
        assertThat(sundays("Europe/Berlin", "02:30-04:00").openSegments(at("2024-03-30T12:00"), at("2024-04-01T00:00")))
                .containsExactly(new OpenSegment(at("2024-03-31T01:00"), at("2024-03-31T02:00")));
        assertThat(sundays("Europe/Berlin", "01:00-02:30").openSegments(at("2024-03-30T12:00"), at("2024-04-01T00:00")))
                .containsExactly(new OpenSegment(at("2024-03-31T00:00"), at("2024-03-31T01:00")));
        assertThat(sundays("Europe/Berlin", "02:15-02:45").openSegments(at("2024-03-30T12:00"), at("2024-04-01T00:00")))
                .isEmpty();
        assertThat(UTC_OFFICE.inZone(BERLIN).instantOf(LocalDateTime.parse("2024-03-31T02:30")))
                .isEqualTo(at("2024-03-31T01:00"));
    }

    @Test
    void in_an_overlap_an_opening_takes_the_earlier_offset_and_a_closing_the_later() {
        // 02:00 to 03:00 comes twice in Berlin on 27 October 2024, at 00:00 and at 01:00 UTC
        assertThat(sundays("Europe/Berlin", "02:30-04:00").openSegments(at("2024-10-26T12:00"), at("2024-10-28T00:00")))
                .containsExactly(new OpenSegment(at("2024-10-27T00:30"), at("2024-10-27T03:00")));
        assertThat(sundays("Europe/Berlin", "01:00-02:30").openSegments(at("2024-10-26T12:00"), at("2024-10-28T00:00")))
                .containsExactly(new OpenSegment(at("2024-10-26T23:00"), at("2024-10-27T01:30")));
        assertThat(UTC_OFFICE.inZone(BERLIN).instantOf(LocalDateTime.parse("2024-10-27T02:30")))
                .isEqualTo(at("2024-10-27T00:30"));
    }

    @Test
    void half_an_hour_of_change_on_lord_howe_is_half_an_hour() {
        BusinessCalendar sundays = sundays("Australia/Lord_Howe", "00:00-24:00");
        assertThat(sundays.between(at("2024-10-05T00:00"), at("2024-10-07T00:00")))
                .isEqualTo(Duration.ofMinutes(1410));
        assertThat(sundays.between(at("2024-04-06T00:00"), at("2024-04-08T00:00")))
                .isEqualTo(Duration.ofMinutes(1470));
    }

    @Test
    void a_date_that_the_zone_left_out_has_no_open_time() {
        BusinessCalendar apia = BusinessCalendar.builder("apia", ZoneId.of("Pacific/Apia"))
                .everyDay(OFFICE)
                .build();
        LocalDate missing = LocalDate.of(2011, 12, 30);
        assertThat(apia.isWorkingDay(missing)).isFalse();
        assertThat(apia.endOfDay(missing)).isEmpty();
        assertThat(apia.nextWorkingDay(missing.minusDays(1))).isEqualTo(missing.plusDays(1));
        Instant thursdayNoon = apia.instantOf(LocalDateTime.parse("2011-12-29T12:00"));
        assertThat(apia.afterDays(thursdayNoon, 1, DayUnit.WORKING_DAY))
                .isEqualTo(apia.instantOf(LocalDateTime.parse("2011-12-31T12:00")))
                .isEqualTo(thursdayNoon.plus(Duration.ofDays(1)));
    }

    @Test
    void a_window_across_midnight_is_two_that_touch() {
        BusinessCalendar nights = BusinessCalendar.builder("nights", ZoneOffset.UTC)
                .on(DayOfWeek.FRIDAY, Window.of("22:00", "06:00"))
                .build();
        assertThat(nights.openSegments(at("2024-03-04T00:00"), at("2024-03-11T00:00")))
                .containsExactly(new OpenSegment(at("2024-03-08T22:00"), at("2024-03-09T06:00")));
        assertThat(nights.isWorkingDay(LocalDate.of(2024, 3, 9))).isTrue();
        assertThat(nights.endOfDay(LocalDate.of(2024, 3, 8))).contains(at("2024-03-09T00:00"));
    }

    @Test
    void overlapping_windows_are_one() {
        BusinessCalendar split = BusinessCalendar.builder("office", ZoneOffset.UTC)
                .weekdays(Window.of("13:00", "17:00"), Window.of("09:00", "12:00"), Window.of("11:00", "13:00"))
                .build();
        BusinessCalendar whole = BusinessCalendar.builder("office", ZoneOffset.UTC)
                .weekdays(OFFICE)
                .build();
        assertThat(split).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(split.openSegments(at("2024-03-04T00:00"), at("2024-03-05T00:00")))
                .containsExactly(new OpenSegment(at("2024-03-04T09:00"), at("2024-03-04T17:00")));
    }

    @Test
    void a_shift_replaces_the_weekly_windows_and_breaks_and_wins_over_a_holiday() {
        LocalDate date = LocalDate.of(2024, 3, 4);
        BusinessCalendar calendar = BusinessCalendar.builder("shifts", ZoneOffset.UTC)
                .weekdays(OFFICE)
                .dailyBreak(Window.of("12:00", "13:00"))
                .holiday(Holiday.on(date, "Founders' Day"))
                .shift(date, Window.of("10:00", "14:00"))
                .shift(date.plusDays(1))
                .build();
        assertThat(calendar.openSegments(at("2024-03-04T00:00"), at("2024-03-06T12:00")))
                .containsExactly(
                        new OpenSegment(at("2024-03-04T10:00"), at("2024-03-04T14:00")),
                        new OpenSegment(at("2024-03-06T09:00"), at("2024-03-06T12:00")));
    }

    @Test
    void what_a_shift_opens_past_midnight_is_open_whatever_the_next_date_is() {
        LocalDate eve = LocalDate.of(2024, 12, 24);
        BusinessCalendar calendar = BusinessCalendar.builder("shifts", ZoneOffset.UTC)
                .weekdays(OFFICE)
                .holiday(Holiday.yearly(MonthDay.of(12, 25), "Christmas"))
                .shift(eve, Window.of("22:00", "06:00"))
                .build();
        assertThat(calendar.openSegments(at("2024-12-24T00:00"), at("2024-12-26T00:00")))
                .containsExactly(new OpenSegment(at("2024-12-24T22:00"), at("2024-12-25T06:00")));
    }

    @Test
    void a_holiday_closes_its_local_date_also_what_began_the_evening_before() {
        BusinessCalendar calendar = BusinessCalendar.builder("nights", ZoneOffset.UTC)
                .everyDay(Window.of("22:00", "06:00"))
                .holiday(Holiday.on(LocalDate.of(2024, 3, 5), "Closed"))
                .build();
        assertThat(calendar.openSegments(at("2024-03-04T12:00"), at("2024-03-06T12:00")))
                .containsExactly(
                        new OpenSegment(at("2024-03-04T22:00"), at("2024-03-05T00:00")),
                        new OpenSegment(at("2024-03-06T00:00"), at("2024-03-06T06:00")));
    }

    @Test
    void part_day_and_yearly_holidays_close_their_part_and_29_february_comes_in_leap_years() {
        BusinessCalendar calendar = BusinessCalendar.builder("parts", ZoneOffset.UTC)
                .everyDay(OFFICE)
                .holiday(Holiday.yearly(MonthDay.of(12, 24), "Christmas Eve", Window.of("12:00", "24:00")))
                .holiday(Holiday.yearly(MonthDay.of(2, 29), "Leap Day"))
                .holiday(Holiday.on(LocalDate.of(2024, 6, 3), "Move", Window.of("10:00", "11:00")))
                .build();
        assertThat(calendar.between(at("2023-12-24T00:00"), at("2023-12-25T00:00")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(calendar.between(at("2031-12-24T00:00"), at("2031-12-25T00:00")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 2, 29))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2023, 3, 1))).isTrue();
        assertThat(calendar.between(at("2024-06-03T00:00"), at("2024-06-04T00:00")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void dated_breaks_are_taken_from_shifts_too_and_may_cross_midnight() {
        LocalDate date = LocalDate.of(2024, 3, 4);
        BusinessCalendar calendar = BusinessCalendar.builder("breaks", ZoneOffset.UTC)
                .shift(date, Window.of("20:00", "04:00"))
                .breakOn(date, Window.of("23:00", "01:00"))
                .build();
        assertThat(calendar.openSegments(at("2024-03-01T00:00"), at("2024-03-11T00:00")))
                .containsExactly(
                        new OpenSegment(at("2024-03-04T20:00"), at("2024-03-04T23:00")),
                        new OpenSegment(at("2024-03-05T01:00"), at("2024-03-05T04:00")));
    }

    @Test
    void a_working_day_keeps_the_local_time_and_moves_to_the_next_opening_or_the_previous_closing() {
        Instant friday = at("2024-03-08T12:00");
        assertThat(UTC_OFFICE.afterDays(friday, 1, DayUnit.WORKING_DAY)).isEqualTo(at("2024-03-11T12:00"));
        assertThat(UTC_OFFICE.beforeDays(friday, 5, DayUnit.WORKING_DAY)).isEqualTo(at("2024-03-01T12:00"));
        assertThat(UTC_OFFICE.afterDays(at("2024-03-08T18:00"), 1, DayUnit.WORKING_DAY))
                .isEqualTo(at("2024-03-12T09:00"));
        assertThat(UTC_OFFICE.beforeDays(at("2024-03-08T08:00"), 1, DayUnit.WORKING_DAY))
                .isEqualTo(at("2024-03-06T17:00"));
        assertThat(UTC_OFFICE.beforeDays(at("2024-03-08T17:00"), 1, DayUnit.WORKING_DAY))
                .isEqualTo(at("2024-03-07T17:00"));
    }

    @Test
    void a_working_day_over_a_change_of_the_clocks_keeps_the_wall_time() {
        BusinessCalendar daily =
                BusinessCalendar.builder("daily", BERLIN).everyDay(OFFICE).build();
        assertThat(daily.afterDays(at("2024-03-30T09:00"), 1, DayUnit.WORKING_DAY))
                .isEqualTo(at("2024-03-31T08:00"));
        assertThat(daily.after(at("2024-03-30T09:00"), Duration.ofHours(8))).isEqualTo(at("2024-03-31T08:00"));
    }

    @Test
    void a_day_of_24_hours_is_24_working_hours() {
        assertThat(UTC_OFFICE.afterDays(at("2024-03-04T09:00"), 1, DayUnit.HOURS_24))
                .isEqualTo(at("2024-03-06T17:00"));
        assertThat(UTC_OFFICE.beforeDays(at("2024-03-06T17:00"), 1, DayUnit.HOURS_24))
                .isEqualTo(at("2024-03-04T09:00"));
    }

    @Test
    void finer_than_a_millisecond_is_cut_off() {
        Instant odd = Instant.parse("2024-03-04T10:00:00.000999999Z");
        assertThat(UTC_OFFICE.after(odd, Duration.ofNanos(1_999_999)))
                .isEqualTo(Instant.parse("2024-03-04T10:00:00.001Z"));
        assertThat(UTC_OFFICE.after(odd, Duration.ofNanos(999_999))).isEqualTo(at("2024-03-04T10:00"));
        assertThat(UTC_OFFICE.between(at("2024-03-04T10:00"), odd)).isZero();
    }

    @Test
    void a_reversed_range_a_negative_amount_and_an_instant_out_of_bounds_are_refused() {
        Instant early = at("2024-03-04T09:00");
        Instant late = at("2024-03-04T10:00");
        assertThatThrownBy(() -> UTC_OFFICE.between(late, early))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-03-04T10:00:00Z to 2024-03-04T09:00:00Z");
        assertThatThrownBy(() -> UTC_OFFICE.openSegments(late, early)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UTC_OFFICE.after(early, Duration.ofHours(-1))).hasMessageContaining("PT-1H");
        assertThatThrownBy(() -> UTC_OFFICE.before(early, Duration.ofHours(-1))).hasMessageContaining("PT-1H");
        assertThatThrownBy(() -> UTC_OFFICE.afterMillis(0, -1)).hasMessageContaining("-1 ms");
        assertThatThrownBy(() -> UTC_OFFICE.afterDays(early, -1, DayUnit.WORKING_DAY))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> UTC_OFFICE.afterDays(early, 1_000_001, DayUnit.HOURS_24))
                .hasMessageContaining("1000001");
        assertThatThrownBy(() -> UTC_OFFICE.isOpen(Instant.MAX)).hasMessageContaining("but got +1000000000");
        assertThatThrownBy(() -> UTC_OFFICE.isOpenMillis(Long.MIN_VALUE)).hasMessageContaining("-9223372036854775808");
        assertThatThrownBy(() -> UTC_OFFICE.isWorkingDay(LocalDate.MAX)).hasMessageContaining("+999999999-12-31");
    }

    @Test
    void round_the_clock_is_always_open_and_never_closes() {
        BusinessCalendar always = BusinessCalendar.roundTheClock();
        Instant now = at("2024-03-04T03:00");
        assertThat(always.isOpen(now)).isTrue();
        assertThat(always.nextClosing(now)).isEmpty();
        assertThat(always.nextClosing(at("9024-03-04T03:00"))).isEmpty();
        assertThat(always.previousClosing(now)).contains(now);
        assertThat(always.after(now, Duration.ofDays(365_000))).isEqualTo(now.plus(Duration.ofDays(365_000)));
        assertThat(always.openSegments(now, now.plusSeconds(1)))
                .containsExactly(new OpenSegment(now, now.plusSeconds(1)));
    }

    @Test
    void round_the_clock_but_for_one_dated_break_closes_once() {
        BusinessCalendar once = BusinessCalendar.builder("once", ZoneOffset.UTC)
                .everyDay(Window.ALL_DAY)
                .breakOn(LocalDate.of(2024, 3, 4), Window.of("03:00", "04:00"))
                .build();
        assertThat(once.nextClosing(at("1024-01-01T00:00"))).contains(at("2024-03-04T03:00"));
        assertThat(once.nextClosing(Instant.parse("-9000-01-01T00:00:00Z"))).contains(at("2024-03-04T03:00"));
        assertThat(once.nextClosing(at("2024-03-04T03:00"))).isEmpty();
        assertThat(once.previousClosing(at("2024-03-04T03:30"))).contains(at("2024-03-04T03:00"));
    }

    @Test
    void more_than_all_of_time_is_an_error_also_where_hours_never_end() {
        assertThatThrownBy(() -> UTC_OFFICE.afterMillis(0, BusinessCalendar.LATEST))
                .isInstanceOf(CalendarExhaustedException.class);
        assertThatThrownBy(() -> UTC_OFFICE.beforeMillis(0, Long.MAX_VALUE))
                .isInstanceOf(CalendarExhaustedException.class);
    }
}

package dev.incidentkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Calendars that no rule opens any more, or yet: they have an end, and what lies past it is said. */
class CalendarEndsTest {
    private static final Window OFFICE = Window.of("09:00", "17:00");

    private static Instant at(String text) {
        return Instant.parse(text + ":00Z");
    }

    @Test
    void a_calendar_of_shifts_alone_ends_and_asking_for_more_is_an_error() {
        BusinessCalendar fair = BusinessCalendar.builder("fair", ZoneOffset.UTC)
                .shift(LocalDate.of(2024, 5, 4), OFFICE)
                .shift(LocalDate.of(2024, 5, 5), OFFICE)
                .build();
        Instant spring = at("2024-03-01T00:00");
        Instant autumn = at("2024-09-01T00:00");
        assertThat(fair.after(spring, Duration.ofHours(16))).isEqualTo(at("2024-05-05T17:00"));
        assertThat(fair.before(autumn, Duration.ofHours(16))).isEqualTo(at("2024-05-04T09:00"));
        assertThatThrownBy(() -> fair.after(spring, Duration.ofHours(17)))
                .isInstanceOfSatisfying(CalendarExhaustedException.class, refused -> {
                    assertThat(refused.calendar()).isEqualTo("fair");
                    assertThat(refused.from()).isEqualTo(spring);
                    assertThat(refused.asked()).isEqualTo("PT17H after it");
                });
        assertThatThrownBy(() -> fair.before(autumn, Duration.ofHours(17)))
                .isInstanceOf(CalendarExhaustedException.class)
                .hasMessageContaining("PT17H before it");
        assertThatThrownBy(() -> fair.after(spring, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(CalendarExhaustedException.class);
        assertThatThrownBy(() -> fair.afterDays(spring, 3, DayUnit.WORKING_DAY))
                .hasMessageContaining("3 working days after it");
        assertThatThrownBy(() -> fair.beforeDays(autumn, 3, DayUnit.WORKING_DAY))
                .hasMessageContaining("3 working days before it");
        assertThatThrownBy(() -> fair.afterDays(at("2024-05-04T18:00"), 1, DayUnit.WORKING_DAY))
                .isInstanceOf(CalendarExhaustedException.class);
        assertThat(fair.nextOpening(autumn)).isEmpty();
        assertThat(fair.nextClosing(autumn)).isEmpty();
        assertThat(fair.previousClosing(spring)).isEmpty();
        assertThat(fair.openSegments(at("0001-01-01T00:00"), at("9999-01-01T00:00")))
                .hasSize(2);
    }

    @Test
    void before_and_after_all_shifts_nothing_is_open_however_far_one_asks() {
        BusinessCalendar fair = BusinessCalendar.builder("fair", ZoneOffset.UTC)
                .shift(LocalDate.of(2024, 5, 4), OFFICE)
                .build();
        Instant longAgo = at("0700-01-01T00:00");
        Instant farOff = at("9000-01-01T00:00");

        assertThat(fair.between(longAgo, farOff)).isEqualTo(Duration.ofHours(8));
        assertThat(fair.between(farOff, farOff.plusSeconds(99))).isZero();
        assertThat(fair.isOpen(longAgo)).isFalse();
        assertThat(fair.isOpen(farOff)).isFalse();
        assertThat(fair.after(longAgo, Duration.ofHours(8))).isEqualTo(at("2024-05-04T17:00"));
        assertThat(fair.before(farOff, Duration.ofHours(8))).isEqualTo(at("2024-05-04T09:00"));
        assertThat(fair.nextOpening(longAgo)).contains(at("2024-05-04T09:00"));
        assertThat(fair.nextClosing(longAgo)).contains(at("2024-05-04T17:00"));
        assertThat(fair.previousClosing(farOff)).contains(at("2024-05-04T17:00"));
        assertThat(fair.nextOpening(farOff)).isEmpty();
        assertThat(fair.previousClosing(longAgo)).isEmpty();
        assertThat(fair.nextWorkingDay(LocalDate.of(2023, 1, 1))).isEqualTo(LocalDate.of(2024, 5, 4));
        assertThatThrownBy(() -> fair.nextWorkingDay(LocalDate.of(2024, 5, 4)))
                .isInstanceOf(CalendarExhaustedException.class)
                .hasMessageContaining("1 working days after it");
        assertThatThrownBy(() -> fair.beforeDays(at("2024-05-04T12:00"), 1, DayUnit.WORKING_DAY))
                .isInstanceOf(CalendarExhaustedException.class);
        assertThat(fair.beforeDays(at("2024-06-04T12:00"), 1, DayUnit.WORKING_DAY))
                .isEqualTo(at("2024-05-04T12:00"));
    }

    @Test
    void a_holiday_that_closes_all_that_rules_open_leaves_the_shifts() {
        CalendarBuilder mondays = BusinessCalendar.builder("mondays", ZoneOffset.UTC)
                .on(DayOfWeek.MONDAY, OFFICE)
                .breakOn(DayOfWeek.MONDAY, Window.ALL_DAY)
                .shift(LocalDate.of(2024, 5, 4), OFFICE);

        BusinessCalendar calendar = mondays.build();

        assertThat(calendar.between(at("1000-01-01T00:00"), at("3000-01-01T00:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(calendar.nextOpening(at("2024-05-05T00:00"))).isEmpty();
    }
}

package dev.incidentkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarBuilderTest {
    private static final Window OFFICE = Window.of("09:00", "17:00");
    private static final LocalDate DATE = LocalDate.of(2024, 3, 4);

    private static CalendarBuilder office() {
        return BusinessCalendar.builder("office", ZoneOffset.UTC).weekdays(OFFICE);
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        assertThatThrownBy(
                        () -> BusinessCalendar.builder("none", ZoneOffset.UTC).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("calendar 'none'")
                .hasMessageContaining("no weekday has hours");
        assertThatThrownBy(
                        () -> office().dailyBreak(Window.of("08:00", "18:00")).build())
                .hasMessageContaining("breaks and holidays leave nothing");
        assertThatThrownBy(() -> BusinessCalendar.builder("closed", ZoneOffset.UTC)
                        .shift(DATE)
                        .build())
                .hasMessageContaining("2024-03-04");
        assertThatThrownBy(() -> BusinessCalendar.builder("gap", ZoneId.of("Europe/Berlin"))
                        .shift(LocalDate.of(2024, 3, 31), Window.of("02:15", "02:45"))
                        .build())
                .hasMessageContaining("never opens");
        CalendarBuilder closed = office();
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
            closed.holiday(Holiday.yearly(MonthDay.from(day), "closed"));
        }
        assertThatThrownBy(closed::build).hasMessageContaining("never opens");
    }

    @Test
    void all_findings_come_at_once() {
        assertThatThrownBy(() -> BusinessCalendar.builder(" ", ZoneOffset.UTC)
                        .shift(LocalDate.of(12_000, 1, 1), OFFICE)
                        .breakOn(LocalDate.of(0, 1, 1), OFFICE)
                        .holiday(Holiday.on(LocalDate.of(-5, 1, 1), "old"))
                        .build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        refused -> assertThat(refused.findings())
                                .containsExactly(
                                        "its name is blank: ' '",
                                        "the shift of +12000-01-01 lies outside the years 1 to 9999",
                                        "the break of 0000-01-01 lies outside the years 1 to 9999",
                                        "the holiday of -0005-01-01 lies outside the years 1 to 9999"));
    }

    @Test
    void equal_content_is_an_equal_calendar_with_an_equal_hash_and_any_difference_is_not() {
        BusinessCalendar calendar = office().build();
        assertThat(office().build()).isEqualTo(calendar).hasSameHashCodeAs(calendar);
        assertThat(calendar.hash()).hasSize(64).isEqualTo(office().build().hash());
        List<CalendarBuilder> others = List.of(
                BusinessCalendar.builder("other", ZoneOffset.UTC).weekdays(OFFICE),
                BusinessCalendar.builder("office", ZoneId.of("UTC")).weekdays(OFFICE),
                office().on(DayOfWeek.SATURDAY, OFFICE),
                office().breakOn(DayOfWeek.MONDAY, Window.of("12:00", "13:00")),
                office().breakOn(DATE, Window.of("12:00", "13:00")),
                office().shift(DATE, OFFICE),
                office().holiday(Holiday.on(DATE, "day")),
                office().holiday(Holiday.yearly(MonthDay.from(DATE), "day")));
        assertThat(others.stream().map(builder -> builder.build().hash()).distinct())
                .hasSize(others.size())
                .doesNotContain(calendar.hash());
        assertThat(calendar).isNotEqualTo(others.get(2).build()).isNotEqualTo("office");
    }

    @Test
    void the_order_in_which_things_are_set_does_not_matter() {
        Holiday some = Holiday.on(DATE, "a");
        Holiday more = Holiday.yearly(MonthDay.of(5, 1), "b");
        assertThat(office().holiday(some)
                        .holiday(more)
                        .shift(DATE.plusDays(1))
                        .shift(DATE)
                        .build())
                .isEqualTo(office().shift(DATE)
                        .shift(DATE.plusDays(1))
                        .holidays(List.of(more, some))
                        .build());
    }

    @Test
    void a_builder_of_an_existing_calendar_has_all_of_it_and_changes_some() {
        BusinessCalendar full = office().dailyBreak(Window.of("12:00", "13:00"))
                .breakOn(DATE, Window.of("10:00", "11:00"))
                .shift(DATE.plusDays(1), Window.of("22:00", "02:00"))
                .holiday(Holiday.on(DATE.plusDays(2), "day"))
                .build();
        assertThat(BusinessCalendar.builder(full).build()).isEqualTo(full);
        assertThat(BusinessCalendar.builder(full).breakOn(DATE).build().between(start(DATE), start(DATE.plusDays(1))))
                .isEqualTo(Duration.ofHours(7));
        assertThat(full.between(start(DATE), start(DATE.plusDays(1)))).isEqualTo(Duration.ofHours(6));
        assertThat(full.holidays()).containsExactly(Holiday.on(DATE.plusDays(2), "day"));
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    @Test
    void the_same_hours_are_read_in_another_zone() {
        BusinessCalendar utc = office().build();
        BusinessCalendar tokyo = utc.inZone(ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.name()).isEqualTo("office");
        assertThat(tokyo).isNotEqualTo(utc).hasToString("office[Asia/Tokyo]");
        assertThat(tokyo.isOpen(Instant.parse("2024-03-04T00:00:00Z"))).isTrue();
        assertThat(utc.inZone(ZoneOffset.UTC)).isSameAs(utc);
    }

    @Test
    void the_version_of_the_zone_rules_stands_beside_the_hash() {
        assertThat(office().build().tzdbVersion()).isEqualTo("none");
        assertThat(BusinessCalendar.officeHours(ZoneId.of("Europe/Berlin")).tzdbVersion())
                .matches("20\\d\\d[a-z]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00-17:00", "22:00-06:00", "00:00-24:00", "20:00-24:00", "09:00:30-09:00:30.500"})
    void a_window_is_written_as_it_is_read(String text) {
        assertThat(Window.parse(text)).hasToString(text);
        assertThat(Window.parse(text)).isEqualTo(Window.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "09:00", "9-17", "09:00-25:00", "09:00-09:00", "24:00-06:00", "09:00-17:00:00.0001"})
    void a_window_that_cannot_be_read_is_refused(String text) {
        assertThatThrownBy(() -> Window.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void midnight_to_midnight_is_the_whole_day() {
        assertThat(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .isEqualTo(Window.ALL_DAY)
                .hasToString("00:00-24:00");
        assertThat(Window.ALL_DAY.crossesMidnight()).isFalse();
        assertThat(Window.of("22:00", "24:00").crossesMidnight()).isFalse();
        assertThat(Window.of("22:00", "00:01").crossesMidnight()).isTrue();
    }

    @Test
    void a_holiday_has_a_name_and_lies_within_one_day() {
        assertThatThrownBy(() -> Holiday.on(DATE, " ")).hasMessageContaining("' '");
        assertThatThrownBy(() -> Holiday.on(DATE, "night", Window.of("22:00", "06:00")))
                .hasMessageContaining("22:00-06:00");
        assertThatThrownBy(() -> Holiday.yearly(MonthDay.of(1, 1), "night", Window.of("22:00", "06:00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_segment_has_a_length_and_runs_forward() {
        Instant start = start(DATE);
        assertThat(new OpenSegment(start, start.plusSeconds(5)).duration()).isEqualTo(Duration.ofSeconds(5));
        assertThatThrownBy(() -> new OpenSegment(start, start)).hasMessageContaining("2024-03-04T00:00:00Z");
    }
}

package dev.incidentkit.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Holiday;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountryHolidaysTest {
    private static final Year YEAR = Year.of(2024);

    @Test
    void a_region_has_its_own_holidays_beside_those_of_the_country() {
        Holiday epiphany = Holiday.on(LocalDate.of(2024, 1, 6), "Epiphany");
        Holiday unity = Holiday.on(LocalDate.of(2024, 10, 3), "German Unity Day");
        assertThat(CountryHolidays.of("DE", "BY", YEAR, YEAR))
                .contains(epiphany, unity)
                .hasSize(12);
        assertThat(CountryHolidays.of("de", "", YEAR, YEAR))
                .contains(unity)
                .doesNotContain(epiphany)
                .hasSize(9);
    }

    @Test
    void a_holiday_that_is_kept_on_another_day_closes_that_day() {
        assertThat(CountryHolidays.of("GB", "", Year.of(2021), Year.of(2021)))
                .contains(Holiday.on(LocalDate.of(2021, 12, 28), "Boxing Day"))
                .noneMatch(holiday -> holiday.equals(Holiday.on(LocalDate.of(2021, 12, 26), "Boxing Day")));
    }

    private static String date(Holiday holiday) {
        return holiday instanceof Holiday.Dated dated ? dated.date().toString() : "";
    }

    @Test
    void a_holiday_of_another_year_that_is_kept_in_this_one_closes_that_day() {
        assertThat(CountryHolidays.of("US", "", Year.of(2021), Year.of(2021)))
                .as("New Year's Day 2022 was a Saturday")
                .extracting(CountryHolidaysTest::date)
                .contains("2021-12-31");
        assertThat(CountryHolidays.of("US", "", Year.of(2027), Year.of(2027)))
                .extracting(CountryHolidaysTest::date)
                .contains("2027-12-31");
    }

    @Test
    void what_is_kept_in_another_year_is_none_of_this_one_and_years_add_up() {
        List<Holiday> together = CountryHolidays.of("US", "", Year.of(2020), Year.of(2030));
        List<Holiday> apart = new ArrayList<>();
        for (int year = 2020; year <= 2030; year++) {
            List<Holiday> one = CountryHolidays.of("US", "", Year.of(year), Year.of(year));
            String prefix = year + "-";
            assertThat(one).extracting(CountryHolidaysTest::date).allMatch(date -> date.startsWith(prefix));
            apart.addAll(one);
        }
        assertThat(apart).containsExactlyInAnyOrderElementsOf(together);
    }

    @Test
    void they_close_a_calendar_and_several_years_come_at_once() {
        BusinessCalendar calendar = BusinessCalendar.builder(BusinessCalendar.officeHours(ZoneId.of("Europe/Berlin")))
                .holidays(CountryHolidays.of("DE", "BY", YEAR, Year.of(2033)))
                .build();
        assertThat(calendar.isWorkingDay(LocalDate.of(2033, 10, 3))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2033, 10, 4))).isTrue();
        assertThat(calendar.holidays()).hasSizeGreaterThan(110);
    }

    @Test
    void an_unknown_country_or_region_and_years_out_of_bounds_are_refused_with_what_there_is() {
        assertThat(CountryHolidays.countries()).contains("DE", "US", "JP").hasSizeGreaterThan(100);
        assertThatThrownBy(() -> CountryHolidays.of("XX", "", YEAR, YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'XX'")
                .hasMessageContaining("DE");
        assertThatThrownBy(() -> CountryHolidays.of("DE", "XX", YEAR, YEAR))
                .hasMessageContaining("no region 'XX'")
                .hasMessageContaining("by");
        assertThatThrownBy(() -> CountryHolidays.of("DE", "", YEAR, Year.of(2023)))
                .hasMessageContaining("from 2024 to 2023");
        assertThatThrownBy(() -> CountryHolidays.of("DE", "", YEAR, Year.of(2124)))
                .hasMessageContaining("from 2024 to 2124");
    }
}

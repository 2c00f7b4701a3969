package dev.incidentkit.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that a zone leaves out, and events that end before they begin. */
class IcsTimesTest {
    private static List<Holiday> read(String... lines) {
        String text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20240101T000000Z\n"
                + "SUMMARY:Closed\n" + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n";
        return IcsHolidays.read(
                "test.ics",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                ZoneId.of("Europe/Berlin"),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 4, 30));
    }

    private static Holiday closed(int month, int day, String from, String to) {
        return Holiday.on(LocalDate.of(2026, month, day), "Closed", Window.of(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TZID=Europe/Berlin", "TZID=\"Europe/Berlin\"", "VALUE=DATE-TIME;TZID=Europe/Berlin"})
    void a_beginning_that_the_clock_leaves_out_is_when_it_goes_on(String parameters) {
        assertThat(read("DTSTART;" + parameters + ":20260329T023000", "DTEND;" + parameters + ":20260329T050000"))
                .containsExactly(closed(3, 29, "03:00", "05:00"));
    }

    @Test
    void an_end_that_the_clock_leaves_out_is_when_it_goes_on() {
        assertThat(read("DTSTART;TZID=Europe/Berlin:20260329T010000", "DTEND;TZID=Europe/Berlin:20260329T023000"))
                .containsExactly(closed(3, 29, "01:00", "03:00"));
    }

    @Test
    void a_repetition_that_the_clock_leaves_out_is_when_it_goes_on_and_lasts_as_long() {
        assertThat(read("DTSTART;TZID=Europe/Berlin:20260328T023000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"))
                .containsExactly(
                        closed(3, 28, "02:30", "03:30"),
                        closed(3, 29, "03:00", "04:00"),
                        closed(3, 30, "02:30", "03:30"));
    }

    @Test
    void times_that_the_clock_has_stay_where_they_are() {
        assertThat(read("DTSTART;TZID=Europe/Berlin:20260329T033000", "DTEND;TZID=Europe/Berlin:20260329T050000"))
                .containsExactly(closed(3, 29, "03:30", "05:00"));
        assertThat(read("DTSTART;TZID=America/New_York:20260308T023000", "DURATION:PT1H"))
                .as("New York goes on at 03:00, which is 08:00 in Berlin")
                .containsExactly(closed(3, 8, "08:00", "09:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:20260401T120000;DTEND:20260401T110000",
                "DTSTART:20260401T120000Z;DTEND:20260401T110000Z",
                "DTSTART:20260401T120000;DURATION:-PT1H",
                "DTSTART;VALUE=DATE:20260401;DTEND;VALUE=DATE:20260330"
            })
    void an_event_that_ends_before_it_begins_is_refused(String lines) {
        assertThatThrownBy(() -> read(lines.split(";(?=DTEND|DURATION)", -1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("event 'Closed' ends before it begins: from 2026-04-01");
    }

    @Test
    void an_event_that_ends_on_its_only_date_is_that_date() {
        assertThat(read("DTSTART;VALUE=DATE:20260401", "DTEND;VALUE=DATE:20260401"))
                .containsExactly(Holiday.on(LocalDate.of(2026, 4, 1), "Closed"));
    }

    @Test
    void an_event_that_is_an_instant_closes_nothing() {
        assertThat(read("DTSTART;TZID=Europe/Berlin:20260312T100000")).isEmpty();
        assertThat(read("DTSTART;TZID=Europe/Berlin:20260312T100000", "DTEND;TZID=Europe/Berlin:20260312T100000"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT45M", "PT1H"})
    void an_event_through_the_hour_that_clocks_repeat_is_refused_with_what_to_write_instead(String length) {
        assertThatThrownBy(() -> IcsHolidays.read(
                        "test.ics",
                        new ByteArrayInputStream(("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\nBEGIN:VEVENT\nUID:1\n"
                                        + "DTSTAMP:20240101T000000Z\nSUMMARY:Works\nDTSTART:20261025T003000Z\nDURATION:"
                                        + length + "\nEND:VEVENT\nEND:VCALENDAR\n")
                                .getBytes(StandardCharsets.UTF_8)),
                        ZoneId.of("Europe/Berlin"),
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 31)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("event 'Works' goes through the hour that clocks repeat")
                .hasMessageContaining("write two events");
    }
}

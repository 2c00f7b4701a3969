package dev.incidentkit.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsHolidaysTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private static List<Holiday> read(String text) {
        return IcsHolidays.read("test.ics", bytes(text), BERLIN, FIRST, LAST);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + String.join("", events) + "END:VCALENDAR\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\nUID:1\nDTSTAMP:20240101T000000Z\nSUMMARY:Closed\n" + String.join("\n", lines)
                + "\nEND:VEVENT\n";
    }

    @Test
    void a_file_of_dates_repetitions_exceptions_and_hours_becomes_holidays() throws IOException {
        try (InputStream in = IcsHolidaysTest.class.getResourceAsStream("company.ics")) {
            assertThat(in).isNotNull();
            assertThat(IcsHolidays.read("company.ics", in, BERLIN, FIRST, LAST))
                    .containsExactly(
                            Holiday.on(LocalDate.of(2024, 5, 27), "Spring Bank Holiday"),
                            Holiday.on(LocalDate.of(2024, 7, 1), "Stocktaking", Window.of("14:00", "18:00")),
                            Holiday.on(LocalDate.of(2024, 8, 2), "holiday"),
                            Holiday.on(LocalDate.of(2024, 12, 25), "Christmas"),
                            Holiday.on(LocalDate.of(2024, 12, 26), "Christmas"),
                            Holiday.on(LocalDate.of(2025, 5, 26), "Spring Bank Holiday"));
        }
    }

    @Test
    void holidays_of_a_file_close_a_calendar() {
        BusinessCalendar calendar = BusinessCalendar.builder(BusinessCalendar.officeHours(BERLIN))
                .holidays(read(calendar(event("DTSTART;VALUE=DATE:20240304"))))
                .build();
        assertThat(calendar.after(Instant.parse("2024-03-01T15:00:00Z"), Duration.ofHours(2)))
                .isEqualTo("2024-03-05T09:00:00Z");
    }

    @Test
    void hours_of_another_zone_close_the_parts_of_the_local_dates() {
        assertThat(read(calendar(event(
                        "DTSTART;TZID=America/New_York:20241224T090000",
                        "DTEND;TZID=America/New_York:20241224T190000"))))
                .containsExactly(
                        Holiday.on(LocalDate.of(2024, 12, 24), "Closed", Window.of("15:00", "24:00")),
                        Holiday.on(LocalDate.of(2024, 12, 25), "Closed", Window.of("00:00", "01:00")));
        assertThat(read(calendar(event("DTSTART:20240701T120000Z", "DURATION:PT3H"))))
                .containsExactly(Holiday.on(LocalDate.of(2024, 7, 1), "Closed", Window.of("14:00", "17:00")));
        assertThat(read(calendar(event("DTSTART:20240701T120000", "DTEND:20240701T130000"))))
                .containsExactly(Holiday.on(LocalDate.of(2024, 7, 1), "Closed", Window.of("12:00", "13:00")));
    }

    @Test
    void a_rule_without_end_gives_the_dates_within_the_range() {
        assertThat(read(calendar(event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=WEEKLY;BYDAY=FR"))))
                .hasSize(104);
        assertThat(read(calendar(event("DTSTART;VALUE=DATE:20300101", "RRULE:FREQ=YEARLY"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20240101T000000Z;RRULE:FREQ=SECONDLY|repeats more often than daily",
                "DTSTART;VALUE=DATE:08000101;RRULE:FREQ=YEARLY|must begin in 1900 or later",
                "DTSTART;VALUE=DATE:20240101;RECURRENCE-ID;VALUE=DATE:20240101|has RECURRENCE-ID 20240101",
                "DTSTART;VALUE=DATE:20240101;DTEND;VALUE=DATE:20300101|lasts longer than 366 days",
                "DTSTART;TZID=Nowhere/Land:20240101T000000|cannot be expanded: Unknown time-zone ID: Nowhere/Land",
                "LOCATION:here|has no DTSTART",
                "DTSTART:soon|is no iCalendar file"
            })
    void an_event_that_cannot_be_read_is_named(String lines, String finding) {
        String[] split = lines.split(";(?=RRULE|RECURRENCE|DTEND)", -1);
        assertThatThrownBy(() -> read(calendar(event(split))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("test.ics")
                .hasMessageContaining(finding);
    }

    @Test
    void all_findings_come_at_once() {
        assertThatThrownBy(() ->
                        read(calendar(event("LOCATION:a"), event("DTSTART:20240101T000000Z", "RRULE:FREQ=HOURLY"))))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        refused -> assertThat(refused.findings()).hasSize(2));
    }

    @Test
    void hostile_files_are_refused_before_they_cost_much() {
        String nested = "BEGIN:VEVENT\n".repeat(100_000);
        assertThatThrownBy(() -> read(calendar(nested))).hasMessageContaining("nested deeper than 3");
        assertThatThrownBy(() -> read("X".repeat(IcsHolidays.MAX_BYTES + 1)))
                .hasMessageContaining("more than 2000000 bytes");
        assertThatThrownBy(() -> read(calendar("BEGIN:VEVENT\nEND:VEVENT\n".repeat(20_001))))
                .hasMessageContaining("more than 20000 components");
        String daily = event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY");
        assertThatThrownBy(() -> read(calendar(daily.repeat(5)))).hasMessageContaining("more than 200000 repetitions");
        String long366 = event("DTSTART;VALUE=DATE:20240101", "DTEND;VALUE=DATE:20250101");
        assertThatThrownBy(() -> read(calendar(long366.repeat(140)))).hasMessageContaining("more than 50000 holidays");
        assertThatThrownBy(() -> read(calendar(event(
                        "DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=YEARLY;BYMONTHDAY=" + "1,".repeat(200) + "1"))))
                .hasMessageContaining("at most 300 characters");
        assertThatThrownBy(() -> IcsHolidays.read(
                        "latin.ics", new ByteArrayInputStream(new byte[] {(byte) 0xE9, 'a'}), BERLIN, FIRST, LAST))
                .hasMessageContaining("no UTF-8");
    }

    @Test
    void dates_reversed_or_too_far_apart_and_bytes_that_do_not_come_are_refused() {
        assertThatThrownBy(() -> IcsHolidays.read("x", bytes(""), BERLIN, LAST, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 2025-12-31 to 2024-01-01");
        assertThatThrownBy(() -> IcsHolidays.read("x", bytes(""), BERLIN, FIRST, FIRST.plusYears(101)))
                .isInstanceOf(IllegalArgumentException.class);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("pulled out");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("pulled out");
            }
        };
        assertThatThrownBy(() -> IcsHolidays.read("x", broken, BERLIN, FIRST, LAST))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("pulled out");
    }
}

package dev.incidentkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @Property
    void an_instant_of_the_calendar_s_first_ten_thousand_years_reads_as_the_platform_reads_it(
            @ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L) long millis) {
        Instant instant = Instant.ofEpochMilli(millis);

        assertThat(Instants.parse(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2026-03-02T09:00:00.120Z",
                "2026-03-02T09:00:00.123456Z",
                "2026-03-02T24:00:00Z",
                "2026-06-30T23:59:60Z",
                "2026-03-02T09:00:00+02:00",
                "+12026-03-02T09:00:00Z",
                "-0001-03-02T09:00:00Z"
            })
    void every_other_form_reads_as_the_platform_reads_it(String text) {
        assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T09:00:00Z",
                "2026-13-01T09:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T09:61:00Z",
                "2026-01-01 09:00:00Z",
                "2026-01-01T09:00:0\u0660Z",
                "2026-01-01T09:00:00",
                ""
            })
    void what_is_no_instant_is_refused(String text) {
        assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
    }
}

package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosureRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kwajalein"})
    void the_quick_answer_never_denies_a_closure_that_is_due(String zone) {
        BusinessCalendar calendar = BusinessCalendar.builder("open daily", ZoneId.of(zone))
                .everyDay(Window.ALL_DAY)
                .build();
        for (int days : new int[] {1, 2, 5, 30}) {
            ClosureRule rule = ClosureRule.afterWorkingDays(days, calendar);
            // 2011 has the date that Apia left out; 1993 the one of Kwajalein
            for (String begin : new String[] {"2011-10-01T00:30:00Z", "1993-07-01T00:30:00Z"}) {
                Instant resolvedAt = Instant.parse(begin);
                for (int hour = 0; hour < 24 * 120; hour += 5) {
                    Instant at = resolvedAt.plus(Duration.ofHours(hour));
                    assertThat(rule.mayBeDue(at, rule.due(at).orElseThrow())).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20})
    void the_quick_answer_denies_a_closure_that_is_far(int days) {
        ClosureRule rule = ClosureRule.afterWorkingDays(days, BusinessCalendar.officeHours(ZoneId.of("Europe/Berlin")));
        Instant resolvedAt = Instant.parse("2026-03-02T10:00:00Z");

        assertThat(rule.mayBeDue(resolvedAt, resolvedAt.plus(Duration.ofDays(days - 3L))))
                .isFalse();
    }
}

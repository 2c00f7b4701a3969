package dev.incidentkit.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarConformanceTest {
    /** The library's own calendars, as a host would wrap its own. */
    private static class Ours implements HostCalendar {
        @Override
        public Duration between(BusinessCalendar calendar, Instant from, Instant to) {
            return calendar.between(from, to);
        }

        @Override
        public Instant after(BusinessCalendar calendar, Instant from, Duration amount) {
            return calendar.after(from, amount);
        }
    }

    @Test
    void the_calendars_of_the_library_agree_with_walked_minutes() {
        ConformanceReport report = CalendarConformance.check(new Ours());

        assertThat(report.assertConforms().asked()).isGreaterThan(1_500);
        assertThat(report.skipped()).isEmpty();
    }

    @Test
    void days_of_86400_seconds_are_found_at_the_changes_of_the_clocks() {
        ConformanceReport report = CalendarConformance.check(new Ours() {
            @Override
            public Instant after(BusinessCalendar calendar, Instant from, Duration amount) {
                if (!calendar.name().equals("office-berlin")) {
                    return super.after(calendar, from, amount);
                }
                Duration winter = Duration.ofHours(1); // the offset is taken once, and kept
                BusinessCalendar utc = calendar.inZone(ZoneOffset.UTC);
                return utc.after(from.plus(winter), amount).minus(winter);
            }
        });

        assertThat(report.differences())
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(one).startsWith("office-berlin: ").containsPattern("2026-(03-2|03-3|04|10)"));
        assertThatThrownBy(report::assertConforms)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("different " + report.differences().size(), "and ", " more");
    }

    @Test
    void a_deadline_that_rolls_from_closing_to_opening_is_found() {
        ConformanceReport report = CalendarConformance.check(new Ours() {
            @Override
            public Instant after(BusinessCalendar calendar, Instant from, Duration amount) {
                Instant due = calendar.after(from, amount);
                return calendar.isOpen(due) ? due : calendar.nextOpening(due).orElse(due);
            }
        });

        assertThat(report.differences())
                .anySatisfy(one -> assertThat(one)
                        .isEqualTo("office: PT8H after 2026-03-02T09:00:00Z is 2026-03-02T17:00:00Z, not "
                                + "2026-03-03T09:00:00Z; at 2026-03-02T09:00Z it is open"));
    }

    @Test
    void hours_that_a_host_does_not_have_are_skipped_and_said() {
        ConformanceReport report = CalendarConformance.check(new Ours() {
            @Override
            public Instant after(BusinessCalendar calendar, Instant from, Duration amount) {
                if (calendar.name().equals("nights-new-york")) {
                    throw new UnsupportedOperationException("nights");
                }
                return super.after(calendar, from, amount);
            }
        });

        assertThat(report.assertConforms().skipped()).containsExactly("nights-new-york");
        assertThat(report.text()).endsWith("different 0, skipped [nights-new-york]");
    }

    /** Those of a helpdesk in Zurich, of which the pack knows nothing. */
    private static final BusinessCalendar DESK_HOURS = BusinessCalendar.builder(
                    "desk hours", ZoneId.of("Europe/Zurich"))
            .weekdays(Window.of("08:00", "12:00"), Window.of("13:00", "18:00"))
            .build();

    @Test
    void a_host_is_asked_about_hours_of_its_own() {
        List<WalkedCalendar> hours = List.of(WalkedCalendar.of(DESK_HOURS));

        assertThat(CalendarConformance.check(new Ours(), hours).assertConforms().asked())
                .isGreaterThan(500);
        assertThatThrownBy(() -> CalendarConformance.check(
                                new Ours() {
                                    @Override
                                    public Duration between(BusinessCalendar calendar, Instant from, Instant to) {
                                        return Duration.between(from, to); // round the clock
                                    }
                                },
                                hours)
                        .assertConforms())
                .hasMessageContaining("desk hours: from ")
                .hasMessageContaining("it is closed");
    }

    @Test
    void many_that_were_skipped_are_not_all_listed() {
        ConformanceReport report = new ConformanceReport(1, List.of("a", "b", "c", "d", "e", "f", "g"), List.of());

        assertThat(report.text()).isEqualTo("asked 1, different 0, skipped [a, b, c, d, e] and 2 more");
    }

    @Test
    void a_host_that_has_nothing_does_not_conform() {
        assertThatThrownBy(() -> new ConformanceReport(0, List.of("office"), List.of()).assertConforms())
                .hasMessage("nothing could be asked; the host does not have: [office]");
    }

    @Test
    void a_walk_that_never_ends_is_refused() {
        WalkedCalendar never = new WalkedCalendar(BusinessCalendar.roundTheClock(), time -> false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> never.after(Instant.EPOCH, Duration.ofMinutes(1)))
                .withMessageContaining("does not give PT1M from 1970-01-01T00:00:00Z");
    }
}

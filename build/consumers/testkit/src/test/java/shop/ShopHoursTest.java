package shop;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.testkit.conformance.CalendarConformance;
import dev.incidentkit.testkit.conformance.HostCalendar;
import dev.incidentkit.testkit.conformance.HostClock;
import dev.incidentkit.testkit.conformance.SlaCase;
import dev.incidentkit.testkit.conformance.SlaConformance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShopHoursTest {
    /** The shop is only open in office hours, UTC. */
    private static void only(BusinessCalendar calendar) {
        if (!calendar.name().equals("office")) {
            throw new UnsupportedOperationException(calendar.name());
        }
    }

    @Test
    void our_working_time_is_that_of_the_library() {
        CalendarConformance.check(new HostCalendar() {
                    @Override
                    public Duration between(BusinessCalendar calendar, Instant from, Instant to) {
                        only(calendar);
                        return ShopHours.between(from, to);
                    }

                    @Override
                    public Instant after(BusinessCalendar calendar, Instant from, Duration amount) {
                        only(calendar);
                        return ShopHours.after(from, amount);
                    }
                })
                .assertConforms();
    }

    /** The shop's clock knows no waiting and no reopening. */
    @Test
    void our_clock_is_that_of_the_library() {
        SlaConformance.check(asked -> {
                    only(asked.hours().calendar());
                    return answer(asked);
                })
                .assertConforms();
    }

    private static HostClock.Answer answer(SlaCase asked) {
        Instant start = asked.happenings().get(0).at();
        SlaCase.Happening last = asked.happenings().get(asked.happenings().size() - 1);
        if (asked.happenings().size() > 2 || last.kind() == SlaCase.Kind.HELD) {
            throw new UnsupportedOperationException("waiting");
        }
        boolean resolved = last.kind() == SlaCase.Kind.RESOLVED;
        Instant end = resolved ? last.at() : asked.at();
        Instant due = ShopHours.after(start, asked.target());
        return new HostClock.Answer(ShopHours.between(start, end), resolved ? null : due, end.isAfter(due));
    }
}

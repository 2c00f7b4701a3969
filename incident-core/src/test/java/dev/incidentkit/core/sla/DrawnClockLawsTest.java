package dev.incidentkit.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * The laws of clocks over drawn calendars and conventions, in zones whose clocks change: time accrues or stands still,
 * pausing brings no due instant nearer, and how a clock stood is never changed by what comes later.
 */
class DrawnClockLawsTest {
    private static final int STORIES = 10;

    private static Map<ClockId, SlaStanding> standings(DrawnClocks drawn, List<IncidentEvent> events, Instant at) {
        return drawn.clock.standings(events, at).stream()
                .collect(Collectors.toMap(SlaStanding::clock, Function.identity()));
    }

    private static Instant at(IncidentEvent event) {
        return event.meta().effectiveAt();
    }

    @Property
    void elapsed_time_never_decreases_and_stands_still_while_paused_which_brings_no_due_instant_nearer(
            @ForAll long seed) {
        for (DrawnClocks drawn : DrawnClocks.draw(new Random(seed), STORIES, kind -> {})) {
            drawn.keep(new Random(seed));
            List<IncidentEvent> events = drawn.record;
            for (int i = 0; i + 1 < events.size(); i++) {
                List<IncidentEvent> known = events.subList(0, i + 1);
                Map<ClockId, SlaStanding> then = standings(drawn, known, at(events.get(i)));
                Map<ClockId, SlaStanding> later = standings(drawn, known, at(events.get(i + 1)));
                then.forEach((id, before) -> assertPassed(before, Objects.requireNonNull(later.get(id))));
                Map<ClockId, SlaStanding> next = standings(drawn, events.subList(0, i + 2), at(events.get(i + 1)));
                if (!(events.get(i + 1) instanceof WorkEvent.Restored)) {
                    later.forEach((id, before) -> assertKept(before, next.get(id)));
                }
            }
        }
    }

    /** Only time passed. */
    private static void assertPassed(SlaStanding before, SlaStanding after) {
        Statistics.label("state").collect(before.state());
        Duration grown = after.elapsed().working().minus(before.elapsed().working());
        if (before.state() == ClockState.RUNNING) {
            assertThat(grown).isGreaterThanOrEqualTo(Duration.ZERO);
            if (!after.breached() && before.remaining().working().compareTo(Duration.ZERO) > 0) {
                assertThat(after.dueAt()).isEqualTo(before.dueAt());
            }
            return;
        }
        assertThat(grown).isZero();
        assertThat(after.breached()).isEqualTo(before.breached());
        assertThat(after.overrun()).isEqualTo(before.overrun());
        if (before.state() == ClockState.PAUSED && before.dueAt() != null) {
            assertThat(after.dueAt()).isNotNull().isAfterOrEqualTo(before.dueAt());
        }
    }

    /** An event happened; what is counted anew for another goal is another matter. */
    private static void assertKept(SlaStanding before, @Nullable SlaStanding after) {
        if (after != null && Objects.equals(before.goal(), after.goal())) {
            assertThat(after.elapsed().working())
                    .isGreaterThanOrEqualTo(before.elapsed().working());
        }
    }

    @Property
    void how_a_clock_stood_at_an_instant_is_not_changed_by_what_comes_later(@ForAll long seed) {
        Random random = new Random(seed);
        for (DrawnClocks drawn : DrawnClocks.draw(random, STORIES, kind -> {})) {
            drawn.keep(random);
            List<IncidentEvent> events = drawn.record;
            int known = 1 + random.nextInt(events.size());
            Instant at = at(events.get(known - 1));
            boolean more = known < events.size() && at(events.get(known)).equals(at);
            List<IncidentEvent> unsaid = new ArrayList<>(events);
            unsaid.removeIf(SlaEvent.class::isInstance);
            if (!more) {
                assertThat(drawn.clock.standings(events.subList(0, known), at))
                        .isEqualTo(drawn.clock.standings(events, at));
            }
            assertThat(drawn.clock.standings(unsaid, at))
                    .as("what is recorded of clocks says nothing of how they stand")
                    .isEqualTo(drawn.clock.standings(events, at));
            assertThat(drawn.clock.explanations(events, at))
                    .extracting(SlaExplanation::standing)
                    .containsExactlyElementsOf(drawn.clock.standings(events, at));
        }
    }
}

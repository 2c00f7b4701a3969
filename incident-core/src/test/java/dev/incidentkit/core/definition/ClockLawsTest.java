package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.Histories.History;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** The laws of clocks, over random histories under every convention at once. */
class ClockLawsTest {
    private static final SlaClock CLOCK = TestDefinitions.TIMED.clock();

    /** Policies that count anew from the start, by another calendar, when the goal changes. */
    private static final Set<String> RECOUNTED = Set.of("glpi-like", "otrs-like");

    @Provide
    Arbitrary<History> histories() {
        return Histories.timed();
    }

    private static Map<ClockId, SlaStanding> standings(List<IncidentEvent> events, Instant at) {
        return CLOCK.standings(events, at).stream().collect(Collectors.toMap(SlaStanding::clock, Function.identity()));
    }

    @Property
    void between_events_elapsed_time_grows_with_the_clock_and_stands_still_while_it_pauses(
            @ForAll("histories") History history, @ForAll int chosen) {
        List<IncidentEvent> events = history.events();
        int index = Math.floorMod(chosen, events.size());
        List<IncidentEvent> prefix = events.subList(0, index + 1);
        Instant at = events.get(index).meta().effectiveAt();
        Map<ClockId, SlaStanding> now = standings(prefix, at);
        Map<ClockId, SlaStanding> later = standings(prefix, at.plus(Duration.ofHours(7)));

        now.forEach((id, before) -> {
            SlaStanding after = Objects.requireNonNull(later.get(id), "a clock does not vanish");
            Duration grown = after.elapsed().working().minus(before.elapsed().working());
            Statistics.label("state").collect(before.state());
            if (before.state() == ClockState.RUNNING) {
                assertThat(grown).isBetween(Duration.ZERO, Duration.ofHours(7));
            } else {
                assertThat(grown).isZero();
                assertThat(after.breached()).isEqualTo(before.breached());
            }
        });
        Statistics.label("state").coverage(coverage -> {
            for (ClockState state : ClockState.values()) {
                coverage.check(state).count(count -> count > 0);
            }
        });
    }

    @Property
    void across_events_elapsed_time_never_decreases_but_where_it_is_counted_anew(@ForAll("histories") History history) {
        List<IncidentEvent> events = history.events();
        Map<ClockId, SlaStanding> before = Map.of();
        for (int i = 1; i <= events.size(); i++) {
            Map<ClockId, SlaStanding> after =
                    standings(events.subList(0, i), events.get(i - 1).meta().effectiveAt());
            boolean restored = events.get(i - 1) instanceof WorkEvent.Restored;
            before.forEach((id, earlier) -> {
                SlaStanding later = after.get(id);
                boolean anew = later != null && RECOUNTED.contains(id.policy()) && !isSame(earlier, later);
                if (later != null && !restored && !anew) {
                    assertThat(later.elapsed().working())
                            .isGreaterThanOrEqualTo(earlier.elapsed().working());
                }
            });
            before = after;
        }
    }

    @Property
    void pausing_never_brings_a_due_instant_nearer(@ForAll("histories") History history) {
        List<IncidentEvent> events = history.events();
        for (int i = 1; i < events.size(); i++) {
            if (!(events.get(i) instanceof LifecycleEvent.Held)) {
                continue;
            }
            Instant at = events.get(i).meta().effectiveAt();
            Map<ClockId, SlaStanding> running = standings(events.subList(0, i), at);
            Map<ClockId, SlaStanding> paused = standings(events.subList(0, i + 1), at.plus(Duration.ofDays(2)));
            running.forEach((id, before) -> {
                SlaStanding after = paused.get(id);
                if (after != null && after.state() == ClockState.PAUSED && isDue(before) && isDue(after)) {
                    assertThat(after.dueAt()).isAfterOrEqualTo(before.dueAt());
                    Statistics.label("paused").collect(id.policy());
                }
            });
        }
        Statistics.label("paused")
                .coverage(coverage -> coverage.check("itop-like").count(count -> count > 0));
    }

    private static boolean isSame(SlaStanding one, SlaStanding other) {
        return Objects.equals(one.goal(), other.goal());
    }

    private static boolean isDue(SlaStanding standing) {
        return standing.dueAt() != null && !standing.breached();
    }

    @Property
    void what_is_recorded_about_clocks_says_nothing_about_how_they_stand(
            @ForAll("histories") History history, @ForAll int hours) {
        List<IncidentEvent> events = history.events();
        List<IncidentEvent> others = new ArrayList<>(events);
        others.removeIf(SlaEvent.class::isInstance);
        Instant at = events.get(events.size() - 1)
                .meta()
                .effectiveAt()
                .plus(Duration.ofHours(Math.floorMod(hours, 400) - 200));

        assertThat(CLOCK.standings(others, at)).isEqualTo(CLOCK.standings(events, at));
    }

    @Property
    void an_event_of_no_importance_changes_no_standing(@ForAll("histories") History history, @ForAll int chosen) {
        List<IncidentEvent> events = history.events();
        int index = Math.floorMod(chosen, events.size());
        Instant from = events.get(index).meta().effectiveAt();
        Instant to = index + 1 < events.size() ? events.get(index + 1).meta().effectiveAt() : from.plusSeconds(90_000);
        Instant between = from.plus(Duration.between(from, to).dividedBy(2));
        List<IncidentEvent> noted = new ArrayList<>(events);
        Instant recorded = events.get(index).meta().recordedAt();
        EventMeta meta = new EventMeta(
                between,
                recorded.isBefore(between) ? between : recorded,
                Actor.bot("watcher"),
                events.get(index).meta().cause());
        noted.add(index + 1, new WorkEvent.Noted(meta, PersonalText.of("seen"), Visibility.INTERNAL));
        Instant end = events.get(events.size() - 1).meta().effectiveAt().plus(Duration.ofDays(3));

        assertThat(CLOCK.standings(withoutTimesOfRecord(noted), end))
                .isEqualTo(CLOCK.standings(withoutTimesOfRecord(events), end));
    }

    /** Clocks look at when things took effect only; the order of recording need not be kept for them. */
    private static List<IncidentEvent> withoutTimesOfRecord(List<IncidentEvent> events) {
        @Nullable Instant latest = null;
        for (IncidentEvent event : events) {
            Instant recorded = event.meta().recordedAt();
            if (latest != null && recorded.isBefore(latest)) {
                return events.stream()
                        .filter(other -> !(other instanceof WorkEvent.Noted))
                        .toList();
            }
            latest = recorded;
        }
        return events;
    }

    @Property
    void each_signal_is_recorded_once_unless_its_breach_was_withdrawn(@ForAll("histories") History history) {
        Set<String> seen = new HashSet<>();
        for (IncidentEvent event : history.events()) {
            if (event instanceof SlaEvent.BreachWithdrawn withdrawn) {
                seen.remove("Breached " + withdrawn.clock());
            } else if (event instanceof SlaEvent.Breached breached) {
                assertThat(seen.add("Breached " + breached.clock())).isTrue();
            } else if (event instanceof SlaEvent.AtRisk risk) {
                assertThat(seen.add("AtRisk " + risk.clock() + risk.threshold()))
                        .isTrue();
            } else if (event instanceof SlaEvent.Overran overrun) {
                assertThat(seen.add("Overran " + overrun.clock() + overrun.threshold()))
                        .isTrue();
            }
        }
    }

    @Property
    void after_a_decision_the_record_says_of_every_clock_that_went_on_whether_it_is_breached(
            @ForAll("histories") History history) {
        List<IncidentEvent> events = history.events();
        Instant last = events.get(events.size() - 1).meta().effectiveAt();
        Set<ClockId> recorded = new HashSet<>();
        for (IncidentEvent event : events) {
            if (event instanceof SlaEvent.Breached breached) {
                recorded.add(breached.clock());
            } else if (event instanceof SlaEvent.BreachWithdrawn withdrawn) {
                recorded.remove(withdrawn.clock());
            }
        }

        standings(events, last).forEach((id, standing) -> {
            if (standing.state() != ClockState.CANCELLED) {
                assertThat(standing.breached()).as("%s", standing).isEqualTo(recorded.contains(id));
            }
        });
    }
}

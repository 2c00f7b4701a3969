package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Clocks.clock;
import static dev.incidentkit.core.sla.Clocks.daily;
import static dev.incidentkit.core.sla.Clocks.resolution;
import static dev.incidentkit.core.sla.Clocks.target;
import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Zones, resets, spells without an owner, and several policies at once. */
class SeveralClocksTest {
    private static final BusinessCalendar ALWAYS = BusinessCalendar.roundTheClock();

    @Test
    void zones_come_from_the_policy_the_customer_the_group_or_the_site() {
        Attributes attributes =
                Attributes.of(Map.of("customer", AttributeValue.of("tokyo"), "site", AttributeValue.of("york")));
        Story story = Story.reported("2026-03-02T22:00:00Z", Priority.P1, null, attributes)
                .assign("2026-03-02T22:00:00Z", Owner.group("bern"));

        assertThat(due(story, ZoneSource.POLICY)).isEqualTo(at("2026-03-03T10:00:00Z"));
        assertThat(due(story, ZoneSource.CUSTOMER)).isEqualTo(at("2026-03-03T01:00:00Z"));
        assertThat(due(story, ZoneSource.GROUP)).isEqualTo(at("2026-03-03T09:00:00Z"));
        assertThat(due(story, ZoneSource.SITE)).isEqualTo(at("2026-03-03T15:00:00Z"));
    }

    private static Instant due(Story story, ZoneSource source) {
        TreeMap<String, ZoneId> zones = new TreeMap<>(Map.of(
                "tokyo", ZoneId.of("Asia/Tokyo"),
                "bern", ZoneId.of("Europe/Zurich"),
                "york", ZoneId.of("America/New_York")));
        SlaClock clock = clock(target(Measure.RESOLUTION, daily("09:00-17:00"))
                .zoneSource(source)
                .zones(zones));
        return Objects.requireNonNull(
                story.resolution(clock, "2026-03-02T22:00:00Z").dueAt());
    }

    @Test
    void a_reset_ends_the_cycle_and_begins_the_next() {
        SlaClock clock = clock(
                resolution().conditions(ClockConditions.of().resetBy(Condition.oneOf(Fact.attribute("round"), "two"))));
        Story story = Story.reported("09:00:00", Priority.P1)
                .attribute("09:30:00", "round", AttributeValue.of("two"))
                .note("09:40:00");

        List<SlaStanding> cycles = story.cycles(clock, "09:50:00");

        assertThat(cycles).extracting(SlaStanding::state).containsExactly(ClockState.MET, ClockState.RUNNING);
        assertThat(cycles.get(1).dueAt()).isEqualTo(at("10:30:00"));
    }

    @Test
    void ownership_has_a_cycle_for_each_spell_without_an_owner() {
        SlaClock clock = clock(SlaPresets.ownership(Duration.ofMinutes(30), List.of("P1")));
        Story story = Story.reported("09:00:00", Priority.P1)
                .assign("09:10:00", Owner.group("desk"))
                .unassign("10:00:00")
                .assign("10:45:00", Owner.group("network"));

        assertThat(story.cycles(clock, "11:00:00"))
                .extracting(SlaStanding::state, SlaStanding::startedAt)
                .containsExactly(tuple(ClockState.MET, at("09:00:00")), tuple(ClockState.MISSED, at("10:00:00")));
    }

    @Test
    void several_policies_run_at_once() {
        SlaClock clock = SlaClock.of(
                SlaPolicy.of("customer", resolution().build()),
                SlaPolicy.of(
                                "network",
                                target(Measure.RESOLUTION, daily("09:00-17:00")).build())
                        .kind(SlaKind.OLA),
                SlaPolicy.of("carrier", target(Measure.RESOLUTION, ALWAYS).build())
                        .kind(SlaKind.UNDERPINNING_CONTRACT));
        Story story = Story.reported("16:30:00", Priority.P1);

        assertThat(clock.standings(story.events(), at("18:00:00")))
                .extracting(SlaStanding::kind, SlaStanding::breached)
                .containsExactly(
                        tuple(SlaKind.SLA, true),
                        tuple(SlaKind.OLA, false),
                        tuple(SlaKind.UNDERPINNING_CONTRACT, true));
    }
}

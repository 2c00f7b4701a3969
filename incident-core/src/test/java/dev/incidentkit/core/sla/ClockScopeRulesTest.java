package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Clocks.clock;
import static dev.incidentkit.core.sla.Clocks.daily;
import static dev.incidentkit.core.sla.Clocks.resolution;
import static dev.incidentkit.core.sla.Clocks.resolutionWith;
import static dev.incidentkit.core.sla.Clocks.target;
import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Notice;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each convention on coming to apply, notices, ends, zones and cycles does to signals and standings. */
class ClockScopeRulesTest {
    private static final BusinessCalendar ALWAYS = BusinessCalendar.roundTheClock();

    private static Story attachedLate() {
        return Story.reported("09:00:00", null).priority("12:00:00", Priority.P1);
    }

    @Test
    void a_breach_from_before_it_applied_is_silent() {
        SlaClock clock = clock(resolution()
                .addThresholds(Threshold.percent(50))
                .rules(ClockRules.of().attachedBreach(AttachedBreach.SILENT).build()));

        assertThat(clock.advanceTo(attachedLate().events(), at("13:00:00")))
                .extracting(SlaSignal::kind, SlaSignal::at, SlaSignal::notice)
                .containsExactly(
                        tuple(SignalKind.AT_RISK, at("12:00:00"), Notice.NONE),
                        tuple(SignalKind.BREACH, at("12:00:00"), Notice.NONE));
    }

    @Test
    void a_breach_from_before_it_applied_is_told() {
        SlaClock clock = resolutionWith(
                ClockRules.of().attachedBreach(AttachedBreach.NOTIFY).build());

        assertThat(clock.advanceTo(attachedLate().events(), at("13:00:00")))
                .extracting(SlaSignal::notice)
                .containsExactly(Notice.NOW);
    }

    private static SlaClock noticed(NoticeTime time) {
        return clock(target(Measure.RESOLUTION, daily("09:00-17:00"))
                .addThresholds(Threshold.percent(50))
                .rules(ClockRules.of().notices(time).build()));
    }

    @Test
    void notices_are_immediate() {
        Story story = Story.reported("16:00:00", Priority.P1);

        assertThat(noticed(NoticeTime.IMMEDIATE).advanceTo(story.events(), at("2026-03-03T12:00:00Z")))
                .extracting(SlaSignal::kind, SlaSignal::at)
                .containsExactly(
                        tuple(SignalKind.AT_RISK, at("16:30:00")),
                        tuple(SignalKind.BREACH, at("2026-03-02T17:00:00.001Z")));
    }

    @Test
    void notices_out_of_hours_wait_for_the_next_opening() {
        Story story = Story.reported("16:00:00", Priority.P1);

        assertThat(noticed(NoticeTime.AT_NEXT_OPENING).advanceTo(story.events(), at("2026-03-03T12:00:00Z")))
                .extracting(SlaSignal::kind, SlaSignal::at, SlaSignal::notice)
                .containsExactly(
                        tuple(SignalKind.AT_RISK, at("16:30:00"), Notice.NOW),
                        tuple(SignalKind.BREACH, at("2026-03-02T17:00:00.001Z"), Notice.AT_NEXT_OPENING),
                        tuple(SignalKind.NOTICE, at("2026-03-03T09:00:00Z"), Notice.NOW));
    }

    private static SlaTargetBuilder gold(DetachRule rule) {
        return resolution()
                .conditions(ClockConditions.of().attachedWhile(Condition.oneOf(Fact.CUSTOMER, "gold")))
                .rules(ClockRules.of().detach(rule).build());
    }

    private static Story left() {
        return Story.reported("09:00:00", Priority.P1, null, Attributes.of("customer", AttributeValue.of("gold")))
                .attribute("09:30:00", "customer", AttributeValue.of("iron"));
    }

    @Test
    void a_clock_that_no_longer_applies_is_cancelled() {
        SlaClock clock = clock(gold(DetachRule.CANCEL));

        assertThat(left().resolution(clock, "09:40:00").state()).isEqualTo(ClockState.CANCELLED);
        assertThat(left().explained(clock, Measure.RESOLUTION, "09:40:00")).contains("no longer applies");
    }

    @Test
    void a_clock_that_no_longer_applies_stays() {
        assertThat(left().resolution(clock(gold(DetachRule.STAY)), "09:40:00").dueAt())
                .isEqualTo(at("10:00:00"));
    }

    @Test
    void a_clock_that_comes_to_apply_again_is_a_new_cycle_from_its_basis() {
        Story story = left().attribute("09:50:00", "customer", AttributeValue.of("gold"));

        List<SlaStanding> cycles = story.cycles(clock(gold(DetachRule.CANCEL)), "09:55:00");

        assertThat(cycles).extracting(SlaStanding::state).containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
        assertThat(cycles.get(1).dueAt()).isEqualTo(at("10:00:00"));
    }

    @Test
    void resolved_is_the_end_of_a_resolution() {
        Story story = Story.reported("09:00:00", Priority.P1)
                .restored("09:50:00", "09:50:00")
                .resolve("10:30:00");

        assertThat(story.resolution(resolutionWith(ClockRules.of().build()), "10:30:00")
                        .state())
                .isEqualTo(ClockState.MISSED);
    }

    @Test
    void restored_ends_a_resolution_as_of_the_instant_that_is_given() {
        SlaClock clock =
                resolutionWith(ClockRules.of().end(ResolutionEnd.RESTORED).build());
        Story story = Story.reported("09:00:00", Priority.P1).note("10:30:00");

        assertThat(story.resolution(clock, "10:30:00").breached()).isTrue();

        SlaStanding standing = story.restored("11:00:00", "09:50:00").resolution(clock, "11:00:00");
        assertThat(standing.state()).isEqualTo(ClockState.MET);
        assertThat(standing.endedAt()).isEqualTo(at("09:50:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void a_later_word_on_the_restoration_moves_the_end() {
        SlaClock clock =
                resolutionWith(ClockRules.of().end(ResolutionEnd.RESTORED).build());
        Story story = Story.reported("09:00:00", Priority.P1)
                .restored("09:50:00", "09:40:00")
                .restored("10:30:00", "10:20:00");

        SlaStanding standing = story.resolution(clock, "10:30:00");

        assertThat(standing.state()).isEqualTo(ClockState.MISSED);
        assertThat(standing.breachedAt()).isEqualTo(at("2026-03-02T10:00:00.001Z"));
        assertThat(standing.endedAt()).isEqualTo(at("10:20:00"));
    }

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
    @Tag("C-157")
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
    @Tag("C-64")
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

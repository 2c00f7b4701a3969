package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Clocks.clock;
import static dev.incidentkit.core.sla.Clocks.daily;
import static dev.incidentkit.core.sla.Clocks.within;
import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Notice;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Visibility;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Relative limits, thresholds, penalties, the past of adopted tickets, and what is refused. */
class LimitsTest {
    private static final BusinessCalendar OFFICE = BusinessCalendar.officeHours(ZoneOffset.UTC);

    private static SlaClock limited(Limit limit) {
        Goal goal = new Goal(limit, OFFICE);
        return clock(SlaTarget.of(Measure.RESOLUTION, Map.of("P1", goal))
                .conditions(ClockConditions.of().pausedWhile(Clocks.ON_HOLD)));
    }

    private static @Nullable Instant due(Limit limit, String reported, Attributes attributes) {
        return Story.reported(reported, Priority.P1, null, attributes)
                .resolution(limited(limit), reported)
                .dueAt();
    }

    @Test
    void working_days_keep_the_local_time() {
        assertThat(due(new Limit.WorkingDays(2), "2026-03-05T10:15:00Z", Attributes.none()))
                .isEqualTo(at("2026-03-09T10:15:00Z"));
        assertThat(due(new Limit.WorkingDays(1), "2026-03-05T20:00:00Z", Attributes.none()))
                .isEqualTo(at("2026-03-09T09:00:00Z"));
    }

    @Test
    void the_end_of_the_next_working_day_is_its_closing() {
        assertThat(due(Limit.EndOfNextWorkingDay.INSTANCE, "2026-03-06T10:00:00Z", Attributes.none()))
                .isEqualTo(at("2026-03-09T17:00:00Z"));
    }

    @Test
    void a_time_on_the_next_working_day_moves_to_the_opening_where_it_is_closed() {
        assertThat(due(new Limit.NextWorkingDayAt(LocalTime.of(16, 0)), "2026-03-06T10:00:00Z", Attributes.none()))
                .isEqualTo(at("2026-03-09T16:00:00Z"));
        assertThat(due(new Limit.NextWorkingDayAt(LocalTime.of(7, 0)), "2026-03-06T10:00:00Z", Attributes.none()))
                .isEqualTo(at("2026-03-09T09:00:00Z"));
    }

    @Test
    void a_due_date_is_fixed_at_the_start_and_moves_by_the_working_time_paused() {
        Limit limit = new Limit.DueDate("promised");
        SlaClock clock = limited(limit);
        Story story = Story.reported(
                        "09:00:00",
                        Priority.P1,
                        null,
                        Attributes.of("promised", AttributeValue.of(at("2026-03-03T10:00:00Z"))))
                .start("09:00:00")
                .attribute("09:30:00", "promised", AttributeValue.of(at("2026-03-09T10:00:00Z")));

        assertThat(story.resolution(clock, "10:00:00").dueAt()).isEqualTo(at("2026-03-03T10:00:00Z"));

        story.hold("16:00:00", HoldReason.CALLER).resume("2026-03-03T09:30:00Z");
        assertThat(story.resolution(clock, "2026-03-03T09:30:00Z").dueAt()).isEqualTo(at("2026-03-03T11:30:00Z"));
        assertThat(story.resolution(clock, "2026-03-03T12:30:00Z").overrun()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_clock_without_its_due_date_does_not_start_and_says_so() {
        SlaClock clock = limited(new Limit.DueDate("promised"));
        Story story = Story.reported("09:00:00", Priority.P1);

        assertThat(story.resolution(clock, "10:00:00").state()).isEqualTo(ClockState.PENDING);
        assertThat(story.explained(clock, Measure.RESOLUTION, "10:00:00")).contains("promised");
    }

    @Test
    void a_due_date_in_the_past_is_missed_at_the_start() {
        SlaClock clock = limited(new Limit.DueDate("promised"));
        Story story = Story.reported(
                "10:00:00", Priority.P1, null, Attributes.of("promised", AttributeValue.of(at("09:30:00"))));

        assertThat(story.resolution(clock, "10:00:00").breached()).isTrue();
    }

    @Test
    void thresholds_fire_in_order_before_at_and_past_the_target() {
        SlaClock clock = clock(within(Duration.ofHours(2), daily("09:00-17:00"))
                .addThresholds(
                        Threshold.past(Duration.ofMinutes(30)),
                        Threshold.percent(150),
                        Threshold.percent(75),
                        Threshold.before(Duration.ofMinutes(15)),
                        Threshold.percent(50)));

        assertThat(clock.advanceTo(Story.reported("09:00:00", Priority.P1).events(), at("17:00:00")))
                .extracting(SlaSignal::kind, SlaSignal::threshold, SlaSignal::at)
                .containsExactly(
                        tuple(SignalKind.AT_RISK, "50%", at("10:00:00")),
                        tuple(SignalKind.AT_RISK, "75%", at("10:30:00")),
                        tuple(SignalKind.AT_RISK, "before PT15M", at("10:45:00")),
                        tuple(SignalKind.BREACH, "100%", at("2026-03-02T11:00:00.001Z")),
                        tuple(SignalKind.OVERRUN, "past PT30M", at("11:30:00")),
                        tuple(SignalKind.OVERRUN, "150%", at("12:00:00")));
    }

    @Test
    void an_upgrade_with_elapsed_kept_fires_no_threshold_twice() {
        SlaClock clock = clock(Clocks.resolution().addThresholds(Threshold.percent(50)));
        Story story = Story.reported("09:00:00", Priority.P3);
        List<SlaSignal> first = clock.advanceTo(story.events(), at("11:10:00"));
        first.forEach(signal -> story.add(signal.event(EventMeta.at(signal.at(), Actor.SYSTEM))));
        story.priority("11:20:00", Priority.P1);

        assertThat(first).extracting(SlaSignal::threshold).containsExactly("50%");
        assertThat(clock.advanceTo(story.events(), at("13:00:00")))
                .extracting(SlaSignal::id, SlaSignal::at)
                .containsExactly(tuple("test/RESOLUTION/1/BREACH/100%", at("11:20:00")));
    }

    @Test
    @Tag("C-65")
    void a_miss_records_its_overrun_and_its_cost() {
        Penalty penalty = new Penalty(
                "CHF", new BigDecimal("100"), new BigDecimal("12.345"), Duration.ofMinutes(30), new BigDecimal("150"));
        SlaClock clock =
                SlaClock.of(SlaPolicy.of("test", Clocks.resolution().build()).penalty(penalty));
        Story story = Story.reported("09:00:00", Priority.P1);
        clock.advanceTo(story.events(), at("11:01:00"))
                .forEach(signal -> story.add(signal.event(EventMeta.at(signal.at(), Actor.SYSTEM))));
        story.resolve("11:01:00");

        assertThat(clock.advanceTo(story.events(), at("11:01:00")))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.kind()).isEqualTo(SignalKind.MISS);
                    assertThat(signal.overrun()).isEqualTo(Duration.ofMinutes(61));
                    assertThat(signal.cost()).isEqualTo("137.04");
                    assertThat(signal.currency()).isEqualTo("CHF");
                });
        assertThat(penalty.cost(Duration.ofHours(100))).isEqualTo("150.00");
        assertThat(story.resolution(clock, "12:00:00").cost()).isEqualTo("137.04");
    }

    @Test
    void a_regulator_is_to_be_told_within_the_time_from_detection_whatever_else_happens() {
        SlaClock clock = clock(SlaPresets.notification(
                Duration.ofDays(3), Condition.oneOf(Fact.attribute("breach"), "true"), "regulator"));
        Attributes breach = Attributes.of("breach", AttributeValue.of(true));
        Story story = Story.reported("09:00:00", Priority.P1, at("06:00:00"), breach)
                .start("09:00:00")
                .hold("10:00:00", HoldReason.CALLER)
                .resume("12:00:00")
                .message("12:30:00")
                .resolve("13:00:00")
                .close("14:00:00");

        assertThat(story.standing(clock, Measure.NOTIFICATION, "15:00:00").dueAt())
                .isEqualTo(at("2026-03-05T06:00:00Z"));
        assertThat(story.message("16:00:00", Story.BOT, Visibility.INTERNAL, "regulator")
                        .standing(clock, Measure.NOTIFICATION, "16:00:00")
                        .state())
                .isEqualTo(ClockState.MET);
        assertThat(clock.standing(
                        Story.reported("09:00:00", Priority.P1).events(), at("10:00:00"), "test", Measure.NOTIFICATION))
                .as("does not apply")
                .isEmpty();
    }

    private static List<IncidentEvent> adopted(AdoptedTicket ticket, String at) {
        return List.of(
                new RecordEvent.Adopted(Story.meta(at), new IncidentId("T-1"), TenantId.DEFAULT, "f00d", ticket));
    }

    @Test
    void an_adopted_ticket_brings_its_past() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.ON_HOLD, at("09:00:00"))
                .priority(Priority.P1)
                .acknowledgedAt(at("09:10:00"))
                .holds(List.of(
                        new HoldSpell(HoldReason.VENDOR, at("09:20:00"), at("09:50:00")),
                        new HoldSpell(HoldReason.VENDOR, at("10:00:00"), null)))
                .build();
        SlaClock clock = SlaClock.of(SlaPolicy.of(
                "test",
                Clocks.resolution().build(),
                Clocks.target(Measure.RESPONSE, BusinessCalendar.roundTheClock())
                        .satisfier(Satisfier.firstHumanAnswer())
                        .build()));

        List<SlaStanding> standings = clock.standings(adopted(ticket, "11:00:00"), at("11:00:00"));

        assertThat(standings)
                .extracting(SlaStanding::state, standing -> standing.elapsed().working())
                .containsExactly(
                        tuple(ClockState.PAUSED, Duration.ofMinutes(30)),
                        tuple(ClockState.MET, Duration.ofMinutes(10)));
    }

    @Test
    void an_adopted_ticket_may_bring_its_waiting_as_sums() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.NEW, at("09:00:00"))
                .priority(Priority.P1)
                .holdTotals(Map.of(HoldReason.CALLER, Duration.ofMinutes(90)))
                .build();
        SlaClock clock = clock(Clocks.resolution());

        SlaStanding standing = clock.standing(adopted(ticket, "11:00:00"), at("11:00:00"), "test", Measure.RESOLUTION)
                .orElseThrow();

        assertThat(standing.dueAt()).isEqualTo(at("11:30:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(30));
        assertThat(standing.pauses()).containsOnlyKeys("CALLER");
    }

    @Test
    void a_miss_from_before_an_adoption_is_recorded_in_silence() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.NEW, at("09:00:00"))
                .priority(Priority.P1)
                .build();

        assertThat(clock(Clocks.resolution()).advanceTo(adopted(ticket, "11:00:00"), at("12:00:00")))
                .extracting(SlaSignal::kind, SlaSignal::at, SlaSignal::dueAt, SlaSignal::notice)
                .containsExactly(tuple(SignalKind.BREACH, at("11:00:00"), at("10:00:00"), Notice.NONE));
    }

    @Test
    void clocks_explain_every_stretch_of_their_time() {
        SlaClock clock = clock(within(Duration.ofHours(8), OFFICE));
        Story story = Story.reported("16:00:00", Priority.P1)
                .start("16:00:00")
                .hold("2026-03-03T10:00:00Z", HoldReason.CALLER)
                .resume("2026-03-03T11:00:00Z");

        SlaExplanation explanation = clock.explain(
                        story.events(), at("2026-03-03T12:00:00Z"), "test", Measure.RESOLUTION)
                .orElseThrow();

        assertThat(explanation.summary()).isEqualTo("runs");
        assertThat(explanation.intervals())
                .extracting(SlaInterval::kind, SlaInterval::to, SlaInterval::endedBy)
                .containsExactly(
                        tuple(IntervalKind.WORKING, at("17:00:00"), "the calendar closes"),
                        tuple(IntervalKind.CLOSED_HOURS, at("2026-03-03T09:00:00Z"), "the calendar opens"),
                        tuple(IntervalKind.WORKING, at("2026-03-03T10:00:00Z"), "paused by: phase in [ON_HOLD]"),
                        tuple(
                                IntervalKind.PAUSED,
                                at("2026-03-03T11:00:00Z"),
                                "no longer paused by: phase in [ON_HOLD]"),
                        tuple(IntervalKind.WORKING, at("2026-03-03T12:00:00Z"), "now"));
        assertThat(explanation.intervals())
                .allMatch(interval -> interval.calendar().equals(OFFICE));
        assertThat(clock.explain(story.events(), at("17:00:00"), "other", Measure.RESOLUTION))
                .isEmpty();
    }

    @Test
    void times_that_no_sum_of_milliseconds_could_hold_are_refused_with_their_values() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limit.within(endless))
                .withMessageContainingAll("36,525 days", endless.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limit.within(Duration.ofDays(100_000_000_000L)))
                .withMessageContaining("36,525 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threshold.past(endless))
                .withMessageContainingAll("36,525 days", endless.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threshold.before(endless))
                .withMessageContaining("36,525 days");
        SlaTarget longest = SlaTarget.of(Measure.RESOLUTION, Map.of("P1", Goal.within(Duration.ofDays(36_525))))
                .addThresholds(Threshold.percent(1_000), Threshold.past(Duration.ofDays(36_525)))
                .build();
        assertThat(clock(longest)
                        .nextDue(Story.reported("09:00:00", Priority.P1).events()))
                .contains(at("2126-03-03T09:00:00.001Z"));
    }

    @Test
    void what_makes_no_sense_is_refused_with_its_values() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limit.within(Duration.ZERO))
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limit.WorkingDays(0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threshold.percent(0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threshold.before(Duration.ofSeconds(-1)))
                .withMessageContaining("PT-1S");
        assertThatIllegalArgumentException().isThrownBy(() -> new Measure(" ")).withMessageContaining("' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlaTarget.of(Measure.UPDATE, Map.of()).build())
                .withMessageContaining("UPDATE");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Penalty("EUR", BigDecimal.ONE.negate(), BigDecimal.ZERO, Duration.ofHours(1), null))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Penalty("EUR", BigDecimal.ONE, BigDecimal.ZERO, Duration.ZERO, null))
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Satisfier(Set.of(), Set.of(SatisfyingAct.NOTE), Set.of(), new TreeSet<>()))
                .withMessageContaining("NOTE");
        SlaTarget target = Clocks.resolution().build();
        assertThatThrownBy(() -> SlaPolicy.of(" ", target, target))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        refusal -> assertThat(refusal.findings()).hasSize(2));
        assertThatThrownBy(() -> SlaPolicy.of("empty")).hasMessageContaining("no target");
        SlaPolicy policy = SlaPolicy.of("twice", target);
        assertThatThrownBy(() -> SlaClock.of(policy, policy)).hasMessageContaining("'twice'");
    }
}

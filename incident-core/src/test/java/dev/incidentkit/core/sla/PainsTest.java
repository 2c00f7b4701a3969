package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Clocks.clock;
import static dev.incidentkit.core.sla.Clocks.daily;
import static dev.incidentkit.core.sla.Clocks.resolution;
import static dev.incidentkit.core.sla.Clocks.resolutionWith;
import static dev.incidentkit.core.sla.Clocks.target;
import static dev.incidentkit.core.sla.Clocks.within;
import static dev.incidentkit.core.sla.Story.ANN;
import static dev.incidentkit.core.sla.Story.BOT;
import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Visibility;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What users of other systems complain of most, shown not to happen: the pains that concern time, 1 to 7 and 12 to 15.
 * Those of rules, guards, priorities and parents are shown where those are.
 */
class PainsTest {
    private static final BusinessCalendar OFFICE = BusinessCalendar.officeHours(ZoneOffset.UTC);

    /** A change of priority assigned a new target, counted from the opening without the waiting time: instant breach. */
    @Test
    void pain_1_waiting_is_not_lost_when_the_target_changes() {
        Story story = Story.reported("09:00:00", Priority.P3)
                .start("09:00:00")
                .hold("09:20:00", HoldReason.CALLER)
                .resume("11:20:00")
                .priority("11:30:00", Priority.P1);

        SlaStanding standing = story.resolution(clock(resolution()), "11:30:00");

        assertThat(standing.breached()).isFalse();
        assertThat(standing.dueAt()).isEqualTo(at("12:00:00"));
        assertThat(standing.pauses()).containsOnlyKeys("CALLER");
    }

    /** The group that gets an incident inherited a clock that others had spent; reopening could not be chosen apart. */
    @Test
    @Tag("C-82")
    void pain_2_a_group_gets_a_clock_of_its_own_while_the_customers_clock_goes_on() {
        SlaPolicy ola = SlaPolicy.of(
                        "ola",
                        resolution()
                                .rules(ClockRules.of()
                                        .start(StartBasis.ASSIGNED)
                                        .transfer(TransferRule.RESTART)
                                        .reopen(ReopenRule.RESTART)
                                        .build())
                                .build())
                .kind(SlaKind.OLA);
        SlaClock clock = SlaClock.of(SlaPolicy.of("sla", resolution().build()), ola);
        Story story = Story.reported("09:00:00", Priority.P1)
                .assign("09:10:00", Owner.group("desk"))
                .assign("09:50:00", Owner.group("network"))
                .assign("09:55:00", new Owner("network", "ben"));

        assertThat(clock.standings(story.events(), at("09:55:00")))
                .filteredOn(standing -> standing.state() == ClockState.RUNNING)
                .extracting(standing -> standing.clock().toString(), SlaStanding::dueAt)
                .containsExactly(tuple("sla/RESOLUTION/1", at("10:00:00")), tuple("ola/RESOLUTION/2", at("10:50:00")));
    }

    /** Upgrade and downgrade, reopening, transfer and the start hung together, so each wish needed a second policy. */
    @Test
    void pain_2_start_retargeting_reopening_and_transfer_are_chosen_apart() {
        SlaClock clock = resolutionWith(ClockRules.of()
                .start(StartBasis.ASSIGNED)
                .upgrade(RetargetRule.RESTART)
                .downgrade(RetargetRule.KEEP_ELAPSED)
                .reopen(ReopenRule.RESUME_EXCLUDING_RESOLVED)
                .transfer(TransferRule.CONTINUE)
                .build());
        Story story = Story.reported("09:00:00", Priority.P2)
                .assign("09:10:00", Owner.group("desk"))
                .assign("09:20:00", Owner.group("network"));
        assertThat(story.resolution(clock, "09:20:00").dueAt())
                .as("from the first group on, whoever has it")
                .isEqualTo(at("11:10:00"));

        story.priority("09:30:00", Priority.P1);
        assertThat(story.resolution(clock, "09:30:00").dueAt()).as("anew").isEqualTo(at("10:30:00"));

        story.priority("09:40:00", Priority.P3);
        assertThat(story.resolution(clock, "09:40:00").dueAt())
                .as("what elapsed stays")
                .isEqualTo(at("13:30:00"));

        story.resolve("10:00:00").reopen("12:00:00");
        assertThat(story.resolution(clock, "12:00:00").dueAt()).as("goes on").isEqualTo(at("15:30:00"));
    }

    /** Waiting over a weekend added the whole weekend to a target in working time. */
    @Test
    void pain_3_a_weekend_of_waiting_moves_the_due_instant_by_its_working_hours_only() {
        SlaClock clock = clock(within(Duration.ofHours(8), OFFICE));
        Story story = Story.reported("2026-02-27T10:00:00Z", Priority.P1).start("2026-02-27T10:00:00Z");

        assertThat(story.resolution(clock, "2026-02-27T10:00:00Z").dueAt()).isEqualTo(at("10:00:00"));

        story.hold("2026-02-27T16:00:00Z", HoldReason.CALLER).resume("10:00:00");
        assertThat(story.resolution(clock, "10:00:00").dueAt()).isEqualTo(at("12:00:00"));
        assertThat(story.resolution(clock, "10:00:00").pauses().get("CALLER"))
                .isEqualTo(new Spent(Duration.ofHours(2), Duration.ofHours(66)));
    }

    /** Levels 'two hours before' fired at midnight or on creation, because they were reckoned apart from the clock. */
    @Test
    void pain_4_a_threshold_before_the_target_lies_in_open_hours() {
        SlaClock clock =
                clock(within(Duration.ofHours(3), OFFICE).addThresholds(Threshold.before(Duration.ofHours(2))));
        Story story = Story.reported("16:30:00", Priority.P1);

        assertThat(clock.advanceTo(story.events(), at("2026-03-04T00:00:00Z")))
                .extracting(SlaSignal::threshold, SlaSignal::at)
                .containsExactly(
                        tuple("before PT2H", at("2026-03-03T09:30:00Z")),
                        tuple("100%", at("2026-03-03T11:30:00.001Z")));
    }

    /** The time that a ticket was solved before it was reopened showed as pending. */
    @Test
    void pain_5_time_while_resolved_is_neither_work_nor_waiting() {
        SlaClock clock = clock(resolution());
        Story story = Story.reported("09:00:00", Priority.P1)
                .start("09:00:00")
                .hold("09:05:00", HoldReason.VENDOR)
                .resume("09:15:00")
                .resolve("09:20:00")
                .reopen("09:50:00");

        List<SlaInterval> intervals = clock.explain(story.events(), at("09:55:00"), "test", Measure.RESOLUTION)
                .orElseThrow()
                .intervals();

        assertThat(intervals)
                .extracting(SlaInterval::kind, SlaInterval::from, SlaInterval::reason)
                .containsExactly(
                        tuple(IntervalKind.WORKING, at("09:00:00"), ""),
                        tuple(IntervalKind.PAUSED, at("09:05:00"), "VENDOR"),
                        tuple(IntervalKind.WORKING, at("09:15:00"), ""),
                        tuple(IntervalKind.RESOLVED, at("09:20:00"), ""),
                        tuple(IntervalKind.WORKING, at("09:50:00"), ""));
        assertThat(story.resolution(clock, "09:55:00").pauses()).containsOnlyKeys("VENDOR");
    }

    /** It escalated for want of an update although the agent had just answered, and updates passed for responses. */
    @Test
    void pain_6_an_answer_begins_the_next_update_and_targets_do_not_override_each_other() {
        SlaClock clock = SlaClock.of(SlaPresets.itil());
        Story story = Story.reported("09:00:00", Priority.P1)
                .message("09:10:00", BOT, Visibility.CUSTOMER, "customers")
                .message("09:35:00");

        assertThat(story.standing(clock, Measure.UPDATE, "09:36:00").dueAt()).isEqualTo(at("10:05:00"));
        assertThat(story.standing(clock, Measure.UPDATE, "09:36:00").clock().cycle())
                .isEqualTo(3);
        assertThat(story.standing(clock, Measure.RESPONSE, "09:36:00").state())
                .as("answered by a person after 35 minutes")
                .isEqualTo(ClockState.MISSED);
        assertThat(clock.standings(story.events(), at("09:36:00")).stream()
                        .filter(standing -> standing.clock().target().equals("UPDATE"))
                        .noneMatch(SlaStanding::breached))
                .isTrue();
    }

    /** Deadlines of deleted policies, old groups and merged tickets went on escalating. */
    @Test
    void pain_7_a_deadline_does_not_outlive_its_reason() {
        Story story = Story.reported("09:00:00", Priority.P1);
        SlaClock before = clock(resolution());
        SlaClock after = SlaClock.of().after("f00d", before);

        assertThat(before.nextDue(story.events())).isPresent();
        assertThat(before.nextDue(Story.reported("09:00:00", Priority.P1)
                        .cancel("09:10:00")
                        .events()))
                .isEmpty();

        story.add(new RecordEvent.Migrated(Story.meta("09:30:00"), "f00d", "beef", Status.NEW));
        assertThat(after.nextDue(story.events())).isEmpty();
        assertThat(after.standings(story.events(), at("09:30:00")))
                .extracting(SlaStanding::state)
                .containsExactly(ClockState.CANCELLED);
    }

    /** The next update was due by the hours of a group that no longer had the ticket. */
    @Test
    void pain_7_a_deadline_by_the_hours_of_the_group_before_is_gone_with_the_group() {
        SlaClock clock = clock(Clocks.within(Duration.ofHours(2), daily("09:00-17:00"))
                .zoneSource(ZoneSource.GROUP)
                .zones(new TreeMap<>(Map.of("tokyo", ZoneId.of("Asia/Tokyo")))));
        Story story = Story.reported("10:00:00", Priority.P1).assign("10:00:00", Owner.group("tokyo"));
        assertThat(clock.nextDue(story.events())).contains(at("2026-03-03T02:00:00.001Z"));

        story.assign("10:30:00", Owner.group("berlin"));
        assertThat(clock.nextDue(story.events())).contains(at("12:30:00.001"));
    }

    /** Durations were stored, with 0 for what began out of hours, so nobody could tell when anything happened. */
    @Test
    void pain_12_instants_are_kept_and_durations_are_views_by_a_named_calendar() {
        SlaClock clock = clock(within(Duration.ofHours(8), OFFICE));
        Story story = Story.reported("20:00:00", Priority.P1).resolve("22:00:00");

        SlaStanding standing = story.resolution(clock, "22:00:00");

        assertThat(standing.elapsed()).isEqualTo(new Spent(Duration.ZERO, Duration.ofHours(2)));
        assertThat(standing.startedAt()).isEqualTo(at("20:00:00"));
        assertThat(standing.endedAt()).isEqualTo(at("22:00:00"));
        assertThat(standing.goal()).isNotNull();
    }

    /** Windows in UTC or at a fixed offset moved by an hour twice a year. */
    @Test
    void pain_13_local_windows_stay_local_when_the_clocks_change() {
        SlaClock clock = clock(target(Measure.RESOLUTION, daily("09:00-17:00", ZoneId.of("Europe/Zurich"))));

        assertThat(Story.reported("2026-03-28T15:30:00Z", Priority.P1)
                        .resolution(clock, "2026-03-28T15:30:00Z")
                        .dueAt())
                .as("30 minutes of Saturday, then Sunday from 9 o'clock summer time")
                .isEqualTo(at("2026-03-29T07:30:00Z"));
    }

    /** One zone for all: hours of customers elsewhere were those of the provider. */
    @Test
    void pain_13_hours_are_those_of_the_customers_zone_on_both_sides_of_a_change_of_the_clocks() {
        SlaTarget target = Clocks.within(Duration.ofHours(1), daily("09:00-17:00"))
                .zoneSource(ZoneSource.CUSTOMER)
                .zones(new TreeMap<>(Map.of("acme", ZoneId.of("America/New_York"))))
                .build();
        Attributes acme = Attributes.of("customer", AttributeValue.of("acme"));

        assertThat(Story.reported("2026-10-31T05:00:00Z", Priority.P1, null, acme)
                        .resolution(clock(target), "2026-10-31T05:00:00Z")
                        .dueAt())
                .as("10 o'clock of Saturday, summer time")
                .isEqualTo(at("2026-10-31T14:00:00Z"));
        assertThat(Story.reported("2026-11-01T05:30:00Z", Priority.P1, null, acme)
                        .resolution(clock(target), "2026-11-01T05:30:00Z")
                        .dueAt())
                .as("10 o'clock of Sunday, the hour before which was there twice")
                .isEqualTo(at("2026-11-01T15:00:00Z"));
    }

    /** Pauses came late, by a job, after the breach they should have prevented. */
    @Test
    void pain_14_a_late_job_cannot_falsify_a_paused_clock() {
        SlaClock clock = clock(resolution().addThresholds(Threshold.percent(75)));
        Story story = Story.reported("09:00:00", Priority.P1).start("09:00:00").hold("09:40:00", HoldReason.CALLER);

        assertThat(clock.advanceTo(story.events(), at("2026-04-01T00:00:00Z"))).isEmpty();
        assertThat(clock.nextDue(story.events())).isEmpty();

        story.resume("2026-03-05T09:00:00Z");
        assertThat(clock.nextDue(story.events())).contains(at("2026-03-05T09:05:00Z"));
        assertThat(story.resolution(clock, "2026-03-05T09:00:00Z").breached()).isFalse();
    }

    /** An automatic follow-up counted as the response, and chains that a window had stopped never went on. */
    @Test
    void pain_15_automation_is_no_response_and_what_comes_next_is_data() {
        SlaClock clock = SlaClock.of(SlaPresets.itil());
        Story story = Story.reported("09:00:00", Priority.P3)
                .acknowledge("09:01:00", BOT)
                .message("09:02:00", BOT, Visibility.CUSTOMER, "customers");

        assertThat(story.standing(clock, Measure.RESPONSE, "09:02:00").state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.nextDue(story.events())).contains(at("11:00:00"));

        List<IncidentEvent> answered = story.acknowledge("09:30:00", ANN).events();
        assertThat(clock.standing(answered, at("09:30:00"), "itil", Measure.RESPONSE))
                .hasValueSatisfying(standing -> assertThat(standing.state()).isEqualTo(ClockState.MET));
    }

    @Test
    void what_waits_for_the_resolution_alone_leaves_the_response_running() {
        SlaClock clock = SlaClock.of(SlaPresets.itil());
        Story story = Story.reported("09:00:00", Priority.P1).hold("09:05:00", HoldReason.SCHEDULED);

        assertThat(story.standing(clock, Measure.RESOLUTION, "09:06:00").state())
                .isEqualTo(ClockState.PAUSED);
        assertThat(story.standing(clock, Measure.RESPONSE, "09:06:00").state()).isEqualTo(ClockState.RUNNING);
        assertThat(Story.reported("09:00:00", Priority.P1)
                        .hold("09:05:00", HoldReason.VENDOR)
                        .standing(clock, Measure.RESOLUTION, "09:06:00")
                        .state())
                .isEqualTo(ClockState.RUNNING);
    }

    @Test
    void the_default_rules_are_those_that_are_documented() {
        SlaClock clock = resolutionWith(ClockRules.of().build());
        ClockRules rules = clock.policies().get(0).targets().get(0).rules();

        assertThat(rules)
                .isEqualTo(new ClockRules(
                        StartBasis.REPORTED,
                        RetargetRule.KEEP_ELAPSED,
                        RetargetRule.KEEP_ELAPSED,
                        EarlierBreach.STAYS_BREACHED,
                        ReopenRule.RESUME_EXCLUDING_RESOLVED,
                        TransferRule.BY_KIND,
                        AttachedBreach.SILENT,
                        NoticeTime.IMMEDIATE,
                        DetachRule.CANCEL,
                        ResolutionEnd.RESOLVED,
                        Recurrence.ONCE));
    }
}

package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AdoptedTicketBuilder;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What clocks make of the past that a ticket brings along when it is adopted. */
class AdoptedPastTest {
    private static AdoptedTicketBuilder ticket(Status status) {
        return AdoptedTicket.of(status, at("08:00:00"))
                .priority(Priority.P1)
                .owner(Owner.group("network"))
                .acknowledgedAt(at("08:05:00"))
                .addHolds(new HoldSpell(HoldReason.CALLER, at("08:10:00"), at("08:40:00")));
    }

    private static AdoptedTicket closed() {
        return ticket(Status.CLOSED)
                .restoredAt(at("08:50:00"))
                .resolvedAt(at("08:55:00"))
                .closedAt(at("10:00:00"))
                .build();
    }

    private static Story adopted(AdoptedTicket ticket) {
        EventMeta meta = EventMeta.at(at("11:00:00"), Story.ANN);
        return new Story()
                .add(new RecordEvent.Adopted(meta, new IncidentId("INC-1"), TenantId.DEFAULT, "f00d", ticket));
    }

    @Test
    void a_clock_of_a_closed_ticket_ended_when_it_was_resolved_and_waited_while_it_was_on_hold() {
        SlaClock clock = Clocks.clock(Clocks.resolution());

        SlaStanding standing = adopted(closed()).resolution(clock, "12:00:00");

        assertThat(standing.state()).isEqualTo(ClockState.MET);
        assertThat(standing.endedAt()).isEqualTo(at("08:55:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(25));
        assertThat(standing.pauses())
                .containsExactly(Map.entry("CALLER", new Spent(Duration.ofMinutes(30), Duration.ofMinutes(30))));
        assertThat(clock.explain(adopted(closed()).events(), at("12:00:00"), "test", Measure.RESOLUTION)
                        .orElseThrow()
                        .intervals())
                .extracting(SlaInterval::kind, SlaInterval::from, SlaInterval::endedBy)
                .containsExactly(
                        tuple(IntervalKind.WORKING, at("08:00:00"), "paused by: phase in [ON_HOLD]"),
                        tuple(IntervalKind.PAUSED, at("08:10:00"), "no longer paused by: phase in [ON_HOLD]"),
                        tuple(IntervalKind.WORKING, at("08:40:00"), "stopped by: phase in [CLOSED, RESOLVED]"));
    }

    static Stream<Arguments> facts() {
        Fact acknowledged = Fact.BuiltIn.ACKNOWLEDGED;
        return Stream.of(
                Arguments.of(Condition.phase(Phase.NEW), 5),
                Arguments.of(Condition.phase(Phase.ACTIVE), 20),
                Arguments.of(Condition.phase(Phase.RESOLVED), 65),
                Arguments.of(Condition.not(Condition.has(acknowledged)), 5),
                Arguments.of(Condition.oneOf(acknowledged, "false"), 5),
                Arguments.of(Condition.oneOf(acknowledged, "true"), 115),
                Arguments.of(Condition.has(Fact.BuiltIn.RESTORED), 70),
                Arguments.of(Condition.oneOf(Fact.BuiltIn.RESTORED, "false"), 50),
                Arguments.of(Condition.has(Fact.BuiltIn.HOLD_REASON), 30),
                Arguments.of(Condition.waitingFor(HoldReason.CALLER), 30),
                Arguments.of(Condition.waitingFor(HoldReason.VENDOR), 0),
                Arguments.of(Condition.oneOf(Fact.BuiltIn.OWNER_GROUP, "network"), 120),
                Arguments.of(Condition.oneOf(Fact.BuiltIn.OWNER_GROUP, "desk"), 0),
                Arguments.of(Condition.has(Fact.BuiltIn.CATEGORY), 0));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void what_held_then_is_what_a_condition_asks_for_and_all_else_is_as_it_is_now(Condition pause, long minutes) {
        SlaClock clock = Clocks.clock(Clocks.resolution()
                .conditions(ClockConditions.of().pausedWhile(pause).stoppedBy(Condition.phase(Phase.CLOSED))));

        SlaStanding standing = adopted(closed()).resolution(clock, "12:00:00");

        assertThat(standing.endedAt()).isEqualTo(at("10:00:00"));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(120 - minutes));
        assertThat(standing.pauses().values().stream()
                        .mapToLong(spent -> spent.working().toMinutes())
                        .sum())
                .isEqualTo(minutes);
    }

    @Test
    void sums_of_waiting_are_taken_in_the_order_of_their_reasons_while_there_is_time_for_them() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.IN_PROGRESS, at("10:00:00"))
                .priority(Priority.P1)
                .holdTotals(Map.of(
                        HoldReason.VENDOR, Duration.ofMinutes(35),
                        HoldReason.CALLER, Duration.ofMinutes(15)))
                .build();
        SlaTargetBuilder daily = Clocks.target(Measure.RESOLUTION, Clocks.daily("10:20-18:00"));

        SlaStanding standing = adopted(ticket).resolution(Clocks.clock(daily), "11:10:00");

        assertThat(standing.pauses())
                .hasEntrySatisfying(
                        "CALLER", spent -> assertThat(spent.working()).isEqualTo(Duration.ofMinutes(15)))
                .hasEntrySatisfying(
                        "VENDOR", spent -> assertThat(spent.working()).isEqualTo(Duration.ofMinutes(25)));
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void an_acknowledgement_that_a_ticket_brings_along_answers_and_a_restoration_ends() {
        SlaTarget response = SlaTarget.of(Measure.RESPONSE, Map.of("P1", Goal.within(Duration.ofMinutes(15))))
                .satisfier(Satisfier.firstHumanAnswer())
                .build();
        SlaTarget restored = Clocks.resolution()
                .rules(ClockRules.of().end(ResolutionEnd.RESTORED).build())
                .build();

        List<SlaStanding> standings =
                Clocks.clock(response, restored).standings(adopted(closed()).events(), at("12:00:00"));

        assertThat(standings)
                .extracting(SlaStanding::state, SlaStanding::endedAt)
                .containsExactly(tuple(ClockState.MET, at("08:05:00")), tuple(ClockState.MET, at("08:50:00")));
    }

    @Test
    void what_lies_before_the_report_or_after_the_adoption_is_no_past() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.ON_HOLD, at("10:30:00"))
                .priority(Priority.P1)
                .holds(List.of(new HoldSpell(HoldReason.VENDOR, at("10:40:00"), null)))
                .build();

        SlaStanding standing = adopted(ticket).resolution(Clocks.clock(Clocks.resolution()), "11:30:00");

        assertThat(standing.startedAt()).isEqualTo(at("10:30:00"));
        assertThat(standing.state()).isEqualTo(ClockState.PAUSED);
        assertThat(standing.elapsed().working()).isEqualTo(Duration.ofMinutes(10));
    }

    private static String summary(Story story, String at) {
        return story.explained(Clocks.clock(Clocks.resolution()), Measure.RESOLUTION, at);
    }

    @Test
    void how_a_clock_stands_is_said_in_a_word() {
        Story story = Story.reported("09:00:00", Priority.P1).start("09:00:00");
        assertThat(summary(story, "09:10:00")).isEqualTo("runs");
        story.hold("09:20:00", HoldReason.VENDOR);
        assertThat(summary(story, "09:30:00")).isEqualTo("paused for VENDOR: phase in [ON_HOLD]");
        story.resume("09:40:00");
        assertThat(summary(story, "11:00:00")).isEqualTo("breached, and not stopped yet");
        story.resolve("11:00:00");
        assertThat(summary(story, "11:30:00")).isEqualTo("stopped by: phase in [CLOSED, RESOLVED]");
    }

    @Test
    void each_stretch_says_why_it_ended() {
        Story story = Story.reported("09:00:00", Priority.P1)
                .start("09:00:00")
                .assign("09:10:00", Owner.group("desk"))
                .assign("09:20:00", Owner.group("network"))
                .hold("09:30:00", HoldReason.VENDOR)
                .resolve("09:40:00")
                .reopen("09:50:00");

        assertThat(Clocks.clock(Clocks.resolution())
                        .explain(story.events(), at("10:00:00"), "test", Measure.RESOLUTION)
                        .orElseThrow()
                        .intervals())
                .extracting(SlaInterval::kind, SlaInterval::from, SlaInterval::endedBy)
                .containsExactly(
                        tuple(IntervalKind.WORKING, at("09:00:00"), "another owner"),
                        tuple(IntervalKind.WORKING, at("09:10:00"), "another owner"),
                        tuple(IntervalKind.WORKING, at("09:20:00"), "paused by: phase in [ON_HOLD]"),
                        tuple(IntervalKind.PAUSED, at("09:30:00"), "no longer paused by: phase in [ON_HOLD]"),
                        tuple(IntervalKind.RESOLVED, at("09:40:00"), "reopened: RESUME_EXCLUDING_RESOLVED"),
                        tuple(IntervalKind.WORKING, at("09:50:00"), "now"));
    }
}

package dev.incidentkit.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.testkit.Story;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlaConformanceTest {
    private static HostClock.Answer ours(SlaCase asked) {
        SlaTarget target = SlaTarget.of(
                        Measure.RESOLUTION,
                        Map.of("P1", Goal.within(asked.target(), asked.hours().calendar())))
                .conditions(ClockConditions.of().pausedWhile(Condition.phase(Phase.ON_HOLD)))
                .build();
        SlaClock clock = SlaClock.of(SlaPolicy.of("asked", target));
        SlaStanding standing = clock.standing(events(asked), asked.at(), "asked", Measure.RESOLUTION)
                .orElseThrow();
        boolean stopped = standing.state() == ClockState.MET || standing.state() == ClockState.MISSED;
        return new HostClock.Answer(
                standing.elapsed().working(), stopped ? null : standing.dueAt(), standing.breached());
    }

    private static List<IncidentEvent> events(SlaCase asked) {
        Story story = Story.reported(asked.happenings().get(0).at(), Priority.P1);
        for (SlaCase.Happening happening : asked.happenings()) {
            switch (happening.kind()) {
                case REPORTED -> {
                    // the story begins with it
                }
                case HELD -> story.hold(happening.at(), HoldReason.CALLER);
                case RESUMED -> story.resume(happening.at());
                case RESOLVED -> story.resolve(happening.at());
                case REOPENED -> story.reopen(happening.at());
            }
        }
        return story.events();
    }

    @Test
    void the_clocks_of_the_library_agree_with_walked_minutes() {
        ConformanceReport report = SlaConformance.check(SlaConformanceTest::ours);

        assertThat(report.assertConforms().asked())
                .isEqualTo(SlaConformance.cases().size())
                .isGreaterThan(1_000);
    }

    @Test
    void a_clock_that_counts_waiting_is_found() {
        ConformanceReport report = SlaConformance.check(asked -> ours(new SlaCase(
                asked.name(),
                asked.hours(),
                asked.target(),
                asked.happenings().stream()
                        .filter(happening ->
                                happening.kind() != SlaCase.Kind.HELD && happening.kind() != SlaCase.Kind.RESUMED)
                        .toList(),
                asked.at())));

        assertThat(report.differences())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one).contains("HELD"));
        assertThatThrownBy(report::assertConforms).hasMessageContaining("elapsed is ");
    }

    @Test
    void a_clock_that_breaches_at_the_due_instant_itself_is_found() {
        ConformanceReport report = SlaConformance.check(asked -> {
            HostClock.Answer right = ours(asked);
            boolean early = right.elapsed().compareTo(asked.target()) >= 0;
            return new HostClock.Answer(right.elapsed(), right.dueAt(), right.breached() || early);
        });

        assertThat(report.differences())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one).contains("breached is false, not true"));
    }

    @Test
    void hours_that_a_host_does_not_have_are_skipped() {
        ConformanceReport report = SlaConformance.check(asked -> {
            if (!asked.hours().calendar().name().equals("office")) {
                throw new UnsupportedOperationException(asked.name());
            }
            return ours(asked);
        });

        assertThat(report.assertConforms().skipped()).isNotEmpty().noneMatch(name -> name.startsWith("office,"));
    }

    @Test
    void a_host_is_asked_about_hours_of_its_own() {
        List<WalkedCalendar> hours = List.of(WalkedCalendar.of(BusinessCalendar.officeHours(ZoneId.of("Asia/Tokyo"))));

        assertThat(SlaConformance.check(SlaConformanceTest::ours, hours)
                        .assertConforms()
                        .asked())
                .isEqualTo(SlaConformance.cases(hours).size())
                .isGreaterThan(250);
        assertThatThrownBy(() -> SlaConformance.check(
                                asked -> {
                                    HostClock.Answer right = ours(asked);
                                    return new HostClock.Answer(
                                            right.elapsed().plusMinutes(1), right.dueAt(), right.breached());
                                },
                                hours)
                        .assertConforms())
                .hasMessageContaining("elapsed is ");
    }
}

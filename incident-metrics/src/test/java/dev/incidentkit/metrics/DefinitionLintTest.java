package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.metrics.LintFinding.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DefinitionLintTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private static List<LintFinding> findings(ProcessDefinition definition, int incidents, Set<String> rules) {
        DefinitionLint lint = new DefinitionLint(definition, Histories.END)
                .expecting(rules)
                .plan("storm", LocalDate.parse("2026-08-31"))
                .plan("flood", LocalDate.parse("2026-09-01"));
        new Histories(definition, 4).many(incidents).forEach(record -> lint.add(Incident.replay(record)));
        return lint.findings();
    }

    private static List<String> subjects(List<LintFinding> findings, Kind kind) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .map(LintFinding::subject)
                .toList();
    }

    @Test
    void rules_that_never_fired_are_named_and_those_that_fired_are_not() {
        List<LintFinding> findings = findings(ITIL, 200, Set.of("night shift"));
        assertThat(subjects(findings, Kind.RULE_NEVER_FIRED)).containsExactly("night shift");
        assertThat(subjects(findings(ITIL, 1, Set.of()), Kind.RULE_NEVER_FIRED)).hasSize(8);
    }

    @Test
    void a_target_that_nobody_can_meet_is_named() {
        ProcessDefinition hopeless = ProcessDefinition.builder(ITIL)
                .slas(SlaPolicy.of(
                        "hopeless",
                        SlaTarget.of(Measure.RESPONSE, Map.of("P1", Goal.within(Duration.ofMillis(1))))
                                .satisfier(Satisfier.firstHumanAnswer())
                                .build(),
                        SlaTarget.of(Measure.RESOLUTION, Map.of("P1", Goal.within(Duration.ofDays(400))))
                                .build()))
                .build();
        assertThat(subjects(findings(hopeless, 300, Set.of()), Kind.TARGET_ALWAYS_MISSED))
                .containsExactly("hopeless/RESPONSE");
    }

    @Test
    @Tag("C-15")
    void categories_that_say_nothing_are_too_many_from_the_stated_share_on() {
        List<LintFinding> findings = findings(ITIL, 200, Set.of());
        assertThat(subjects(findings, Kind.OTHER_SHARE)).containsExactly("category");
        assertThat(findings)
                .anyMatch(finding -> finding.toString().matches("OTHER_SHARE category: \\d+ of 1\\d\\d .*"));
    }

    @Test
    void a_calendar_whose_holidays_are_all_past_and_plans_past_their_date_are_named() {
        BusinessCalendar past = BusinessCalendar.builder("past", ZoneOffset.UTC)
                .everyDay(Window.ALL_DAY)
                .holiday(Holiday.on(LocalDate.parse("2025-12-25"), "Christmas"))
                .build();
        BusinessCalendar yearly = BusinessCalendar.builder("yearly", ZoneOffset.UTC)
                .everyDay(Window.ALL_DAY)
                .holiday(Holiday.yearly(MonthDay.of(12, 25), "Christmas"))
                .build();
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .slas(SlaPolicy.of(
                        "desk",
                        SlaTarget.of(
                                        Measure.RESOLUTION,
                                        Map.of(
                                                "P1", Goal.within(Duration.ofHours(1), past),
                                                "P2", Goal.within(Duration.ofHours(1), yearly)))
                                .build()))
                .build();
        List<LintFinding> findings = findings(definition, 10, Set.of());
        assertThat(subjects(findings, Kind.NO_FUTURE_HOLIDAYS)).containsExactly("past");
        assertThat(subjects(findings, Kind.REVIEW_OVERDUE)).containsExactly("storm");
    }
}

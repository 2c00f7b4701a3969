package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.metrics.DefinitionLint;
import dev.incidentkit.metrics.LintFinding;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is learned of incidents, by whom, and what is done about it. */
class LearningTest {
    @Test
    @Tag("C-127")
    void a_review_is_not_signed_before_its_form_says_what_is_asked_for() {
        holds(itilWith("procedures: {review: {sections: [CAUSE, ENVIRONMENT], signers: REVIEWER}}"), """
                | who | does | at | refused |
                |-----|------|----|---------|
                | cleo (CALLER) | report | | |
                | ann | resolve category=mail code=FIXED note=ok | +1h | |
                | rita (REVIEWER) | write-review section=CAUSE text="a full disk" | | REVIEW_NOT_OPEN |
                | rita | open-review owner=rita due=2026-03-04T09:00:00Z | | |
                | rita | sign-review | | REVIEW_INCOMPLETE(CAUSE), REVIEW_INCOMPLETE(ENVIRONMENT) |
                | rita | write-review section=CAUSE text="a full disk" | | |
                | rita | sign-review | | REVIEW_INCOMPLETE(ENVIRONMENT) |
                | rita | write-review section=ENVIRONMENT text="nobody watches disks" | | |
                | rita | sign-review | | |
                """);
    }

    @Test
    @Tag("C-154")
    void what_a_review_asks_for_is_told_of_when_nobody_did_it_and_what_was_urgent_does_not_close_unreviewed() {
        holds(itilWith("""
                lifecycle:
                  extends: itil
                  transitions:
                    - {action: CLOSE, from: RESOLVED, to: CLOSED, guards: [{reviewed: {priority: {atLeast: P1}}}]}
                """), """
                | who | does | at | status | overdue | sent | refused |
                |-----|------|----|--------|---------|------|---------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | NEW | none | Reported | |
                | ann | resolve category=mail code=FIXED note=ok | | RESOLVED | none | Resolved | |
                | ann | close | | RESOLVED | none | none | REVIEW_REQUIRED(review) |
                | rita (REVIEWER) | open-review owner=rita due=2026-05-04T09:00:00Z | | RESOLVED | none | none | |
                | rita | plan-action name=watch owner=network due=2026-03-03T09:00:00Z | | | none | none | |
                | ann | close | | CLOSED | none | Closed | |
                | | | 2026-03-03T10:00:00Z | CLOSED | REVIEW_ACTION watch | DeadlinePassed | |
                | rita | end-action name=watch as=DONE | | CLOSED | none | none | |
                """);
    }

    @Test
    @Tag("C-161")
    void a_plan_that_nobody_reviewed_by_its_date_is_found_from_the_day_after() {
        ProcessDefinition definition = itilWith("""
                procedures:
                  plans:
                    - {name: second site, kind: DISASTER_RECOVERY, tasks: {switch over: {within: 2h}}, reviewBy: 2026-03-03}
                """);

        Scenario.named("the plan grows old")
                .given(Samples.CLEO, Samples.report().build())
                .after(Duration.ofDays(1))
                .then(moment -> assertThat(overdue(moment)).isEmpty())
                .after(Duration.ofDays(1))
                .then(moment -> assertThat(overdue(moment)).containsExactly("second site"))
                .build()
                .verify(definition);
    }

    /** The plans of the definition whose review is overdue, as both that look for them say. */
    private static List<String> overdue(Moment moment) {
        DefinitionLint lint = new DefinitionLint(moment.definition(), moment.at());
        moment.definition().procedures().plans().forEach(plan -> {
            LocalDate by = plan.reviewBy();
            if (by != null) {
                lint.plan(plan.name(), by);
            }
        });
        List<String> found = lint.findings().stream()
                .filter(finding -> finding.kind() == LintFinding.Kind.REVIEW_OVERDUE)
                .map(LintFinding::subject)
                .toList();
        assertThat(moment.definition()
                        .procedures()
                        .unreviewed(moment.at().atZone(ZoneOffset.UTC).toLocalDate()))
                .extracting(Plan::name)
                .isEqualTo(found);
        return found;
    }

    @Test
    @Tag("C-151")
    void a_stage_refuses_what_is_incomplete_and_completeness_is_a_number() {
        ProcessDefinition definition = itilWith("""
                procedures:
                  fields:
                    before work: {at: START, when: {category: network}, requires: [severity, services]}
                """);

        Moment half = holds(definition, """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report category=network services=vpn | | NEW | |
                | ann | start owner=ops | | NEW | FIELD_REQUIRED(severity) |
                """);
        assertThat(completeness(half)).isEqualTo(0.5);
        Moment whole = holds(definition, """
                | who | does | at | status |
                |-----|------|----|--------|
                | cleo (CALLER) | report category=network services=vpn severity=SEV3 | | NEW |
                | ann | start owner=ops | | IN_PROGRESS |
                """);
        assertThat(completeness(whole)).isEqualTo(1);
    }

    private static double completeness(Moment moment) {
        return moment.definition().procedures().completeness(moment.incident());
    }

    @Test
    @Tag("C-152")
    void every_team_goes_by_the_same_steps_and_a_changed_process_is_another() {
        String table = """
                | incident | who | does | at | status | refused |
                |----------|-----|------|----|--------|---------|
                | INC-1 | cleo (CALLER) | report category=mail | | NEW | |
                | | ann | start owner=mail | | IN_PROGRESS | |
                | | ann | close | | IN_PROGRESS | TRANSITION_UNKNOWN |
                | INC-2 | cleo | report category=network | | NEW | |
                | | ben (RESOLVER) | start owner=network | | IN_PROGRESS | |
                | | ben | close | | IN_PROGRESS | TRANSITION_UNKNOWN |
                """;
        ProcessDefinition own = itilWith("""
                lifecycle:
                  extends: itil
                  transitions: [{action: CLOSE, from: [IN_PROGRESS, RESOLVED], to: CLOSED}]
                """);

        Moment end = holds(ITIL, table);
        assertThat(end.records())
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(Incident.replay(record).definition()).isEqualTo(ITIL.hash()));
        assertThat(own.hash()).isNotEqualTo(ITIL.hash());
        assertThatThrownBy(() -> holds(own, table)).hasMessageContaining("it was CLOSED");
    }
}

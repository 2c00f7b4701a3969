package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.Explainer;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReporterKind;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may do what, who answers for it, and who may read it. */
class WhoMayTest {
    private static final Actor MAX = Actor.human("max", Role.INCIDENT_MANAGER);

    @Test
    @Tag("C-81")
    void the_desk_logs_routes_and_closes_and_a_specialist_does_not_close() {
        holds(ITIL, """
                | who | does | at | status | owner | refused |
                |-----|------|----|--------|-------|---------|
                | ann (SERVICE_DESK) | report category=mail | | NEW | none | |
                | ann | assign owner=network | | NEW | network | |
                | ben (RESOLVER) | start | +5m | IN_PROGRESS | network | |
                | ben | resolve code=FIXED note=ok | +1h | RESOLVED | network | |
                | ben | check item=SERVICE_VERIFIED | | | | |
                | ben | check item=TEMPORARY_FIXES_SETTLED | | | | |
                | ben | check item=CONFIGURATION_DATA_UPDATED | | | | |
                | ben | close | | RESOLVED | network | ROLE_REQUIRED |
                | ann | close | | CLOSED | network | |
                """);
    }

    @Test
    @Tag("C-82")
    void a_higher_team_gets_a_clock_of_its_own_while_the_customers_clock_goes_on() {
        holds(itilWith("""
                slas:
                  sla:
                    targets: {RESOLUTION: {goals: {P3: 2h}, stop: {phase: [RESOLVED, CLOSED]}}}
                  team:
                    kind: OLA
                    targets:
                      RESOLUTION:
                        goals: {P3: 1h}
                        stop: {phase: [RESOLVED, CLOSED]}
                        rules: {start: ASSIGNED, transfer: RESTART}
                """), """
                | who | does | at | owner | sla/RESOLUTION | team/RESOLUTION |
                |-----|------|----|-------|----------------|-----------------|
                | cleo (CALLER) | report impact=HIGH urgency=LOW | | none | RUNNING, due 2026-03-02T11:00:00Z | |
                | ann | assign owner=desk | +10m | desk | | RUNNING, due 2026-03-02T10:10:00Z |
                | ann | assign owner=network | +40m | network | RUNNING, due 2026-03-02T11:00:00Z | RUNNING, due 2026-03-02T10:50:00Z |
                | | | +65m | network | RUNNING, not breached | RUNNING, breached |
                """);
    }

    @Test
    @Tag("C-83")
    void a_manager_leaves_mandatory_work_out_and_declares_what_is_major_and_nobody_else_does() {
        holds(itilWith("""
                lifecycle:
                  extends: itil
                  transitions:
                    - {action: CLOSE, from: RESOLVED, to: CLOSED, guards: [checklist, major-reviewed]}
                    - {action: CONFIRM, from: RESOLVED, to: [{status: CLOSED, when: [checklist, major-reviewed]}, RESOLVED]}
                procedures:
                  plans: [{name: mail down, tasks: {look: {part: DIAGNOSIS}}}]
                  modelSelection: {name: models, rows: [{id: mail, when: {category: mail}, gives: mail down}]}
                  majors: {candidates: {many: {affectedUsers: {from: 100}}}, deciders: INCIDENT_MANAGER, within: 15m}
                """), """
                | who | does | at | tasks | major | refused |
                |-----|------|----|-------|-------|---------|
                | cleo (CALLER) | report category=mail users=500 | | look OPEN | PROPOSED | |
                | ben (RESOLVER) | skip-task task=look | | look OPEN | | TASK_MANDATORY |
                | ben | major state=ACCEPTED | | | PROPOSED | ROLE_REQUIRED |
                | max (INCIDENT_MANAGER) | skip-task task=look | | look SKIPPED | PROPOSED | |
                | max | major state=ACCEPTED | | | ACCEPTED | |
                """);
    }

    @Test
    @Tag("C-84")
    void work_begins_with_somebody_accountable_and_nobody_leaves_it_without_one() {
        Moment end = holds(ITIL, """
                | who | does | at | status | owner | refused |
                |-----|------|----|--------|-------|---------|
                | cleo (CALLER) | report | | NEW | none | |
                | ann | start | | NEW | none | FIELD_REQUIRED(owner) |
                | ann | start owner=network | | IN_PROGRESS | network | |
                | ann | assign owner=mail person=bea | +5m | IN_PROGRESS | mail | |
                | ann | unassign | | IN_PROGRESS | mail | OWNER_REQUIRED(owner) |
                """);

        assertThat(end).metric(Metrics.REASSIGNMENT_RATE).has("yes", "1");
    }

    @Test
    @Tag("C-86")
    void a_review_takes_somebody_who_may_sign_and_one_that_is_not_signed_in_time_is_told_of_once() {
        holds(itilWith("procedures: {review: {sections: [CAUSE], signers: REVIEWER}}"), """
                | who | does | at | overdue | sent | refused |
                |-----|------|----|---------|------|---------|
                | cleo (CALLER) | report | | none | Reported | |
                | ann | resolve category=mail code=FIXED note=ok | +1h | none | Resolved | |
                | rita (REVIEWER) | open-review owner=rita due=2026-03-04T09:00:00Z | | none | none | |
                | ann | sign-review | | none | none | REVIEW_INCOMPLETE(CAUSE), SIGNER_REQUIRED |
                | | | 2026-03-04T10:00:00Z | REVIEW review | DeadlinePassed | |
                | | | +1h | REVIEW review | none | |
                | rita | write-review section=CAUSE text="a full disk" | | | | |
                | ann | sign-review | | REVIEW review | none | SIGNER_REQUIRED |
                | rita | sign-review | | none | | |
                """);
    }

    @Test
    @Tag("C-87")
    void a_provider_answers_and_helps_but_does_not_resolve() {
        holds(ITIL, """
                | incident | who | does | at | status | waits for | people | refused |
                |----------|-----|------|----|--------|-----------|--------|---------|
                | INC-1 | cleo (CALLER) | report | | NEW | none | none | |
                | | ann | start owner=net | | IN_PROGRESS | none | none | |
                | | ann | engage role=SUPPLIER person=carrier | | | | SUPPLIER carrier | |
                | | ann | hold reason=VENDOR | | ON_HOLD | VENDOR | | |
                | | carrier (EXTERNAL SUPPLIER) | resolve category=net code=FIXED note=ok | +1h | ON_HOLD | VENDOR | | ACCESS_DENIED |
                | | carrier | reply text="the line is back" | | IN_PROGRESS | none | SUPPLIER carrier | |
                """);
    }

    @Test
    @Tag("C-136")
    void a_provider_serves_each_customer_by_its_own_service_level_and_shows_none_the_others() {
        Scenario.named("two customers of one provider")
                .given(Samples.CLEO, Samples.report().build())
                .then(moment ->
                        assertThat(moment).clock("gold", Measure.RESPONSE).doesNotApply())
                .forTenant("north")
                .of("INC-2")
                .given(Samples.CLEO, Samples.report().build())
                .then(moment ->
                        assertThat(moment).clock("gold", Measure.RESPONSE).isRunning())
                .withDesk(desk -> {
                    assertThat(desk.store().find(IncidentQuery.all().build()).incidents())
                            .extracting(one -> one.incident().value())
                            .containsExactly("INC-2");
                    assertThat(desk.load(new IncidentId("INC-1"))).isEmpty();
                })
                .of("INC-1")
                .whenTried(MAX, new LifecycleCommand.Close())
                .then(moment -> assertThat(moment).refusal().isRefusedFor("INCIDENT_UNKNOWN"))
                .build()
                .verify(itilWith("""
                        slas:
                          gold:
                            targets:
                              RESPONSE:
                                otherwise: 15m
                                attach: {tenant: north}
                                satisfiedBy: firstHumanAnswer
                        """));
    }

    @Test
    @Tag("C-98")
    void who_reports_in_confidence_is_named_to_confidants_and_to_themselves_only() {
        Reporter confidential = new Reporter(ReporterKind.CONFIDENTIAL, PersonalText.of("Cleo"));
        Scenario.named("a report in confidence")
                .given(
                        Samples.CLEO,
                        Report.of("Somebody reads my mail", confidential, Channel.PORTAL)
                                .build())
                .thenReadBy(Samples.ANN, incident -> {
                    assertThat(incident.reporter().orElseThrow().name().isRedacted())
                            .isTrue();
                    assertThat(incident.title().orElseThrow().text()).isEqualTo("Somebody reads my mail");
                })
                .thenReadBy(
                        Actor.caller("bob"),
                        incident -> assertThat(
                                        incident.reporter().orElseThrow().name().isRedacted())
                                .isTrue())
                .thenReadBy(
                        MAX,
                        incident -> assertThat(
                                        incident.reporter().orElseThrow().name().text())
                                .isEqualTo("Cleo"))
                .thenReadBy(
                        Samples.CLEO,
                        incident -> assertThat(
                                        incident.reporter().orElseThrow().name().text())
                                .isEqualTo("Cleo"))
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-163")
    void a_review_is_read_by_everybody_until_it_is_shared_with_some() {
        Actor rita = Actor.human("rita", Role.REVIEWER);
        Scenario reviewed = Written.scenario(ITIL, """
                | who | does | at |
                |-----|------|----|
                | cleo (CALLER) | report | |
                | ann | resolve category=mail code=FIXED note=ok | +1h |
                | max (INCIDENT_MANAGER) | open-review owner=rita due=2026-03-04T09:00:00Z | |
                | max | write-review section=CAUSE text="the certificate was forgotten" | |
                """);
        Scenario shared = Written.scenario(ITIL, """
                | who | does | at |
                |-----|------|----|
                | cleo (CALLER) | report | |
                | ann | resolve category=mail code=FIXED note=ok | +1h |
                | max (INCIDENT_MANAGER) | open-review owner=rita due=2026-03-04T09:00:00Z | |
                | max | write-review section=CAUSE text="the certificate was forgotten" | |
                | max | share-review with=REVIEWER | |
                """);

        Scenario.named("before it is shared")
                .given(reviewed)
                .thenReadBy(Samples.ANN, incident -> assertThat(cause(incident)).contains("certificate"))
                .build()
                .verify(ITIL);
        Scenario.named("after it is shared")
                .given(shared)
                .thenReadBy(Samples.ANN, incident -> assertThat(cause(incident)).doesNotContain("certificate"))
                .thenReadBy(rita, incident -> assertThat(cause(incident)).contains("certificate"))
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-165")
    void whoever_overrides_a_priority_says_why_and_is_named_until_it_is_withdrawn() {
        Moment overridden = holds(ITIL, """
                | who | does | at | priority | refused |
                |-----|------|----|----------|---------|
                | cleo (CALLER) | report impact=LOW urgency=LOW | | P5 | |
                | ann | override priority=P1 | +5m | P5 | CONSTRAINT_VIOLATED(reason) |
                | ann | override priority=P1 reason="the board asks" | | P1 | |
                """);

        assertThat(new Explainer(ITIL).priority(overridden.incident()).text()).contains("the board asks", "ann");
        assertThat(overridden).metric(Metrics.OVERRIDE_RATE).has("share", "1");
        holds(ITIL, """
                | who | does | at | priority |
                |-----|------|----|----------|
                | cleo (CALLER) | report impact=LOW urgency=LOW | | P5 |
                | ann | override priority=P1 reason="the board asks" | | P1 |
                | ann | withdraw-override | +5m | P5 |
                """);
    }

    private static String cause(Incident incident) {
        return incident.handling()
                .sections()
                .getOrDefault(ReviewSection.CAUSE, List.of())
                .get(0)
                .text();
    }
}

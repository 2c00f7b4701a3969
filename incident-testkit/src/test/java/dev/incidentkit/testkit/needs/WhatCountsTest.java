package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static dev.incidentkit.testkit.needs.Written.preset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.ServiceFold;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is an incident and what is not, by whose process, and whose it is. */
class WhatCountsTest {
    @Test
    @Tag("C-01")
    void an_interruption_is_downtime_and_a_loss_of_quality_is_an_incident_without_it() {
        ProcessDefinition definition =
                itilWith("attributes: {effect: {scale: [INTERRUPTION, DEGRADATION, NONE_VISIBLE]}}");
        Moment end = holds(definition, """
                | incident | who | does | at | status |
                |----------|-----|------|----|--------|
                | INC-1 | cleo (CALLER) | report services=shop effect=INTERRUPTION | | NEW |
                | INC-2 | cleo | report services=shop effect=DEGRADATION | | NEW |
                | INC-3 | cleo | report services=shop effect=NONE_VISIBLE | | NEW |
                | | | | +2h | |
                """);

        ServiceFold fold = end.measured(new ServiceFold(Dimension.SERVICE));
        assertThat(fold.services()).singleElement().satisfies(shop -> {
            assertThat(shop.downtime()).isEqualTo(Duration.ofHours(2));
            assertThat(shop.incidents()).isEqualTo(1);
        });
        assertThat(fold.excluded().asMap()).isEqualTo(Map.of("worse, not down", 1L, "not noticed", 1L));
    }

    @Test
    @Tag("C-02")
    void a_request_that_was_taken_for_an_incident_ends_and_is_not_measured_as_one() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status | relations | refused |
                |----------|-----|------|----|--------|-----------|---------|
                | INC-1 | cleo (CALLER) | report title="a new laptop" | | NEW | none | |
                | | ann | link kind=SERVICE_REQUEST to=REQ-1 | | NEW | SERVICE_REQUEST REQ-1 | |
                | | ann | cancel reason=SERVICE_REQUEST | +1h | CANCELLED | SERVICE_REQUEST REQ-1 | |
                | | ann | start owner=ops | | | | TRANSITION_UNKNOWN |
                | INC-2 | cleo | report title="no mail" | | NEW | none | |
                | | ann | workaround name=webmail | | | | |
                | | ann | resolve category=mail code=FIXED note=ok | +1h | RESOLVED | | |
                | | ann | check item=SERVICE_VERIFIED | | | | |
                | | ann | check item=TEMPORARY_FIXES_SETTLED | | | | |
                | | ann | check item=CONFIGURATION_DATA_UPDATED | | | | |
                | | ann | close | | | none | WORKAROUND_ACTIVE(webmail) |
                | | ann | link kind=CAUSED_BY_CHANGE to=CHG-1 | | | CAUSED_BY_CHANGE CHG-1 | |
                | | ann | close | | | | WORKAROUND_ACTIVE(webmail) |
                | | ann | link kind=PROBLEM to=PRB-1 | | | | |
                | | ann | close | | CLOSED | CAUSED_BY_CHANGE CHG-1, PROBLEM PRB-1 | |
                """);

        assertThat(end).metric(Metrics.RESOLVE).isOf(1).hasMean(Duration.ofHours(1));
    }

    @Test
    @Tag("C-03")
    void resolved_means_that_the_service_is_back_and_the_cause_is_found_after_the_closure() {
        holds(itilWith("procedures: {review: {sections: CAUSE, signers: REVIEWER}}"), """
                | who | does | at | status | RESOLUTION | refused |
                |-----|------|----|--------|------------|---------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | NEW | RUNNING | |
                | ann | resolve category=mail code=FIXED note="switched off and on" | +2h | RESOLVED | MET | |
                | ann | check item=SERVICE_VERIFIED | | | | |
                | ann | check item=TEMPORARY_FIXES_SETTLED | | | | |
                | ann | check item=CONFIGURATION_DATA_UPDATED | | | | |
                | ann | close | | CLOSED | MET, elapsed PT2H | |
                | rita (REVIEWER) | open-review owner=rita due=2026-03-09T09:00:00Z | | | | |
                | rita | sign-review | | | | REVIEW_INCOMPLETE(CAUSE) |
                | rita | write-review section=CAUSE text="a full disk" | +3d | CLOSED | | |
                | rita | sign-review | | CLOSED | MET, elapsed PT2H | |
                """);
    }

    @Test
    @Tag("C-04")
    void what_monitoring_saw_coming_counts_apart_from_what_happened() {
        Moment end = holds(ITIL, """
                | incident | who | does | at | status | refused |
                |----------|-----|------|----|--------|---------|
                | INC-1 | disks (BOT SERVICE_DESK) | report source=disks channel=MONITORING type=NEAR_MISS | | NEW | |
                | | ann | start owner=ops | +10m | IN_PROGRESS | |
                | | ann | resolve category=disk code=FIXED note="emptied in time" | | RESOLVED | |
                | INC-2 | cleo (CALLER) | report | | NEW | |
                | | ann | resolve category=disk code=FIXED note=ok | +1h | RESOLVED | |
                """);

        assertThat(end)
                .metric(Metrics.RESOLVE)
                .isOf(1)
                .hasMean(Duration.ofHours(1))
                .leavesOut("no incident", 1);
    }

    @Test
    @Tag("C-05")
    void one_engine_lets_a_desk_confirm_by_hand_and_a_program_resolve_by_itself() {
        String alerts = """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | monitor (EXTERNAL) | alert check=http resource=shop | | NEW | |
                | | | +5m | NEW | |
                | monitor | alert check=http resource=shop state=CLEARED | | %s | |
                | ann | resolve code=FIXED note=ok | | | %s |
                """;
        holds(
                itilWith("procedures: {alerts: {window: 1h, recovery: RESOLVE, category: shop}}"),
                alerts.formatted("RESOLVED", "TRANSITION_UNKNOWN"));
        holds(
                itilWith("procedures: {alerts: {window: 1h, recovery: MARK}}"),
                alerts.formatted("NEW", "FIELD_REQUIRED(category)"));
    }

    @Test
    @Tag("C-06")
    void the_same_wish_meets_the_rules_of_each_framework() {
        Scenario wish = Scenario.named("work begins with the report")
                .given(Samples.CLEO, Samples.report().build())
                .whenTried(Samples.ANN, new Start(Owner.group("ops")))
                .build();

        assertThat(wish.verify(ITIL)).incident().hasStatus("IN_PROGRESS");
        Map<String, String[]> refused = Map.of(
                "budibase-7", new String[] {"LOGGED", "TRANSITION_UNKNOWN"},
                "freshservice-5", new String[] {"LOGGED", "TRANSITION_UNKNOWN"},
                "bleuwire-7", new String[] {"DETECTED", "TRANSITION_UNKNOWN"},
                "deskera-7", new String[] {"DETECTED", "TRANSITION_UNKNOWN"});
        refused.forEach((name, answer) -> {
            Moment end = wish.verify(preset(name));
            assertThat(end).incident().hasStatus(answer[0]);
            assertThat(end).refusal().isRefusedFor(answer[1]);
        });
        assertThat(wish.verify(preset("tempo-6")))
                .refusal()
                .isRefusedFor("FIELD_REQUIRED(category)", "FIELD_REQUIRED(priority)");
    }

    @Test
    @Tag("C-07")
    void customers_of_one_installation_neither_see_nor_move_each_others_incidents() {
        Scenario.named("two customers, one identity")
                .given(Samples.CLEO, Samples.report().build())
                .when(Samples.ANN, new Start(Owner.group("ops")))
                .forTenant("north")
                .withDesk(desk -> assertThat(desk.load(new IncidentId("INC-1"))).isEmpty())
                .whenTried(Samples.ANN, new Start(Owner.group("ops")))
                .then(moment -> assertThat(moment).refusal().isRefusedFor("INCIDENT_UNKNOWN"))
                .given(Samples.CLEO, Samples.report().build())
                .then(moment -> assertThat(moment).incident().hasStatus("NEW").hasNoOwner())
                .of("INC-2")
                .given(Samples.CLEO, Samples.report().build())
                .withDesk(desk -> assertThat(
                                desk.store().find(IncidentQuery.all().build()).incidents())
                        .hasSize(2))
                .forTenant("default")
                .of("INC-1")
                .then(moment -> assertThat(moment).incident().hasStatus("IN_PROGRESS"))
                .withDesk(desk -> assertThat(
                                desk.store().find(IncidentQuery.all().build()).incidents())
                        .extracting(IncidentSummary::status)
                        .hasSize(1))
                .build()
                .verify(ITIL);
    }
}

package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static dev.incidentkit.testkit.needs.Written.preset;

import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.testkit.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is asked before the closure and after it: causes, costs, workarounds, evidence. */
class AfterwardsTest {
    @Test
    @Tag("C-29")
    void a_review_is_signed_once_it_says_the_cause_and_what_contributed() {
        holds(itilWith("procedures: {review: {sections: [CAUSE, CONTRIBUTING_FACTOR], signers: REVIEWER}}"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report category=web | | NEW | |
                | ann | resolve code=FIXED note=renewed | | RESOLVED | |
                | rita (REVIEWER) | write-review section=CAUSE text="a certificate ran out" | | | REVIEW_NOT_OPEN |
                | rita | open-review owner=rita due=2026-03-09T09:00:00Z | | | |
                | rita | sign-review | | | REVIEW_INCOMPLETE(CAUSE), REVIEW_INCOMPLETE(CONTRIBUTING_FACTOR) |
                | rita | write-review section=CAUSE text="a certificate ran out" | | | |
                | rita | sign-review | | | REVIEW_INCOMPLETE(CONTRIBUTING_FACTOR) |
                | rita | write-review section=CONTRIBUTING_FACTOR text="nobody watched the date" | | | |
                | rita | sign-review | | RESOLVED | |
                """);
    }

    @Test
    @Tag("C-31")
    void what_the_restoration_cost_is_added_up_over_all_work_and_all_teams() {
        Moment end = holds(ITIL, """
                | who | does | at | events |
                |-----|------|----|--------|
                | cleo (CALLER) | report | | Reported |
                | ann | effort team=ops time=PT1H cost=80.50 | | EffortRecorded |
                | ann | effort team=dba time=PT30M cost=119.50 billing=NOT_BILLABLE | | EffortRecorded |
                """);

        assertThat(end).metric(Metrics.EFFORT, "ops").hasMean(Duration.ofHours(1));
        assertThat(end).metric(Metrics.EFFORT, "dba").hasMean(Duration.ofMinutes(30));
        assertThat(end)
                .incident()
                .has(
                        "cost",
                        new BigDecimal("200.00"),
                        incident -> incident.handling().effort().cost());
    }

    @Test
    @Tag("C-32")
    void work_that_somebody_pays_for_is_told_apart_also_after_the_closure() {
        Moment end = holds(ITIL, """
                | who | does | at | status |
                |-----|------|----|--------|
                | cleo (CALLER) | report | | NEW |
                | ann | cancel reason=WITHDRAWN | | CANCELLED |
                | ann | effort team=ops time=PT1H cost=80.00 billing=BILLABLE | | CANCELLED |
                | ann | effort team=ops time=PT2H cost=40.00 billing=NOT_BILLABLE | | CANCELLED |
                """);

        assertThat(end)
                .incident()
                .has(
                        "time to pay for",
                        Duration.ofHours(1),
                        incident -> incident.handling().effort().billable())
                .has(
                        "cost to pay for",
                        new BigDecimal("80.00"),
                        incident -> incident.handling().effort().billableCost());
    }

    @Test
    @Tag("C-33")
    void nothing_closes_before_configuration_data_is_brought_up_to_date() {
        holds(ITIL, """
                | who | does | at | status | checked | refused |
                |-----|------|----|--------|---------|---------|
                | cleo (CALLER) | report category=disk | | NEW | none | |
                | ann | resolve code=REPLACEMENT note="a new disk" | | RESOLVED | none | |
                | ann | check item=SERVICE_VERIFIED | | | | |
                | ann | check item=TEMPORARY_FIXES_SETTLED | | | | |
                | ann | close | | RESOLVED | SERVICE_VERIFIED, TEMPORARY_FIXES_SETTLED | CHECKLIST_OPEN(CONFIGURATION_DATA_UPDATED) |
                | cleo | confirm | | RESOLVED | | |
                | ann | check item=CONFIGURATION_DATA_UPDATED | | | | |
                | ann | close | | CLOSED | | |
                """);
    }

    @Test
    @Tag("C-34")
    void a_workaround_keeps_an_incident_open_until_it_is_removed() {
        holds(ITIL, """
                | who | does | at | status | workarounds | refused |
                |-----|------|----|--------|-------------|---------|
                | cleo (CALLER) | report category=network | | NEW | none | |
                | ann | workaround name="second line" text="over Basel" | | NEW | second line | |
                | ann | resolve code=FAILOVER note=ok method=WORKAROUND | | RESOLVED | second line | |
                | ann | check item=SERVICE_VERIFIED | | | | |
                | ann | check item=TEMPORARY_FIXES_SETTLED | | | | |
                | ann | check item=CONFIGURATION_DATA_UPDATED | | | | |
                | ann | close | | RESOLVED | second line | WORKAROUND_ACTIVE(second line) |
                | ann | remove-workaround name="second line" text=unplugged | | RESOLVED | none | |
                | ann | close | | CLOSED | none | |
                """);
    }

    @Test
    @Tag("C-35")
    void evidence_stays_where_a_legal_hold_is_on_it() {
        holds(ITIL, """
                | who | does | at | relations | refused |
                |-----|------|----|-----------|---------|
                | cleo (CALLER) | report | | none | |
                | ann | link kind=EVIDENCE to=log-7 | | EVIDENCE log-7 | |
                | ann | preserve reason=court | | EVIDENCE log-7 | |
                | ann | unlink kind=EVIDENCE to=log-7 | | EVIDENCE log-7 | LEGAL_HOLD(relation) |
                | ann | lift-hold reason=judged | | EVIDENCE log-7 | |
                | ann | unlink kind=EVIDENCE to=log-7 | | none | |
                """);
    }

    @Test
    @Tag("C-36")
    void a_form_asks_for_what_the_kind_of_incident_needs() {
        holds(preset("budibase-7"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report category=data-loss | | | FIELD_REQUIRED(services) |
                | cleo | report category=unauthorized-access | | LOGGED | |
                | ann | resolve code=PATCH note=ok | | LOGGED | FIELD_REQUIRED(services), FIELD_REQUIRED(severity) |
                | ann | amend services=shop | | | |
                | ann | triage severity=SEV3 | | | |
                | ann | resolve code=PATCH note=ok | | POST_MORTEM | |
                """);
        holds(preset("budibase-7"), """
                | who | does | at | status |
                |-----|------|----|--------|
                | cleo (CALLER) | report category=hardware | | LOGGED |
                """);
    }

    @Test
    @Tag("C-74")
    void the_cause_does_not_stand_for_the_environment_that_let_it_happen() {
        holds(preset("budibase-7"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report category=malfunction | | LOGGED | |
                | ann | resolve code=PATCH note=ok | | POST_MORTEM | |
                | rita (REVIEWER) | open-review owner=rita due=2026-03-09T09:00:00Z | | | |
                | rita | write-review section=CAUSE text="a wrong figure was typed" | | | |
                | rita | write-review section=CONTRIBUTING_FACTOR text="nobody was trained" | | | |
                | rita | write-review section=IMPACT text="a day of work" | | | |
                | rita | sign-review | | | REVIEW_INCOMPLETE(ENVIRONMENT) |
                | rita | write-review section=ENVIRONMENT text="figures live in spreadsheets" | | | |
                | rita | sign-review | | POST_MORTEM | |
                """);
    }
}

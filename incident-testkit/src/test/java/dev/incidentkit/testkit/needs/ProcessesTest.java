package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.preset;

import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.testkit.Moment;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Five published processes, each with its own steps in their order. */
class ProcessesTest {
    @Test
    @Tag("C-40")
    void seven_steps_lead_over_a_post_mortem_to_what_was_learned() {
        holds(preset("budibase-7"), """
                | who | does | at | status | phase | refused |
                |-----|------|----|--------|-------|---------|
                | cleo (CALLER) | report impact=LOW urgency=LOW | | LOGGED | NEW | |
                | ann | perform action=SETTLE_PRIORITY | | | | TRANSITION_UNKNOWN |
                | ann | perform action=SETTLE_CATEGORY | | | | FIELD_REQUIRED(category) |
                | ann | categorize category=hardware | | | | |
                | ann | perform action=SETTLE_CATEGORY | | CATEGORIZED | NEW | |
                | ann | perform action=SETTLE_PRIORITY | | PRIORITIZED | NEW | |
                | ann | start owner=ops | | INVESTIGATING | ACTIVE | |
                | ann | perform action=BEGIN_RESTORING comment="the fan" | | RESTORING | ACTIVE | |
                | ann | resolve code=REPLACEMENT note="a new fan" | | POST_MORTEM | RESOLVED | |
                | ann | perform action=BEGIN_LEARNING | | POST_MORTEM | RESOLVED | REVIEW_REQUIRED(review) |
                | rita (REVIEWER) | open-review owner=rita due=2026-03-09T09:00:00Z | | POST_MORTEM | | |
                | ann | perform action=BEGIN_LEARNING | | LEARNING | RESOLVED | |
                | ann | check item=SERVICE_VERIFIED | | | | |
                | ann | check item=TEMPORARY_FIXES_SETTLED | | | | |
                | ann | close | | LEARNING | | CHECKLIST_OPEN(LEARNINGS_DOCUMENTED) |
                | ann | check item=LEARNINGS_DOCUMENTED | | | | |
                | ann | close | | CLOSED | CLOSED | |
                """);
    }

    @Test
    @Tag("C-41")
    void five_steps_end_with_a_review_of_what_was_urgent() {
        holds(preset("freshservice-5"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | LOGGED | |
                | ann | perform action=PRIORITIZE | | LOGGED | FIELD_REQUIRED(category) |
                | ann | categorize category=web | | | |
                | ann | perform action=PRIORITIZE | | PRIORITIZED | |
                | ann | start owner=ops | | INVESTIGATING | |
                | ann | resolve code=RESTART note=ok | | RESOLVED | |
                | ann | perform action=BEGIN_REVIEW | | REVIEWING | |
                | ann | check item=SERVICE_VERIFIED | | | |
                | ann | check item=STAKEHOLDERS_INFORMED | | | |
                | ann | close | | REVIEWING | REVIEW_REQUIRED(review) |
                | rita (REVIEWER) | open-review owner=rita due=2026-03-09T09:00:00Z | | | |
                | ann | close | | CLOSED | |
                """);
    }

    @Test
    @Tag("C-42")
    void six_steps_may_lead_over_an_escalation_and_lead_back_to_the_desk() {
        holds(preset("tempo-6"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report impact=LOW urgency=LOW category=web | | REPORTED | |
                | ann | start owner=desk | | SUPPORTING | |
                | ann | perform action=INVESTIGATE | | INVESTIGATING | |
                | ann | perform action=HAND_UP | | INVESTIGATING | FIELD_REQUIRED(comment) |
                | ann | perform action=HAND_UP comment="nobody here knows it" | | ESCALATED | |
                | ben (RESOLVER) | perform action=INVESTIGATE | | INVESTIGATING | |
                | ben | resolve code=PATCH note=ok | | RECOVERED | |
                | ann | close | | RECOVERED | TRANSITION_UNKNOWN |
                | ben | perform action=HAND_BACK | | BACK_AT_DESK | |
                """);
    }

    @Test
    @Tag("C-43")
    void seven_activities_begin_with_the_detection_and_a_review_follows_the_closure() {
        holds(preset("bleuwire-7"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report impact=LOW urgency=LOW | | DETECTED | |
                | ann | perform action=ACCEPT | | LOGGED | |
                | ann | start owner=ops | | LOGGED | TRANSITION_UNKNOWN |
                | ann | perform action=CLASSIFY | | LOGGED | FIELD_REQUIRED(category) |
                | ann | categorize category=system | | | |
                | ann | perform action=CLASSIFY | | CLASSIFIED | |
                | ann | start owner=ops | | DIAGNOSING | |
                | ann | resolve code=RESTART note=ok | | RESOLVED | |
                | ann | check item=SERVICE_VERIFIED | | | |
                | ann | check item=TEMPORARY_FIXES_SETTLED | | | |
                | ann | check item=CONFIGURATION_DATA_UPDATED | | | |
                | ann | close | | RESOLVED | CHECKLIST_OPEN(USER_INFORMED) |
                | ann | check item=USER_INFORMED | | | |
                | ann | close | | CLOSED | |
                | ina (INCIDENT_MANAGER) | open-review owner=ina due=2026-03-09T09:00:00Z | | CLOSED | |
                | ina | sign-review | | CLOSED | REVIEW_INCOMPLETE(CAUSE), REVIEW_INCOMPLETE(WENT_WRONG) |
                """);
    }

    @Test
    @Tag("C-44")
    void seven_steps_contain_before_they_investigate() {
        Moment end = holds(preset("deskera-7"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report impact=LOW urgency=LOW category=software-error | | DETECTED | |
                | ann | perform action=LOG | | LOGGED | |
                | ann | perform action=PRIORITIZE | | PRIORITIZED | |
                | ann | start owner=ops | +10m | CONTAINING | |
                | ann | perform action=INVESTIGATE | | CONTAINING | CONTAINMENT_REQUIRED |
                | ann | contain text="the feature is off" | +20m | CONTAINING | |
                | ann | perform action=INVESTIGATE | | INVESTIGATING | |
                | ann | hold reason=VENDOR | | ON_HOLD | |
                | ann | resume | | INVESTIGATING | |
                | ann | resolve code=PATCH note=ok | | MONITORING | |
                | ann | reopen reason="it is back" | | INVESTIGATING | |
                """);

        assertThat(end).metric(Metrics.ACKNOWLEDGE).hasMean(Duration.ofMinutes(10));
    }

    /** From the identification to the review, each as it shows from outside: a refusal, a clock, a message. */
    @Test
    @Tag("C-45")
    void nine_components_each_have_their_effect() {
        Moment end = holds(preset("deskera-7"), """
                | who | does | at | status | priority | owner | sent | RESPONSE | refused |
                |-----|------|----|--------|----------|-------|------|----------|---------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH | | DETECTED | P1 | none | Reported, MessagePlanned to leadership, MessagePlanned to stakeholders | RUNNING | |
                | ann | perform action=LOG | | DETECTED | | | | | FIELD_REQUIRED(category) |
                | ann | categorize category=network-outage | | DETECTED | P1 | | none | | |
                | ann | perform action=LOG | | LOGGED | | | | | |
                | ann | perform action=PRIORITIZE | | PRIORITIZED | P1 | | | | |
                | ann | start | | PRIORITIZED | | none | | RUNNING | FIELD_REQUIRED(owner) |
                | ann | start owner=network | +10m | CONTAINING | | network | Assigned, Started | MET | |
                | ann | escalate kind=HIERARCHICAL to=head reason="the whole site" | | | | network | Escalated | | |
                | ann | contain text=isolated | | | | | | | |
                | ann | perform action=INVESTIGATE | | INVESTIGATING | | | Performed | | |
                | ann | message to=stakeholders | | INVESTIGATING | | | Communicated to stakeholders, MessagePlanned to stakeholders | | |
                | ann | message to=leadership | | INVESTIGATING | | | Communicated to leadership | | |
                | ann | resolve code=MAGIC note=ok | | INVESTIGATING | | | | | RESOLUTION_CODE_UNKNOWN(resolutionCode) |
                | ann | resolve code=FAILOVER note=ok | | MONITORING | | | Resolved, MessagePlanned to stakeholders | | |
                | ann | close | | MONITORING | | | | | TRANSITION_UNKNOWN |
                | ann | perform action=END_WATCH | +4h | REVIEWING | | | | | |
                | ann | close | | REVIEWING | | | | | CHECKLIST_OPEN(SERVICE_VERIFIED), CHECKLIST_OPEN(NO_RESIDUAL_ISSUES), CHECKLIST_OPEN(TEMPORARY_FIXES_SETTLED), CHECKLIST_OPEN(STAKEHOLDERS_INFORMED), REVIEW_REQUIRED(review) |
                """);

        assertThat(end).clock("itil", Measure.RESOLUTION).isMet();
    }
}

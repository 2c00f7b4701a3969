package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static dev.incidentkit.testkit.needs.Written.preset;
import static dev.incidentkit.testkit.needs.Written.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of an incident, and what follows from it. */
class RecordTest {
    private static final IncidentId INC_1 = new IncidentId("INC-1");

    @Test
    @Tag("C-20")
    void nobody_reports_anonymously_but_a_source_may() {
        Scenario.named("a report from nowhere")
                .whenTried(Samples.CLEO, fromNowhere())
                .then(moment -> assertThat(moment)
                        .refusal()
                        .isRefusedFor("CONSTRAINT_VIOLATED(reporter)", "CONSTRAINT_VIOLATED(channel)"))
                .build()
                .verify(ITIL);
        Moment end = holds(ITIL, """
                | who | does | at | status |
                |-----|------|----|--------|
                | disks (BOT) | report source=disks channel=MONITORING | | NEW |
                """);
        assertThat(end)
                .incident()
                .has(
                        "reporter",
                        Reporter.source("disks"),
                        incident -> incident.reporter().orElseThrow());
    }

    /** What a form without its first lines sends: neither who nor by which way. */
    private static Report fromNowhere() {
        Report full = Samples.report().build();
        return new Report(
                full.title(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                full.services(),
                0,
                full.attributes(),
                false,
                null,
                null,
                full.type());
    }

    @Test
    @Tag("C-21")
    void clocks_run_from_when_it_was_reported_and_not_from_when_somebody_typed_it() {
        Moment end = holds(ITIL, """
                | who | does | at | status | RESPONSE | RESOLUTION | refused |
                |-----|------|----|--------|----------|------------|---------|
                | cleo (CALLER) | report impact=HIGH urgency=HIGH reportedAt=2026-03-02T09:01:00Z | | | | | TIME_IN_FUTURE(reportedAt) |
                | cleo | report impact=HIGH urgency=HIGH reportedAt=2026-03-02T08:00:00Z | | NEW | breached, due 2026-03-02T08:15:00Z | due 2026-03-02T12:00:00Z | |
                | ann | resolve category=mail code=FIXED note=ok | +1h | RESOLVED | | MET | |
                """);

        assertThat(end).metric(Metrics.RESOLVE).hasMean(Duration.ofHours(2));
    }

    @Test
    @Tag("C-22")
    void what_began_unnoticed_is_measured_from_its_beginning_and_times_keep_their_order() {
        Moment end = holds(ITIL, """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report occurredAt=2026-03-02T08:30:00Z detectedAt=2026-03-02T08:00:00Z | | | TIME_ORDER(detectedAt) |
                | cleo | report occurredAt=2026-03-02T06:00:00Z detectedAt=2026-03-02T08:00:00Z | | NEW | |
                """);

        assertThat(end).metric(Metrics.DETECT).isOf(1).hasMean(Duration.ofHours(2));
    }

    @Test
    @Tag("C-23")
    void symptoms_are_asked_for_even_where_a_description_is_given() {
        holds(itilWith("procedures: {fields: {signs: {at: REPORT, requires: symptoms}}}"), """
                | who | does | at | status | refused |
                |-----|------|----|--------|---------|
                | cleo (CALLER) | report description="Mail does not work" | | | FIELD_REQUIRED(symptoms) |
                | cleo | report symptoms="a red light" | | NEW | |
                """);
    }

    @Test
    @Tag("C-24")
    void an_identity_names_one_incident_and_the_number_of_the_host_finds_it() {
        Scenario.named("two reports under one identity")
                .given(scenario(ITIL, """
                        | incident | who | does | at | status | refused |
                        |----------|-----|------|----|--------|---------|
                        | INC-1 | cleo (CALLER) | report number=2026-0001 | | NEW | |
                        | INC-1 | cleo | report number=2026-0002 | | NEW | TRANSITION_UNKNOWN |
                        | INC-2 | cleo | report number=2026-0002 | | NEW | |
                        """))
                .withDesk(desk -> assertThat(found(desk.store()
                                .find(IncidentQuery.all().number("2026-0002").build())
                                .incidents()))
                        .containsExactly("INC-2"))
                .build()
                .verify(ITIL);
    }

    private static List<String> found(List<IncidentSummary> incidents) {
        return incidents.stream().map(one -> one.incident().value()).toList();
    }

    @Test
    @Tag("C-25")
    void affected_services_are_asked_for_and_find_the_incidents_of_each() {
        ProcessDefinition definition = itilWith("procedures: {fields: {what: {at: RESOLVE, requires: services}}}");
        Scenario told = scenario(definition, """
                | incident | who | does | at | services | status | refused |
                |----------|-----|------|----|----------|--------|---------|
                | INC-1 | cleo (CALLER) | report category=mail | | none | NEW | |
                | | ann | resolve code=FIXED note=ok | | none | NEW | FIELD_REQUIRED(services) |
                | | ann | amend services="mail, web" | | mail, web | NEW | |
                | | ann | resolve code=FIXED note=ok | | mail, web | RESOLVED | |
                | INC-2 | cleo | report services=web | | web | NEW | |
                """);
        Scenario.named("services")
                .given(told)
                .withDesk(desk -> assertThat(found(desk.store()
                                .find(IncidentQuery.all().service("mail").build())
                                .incidents()))
                        .containsExactly("INC-1"))
                .build()
                .verify(definition);
    }

    @Test
    @Tag("C-26")
    void what_was_tried_before_the_report_comes_first_for_the_desk_to_read_and_is_no_answer_of_it() {
        Scenario.named("tried")
                .given(scenario(ITIL, """
                        | who | does | at |
                        |-----|------|----|
                        | cleo (CALLER) | report impact=HIGH urgency=HIGH firstActions="switched it off and on" | |
                        """))
                .withDesk(desk -> {
                    assertThat(notes(desk.load(INC_1, Samples.ANN))).containsExactly("switched it off and on");
                    assertThat(notes(desk.load(INC_1, Actor.caller("zoe")))).isEmpty();
                })
                .after(Duration.ofMinutes(16))
                .then(moment -> assertThat(moment).clock(Measure.RESPONSE).isBreached())
                .build()
                .verify(ITIL);
    }

    /** The notes that somebody may read, after the report and before anything else. */
    private static List<String> notes(Optional<Incident> shown) {
        return shown.orElseThrow().history().subList(1, 2).stream()
                .map(event -> ((WorkEvent.Noted) event).text())
                .filter(text -> !text.isRedacted())
                .map(PersonalText::text)
                .toList();
    }

    @Test
    @Tag("C-27")
    void work_waits_for_type_impact_and_urgency() {
        holds(preset("deskera-7"), """
                | who | does | at | status | priority | refused |
                |-----|------|----|--------|----------|---------|
                | cleo (CALLER) | report | | DETECTED | none | |
                | ann | perform action=LOG | | DETECTED | | FIELD_REQUIRED(category) |
                | ann | categorize category=human-error | | DETECTED | | |
                | ann | perform action=LOG | | LOGGED | | |
                | ann | perform action=PRIORITIZE | | LOGGED | none | FIELD_REQUIRED(impact), FIELD_REQUIRED(urgency), FIELD_REQUIRED(priority) |
                | ann | triage impact=HIGH urgency=LOW | | LOGGED | P3 | |
                | ann | perform action=PRIORITIZE | | PRIORITIZED | P3 | |
                """);
    }

    @Test
    @Tag("C-28")
    void severity_has_as_many_levels_as_one_likes_and_decides_by_their_order() {
        String plan = """
                procedures:
                  modelSelection: [{id: bad, when: {severity: {atLeast: %s}}, gives: all hands}]
                  plans: [{name: all hands, tasks: {come: {}}}]
                """;
        holds(itilWith("scales: {severity: [HIGH, MEDIUM, LOW]}\n" + plan.formatted("MEDIUM")), """
                | who | does | at | severity | model |
                |-----|------|----|----------|-------|
                | cleo (CALLER) | report severity=LOW | | LOW | none |
                | ann | triage severity=MEDIUM | | MEDIUM | all hands |
                """);
        holds(itilWith("scales: {severity: [S10, S9, S8, S7, S6, S5, S4, S3, S2, S1]}\n" + plan.formatted("S7")), """
                | who | does | at | severity | model |
                |-----|------|----|----------|-------|
                | cleo (CALLER) | report severity=S6 | | S6 | none |
                | ann | triage severity=S8 | | S8 | all hands |
                """);
    }

    @Test
    @Tag("C-30")
    void the_whole_course_is_on_a_record_that_proves_itself() {
        Scenario.named("a course")
                .given(scenario(ITIL, """
                        | who | does | at | events |
                        |-----|------|----|--------|
                        | cleo (CALLER) | report impact=LOW urgency=LOW | | Reported, Triaged |
                        | ann | start owner=ops | +10m | Assigned, Started |
                        | ann | note text="the disk is full" | +10m | Noted |
                        | ann | resolve category=disk code=FIXED note=emptied | +10m | Resolved |
                        """))
                .atDesk()
                .withDesk(desk -> assertThat(new Audit(desk).verify(INC_1)).hasValueSatisfying(verdict -> {
                    assertThat(verdict.isWhole()).isTrue();
                    assertThat(verdict.events()).isEqualTo(6);
                }))
                .then(moment -> assertThat(moment.events())
                        .extracting(event -> event.meta().effectiveAt())
                        .isSorted()
                        .last()
                        .isEqualTo(Scenario.MONDAY_MORNING.plus(Duration.ofMinutes(30))))
                .build()
                .verify(ITIL);
    }
}

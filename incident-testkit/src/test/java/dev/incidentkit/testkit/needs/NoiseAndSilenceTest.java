package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.Housekeeping;
import dev.incidentkit.json.ExportVerifier;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is too loud, what is too quiet, and what is kept of both. */
class NoiseAndSilenceTest {
    private static final IncidentId FIRST = new IncidentId("INC-1");

    @Test
    @Tag("C-156")
    void a_suppressed_alert_is_counted_and_nobody_is_told_of_it() {
        Moment end = holds(itilWith("""
                attributes: {site: text}
                procedures:
                  alerts:
                    window: 1h
                    suppressions: {laboratory: {when: {site: LAB}}}
                """), """
                | who | does | at | status | sent |
                |-----|------|----|--------|------|
                | monitor (EXTERNAL) | alert check=ping resource=lab-1 site=LAB | | NEW | none |
                | monitor | alert check=ping resource=lab-1 site=LAB | +5m | NEW | none |
                """);

        assertThat(end).messages().areNone();
        assertThat(end.incident().handling().type()).isEqualTo(RecordType.POTENTIAL_INCIDENT);
        assertThat(end.incident().handling().alerts().values())
                .singleElement()
                .satisfies(tally -> assertThat(tally.suppressed()).isEqualTo(2));
        assertThat(end).metric(Metrics.VOLUME).leavesOut("no incident", 1);
        holds(itilWith("procedures: {alerts: {window: 1h}}"), """
                | who | does | at | status | sent |
                |-----|------|----|--------|------|
                | monitor (EXTERNAL) | alert check=ping resource=lab-1 | | NEW | Reported |
                """);
    }

    @Test
    @Tag("C-157")
    void what_nobody_owns_for_too_long_is_a_missed_service_level_and_calls_somebody_each_time() {
        holds(itilWith("""
                slas:
                  care:
                    targets:
                      OWNERSHIP:
                        otherwise: 45m
                        attach: open
                        start: {not: {has: owned}}
                        stop: {has: owned}
                procedures:
                  escalations:
                    unowned:
                      when: {all: [open, {not: {has: owned}}]}
                      steps: [{target: service desk, kind: FUNCTIONAL, after: 30m}]
                """), """
                | who | does | at | owner | OWNERSHIP | sent |
                |-----|------|----|-------|-----------|------|
                | cleo (CALLER) | report | | none | RUNNING | Reported |
                | | | +31m | none | RUNNING, not breached | Escalated |
                | | | +15m | none | RUNNING, breached | Breached |
                | ann | assign owner=network | | network | MISSED | Assigned |
                | | | +2h | network | MISSED | none |
                | ann | unassign | | none | | none |
                | | | +31m | none | | Escalated |
                """);
    }

    @Test
    @Tag("C-132")
    void those_who_were_named_beforehand_are_called_one_after_the_other_until_somebody_answers() {
        holds(itilWith("""
                slas: {later: {targets: {RESOLUTION: {otherwise: 30d, stop: {phase: RESOLVED}}}}}
                procedures:
                  escalations:
                    unanswered:
                      when: {all: [open, {not: {has: acknowledged}}]}
                      steps:
                        - {target: network, kind: FUNCTIONAL, onCall: true, after: 15m}
                        - {target: head of operations, after: 20m}
                      repeats: 1
                  onCall:
                    - {group: network, zone: UTC, from: 2026-03-02T08:00, until: 2026-03-02T12:00, days: 1, people: bea}
                """), """
                | incident | who | does | at | sent |
                |----------|-----|------|----|------|
                | INC-1 | cleo (CALLER) | report | | Reported |
                | | | | +16m | Escalated |
                | | | | +20m | Escalated |
                | INC-2 | cleo | report | | Reported |
                | | ann | acknowledge | +10m | none |
                | | | | +1h | none |
                """);
    }

    @Test
    @Tag("C-133")
    void what_ended_long_ago_is_archived_and_says_where_it_is() {
        List<String> archive = new ArrayList<>();
        Scenario.named("the archive")
                .given(Written.scenario(ITIL, """
                        | incident | who | does | at |
                        |----------|-----|------|----|
                        | INC-1 | cleo (CALLER) | report | |
                        | | ann | cancel reason=WITHDRAWN | |
                        | INC-2 | cleo | report | |
                        """))
                .after(Duration.ofDays(400))
                .withDesk(desk -> {
                    assertThat(new Housekeeping(desk).archive(Duration.ofDays(365), (incident, lines) -> {
                                archive.addAll(lines);
                                return "archive/" + incident;
                            }))
                            .containsExactly(FIRST);
                    assertThatThrownBy(() -> desk.load(FIRST))
                            .isInstanceOfSatisfying(
                                    ArchivedException.class,
                                    archived -> assertThat(archived.target()).isEqualTo("archive/INC-1"));
                })
                .then(moment -> assertThat(moment).incident().hasStatus("NEW"))
                .build()
                .verify(ITIL);

        assertThat(new ExportVerifier().verify(archive.stream())).satisfies(result -> {
            assertThat(result.isWhole()).isTrue();
            assertThat(result.events()).isEqualTo(2);
        });
    }

    @Test
    @Tag("C-150")
    void whatever_is_reported_stays_also_what_was_withdrawn_and_a_legal_hold_keeps_even_what_is_old() {
        Scenario.named("nothing is lost")
                .given(Written.scenario(ITIL, """
                        | incident | who | does | at | refused |
                        |----------|-----|------|----|---------|
                        | INC-1 | cleo (CALLER) | report impact=LOW urgency=LOW | | |
                        | | ann | cancel reason=WITHDRAWN | | |
                        | | ann | preserve reason=lawsuit | | |
                        | | ann | redact | | LEGAL_HOLD |
                        | | ann | archive to=s3://old | | LEGAL_HOLD |
                        """))
                .after(Duration.ofDays(4_000))
                .withDesk(desk -> {
                    assertThat(new Housekeeping(desk).expire(Duration.ofDays(365), "one year"))
                            .isEmpty();
                    assertThat(desk.store().find(IncidentQuery.all().build()).incidents())
                            .hasSize(1);
                })
                .then(moment -> assertThat(moment).incident().hasStatus("CANCELLED"))
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-155")
    void a_record_says_who_did_what_when_and_a_changed_word_shows_at_its_event() {
        Scenario.named("somebody changes the record")
                .given(Samples.CLEO, Samples.report().build())
                .when(Samples.ANN, Samples.message("customers"))
                .withDesk(desk -> {
                    List<String> export = new Audit(desk).export(FIRST);
                    assertThat(new ExportVerifier().verify(export.stream()).isWhole())
                            .isTrue();
                    List<String> changed = export.stream()
                            .map(line -> line.replace("customers", "nobody"))
                            .toList();
                    assertThat(changed).isNotEqualTo(export);
                    assertThat(new ExportVerifier().verify(changed.stream())).satisfies(result -> {
                        assertThat(result.isWhole()).isFalse();
                        assertThat(result.faults()).anyMatch(fault -> fault.contains("2"));
                    });
                    assertThat(new Audit(desk).verify(FIRST).orElseThrow().isWhole())
                            .isTrue();
                })
                .build()
                .verify(ITIL);
    }
}

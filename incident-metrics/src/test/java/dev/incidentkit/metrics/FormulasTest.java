package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.sla.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Single metrics on tickets of known times, and their page in the guide. */
class FormulasTest {
    private static final Instant REPORTED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = REPORTED.plus(Duration.ofDays(3));

    private static Incident ticket() {
        return ProcessDefinition.itil()
                .adopt(
                        new IncidentId("T-1"),
                        AdoptedTicket.of(Status.CLOSED, REPORTED)
                                .detectedAt(REPORTED.minusSeconds(120))
                                .acknowledgedAt(REPORTED.plusSeconds(300))
                                .restoredAt(REPORTED.plusSeconds(1_000))
                                .resolvedAt(REPORTED.plusSeconds(3_600))
                                .closedAt(REPORTED.plusSeconds(90_000))
                                .addHolds(new HoldSpell(
                                        HoldReason.VENDOR, REPORTED.plusSeconds(400), REPORTED.plusSeconds(700)))
                                .build(),
                        NOW);
    }

    private static Figure figure(Metric metric, Incident incident) {
        MetricPlan plan = MetricPlan.of(List.of(metric));
        MetricFold fold = MetricFold.of(plan);
        fold.add(plan.view(incident, NOW));
        return fold.figures(0).get(0);
    }

    private static long seconds(Metric metric) {
        return figure(metric, ticket()).value("mean").longValueExact() / 1_000;
    }

    @Test
    @Tag("C-21")
    @Tag("C-22")
    @Tag("C-100")
    @Tag("C-101")
    void every_time_runs_from_where_its_formula_says_to_where_it_says() {
        assertThat(seconds(Metrics.ACKNOWLEDGE)).isEqualTo(300);
        assertThat(seconds(Metrics.RESTORE)).isEqualTo(1_120);
        assertThat(figure(Metrics.RESTORE, ticket()).notes()).containsOnlyKeys("from DETECTED");
        assertThat(seconds(Metrics.RESOLVE)).isEqualTo(3_600);
        assertThat(seconds(Metrics.CLOSE)).isEqualTo(90_000);
        assertThat(seconds(Metrics.RESOLVE_TO_CLOSE)).isEqualTo(86_400);
        assertThat(seconds(Metrics.WAITING)).isEqualTo(300);
    }

    @Test
    @Tag("C-105")
    @Tag("C-158")
    void what_is_not_known_is_left_out_and_said() {
        assertThat(figure(Metrics.DETECT, ticket()).excluded()).containsOnlyKeys("no OCCURRED");
        assertThat(figure(Metrics.TIME_IN_STATUS, ticket()).excluded())
                .containsOnlyKeys("adopted: earlier statuses are not known");
        assertThat(figure(Metrics.CSAT, ticket()).excluded()).containsOnlyKeys("no answer");
        Metric reversed = Metric.between("Reversed", Milestone.ENDED, Milestone.REPORTED);
        assertThat(figure(reversed, ticket()).excluded()).containsOnlyKeys(Durations.REVERSED);
        Metric without = Metrics.RESOLVE.without("Resolve of others", new Exclusion("all of them", one -> true));
        assertThat(figure(without, ticket()).excluded()).containsOnlyKeys("all of them");
        assertThat(without.formula()).contains("all of them");
    }

    @Test
    @Tag("C-102")
    void what_one_team_resolves_without_help_counts_as_the_first_contact() {
        Metric alone = Metrics.firstContact(Metrics.FirstContact.NO_HAND_OVER);
        Metric same = Metrics.firstContact(Metrics.FirstContact.SAME_CONTACT);
        assertThat(figure(alone, ticket()).value("share")).isEqualByComparingTo("1");
        assertThat(figure(alone, handedOver()).value("share")).isEqualByComparingTo("0");
        assertThat(figure(same, ticket()).value("share")).isEqualByComparingTo("0");
    }

    private static Incident handedOver() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.CLOSED, REPORTED)
                .resolvedAt(REPORTED.plusSeconds(3_600))
                .closedAt(REPORTED.plusSeconds(90_000))
                .reassignments(1)
                .build();
        return ProcessDefinition.itil().adopt(new IncidentId("T-2"), ticket, NOW);
    }

    @Test
    void a_share_of_a_hosts_own_is_of_its_population_and_names_the_others() {
        Metric share = Metric.share(
                "Handed over",
                "more than one team",
                "closed incidents",
                incident -> incident.status().equals(Status.CLOSED),
                incident -> incident.reassignments() > 0);
        MetricPlan plan = MetricPlan.of(List.of(share));
        MetricFold fold = MetricFold.of(plan);
        Incident open = ProcessDefinition.itil()
                .adopt(
                        new IncidentId("T-3"),
                        AdoptedTicket.of(Status.NEW, REPORTED).build(),
                        NOW);
        for (Incident each : List.of(ticket(), handedOver(), handedOver(), handedOver(), open)) {
            fold.add(plan.view(each, NOW));
        }

        Figure figure = fold.figures(0).get(0);

        assertThat(figure.value("share")).isEqualByComparingTo("0.75");
        assertThat(figure.n()).isEqualTo(4);
        assertThat(figure.excluded()).containsExactly(Map.entry("not of closed incidents", 1L));
        assertThat(share.formula()).contains("count(more than one team) / count(closed incidents)");
    }

    @Test
    void definitions_that_contradict_themselves_are_refused() {
        assertThatThrownBy(() -> new Exclusion(" ", one -> true)).hasMessageContaining("' '");
        assertThatThrownBy(() -> Metric.between("", Milestone.REPORTED, Milestone.ENDED))
                .hasMessageContaining("''");
        assertThatThrownBy(() -> new Tallies(List.of("a", "a"), List.of(), List.of()))
                .hasMessageContaining("[a, a]");
        assertThatThrownBy(() -> new Tallies(List.of("a"), List.of("b"), List.of("b")))
                .hasMessageContaining("[b]");
        assertThatThrownBy(() -> Metrics.backlogAgeing(NOW, List.of(Duration.ofDays(2), Duration.ofDays(1))))
                .hasMessageContaining("PT24H");
        Outcomes outcomes = new Outcomes(Metrics.REOPEN_RATE);
        assertThatThrownBy(() -> outcomes.tally("perhaps")).hasMessageContaining("perhaps");
        assertThatThrownBy(() -> outcomes.value(-3)).hasMessageContaining("-3");
    }

    @Test
    @Tag("C-160")
    void the_guide_has_every_metric_as_it_is_defined() throws IOException {
        Path guide = Path.of("../docs/metrics.md");
        List<String> lines = Files.readAllLines(guide);
        assertThat(lines).containsAll(rows());
    }

    /** The rows of the guide's table. */
    static List<String> rows() {
        List<Metric> metrics = new ArrayList<>(Metrics.standard());
        metrics.add(Metrics.compliance("itil", Measure.RESOLUTION));
        Instant example = Instant.parse("2026-03-31T00:00:00Z");
        metrics.add(Metrics.backlogAge(example));
        metrics.add(Metrics.backlogAgeing(example, List.of(Duration.ofDays(1), Duration.ofDays(7))));
        List<String> rows = new ArrayList<>();
        for (Metric metric : metrics) {
            String parts = metric.parts() == null ? "" : ", by " + metric.parts();
            String unit = metric.tallies() == null ? metric.unit().symbol() : "counts";
            rows.add("| " + metric.name() + " | " + metric.text() + parts + " | " + unit + " | " + metric.population()
                    + " | "
                    + String.join(
                            ", ",
                            metric.exclusions().stream().map(Exclusion::reason).toList()) + " |");
        }
        rows.add("| " + new RecurrenceFold(30).figure().metric() + " | "
                + new RecurrenceFold(30).formula().replaceFirst("^[^=]*= ", "").replaceFirst("; of .*", "")
                + " | counts | incidents with service and category, once for each service | "
                + String.join(
                        ", ",
                        Metrics.RESOLVE.exclusions().stream()
                                .map(Exclusion::reason)
                                .toList()) + " |");
        return rows;
    }
}

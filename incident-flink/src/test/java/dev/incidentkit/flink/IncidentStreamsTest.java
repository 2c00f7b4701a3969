package dev.incidentkit.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.flink.Cluster.Outcome;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job on a cluster in this process beside one process over the same records. */
class IncidentStreamsTest {
    private static final SlaClock CLOCK = SlaClock.of(SlaPresets.itil());
    private static final StreamPlan PLAN =
            StreamPlan.until(Records::plan, Records.END).inShards(7);

    private static void areThoseOfOneProcess(StreamFigures figures, List<List<IncidentEvent>> records)
            throws IOException {
        MetricPlan plan = Records.plan();
        Instant asOf = Instant.ofEpochMilli(figures.asOf());
        MetricFold expected = plan.measure(prefixes(records, asOf).stream(), asOf);
        MetricFold measured = figures.measured(plan);
        assertThat(measured.seen()).isEqualTo(expected.seen());
        for (int grouping = 0; grouping < plan.groupings().size(); grouping++) {
            assertThat(measured.figures(grouping)).isEqualTo(expected.figures(grouping));
        }
    }

    /** The records as far as they had taken effect. */
    private static List<List<IncidentEvent>> prefixes(List<List<IncidentEvent>> records, Instant asOf) {
        return records.stream()
                .map(record -> record.stream()
                        .filter(event -> !event.meta().effectiveAt().isAfter(asOf))
                        .toList())
                .filter(record -> !record.isEmpty())
                .toList();
    }

    private static Set<String> breaches(List<List<IncidentEvent>> records, Instant asOf) {
        return records.stream()
                .flatMap(record -> CLOCK.standings(record, asOf).stream()
                        .filter(standing -> standing.breached())
                        .map(standing -> Incident.replay(record).id() + " " + standing.clock()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"1,false", "4,false", "1,true", "4,true"})
    void figures_and_breaches_are_those_of_one_process_after_a_failure_too(int parallelism, boolean fails)
            throws Exception {
        List<List<IncidentEvent>> records = new Records(7).many(300);

        Outcome outcome = Cluster.run(Records.events(records), PLAN, parallelism, fails, Duration.ZERO);

        assertThat(outcome.failed()).isEqualTo(fails);
        assertThat(outcome.late()).isEmpty();
        assertThat(outcome.figures()).hasSize(1);
        areThoseOfOneProcess(outcome.figures().get(0), records);
        assertThat(outcome.breaches()).hasSizeGreaterThan(100).isEqualTo(breaches(records, Records.END));
        assertThat(outcome.signals()).doesNotHaveDuplicates().noneMatch(ClockSignal::takenBack);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void there_are_figures_as_of_each_instant_though_incidents_are_let_go(int parallelism) throws Exception {
        List<List<IncidentEvent>> records = new Records(11).many(200);
        StreamPlan weekly = PLAN.andEvery(Duration.ofDays(7)).settlingAfter(Duration.ofDays(21));

        Outcome outcome = Cluster.run(Records.events(records), weekly, parallelism, false, Duration.ZERO);

        assertThat(outcome.figures()).hasSizeGreaterThan(12);
        for (StreamFigures figures : outcome.figures()) {
            areThoseOfOneProcess(figures, records);
        }
        assertThat(outcome.figures())
                .extracting(StreamFigures::asOf)
                .isSorted()
                .last()
                .isEqualTo(Records.END.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void order_repetition_and_lateness_change_nothing_but_are_counted(int parallelism) throws Exception {
        List<List<IncidentEvent>> records = new Records(23).many(150);
        List<StreamEvent> events = new ArrayList<>(Records.events(records));
        Random random = new Random(5);
        for (int i = 0; i + 30 < events.size(); i += 30) {
            Collections.shuffle(events.subList(i, i + 30), random);
        }
        List<StreamEvent> twice = new ArrayList<>(events);
        for (int i = 0; i < events.size(); i += 10) {
            twice.add(Math.min(twice.size(), i + 50), events.get(i));
        }

        Outcome outcome = Cluster.run(twice, PLAN, parallelism, false, Duration.ofMinutes(1));

        StreamFigures figures = outcome.figures().get(0);
        areThoseOfOneProcess(figures, records);
        assertThat(outcome.breaches()).isEqualTo(breaches(records, Records.END));
        assertThat(figures.repeated()).isEqualTo(twice.size() - events.size());
        assertThat(figures.late()).isEqualTo(outcome.late().size());
        if (parallelism == 1) {
            assertThat(figures.late()).isPositive(); // with more, time stands still until idle readers have ended
        }
        assertThat(figures.waiting()).isZero();
    }

    @Test
    void what_was_told_too_early_is_taken_back_when_a_late_event_shows_otherwise() throws Exception {
        List<List<IncidentEvent>> records = new Records(3).many(60);
        List<IncidentEvent> answered = records.stream()
                .filter(record -> record.size() > 2
                        && breaches(List.of(record), Records.END).isEmpty())
                .findFirst()
                .orElseThrow();
        List<StreamEvent> events = new ArrayList<>(Records.events(records));
        String id = Incident.replay(answered).id().value();
        List<StreamEvent> held = events.stream()
                .filter(event -> event.incident().equals(id) && event.sequence() > 1)
                .toList();
        events.removeAll(held);
        events.addAll(held);

        Outcome outcome = Cluster.run(events, PLAN, 1, false, Duration.ZERO);

        assertThat(outcome.late()).containsExactlyInAnyOrderElementsOf(held);
        assertThat(outcome.signals()).anyMatch(signal -> signal.incident().equals(id) && signal.takenBack());
        assertThat(outcome.breaches()).isEqualTo(breaches(records, Records.END));
        areThoseOfOneProcess(outcome.figures().get(0), records);
    }

    @Test
    void an_event_whose_predecessor_never_came_waits_and_is_counted() throws Exception {
        List<List<IncidentEvent>> records = new Records(31).many(20);
        List<IncidentEvent> torn =
                records.stream().filter(record -> record.size() > 3).findFirst().orElseThrow();
        String id = Incident.replay(torn).id().value();
        List<StreamEvent> events = new ArrayList<>(Records.events(records));
        events.removeIf(event -> event.incident().equals(id) && event.sequence() == 2);
        List<List<IncidentEvent>> rest = new ArrayList<>(records);
        rest.set(records.indexOf(torn), torn.subList(0, 1));

        StreamFigures figures =
                Cluster.run(events, PLAN, 1, false, Duration.ZERO).figures().get(0);

        assertThat(figures.waiting()).isEqualTo(torn.size() - 2);
        areThoseOfOneProcess(figures, rest);
    }

    @Test
    void an_event_of_an_incident_that_was_let_go_is_told_as_late_and_not_measured() throws Exception {
        List<List<IncidentEvent>> records = new Records(41).many(80);
        List<StreamEvent> events = new ArrayList<>(Records.events(records));
        List<IncidentEvent> ended = records.stream()
                .filter(record -> Incident.replay(record).phase().isEnd() && record.size() > 2)
                .findFirst()
                .orElseThrow();
        EncodedEvent again = new EventCodec().encode(ended.get(ended.size() - 1));
        StreamEvent survey = StreamEvent.of(
                TenantId.DEFAULT, Incident.replay(ended).id(), ended.size() + 1, again, Records.END.minusSeconds(60));
        events.add(survey);
        StreamPlan daily = PLAN.andEvery(Duration.ofDays(1)).settlingAfter(Duration.ofDays(30));

        Outcome outcome = Cluster.run(events, daily, 1, false, Duration.ZERO);

        assertThat(outcome.late()).containsExactly(survey);
        StreamFigures last = outcome.figures().get(outcome.figures().size() - 1);
        areThoseOfOneProcess(last, records);
    }

    @Test
    void everything_that_travels_has_a_serializer_of_its_own_type() {
        for (Class<?> type : List.of(
                StreamEvent.class,
                ClockSignal.class,
                StreamFigures.class,
                dev.incidentkit.flink.internal.Contribution.class,
                dev.incidentkit.flink.internal.Partial.class)) {
            assertThat((Object) TypeInformation.of(type)).isInstanceOf(PojoTypeInfo.class);
        }
    }

    @Test
    void an_exported_line_is_read_as_an_event() {
        List<IncidentEvent> record = new Records(1).many(1).get(0);
        StreamEvent event = Records.events(List.of(record)).get(0);
        IncidentId id = Incident.replay(record).id();
        String line = new dev.incidentkit.json.ExportCodec()
                .write(new dev.incidentkit.json.ExportLine(
                        "default",
                        id.value(),
                        1,
                        event.type(),
                        event.form(),
                        record.get(0).meta().effectiveAt(),
                        record.get(0).meta().recordedAt(),
                        event.body(),
                        new byte[32],
                        List.of()));

        StreamEvent read = StreamEvent.ofLine(line);

        assertThat(read).isEqualTo(event).hasSameHashCodeAs(event);
        assertThat(read.toString()).contains(id.value()).doesNotContain("Bob");
        assertThat(Objects.equals(read, null)).isFalse();
    }
}

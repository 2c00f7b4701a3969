package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.sla.Measure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must hold of all metrics over any records. */
class MetricFoldTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Metric RESPONSE = Metrics.compliance("itil", Measure.RESPONSE);
    private static final Metric RESOLUTION = Metrics.compliance("itil", Measure.RESOLUTION);
    private static final MetricPlan PLAN = plan(40);

    private static MetricPlan plan(int exactUpTo) {
        List<Metric> metrics = new ArrayList<>(Metrics.standard());
        metrics.add(RESPONSE);
        metrics.add(RESOLUTION);
        metrics.add(Metrics.backlogAge(Histories.BEGIN.plus(Duration.ofDays(20))));
        metrics.add(Metrics.backlogAgeing(
                Histories.BEGIN.plus(Duration.ofDays(20)), List.of(Duration.ofDays(1), Duration.ofDays(7))));
        return MetricPlan.of(metrics)
                .by(
                        Grouping.by(),
                        Grouping.by(Dimension.PRIORITY, Dimension.CHANNEL),
                        Grouping.by(Dimension.TEAM).per(Period.WEEK, ZoneId.of("Europe/Berlin")),
                        Grouping.by(Dimension.SERVICE))
                .withExactUpTo(exactUpTo)
                .timedBy(ITIL.clock());
    }

    private static MetricFold fold(List<List<IncidentEvent>> records) {
        return PLAN.measure(records.stream(), Histories.END);
    }

    private static List<Figure> all(MetricFold fold) {
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < PLAN.groupings().size(); i++) {
            all.addAll(fold.figures(i));
        }
        return all;
    }

    @Test
    void random_records_take_every_action_that_metrics_look_at() {
        Histories histories = new Histories(ITIL, 1);
        histories.many(400);
        assertThat(histories.drawn())
                .contains(
                        "DRILL",
                        "START",
                        "HOLD",
                        "RESUME",
                        "RESOLVE",
                        "REOPEN",
                        "REJECT",
                        "CLOSE",
                        "CONFIRM",
                        "CANCEL",
                        "SURVEY",
                        "EFFORT",
                        "COMMUNICATE",
                        "ASSIGN",
                        "ACKNOWLEDGE",
                        "ESCALATE",
                        "OVERRIDE",
                        "LINK");
    }

    @Property(tries = 10)
    void sixteen_parts_merged_in_any_order_and_sent_as_bytes_equal_the_whole(@ForAll long seed) throws IOException {
        List<List<IncidentEvent>> records = new Histories(ITIL, seed).many(120);
        List<MetricFold> parts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            parts.add(MetricFold.of(PLAN));
        }
        for (int i = 0; i < records.size(); i++) {
            parts.get(i % 16).add(PLAN.view(records.get(i), Histories.END));
        }
        Collections.shuffle(parts, new Random(seed));
        MetricFold merged = MetricFold.of(PLAN);
        for (MetricFold part : parts) {
            merged.merge(MetricFold.of(PLAN, part.toBytes()));
        }
        MetricFold whole = fold(records);

        assertThat(all(merged)).isEqualTo(all(whole));
        assertThat(merged.toBytes()).isEqualTo(whole.toBytes());
        assertThat(merged.seen()).isEqualTo(120);
    }

    @Property(tries = 10)
    void events_as_they_come_give_what_the_batch_gives(@ForAll long seed) {
        List<List<IncidentEvent>> records = new Histories(ITIL, seed).many(40);
        Random random = new Random(seed);
        LiveFold live = new LiveFold(PLAN);
        Map<Integer, Integer> next = new HashMap<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            int which = open.get(random.nextInt(open.size()));
            int place = next.merge(which, 1, Integer::sum) - 1;
            Incident incident = Incident.replay(records.get(which));
            live.accept(incident.tenant(), incident.id(), records.get(which).get(place));
            if (place == records.get(which).size() - 1) {
                open.remove(Integer.valueOf(which));
            }
        }
        int before = live.kept();
        assertThat(all(live.result(Histories.END))).isEqualTo(all(fold(records)));

        int gone = live.settle(Histories.END);
        assertThat(live.kept()).isEqualTo(before - gone);
        assertThat(live.late()).isZero();
        assertThat(all(live.result(Histories.END))).isEqualTo(all(fold(records)));
    }

    @Test
    void an_event_of_an_incident_that_was_let_go_is_counted_as_late() {
        List<IncidentEvent> record = new Histories(ITIL, 3)
                .many(100).stream()
                        .filter(each -> Incident.replay(each).phase().isEnd())
                        .findFirst()
                        .orElseThrow();
        Incident incident = Incident.replay(record);
        LiveFold live = new LiveFold(PLAN);
        record.forEach(event -> live.accept(incident.tenant(), incident.id(), event));
        assertThat(live.settle(Histories.END)).isEqualTo(1);

        live.accept(incident.tenant(), incident.id(), record.get(record.size() - 1));
        assertThat(live.late()).isEqualTo(1);
        assertThat(live.result(Histories.END).seen()).isEqualTo(1);
    }

    @Property(tries = 10)
    @net.jqwik.api.Tag("C-103")
    @net.jqwik.api.Tag("C-106")
    void groups_that_share_no_incident_add_up_to_the_whole_and_service_levels_reconcile(@ForAll long seed) {
        MetricFold fold = fold(new Histories(ITIL, seed).many(100));

        for (Metric metric : PLAN.metrics()) {
            Figure whole = fold.figures(0, metric).get(0);
            List<Figure> groups = fold.figures(1, metric).stream()
                    .filter(figure -> figure.part().isEmpty())
                    .toList();
            assertThat(groups.stream().mapToLong(Figure::population).sum()).isEqualTo(whole.population());
            assertThat(groups.stream().mapToLong(Figure::n).sum()).isEqualTo(whole.n());
        }
        for (Metric metric : List.of(RESPONSE, RESOLUTION)) {
            Figure figure = fold.figures(0, metric).get(0);
            long met = count(figure, "met");
            long missed = count(figure, "missed");
            long breached = count(figure, "running breached");
            assertThat(met + missed + count(figure, "cancelled") + count(figure, "running in time") + breached)
                    .isEqualTo(figure.n());
            assertThat(figure.value("share").doubleValue())
                    .isCloseTo((double) met / (met + missed + breached), within(1e-6));
        }
    }

    private static long count(Figure figure, String label) {
        return figure.value(label).longValueExact();
    }

    @Property(tries = 10)
    void times_in_status_add_up_to_the_end_minus_the_report_of_every_incident(@ForAll long seed) {
        for (List<IncidentEvent> record : new Histories(ITIL, seed).many(60)) {
            Case one = PLAN.view(record, Histories.END);
            Duration sum = one.spells().stream()
                    .map(spell -> Duration.between(spell.from(), spell.to()))
                    .reduce(Duration.ZERO, Duration::plus);
            Instant end = one.incident().at(Milestone.ENDED).orElse(Histories.END);
            assertThat(sum)
                    .isEqualTo(Duration.between(
                            one.incident().at(Milestone.REPORTED).orElseThrow(), end));
        }
    }

    @Property(tries = 10)
    @net.jqwik.api.Tag("C-109")
    void the_backlog_of_every_day_is_what_counting_the_open_incidents_at_its_end_gives(@ForAll long seed)
            throws IOException {
        List<List<IncidentEvent>> records = new Histories(ITIL, seed).many(80);
        ZoneId zone = ZoneId.of("America/New_York");
        BacklogFold one = new BacklogFold(zone, Dimension.PRIORITY);
        BacklogFold other = new BacklogFold(zone, Dimension.PRIORITY);
        for (int i = 0; i < records.size(); i++) {
            (i % 2 == 0 ? one : other).add(PLAN.view(records.get(i), Histories.END));
        }
        one.read(Heads.of(other.toBytes()));

        for (BacklogDay day : one.days()) {
            Instant end = day.day().plusDays(1).atStartOfDay(zone).toInstant();
            long open = records.stream()
                    .map(Incident::replay)
                    .filter(incident -> !incident.isDrill())
                    .filter(incident ->
                            Dimension.PRIORITY.values().apply(incident).contains(day.group()))
                    .filter(incident ->
                            incident.at(Milestone.REPORTED).orElseThrow().isBefore(end))
                    .filter(incident ->
                            !incident.at(Milestone.ENDED).orElse(Instant.MAX).isBefore(end))
                    .count();
            assertThat(day.backlog()).as("backlog of %s", day).isEqualTo(open);
        }
        assertThat(one.excluded().total())
                .isEqualTo(records.stream()
                        .map(Incident::replay)
                        .filter(Incident::isDrill)
                        .count());
    }

    @Test
    void results_of_another_plan_and_other_bytes_are_refused() {
        MetricPlan other = plan(41);
        assertThatThrownBy(() -> MetricFold.of(PLAN).merge(MetricFold.of(other)))
                .hasMessageContaining(other.hash())
                .hasMessageContaining(PLAN.hash());
        assertThatThrownBy(() -> MetricFold.of(PLAN, MetricFold.of(other).toBytes()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(PLAN.hash());
        assertThatThrownBy(() -> MetricFold.of(PLAN, new BacklogFold(ZoneOffset.UTC, Dimension.TEAM).toBytes()))
                .hasMessageContaining("backlog fold");
        assertThatThrownBy(() -> new BacklogFold(ZoneOffset.UTC, Dimension.TEAM)
                        .merge(new BacklogFold(ZoneOffset.UTC, Dimension.STATUS)))
                .hasMessageContaining("status");
    }

    private static List<IncidentEvent> reported(RecordType type, boolean drill) {
        return ITIL.begin(
                new IncidentId("INC-7"),
                TenantId.DEFAULT,
                Report.of("Nearly", Reporter.person("Bob"), Channel.PHONE)
                        .type(type)
                        .drill(drill)
                        .build(),
                CommandContext.of(Actor.agent("ann"), Histories.BEGIN));
    }

    @Test
    @Tag("C-153")
    void what_is_left_out_is_counted_with_its_reason() {
        MetricFold fold = fold(List.of(reported(RecordType.INCIDENT, false), reported(RecordType.INCIDENT, true)));

        assertThat(fold.figures(0, Metrics.RESOLVE).get(0).excluded())
                .containsExactly(Map.entry("drill", 1L), Map.entry("no RESOLVED", 1L));
    }

    @Test
    @Tag("C-04")
    void near_misses_and_tickets_that_are_not_judged_yet_are_no_incidents() {
        List<List<IncidentEvent>> records = new ArrayList<>();
        for (RecordType type : RecordType.values()) {
            records.add(reported(type, false));
        }
        BacklogFold backlog = new BacklogFold(ZoneOffset.UTC, Dimension.PRIORITY);
        records.forEach(record -> backlog.add(PLAN.view(record, Histories.END)));

        assertThat(fold(records).figures(0, Metrics.RESOLVE).get(0).excluded())
                .containsExactly(Map.entry("no RESOLVED", 1L), Map.entry("no incident", 2L));
        assertThat(backlog.excluded().asMap()).containsExactly(Map.entry("no incident", 2L));
    }

    @Test
    void a_plan_without_clocks_refuses_to_time() {
        MetricPlan untimed = MetricPlan.of(List.of(RESPONSE));
        List<IncidentEvent> record = new Histories(ITIL, 5)
                .many(20).stream()
                        .filter(each -> !Incident.replay(each).isDrill())
                        .findFirst()
                        .orElseThrow();
        assertThatThrownBy(() -> MetricFold.of(untimed).add(untimed.view(record, Histories.END)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no clocks");
    }

    @Test
    void no_name_has_two_meanings() {
        assertThatThrownBy(() -> MetricPlan.of(List.of(Metrics.RESOLVE, Metrics.RESOLVE)))
                .hasMessageContaining("MTT-Resolve");
        assertThatThrownBy(() -> MetricPlan.of(List.of())).hasMessageContaining("0");
        assertThat(Metrics.standard().stream().map(Metric::name)).doesNotHaveDuplicates();
        Supplier<Metric> fresh = () -> Metric.between("MTTD", Milestone.OCCURRED, Milestone.DETECTED);
        assertThat(fresh.get()).isEqualTo(Metrics.DETECT).hasSameHashCodeAs(Metrics.DETECT);
        assertThat(Metrics.DETECT
                        .in(BusinessCalendar.officeHours(ZoneOffset.UTC))
                        .name())
                .startsWith("MTTD in ");
    }
}

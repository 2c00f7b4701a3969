package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MetricFoldTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Instant REPORTED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");

    private static Incident resolvedAfter(Duration time, String number) {
        return ITIL.adopt(
                new IncidentId("INC-" + number),
                AdoptedTicket.of(Status.RESOLVED, REPORTED)
                        .number(number)
                        .resolvedAt(REPORTED.plus(time))
                        .build(),
                NOW);
    }

    private static Incident open() {
        return ITIL.adopt(
                new IncidentId("INC-9"), AdoptedTicket.of(Status.NEW, REPORTED).build(), NOW);
    }

    private static Incident drill() {
        Report report = Report.of("Fire drill", Reporter.person("Bob"), Channel.PHONE)
                .drill(true)
                .build();
        return Incident.replay(ITIL.begin(
                new IncidentId("INC-8"), TenantId.DEFAULT, report, CommandContext.of(Actor.agent("ann"), REPORTED)));
    }

    private static MetricFold<String> fold(Duration unit) {
        return new MetricFold<>(
                MilestoneMetric.RESOLVE, unit, incident -> incident.number().orElse("none"));
    }

    @Test
    void durations_are_counted_in_whole_units_by_group() {
        MetricFold<String> fold = fold(Duration.ofHours(1));
        fold.add(resolvedAfter(Duration.ofMinutes(119), "a"));
        fold.add(resolvedAfter(Duration.ofHours(3), "a"));
        fold.add(resolvedAfter(Duration.ofHours(8), "b"));

        assertThat(fold.groups())
                .containsExactly(Map.entry("a", Distribution.of(1, 3)), Map.entry("b", Distribution.of(8)));
        assertThat(fold.all()).isEqualTo(Distribution.of(1, 3, 8));
        assertThat(fold.seen()).isEqualTo(3);
        assertThat(fold.excluded().total()).isZero();
    }

    @Test
    @Tag("C-153")
    void what_is_left_out_is_counted_with_its_reason() {
        MetricFold<String> fold = fold(Duration.ofMillis(1));
        fold.add(open());
        fold.add(drill());
        fold.add(drill());

        assertThat(fold.seen()).isEqualTo(3);
        assertThat(fold.all()).isEqualTo(Distribution.EMPTY);
        assertThat(fold.excluded().asMap()).containsExactly(Map.entry("drill", 2L), Map.entry("no RESOLVED", 1L));
    }

    @Test
    @Tag("C-04")
    void near_misses_and_tickets_that_are_not_judged_yet_are_no_incidents() {
        MetricFold<String> fold = fold(Duration.ofMillis(1));
        for (RecordType type : RecordType.values()) {
            Report report = Report.of("Nearly", Reporter.person("Bob"), Channel.PHONE)
                    .type(type)
                    .build();
            fold.add(Incident.replay(ITIL.begin(
                    new IncidentId("INC-7"),
                    TenantId.DEFAULT,
                    report,
                    CommandContext.of(Actor.agent("ann"), REPORTED))));
        }

        assertThat(fold.excluded().asMap()).containsExactly(Map.entry("no RESOLVED", 1L), Map.entry("no incident", 2L));
    }

    @Test
    void a_unit_below_a_millisecond_is_refused() {
        assertThatThrownBy(() -> fold(Duration.ofNanos(999_999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.000999999S");
    }

    @Test
    void a_metric_says_its_formula_and_measures_between_its_milestones() {
        MilestoneMetric metric = new MilestoneMetric("wait", Milestone.ACKNOWLEDGED, Milestone.RESOLVED, List.of());

        assertThat(MilestoneMetric.RESOLVE.formula())
                .startsWith("MTT-Resolve = RESOLVED - REPORTED, physical time, without [drill, no incident]");
        assertThat(MilestoneMetric.RESOLVE.measure(resolvedAfter(Duration.ofHours(2), "a")))
                .hasValue(Duration.ofHours(2).toMillis());
        assertThat(MilestoneMetric.RESOLVE.measure(drill())).isEmpty();
        assertThat(metric.measure(resolvedAfter(Duration.ofHours(2), "a"))).isEmpty();
        assertThat(metric.exclusion(open())).isEqualTo("no ACKNOWLEDGED");
    }

    @Test
    void counts_merge_and_tell_the_most_frequent_first() {
        Counts<String> counts = new Counts<>();
        List.of("b", "a", "c", "c").forEach(counts::add);
        Counts<String> others = new Counts<>();
        others.add("a");
        counts.merge(others);

        assertThat(counts.of("a")).isEqualTo(2);
        assertThat(counts.of("z")).isZero();
        assertThat(counts.total()).isEqualTo(5);
        assertThat(counts.most(2)).containsExactly(Map.entry("a", 2L), Map.entry("c", 2L));
        assertThat(counts).hasToString("{a=2, b=1, c=2}").isNotEqualTo(others);
        others.add("a");
        List.of("b", "c", "c").forEach(others::add);
        assertThat(others).isEqualTo(counts).hasSameHashCodeAs(counts);
        assertThatThrownBy(() -> counts.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}

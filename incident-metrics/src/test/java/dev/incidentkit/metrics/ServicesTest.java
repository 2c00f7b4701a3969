package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Effect;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.WorkCommand.Link;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Folds that look at several incidents together, beside plain counting. */
class ServicesTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final MetricPlan PLAN = MetricPlan.of(List.of(Metrics.VOLUME));
    private static final Duration STEP = Duration.ofMinutes(2);

    private static List<Incident> counted(List<List<IncidentEvent>> records) {
        return records.stream()
                .map(Incident::replay)
                .filter(one -> Metrics.RESOLVE.exclusions().stream()
                        .noneMatch(exclusion -> exclusion.test().test(one)))
                .toList();
    }

    private static Instant begin(Incident incident) {
        return incident.at(Milestone.OCCURRED)
                .or(() -> incident.at(Milestone.DETECTED))
                .or(() -> incident.at(Milestone.REPORTED))
                .orElseThrow();
    }

    @Property(tries = 5)
    @net.jqwik.api.Tag("C-25")
    @net.jqwik.api.Tag("C-107")
    void downtime_and_time_between_failures_are_what_walking_minute_by_minute_gives(@ForAll long seed)
            throws IOException {
        List<List<IncidentEvent>> records = new Histories(ITIL, seed).many(12);
        Instant until = Histories.BEGIN.plus(Duration.ofDays(120));
        ServiceFold one = new ServiceFold(Dimension.SERVICE);
        ServiceFold other = new ServiceFold(Dimension.SERVICE);
        for (int i = 0; i < records.size(); i++) {
            (i % 2 == 0 ? one : other).add(PLAN.view(records.get(i), until));
        }
        one.read(Heads.of(other.toBytes()));

        for (ServiceTimes times : one.services()) {
            List<Incident> mine = counted(records).stream()
                    .filter(incident -> incident.services().contains(times.service()))
                    .filter(incident ->
                            !incident.at(Milestone.RESTORED).orElse(until).isBefore(begin(incident)))
                    .toList();
            assertThat(times.incidents()).isEqualTo(mine.size());
            long minutes = 0;
            long users = 0;
            for (Instant at = Histories.BEGIN.minus(Duration.ofDays(1)); at.isBefore(until); at = at.plus(STEP)) {
                Instant now = at;
                List<Incident> down = mine.stream()
                        .filter(incident -> !begin(incident).isAfter(now)
                                && now.isBefore(incident.at(Milestone.RESTORED).orElse(until)))
                        .toList();
                minutes += down.isEmpty() ? 0 : STEP.toMinutes();
                users += STEP.toMinutes()
                        * down.stream().mapToLong(Incident::affectedUsers).sum();
            }
            assertThat(times.downtime().toMinutes()).isBetween(minutes - 2L * mine.size(), minutes + 2L * mine.size());
            assertThat(times.affectedUserTime().toMinutes())
                    .isBetween(users - 100L * mine.size(), users + 100L * mine.size());
            if (times.outages() > 1) {
                Instant first = mine.stream()
                        .map(ServicesTest::begin)
                        .min(Instant::compareTo)
                        .orElseThrow();
                Instant last = mine.stream()
                        .map(incident -> incident.at(Milestone.RESTORED).orElse(until))
                        .max(Instant::compareTo)
                        .orElseThrow();
                Duration up = Duration.between(first, last).minus(times.downtime());
                assertThat(Objects.requireNonNull(times.mtbf()))
                        .isEqualTo(Duration.ofMillis(up.toMillis() / (times.outages() - 1)));
            }
        }
    }

    /** What users see counts: an outage is down time, slowness and what nobody noticed are told apart. */
    @Test
    @Tag("C-01")
    void only_interruptions_are_downtime_and_what_is_less_is_counted_by_its_kind() {
        ProcessDefinition definition =
                ProcessDefinition.builder(ITIL).attribute(Effect.attribute()).build();
        ServiceFold fold = new ServiceFold(Dimension.SERVICE);
        for (Effect effect : Effect.values()) {
            Report report = Report.of("the shop", Reporter.person("Bob"), Channel.PHONE)
                    .addServices("shop")
                    .attributes(effect.asAttribute())
                    .build();
            List<IncidentEvent> events = definition.begin(
                    new IncidentId(effect.name()),
                    TenantId.DEFAULT,
                    report,
                    CommandContext.of(Actor.agent("ann"), Histories.BEGIN));
            assertThat(Effect.of(Incident.replay(events))).contains(effect);
            fold.add(PLAN.view(events, Histories.BEGIN.plus(Duration.ofHours(2))));
        }

        assertThat(fold.services()).singleElement().satisfies(times -> {
            assertThat(times.incidents()).isEqualTo(1);
            assertThat(times.downtime()).isEqualTo(Duration.ofHours(2));
        });
        assertThat(fold.excluded().of("worse, not down")).isEqualTo(1);
        assertThat(fold.excluded().of("not noticed")).isEqualTo(1);
    }

    @Test
    @Tag("C-107")
    void revenue_is_at_stake_as_long_as_the_service_is_down_and_to_the_cent_of_its_rate() {
        ServiceTimes shop = new ServiceTimes("shop", 2, 1, Duration.ofMinutes(100), null, Duration.ZERO);

        assertThat(shop.revenueAtStake(new BigDecimal("120.50"))).isEqualTo("200.83");
        assertThat(shop.revenueAtStake(new BigDecimal("1000"))).isEqualTo("1667");
        assertThat(shop.revenueAtStake(BigDecimal.ZERO)).isEqualTo("0");
        assertThatThrownBy(() -> shop.revenueAtStake(new BigDecimal("-0.01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'shop'")
                .hasMessageContaining("-0.01");
    }

    /** Where it went wrong, and why, is a link: what it cost altogether is a figure by that link. */
    @Test
    @Tag("C-131")
    void incidents_add_up_by_the_change_that_brought_them_about() {
        Dimension byChange = Dimension.linked(RelationKind.CAUSED_BY_CHANGE);
        ServiceFold fold = new ServiceFold(byChange);
        for (int i = 0; i < 3; i++) {
            String change = i < 2 ? "CHG-7" : "CHG-8";
            CommandContext at = CommandContext.of(Actor.agent("ann"), Histories.BEGIN.plus(Duration.ofHours(i)));
            List<IncidentEvent> events = new ArrayList<>(ITIL.begin(
                    new IncidentId("INC-" + i),
                    TenantId.DEFAULT,
                    Report.of("outage", Reporter.person("Bob"), Channel.PHONE).build(),
                    at));
            Link link = new Link(new Relation(RelationKind.CAUSED_BY_CHANGE, change));
            events.addAll(ITIL.decide(Incident.replay(events), link, at));
            fold.add(PLAN.view(events, Histories.BEGIN.plus(Duration.ofHours(4))));
            assertThat(byChange.values().apply(Incident.replay(events))).containsExactly(change);
        }

        assertThat(fold.services()).extracting(ServiceTimes::service).containsExactly("CHG-7", "CHG-8");
        assertThat(fold.services()).extracting(ServiceTimes::incidents).containsExactly(2, 1);
        assertThat(fold.services().get(0).downtime()).isEqualTo(Duration.ofHours(4));
        assertThat(byChange).hasToString("linked CAUSED_BY_CHANGE");
    }

    @Property(tries = 20)
    @net.jqwik.api.Tag("C-104")
    void recurrence_is_what_looking_at_every_pair_gives(@ForAll long seed) throws IOException {
        List<List<IncidentEvent>> records = new Histories(ITIL, seed).many(80);
        RecurrenceFold one = new RecurrenceFold(3);
        RecurrenceFold other = new RecurrenceFold(3);
        for (int i = 0; i < records.size(); i++) {
            (i % 2 == 0 ? one : other).add(PLAN.view(records.get(i), Histories.END));
        }
        one.read(Heads.of(other.toBytes()));

        List<String> keys = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        for (Incident incident : counted(records)) {
            for (String service : incident.services()) {
                incident.category().map(Category::path).ifPresent(category -> {
                    keys.add(service + category);
                    times.add(incident.at(Milestone.REPORTED).orElseThrow());
                });
            }
        }
        long recurred = 0;
        for (int i = 0; i < keys.size(); i++) {
            boolean again = false;
            for (int j = 0; j < keys.size(); j++) {
                Duration since = Duration.between(times.get(j), times.get(i));
                again |= i != j
                        && keys.get(i).equals(keys.get(j))
                        && !since.isNegative()
                        && since.compareTo(Duration.ofDays(3)) <= 0;
            }
            recurred += again ? 1 : 0;
        }
        Figure figure = one.figure();
        assertThat(figure.n()).isEqualTo(keys.size());
        assertThat(figure.value("yes").longValueExact()).isEqualTo(recurred);
        assertThat(figure.formula()).startsWith(figure.metric());
    }

    @Test
    void folds_of_something_else_do_not_merge() {
        assertThatThrownBy(() -> new RecurrenceFold(3).merge(new RecurrenceFold(4)))
                .hasMessageContaining("4");
        assertThatThrownBy(() -> new RecurrenceFold(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> new ServiceFold(Dimension.ITEM).merge(new ServiceFold(Dimension.SERVICE)))
                .hasMessageContaining("service");
        assertThatThrownBy(() -> new RecurrenceFold(3).read(Heads.of(new RecurrenceFold(4).toBytes())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("days 4");
    }

    @Test
    @Tag("C-108")
    void periods_compare_value_by_value() {
        MetricPlan plan = MetricPlan.of(List.of(Metrics.REOPEN_RATE, Metrics.DETECT))
                .by(Grouping.by().per(Period.MONTH, ZoneOffset.UTC));
        MetricFold fold = MetricFold.of(plan);
        new Histories(ITIL, 6).many(300).forEach(record -> fold.add(plan.view(record, Histories.END)));
        List<Figure> months = fold.figures(0, Metrics.REOPEN_RATE);
        Comparison comparison = Comparison.of(months.get(0), months.get(1));

        Comparison.Change share = Objects.requireNonNull(comparison.changes().get("share"));
        assertThat(share.difference())
                .isEqualByComparingTo(
                        months.get(1).value("share").subtract(months.get(0).value("share")));
        assertThat(months.get(0).group().period()).isEqualTo("2026-03");
        assertThatThrownBy(() -> Comparison.of(
                        months.get(0), fold.figures(0, Metrics.DETECT).get(0)))
                .hasMessageContaining("MTTD");
        assertThatThrownBy(() -> months.get(0).value("median")).hasMessageContaining("median");
        assertThatThrownBy(() -> fold.figures(0, Metrics.COST)).hasMessageContaining("Cost");
    }

    @Test
    void labels_of_periods_are_those_of_the_calendar_and_of_iso_weeks() {
        Instant newYear = Instant.parse("2026-12-31T23:30:00Z");
        assertThat(Period.DAY.label(newYear, ZoneOffset.ofHours(1))).isEqualTo("2027-01-01");
        assertThat(Period.WEEK.label(newYear, ZoneOffset.ofHours(1))).isEqualTo("2026-W53");
        assertThat(Period.MONTH.label(newYear, ZoneOffset.UTC)).isEqualTo("2026-12");
        assertThat(Period.QUARTER.label(newYear, ZoneOffset.UTC)).isEqualTo("2026-Q4");
        assertThat(Period.YEAR.label(newYear, ZoneOffset.UTC)).isEqualTo("2026");
    }

    @Test
    @Tag("C-110")
    @Tag("C-164")
    void dimensions_read_what_an_incident_has_and_say_where_it_has_nothing() {
        Incident incident = new Histories(ITIL, 6)
                .many(50).stream()
                        .map(Incident::replay)
                        .filter(one -> one.category().isPresent() && one.owner().isEmpty())
                        .findFirst()
                        .orElseThrow();
        String path = incident.category().orElseThrow().path();
        Case seen = PLAN.view(incident, Histories.END);
        assertThat(Dimension.category(1).of(seen)).containsExactly(path.substring(0, (path + "/").indexOf('/')));
        assertThat(Dimension.category(5).of(seen)).containsExactly(path);
        assertThat(Dimension.TEAM.of(seen)).containsExactly(Dimension.NONE);
        assertThat(Dimension.ITEM.of(seen)).containsExactly(Dimension.NONE);
        assertThat(Dimension.TENANT.of(seen)).containsExactly("default");
        assertThat(Dimension.attribute("site").of(seen)).containsExactly(Dimension.NONE);
        assertThatThrownBy(() -> Dimension.category(0)).hasMessageContaining("0");
        assertThat(Dimension.STATUS)
                .isEqualTo(Dimension.of("status", one -> null))
                .hasToString("status");
    }
}

package dev.incidentkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.report.IncidentReport;
import dev.incidentkit.report.ReportFold;
import dev.incidentkit.report.ReportPlan;
import dev.incidentkit.report.ReportRow;
import dev.incidentkit.report.ReportSection;
import dev.incidentkit.report.ReportValue;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.Schema;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The report of a store's incidents, beside SQL over the same store: its rows of incidents and its sealed events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreReportTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    private static final Actor ANN = Actor.agent("ann");
    private static final String CHANGES = """
            with step as (
              select incident, sequence, regexp_substr(utf8tostring(body), '"(to|status)":\\{"name":"[A-Z_]+"') as place
              from ik_event),
            named as (
              select incident, sequence, regexp_replace(place, '^.*"name":"([A-Z_]+)"$', '$1') as status
              from step where place is not null and place <> ''),
            change as (
              select lag(status) over (partition by incident order by sequence) as before, status from named)
            select way, count(*) from (
              select coalesce(before, '(begins)') || ' to ' || status as way from change
              where before is null or before <> status) group by way""";

    private final DataSource source = source();
    private Instant now = BEGIN;
    private final Random random = new Random(12);
    private IncidentReport report = ReportFold.of(ReportPlan.of(ProcessDefinition.itil(), AS_OF, ZoneOffset.UTC))
            .report();

    private static DataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:report;DB_CLOSE_DELAY=-1");
        return source;
    }

    @BeforeAll
    void fill() {
        Schema.install(source);
        JdbcIncidentStore store = JdbcIncidentStore.open(source);
        ProcessDefinition itil = ProcessDefinition.itil();
        ServiceDesk desk = ServiceDesk.builder(store, itil).clock(() -> now).build();
        for (int i = 0; i < 250; i++) {
            live(desk);
        }
        now = AS_OF;
        TimerRunner timers = new TimerRunner(desk);
        int ticks = 0;
        while (timers.tick() > 0 && ticks < 1_000) {
            ticks++;
        }
        ReportFold fold = ReportFold.of(ReportPlan.of(itil, AS_OF, ZoneOffset.UTC));
        for (IncidentId id : store.incidents(null, 1_000)) {
            fold.add(desk.events(id));
        }
        report = fold.report();
    }

    private void later(int minutes) {
        now = now.plus(Duration.ofSeconds(1 + random.nextInt(minutes * 60)));
    }

    private void live(ServiceDesk desk) {
        now = BEGIN;
        later(60 * 24 * 120);
        IncidentId id = desk.report(
                        Report.of("It is down", Reporter.person("Bob"), Channel.PHONE)
                                .impact(List.of(Impact.HIGH, Impact.MEDIUM, Impact.LOW)
                                        .get(random.nextInt(3)))
                                .urgency(List.of(Urgency.HIGH, Urgency.MEDIUM, Urgency.LOW)
                                        .get(random.nextInt(3)))
                                .category(category())
                                .build(),
                        ANN)
                .incident();
        int fate = random.nextInt(20);
        if (fate == 0) {
            return;
        }
        if (fate == 1) {
            step(desk, id, LifecycleCommand.Cancel.because(CancelReason.WITHDRAWN), 400);
            return;
        }
        step(desk, id, new LifecycleCommand.Start(Owner.group("network")), 300);
        if (fate < 6) {
            step(desk, id, LifecycleCommand.Hold.on(HoldReason.VENDOR), 600);
            step(desk, id, LifecycleCommand.Resume.BY_HAND, 6_000);
        }
        if (fate < 18) {
            step(desk, id, LifecycleCommand.Resolve.permanently(category(), "FIXED", "Renewed it"), 3_000);
        }
        if (fate > 9 && fate < 18) {
            for (String item : desk.definition().lifecycle().checklist()) {
                step(desk, id, new WorkCommand.AnswerChecklist(item, true, null), 60);
            }
            step(desk, id, new LifecycleCommand.Close(), 3_000);
        }
        if (fate == 6) {
            step(desk, id, new LifecycleCommand.Reopen("still broken"), 900);
        }
    }

    private Category category() {
        return new Category(
                List.of("network/vpn", "network/lan", "mail", "erp/payroll").get(random.nextInt(4)));
    }

    private void step(ServiceDesk desk, IncidentId id, IncidentCommand command, int minutes) {
        later(minutes);
        desk.handle(id, command, ANN);
    }

    /** The rows of a query: the first column names, the others are numbers. */
    private Map<String, List<@Nullable BigDecimal>> sql(String query) throws SQLException {
        Map<String, List<@Nullable BigDecimal>> rows = new LinkedHashMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<@Nullable BigDecimal> numbers = new ArrayList<>();
                for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                    BigDecimal number = result.getBigDecimal(i);
                    numbers.add(number == null ? null : number.stripTrailingZeros());
                }
                rows.put(result.getString(1), numbers);
            }
        }
        return rows;
    }

    private Map<String, List<@Nullable BigDecimal>> rows(String section, String... columns) {
        ReportSection found = report.section(section);
        Map<String, List<@Nullable BigDecimal>> rows = new LinkedHashMap<>();
        for (ReportRow row : found.rows()) {
            List<@Nullable BigDecimal> numbers = new ArrayList<>();
            for (String column : columns) {
                BigDecimal number = found.value(row.name(), column).number();
                numbers.add(number == null ? null : number.stripTrailingZeros());
            }
            rows.put(row.name(), numbers);
        }
        return rows;
    }

    @Test
    void incidents_by_priority() throws SQLException {
        assertThat(rows("priorities", "incidents"))
                .hasSize(5)
                .isEqualTo(sql("select priority, count(*) from ik_incident group by priority"));
    }

    @Test
    void the_pareto_by_category() throws SQLException {
        assertThat(rows("categories", "incidents", "cumulative share").entrySet())
                .containsExactlyElementsOf(sql("""
                        select coalesce(category, '(none)'), count(*),
                          round(sum(count(*)) over (order by count(*) desc, category)
                            / cast(sum(count(*)) over () as decimal(20, 10)), 6)
                        from ik_incident group by category order by count(*) desc, category""").entrySet());
    }

    @Test
    void the_trend_by_month() throws SQLException {
        assertThat(rows("trend", "reported", "ended", "backlog")).isEqualTo(sql("""
                with dated as (
                  select reported_at as at, 1 as opened, 0 as ended from ik_incident
                  union all select ended_at, 0, 1 from ik_incident where ended_at is not null),
                monthly as (
                  select formatdatetime(dateadd('MILLISECOND', at, timestamp '1970-01-01 00:00:00'), 'yyyy-MM') as label,
                    sum(opened) as opened, sum(ended) as ended
                  from dated group by formatdatetime(dateadd('MILLISECOND', at, timestamp '1970-01-01 00:00:00'), 'yyyy-MM'))
                select label, opened, ended, sum(opened - ended) over (order by label) from monthly order by label"""));
    }

    @Test
    void the_age_of_the_backlog() throws SQLException {
        assertThat(rows(
                        "ageing",
                        "under 1 day",
                        "1 to 3 days",
                        "3 to 7 days",
                        "7 to 30 days",
                        "30 days or more",
                        "oldest"))
                .containsAllEntriesOf(sql("""
                        with open as (
                          select priority, (%1$d - reported_at) as age, cast(86400000 as bigint) as d from ik_incident where ended_at is null
                          union all select 'all', (%1$d - reported_at), cast(86400000 as bigint) from ik_incident where ended_at is null)
                        select priority, count(case when age < d then 1 end),
                          count(case when age >= d and age < 3 * d then 1 end),
                          count(case when age >= 3 * d and age < 7 * d then 1 end),
                          count(case when age >= 7 * d and age < 30 * d then 1 end),
                          count(case when age >= 30 * d then 1 end), max(age)
                        from open group by priority""".formatted(AS_OF.toEpochMilli())));
    }

    @Test
    void the_time_to_resolve_by_priority() throws SQLException {
        assertThat(rows("resolution", "mean", "median", "p90", "p95", "longest"))
                .isEqualTo(sql("""
                with done as (
                  select priority, resolved_at - reported_at as took from ik_incident
                  where resolved_at is not null and phase <> 'CANCELLED'
                  union all select 'all', resolved_at - reported_at from ik_incident
                  where resolved_at is not null and phase <> 'CANCELLED')
                , ranked as (
                  select priority, took, row_number() over (partition by priority order by took) as rank_of,
                    count(*) over (partition by priority) as n from done)
                select priority, round(avg(cast(took as decimal(30, 10))), 6),
                  median(cast(took as decimal(20, 1))),
                  max(case when rank_of = ceiling(n * 0.90) then took end),
                  max(case when rank_of = ceiling(n * 0.95) then took end), max(took)
                from ranked group by priority"""));
    }

    @Test
    void what_each_figure_leaves_out() throws SQLException {
        assertThat(report.section("resolution").basis().excluded())
                .isEqualTo(sql("""
                select reason, count(*) from (
                  select case when phase = 'CANCELLED' then 'cancelled' else 'no RESOLVED' end as reason from ik_incident
                  where phase = 'CANCELLED' or resolved_at is null) group by reason""").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, row -> count(row.getValue()))));
    }

    @Test
    void how_often_incidents_went_each_way_from_the_sealed_events() throws SQLException {
        assertThat(rows("lifecycle", "times")).hasSizeGreaterThan(7).isEqualTo(sql(CHANGES));
    }

    @Test
    void misses_of_service_levels_from_the_sealed_events() throws SQLException {
        for (String target : List.of("RESPONSE", "RESOLUTION", "UPDATE")) {
            Map<String, List<@Nullable BigDecimal>> events = sql("""
                    select type, count(*) from ik_event
                    where type like 'incident.sla-%%' and utf8tostring(body) like '%%"target":"%s"%%'
                      and incident not in (select incident from ik_incident where phase = 'CANCELLED')
                    group by type""".formatted(target));
            long breached = count(events, "incident.sla-breached") - count(events, "incident.sla-breach-withdrawn");
            ReportRow row = report.section("compliance").row("itil/" + target);
            ReportSection section = report.section("compliance");
            long missed = number(section.value(row.name(), "missed"));

            assertThat(missed + number(section.value(row.name(), "running breached")))
                    .isEqualTo(breached)
                    .isPositive();
            // a miss is recorded once a cycle, and the clock may run again after a reopening
            assertThat(missed).isPositive().isLessThanOrEqualTo(count(events, "incident.sla-missed"));
        }
    }

    private static long count(Map<String, List<@Nullable BigDecimal>> events, String type) {
        return count(events.getOrDefault(type, List.of(BigDecimal.ZERO)));
    }

    private static long count(List<@Nullable BigDecimal> row) {
        return Objects.requireNonNull(row.get(0)).longValueExact();
    }

    private static long number(ReportValue value) {
        return Objects.requireNonNull(value.number()).longValueExact();
    }
}

package dev.incidentkit.spring.boot;

import static dev.incidentkit.spring.boot.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.micrometer.IncidentMeters;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.Schema;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.jdbc.core.JdbcTemplate;

/** Incidents as meters of an application. */
class MetersTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final MeterRegistry registry = new SimpleMeterRegistry();

    /** Gauges hold what they look at weakly; an application holds it as beans. */
    private final List<Object> held = new ArrayList<>();

    private double reported() {
        return registry.find("incidents.reported").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double open() {
        return registry.find("incidents.open").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    @Test
    void what_happened_before_is_open_and_counted_nowhere_and_what_happens_then_is_counted() {
        ServiceDesk desk = ServiceDesk.builder(new InMemoryIncidentStore(), ProcessDefinition.itil())
                .build();
        for (int i = 0; i < 3; i++) {
            desk.report(Samples.outage(), BOB);
        }
        MeterFeed feed = new MeterFeed(desk.store(), new IncidentMeters(), List.of(registry), 2);

        feed.readOn();
        assertThat(reported()).isZero();
        assertThat(open()).isEqualTo(3);

        desk.report(Samples.outage(), BOB);
        feed.readOn();
        feed.readOn();
        assertThat(reported()).isEqualTo(1);
        assertThat(open()).isEqualTo(4);
    }

    @Test
    void an_event_that_cannot_be_read_costs_its_figures_and_nothing_else() {
        DataSource database = Samples.database();
        Schema.install(database);
        ServiceDesk desk = ServiceDesk.builder(JdbcIncidentStore.open(database), ProcessDefinition.itil())
                .build();
        MeterFeed feed = new MeterFeed(desk.store(), new IncidentMeters(), List.of(registry), 100);
        feed.readOn();
        IncidentId newer = desk.report(Samples.outage(), BOB).incident();
        new JdbcTemplate(database)
                .update("update ik_event set type = 'incident.invented' where incident = ?", newer.value());
        desk.report(Samples.outage(), BOB);

        feed.readOn();

        assertThat(reported()).isEqualTo(1);
    }

    @Test
    void an_application_with_a_registry_has_them() {
        Samples.application()
                .withBean(MeterRegistry.class, () -> registry)
                .withPropertyValues("incidentkit.meters.enabled=true", "incidentkit.meters.interval=1h")
                .run(context -> assertThat(context)
                        .hasSingleBean(MeterFeed.class)
                        .hasBean("incidentMetersTick")
                        .hasSingleBean(DeskGauges.class));
    }

    @Test
    void the_primary_one_of_several_registries_is_told_and_passes_it_on() {
        CompositeMeterRegistry all = new CompositeMeterRegistry();
        all.add(registry);
        Samples.application()
                .withBean("single", MeterRegistry.class, () -> registry)
                .withBean("all", MeterRegistry.class, () -> all, bean -> bean.setPrimary(true))
                .withPropertyValues("incidentkit.meters.enabled=true", "incidentkit.meters.interval=1h")
                .run(context -> {
                    MeterFeed feed = new MeterFeed(
                            context.getBean(ServiceDesk.class).store(),
                            new IncidentMeters(),
                            IncidentKitMetricsAutoConfiguration.registries(
                                    context.getBeanProvider(MeterRegistry.class)),
                            10);
                    feed.readOn();
                    context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
                    feed.readOn();
                    assertThat(reported()).isEqualTo(1);
                });
    }

    @Test
    void without_a_registry_without_the_module_or_switched_off_there_are_none() {
        Samples.application()
                .withPropertyValues("incidentkit.meters.enabled=true")
                .run(context -> assertThat(context).doesNotHaveBean(MeterFeed.class));
        Samples.application()
                .withBean(MeterRegistry.class, () -> registry)
                .run(context -> assertThat(context).doesNotHaveBean(MeterFeed.class));
        Samples.application()
                .withBean(MeterRegistry.class, () -> registry)
                .withPropertyValues("incidentkit.meters.enabled=true")
                .withClassLoader(new FilteredClassLoader(IncidentMeters.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("incidentMeterFeed"));
    }

    @Test
    void operators_see_what_is_overdue_what_fails_and_what_waits() {
        AtomicBoolean broken = new AtomicBoolean();
        ServiceDesk desk = ServiceDesk.builder(new InMemoryIncidentStore(), ProcessDefinition.itil())
                .clock(clock)
                .notifications((event, incident) -> {
                    if (broken.get()) {
                        throw new IllegalStateException("the filter fails");
                    }
                    return NotificationFilter.standard().tells(event, incident);
                })
                .build();
        TimerRunner timers = new TimerRunner(desk);
        held.addAll(List.of(desk.store(), timers));
        new DeskGauges(desk, timers).bindTo(registry);
        desk.report(Samples.outage(), BOB);
        Instant due = desk.store().earliestWakeUp().orElseThrow();
        clock.advance(Duration.between(clock.instant(), due).plusSeconds(90));

        assertThat(registry.get("incidents.overdue").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(90);
        assertThat(registry.get("incidents.messages")
                        .tag("state", "waiting")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("incidents.messages")
                        .tag("state", "parked")
                        .gauge()
                        .value())
                .isZero();
        assertThat(failing()).isZero();
        broken.set(true);
        timers.tick();
        assertThat(failing()).isEqualTo(1);
        assertThat(registry.get("incidents.overdue").timeGauge().value(TimeUnit.SECONDS))
                .as("what failed rests")
                .isZero();
    }

    private double failing() {
        return registry.get("incidents.wakeups").tag("state", "failing").gauge().value();
    }
}

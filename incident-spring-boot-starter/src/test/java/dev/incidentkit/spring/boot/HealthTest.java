package dev.incidentkit.spring.boot;

import static dev.incidentkit.spring.boot.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.NotificationPort;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.jdbc.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the application's health shows of the desk. */
class HealthTest {
    private static final String INDICATOR = "incidentkitHealthIndicator";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final DataSource database = Samples.database();

    private ApplicationContextRunner application() {
        Schema.install(database);
        return Samples.application()
                .withBean(DataSource.class, () -> database)
                .withBean(InstantSource.class, () -> clock);
    }

    private static Health health(AssertableApplicationContext context) {
        Health health = context.getBean(INDICATOR, DeskHealthIndicator.class).health();
        return Objects.requireNonNull(health);
    }

    @Test
    void a_desk_that_keeps_its_promises_is_up() {
        application().run(context -> {
            Health health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsEntry("schema", Schema.VERSION)
                    .containsEntry("overdue", "PT0S")
                    .containsEntry("wakeUpsFailing", 0L)
                    .containsEntry("messagesWaiting", 0L)
                    .containsEntry("messagesParked", 0L)
                    .containsKey("definition");
        });
    }

    @Test
    void work_that_nobody_does_brings_it_down() {
        application().withPropertyValues("incidentkit.health.overdue-after=10m").run(context -> {
            context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);

            clock.advance(Duration.ofHours(5));

            assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
            assertThat(Duration.parse((String) health(context).getDetails().get("overdue")))
                    .isGreaterThan(Duration.ofHours(4));
        });
    }

    @Test
    void parked_messages_are_told_and_count_against_a_bound() {
        ApplicationContextRunner failing = application()
                .withBean(NotificationPort.class, () -> message -> {
                    throw new IllegalStateException("the gateway is away");
                })
                .withPropertyValues("incidentkit.outbox.attempts=1");
        failing.run(context -> {
            context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
            context.getBean(OutboxRunner.class).tick();

            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(health(context).getDetails()).containsEntry("messagesParked", 1L);
        });
        failing.withPropertyValues("incidentkit.health.max-parked=1")
                .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.UP));
        failing.withPropertyValues("incidentkit.health.max-parked=0")
                .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
    }

    @Test
    void failing_wake_ups_are_told_rest_as_long_as_is_asked_and_count_against_a_bound() {
        AtomicBoolean broken = new AtomicBoolean();
        ApplicationContextRunner failing = application()
                .withBean(NotificationFilter.class, () -> (event, incident) -> {
                    if (broken.get()) {
                        throw new IllegalStateException("the filter fails");
                    }
                    return false;
                })
                .withPropertyValues("incidentkit.timers.first-pause=7s", "incidentkit.timers.longest-pause=8s");
        failing.run(context -> {
            context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
            TimerRunner timers = context.getBean(TimerRunner.class);
            clock.advance(Duration.ofHours(5));
            broken.set(true);

            for (int seconds : new int[] {7, 8, 8}) {
                timers.tick();
                assertThat(timers.nextDue()).contains(clock.instant().plusSeconds(seconds));
                clock.advance(Duration.ofSeconds(seconds));
            }
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(health(context).getDetails())
                    .containsEntry("wakeUpsFailing", 1L)
                    .containsEntry("overdue", "PT0S");
        });
        failing.withPropertyValues("incidentkit.health.max-failing=1")
                .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.UP));
        failing.withPropertyValues("incidentkit.health.max-failing=0")
                .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
    }

    @Test
    void tables_of_another_version_bring_it_down() {
        application().run(context -> {
            new JdbcTemplate(database).update("update ik_schema set version = version + 1");

            Health health = health(context);

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(String.valueOf(health.getDetails().get("error"))).contains("but has 2");
        });
    }

    @Test
    void it_is_shown_in_memory_too() {
        Samples.application()
                .run(context -> assertThat(health(context).getDetails()).doesNotContainKey("schema"));
    }

    @Test
    void it_can_be_switched_off() {
        application()
                .withPropertyValues("management.health.incidentkit.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(INDICATOR));
        application()
                .withPropertyValues("management.health.defaults.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(INDICATOR));
        application()
                .withPropertyValues(
                        "management.health.defaults.enabled=false", "management.health.incidentkit.enabled=true")
                .run(context -> assertThat(context).hasBean(INDICATOR));
    }

    @Test
    void boot_3_shows_the_same() {
        application().run(context -> {
            Boot3HealthIndicator indicator = new Boot3HealthIndicator(context.getBean(DeskHealth.class));
            assertThat(indicator.health().getStatus().getCode()).isEqualTo("UP");
            assertThat(indicator.health().getDetails())
                    .isEqualTo(health(context).getDetails());

            context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
            clock.advance(Duration.ofHours(5));

            assertThat(indicator.health().getStatus().getCode()).isEqualTo("DOWN");
        });
    }
}

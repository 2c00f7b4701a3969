package dev.incidentkit.spring.boot;

import static dev.incidentkit.spring.boot.Samples.ANN;
import static dev.incidentkit.spring.boot.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.desk.AlertDesk;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.Housekeeping;
import dev.incidentkit.desk.Notification;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.NotificationPort;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which beans there are, and that each steps back for one of the application's own. */
class BeansTest {
    private final ApplicationContextRunner application = Samples.application();
    private final InMemoryIncidentStore store = new InMemoryIncidentStore();
    private final ServiceDesk own =
            ServiceDesk.builder(store, ProcessDefinition.itil()).build();

    private <T> void stepsBackFor(Class<T> type, T bean) {
        application
                .withBean("own", type, () -> bean)
                .run(context -> assertThat(context).getBean(type).isSameAs(bean));
    }

    @Test
    void each_bean_steps_back_for_one_of_the_application() {
        stepsBackFor(IncidentStore.class, store);
        stepsBackFor(
                ProcessDefinition.class,
                ProcessDefinition.builder(ProcessDefinition.itil()).name("own").build());
        stepsBackFor(ServiceDesk.class, own);
        stepsBackFor(Audit.class, new Audit(own));
        stepsBackFor(Housekeeping.class, new Housekeeping(own));
        stepsBackFor(TimerRunner.class, new TimerRunner(own));
        stepsBackFor(OutboxRunner.class, new OutboxRunner(own, message -> {}));
    }

    @Test
    void messages_are_written_only_where_somebody_sends_them() {
        application.run(context -> {
            context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
            assertThat(context).doesNotHaveBean(OutboxRunner.class);
            assertThat(context.getBean(IncidentStore.class).outboxCounts().waiting())
                    .isZero();
        });
        application.withBean(NotificationPort.class, () -> message -> {}).run(context -> {
            context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
            assertThat(context).hasSingleBean(OutboxRunner.class);
            assertThat(context.getBean(IncidentStore.class).outboxCounts().waiting())
                    .isPositive();
        });
    }

    @Test
    void a_port_that_needs_the_desk_makes_no_circle() {
        application
                .withBean(AnsweringPort.class)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(OutboxRunner.class));
    }

    static final class AnsweringPort implements NotificationPort {
        private final ServiceDesk desk;

        AnsweringPort(ServiceDesk desk) {
            this.desk = desk;
        }

        @Override
        public void send(Notification notification) {
            desk.load(notification.incident());
        }
    }

    @Test
    void the_application_s_filter_says_what_is_told() {
        application
                .withBean(NotificationPort.class, () -> message -> {})
                .withBean(NotificationFilter.class, NotificationFilter::none)
                .run(context -> {
                    context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
                    assertThat(context.getBean(IncidentStore.class)
                                    .outboxCounts()
                                    .waiting())
                            .isZero();
                });
    }

    @Test
    void the_application_s_clock_is_the_desk_s() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        application
                .withBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC))
                .run(context -> {
                    ServiceDesk desk = context.getBean(ServiceDesk.class);
                    IncidentId id = desk.report(Samples.outage(), BOB).incident();
                    assertThat(desk.events(id).get(0).meta().recordedAt()).isEqualTo(now);
                });
    }

    @Test
    void customizers_have_the_last_word() {
        application
                .withPropertyValues("incidentkit.commands.attempts=3")
                .withBean(
                        ServiceDeskCustomizer.class,
                        () -> builder -> builder.identities(() -> new IncidentId("INC-1"))
                                .attempts(0))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("attempts is 0"));
        application
                .withBean(
                        ServiceDeskCustomizer.class, () -> builder -> builder.identities(() -> new IncidentId("INC-1")))
                .run(context -> assertThat(context.getBean(ServiceDesk.class)
                                .report(Samples.outage(), BOB)
                                .incident())
                        .isEqualTo(new IncidentId("INC-1")));
    }

    @Test
    void incidents_of_an_earlier_definition_go_on_where_it_is_named() {
        IncidentId[] id = new IncidentId[1];
        ApplicationContextRunner same = application.withBean(IncidentStore.class, () -> store);
        same.withPropertyValues("incidentkit.definition=otrs-like")
                .run(context -> id[0] = context.getBean(ServiceDesk.class)
                        .report(Samples.outage(), BOB)
                        .incident());
        Start start = new Start(Owner.group("network"));

        same.run(context -> assertThatThrownBy(
                        () -> context.getBean(ServiceDesk.class).handle(id[0], start, ANN))
                .hasMessageContaining("DEFINITION_UNKNOWN"));
        same.withPropertyValues("incidentkit.earlier-definitions=otrs-like")
                .run(context -> assertThat(context.getBean(ServiceDesk.class).handle(id[0], start, ANN))
                        .isNotNull());
    }

    @Test
    void of_several_definitions_the_primary_one_begins_incidents_and_the_others_are_known() {
        ProcessDefinition now =
                ProcessDefinition.builder(ProcessDefinition.itil()).name("now").build();
        application
                .withBean("before", ProcessDefinition.class, ProcessDefinition::itil)
                .withBean("now", ProcessDefinition.class, () -> now, bean -> bean.setPrimary(true))
                .withBean(IncidentStore.class, () -> store)
                .run(context -> {
                    IncidentId begun = own.report(Samples.outage(), BOB).incident();
                    ServiceDesk desk = context.getBean(ServiceDesk.class);

                    assertThat(desk.definition()).isSameAs(now);
                    desk.handle(begun, new Start(Owner.group("network")), ANN);
                });
    }

    @Test
    void a_desk_for_alerts_is_made_only_for_whoever_asks() {
        application.run(context -> assertThatThrownBy(() -> context.getBean(AlertDesk.class))
                .hasRootCauseInstanceOf(ConfigurationException.class)
                .hasStackTraceContaining("says nothing about alerts"));
    }

    @Test
    void lazy_applications_make_definition_and_desk_at_the_start() {
        application
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> {
                    List<String> made = List.of(context.getBeanFactory().getSingletonNames());
                    assertThat(made)
                            .contains("processDefinition", "serviceDesk")
                            .doesNotContain("incidentAudit");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "incidentkit.definition, ' '",
        "incidentkit.shutdown-wait, -1s",
        "incidentkit.commands.key-life, 0s",
        "incidentkit.commands.attempts, 0",
        "incidentkit.timers.interval, 0s",
        "incidentkit.timers.batch, 0",
        "incidentkit.timers.lease, -1m",
        "incidentkit.timers.first-pause, 0s",
        "incidentkit.timers.longest-pause, 9s",
        "incidentkit.timers.longest-pause, 25h",
        "incidentkit.outbox.interval, 0s",
        "incidentkit.outbox.batch, 0",
        "incidentkit.outbox.lease, 0s",
        "incidentkit.outbox.attempts, 0",
        "incidentkit.meters.interval, 0s",
        "incidentkit.meters.batch, 0",
        "incidentkit.health.overdue-after, 0s",
        "incidentkit.health.max-failing, -1",
        "incidentkit.health.max-parked, -1",
    })
    void a_value_out_of_bounds_stops_the_start_and_names_the_property(String property, String value) {
        application
                .withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(IllegalArgumentException.class)
                        .rootCause()
                        .hasMessageStartingWith(property + " must"));
    }
}

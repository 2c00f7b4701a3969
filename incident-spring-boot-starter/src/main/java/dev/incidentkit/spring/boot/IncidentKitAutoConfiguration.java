package dev.incidentkit.spring.boot;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.desk.AlertDesk;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.Housekeeping;
import dev.incidentkit.desk.MaintenancePort;
import dev.incidentkit.desk.NotificationPort;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.IncidentStore;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ResourceLoader;

/**
 * Makes the service desk of an application: its definition, its store on the application's DataSource, its runners and
 * the scheduler that ticks them. Each bean steps back for one of the application's own.
 */
@AutoConfiguration
@EnableConfigurationProperties(IncidentKitProperties.class)
public final class IncidentKitAutoConfiguration {
    /** Made by Spring. */
    IncidentKitAutoConfiguration() {}

    /** Definition and desk are made at the start, also where beans are lazy, so that a faulty file stops it. */
    @Bean
    static LazyInitializationExcludeFilter incidentKitEagerBeans() {
        return LazyInitializationExcludeFilter.forBeanTypes(ProcessDefinition.class, ServiceDesk.class);
    }

    @Bean
    DefinitionLoader incidentDefinitionLoader(ListableBeanFactory beans, ResourceLoader resources) {
        return new DefinitionLoader(beans, resources);
    }

    @Bean
    @ConditionalOnMissingBean
    ProcessDefinition processDefinition(DefinitionLoader loader, IncidentKitProperties properties) {
        return loader.load("incidentkit.definition", properties.definition());
    }

    /** The store, unless the application has one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(IncidentStore.class)
    static class Storage {
        @Bean
        StoreChoice incidentStoreChoice(IncidentKitProperties properties, ListableBeanFactory beans) {
            return StoreChoice.of(properties.store(), beans);
        }

        @Bean
        @DependsOnDatabaseInitialization
        IncidentStore incidentStore(StoreChoice choice, IncidentKitProperties properties) {
            return choice.open(properties);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceDesk serviceDesk(
            IncidentStore store, IncidentKitProperties properties, DefinitionLoader loader, ListableBeanFactory beans) {
        return new DeskAssembly(beans, loader, properties).desk(store);
    }

    @Bean
    @ConditionalOnMissingBean
    Audit incidentAudit(ServiceDesk desk) {
        return new Audit(desk);
    }

    @Bean
    @ConditionalOnMissingBean
    Housekeeping incidentHousekeeping(ServiceDesk desk) {
        return new Housekeeping(desk);
    }

    /** Made only for whoever asks for it: without alerts in the definition there is none. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    AlertDesk alertDesk(ServiceDesk desk, ObjectProvider<MaintenancePort> maintenance) {
        return new AlertDesk(desk, maintenance.getIfAvailable(MaintenancePort::none));
    }

    @Bean
    @ConditionalOnMissingBean
    TimerRunner timerRunner(ServiceDesk desk, IncidentKitProperties properties) {
        IncidentKitProperties.Timers timers = properties.timers();
        return new TimerRunner(desk, timers.batch(), timers.lease())
                .pausing(timers.firstPause(), timers.longestPause());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(NotificationPort.class)
    OutboxRunner outboxRunner(ServiceDesk desk, NotificationPort port, IncidentKitProperties properties) {
        IncidentKitProperties.Outbox outbox = properties.outbox();
        return new OutboxRunner(desk, port, outbox.attempts(), outbox.parking())
                .claiming(outbox.batch(), outbox.lease());
    }

    @Bean
    @ConditionalOnProperty(name = "incidentkit.timers.enabled", matchIfMissing = true)
    Tick incidentTimersTick(TimerRunner timers, IncidentKitProperties properties) {
        return new Tick("timers", properties.timers().interval(), timers::tick);
    }

    @Bean
    @ConditionalOnBean(OutboxRunner.class)
    @ConditionalOnProperty(name = "incidentkit.outbox.enabled", matchIfMissing = true)
    Tick incidentOutboxTick(OutboxRunner outbox, IncidentKitProperties properties) {
        return new Tick("outbox", properties.outbox().interval(), outbox::tick);
    }

    @Bean
    Ticks incidentTicks(ObjectProvider<Tick> ticks, IncidentKitProperties properties) {
        return new Ticks(ticks.orderedStream().toList(), properties.shutdownWait());
    }
}

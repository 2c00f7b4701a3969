package dev.incidentkit.spring.boot;

import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Shows the desk as {@code incidentkit} among the application's health: whether its tables are verified, how long due
 * work has waited, how many messages wait and are parked.
 */
@AutoConfiguration(after = IncidentKitAutoConfiguration.class)
@ConditionalOnBean(ServiceDesk.class)
@Conditional(OnEnabledHealth.class)
public final class IncidentKitHealthAutoConfiguration {
    private static final String OF_BOOT_4 = "org.springframework.boot.health.contributor.HealthIndicator";
    private static final String OF_BOOT_3 = "org.springframework.boot.actuate.health.HealthIndicator";
    private static final String NAME = "incidentkitHealthIndicator";

    /** Made by Spring. */
    IncidentKitHealthAutoConfiguration() {}

    @Bean
    DeskHealth incidentDeskHealth(
            ServiceDesk desk,
            TimerRunner timers,
            ObjectProvider<StoreChoice> choice,
            IncidentKitProperties properties) {
        return new DeskHealth(desk, timers, choice.getIfAvailable(), properties.health());
    }

    /** The indicator of Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = OF_BOOT_4)
    static class Boot4 {
        @Bean(NAME)
        @ConditionalOnMissingBean(name = NAME)
        DeskHealthIndicator incidentkitHealthIndicator(DeskHealth health) {
            return new DeskHealthIndicator(health);
        }
    }

    /** The indicator of Boot 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = OF_BOOT_3)
    @ConditionalOnMissingClass(OF_BOOT_4)
    static class Boot3 {
        @Bean(NAME)
        @ConditionalOnMissingBean(name = NAME)
        Boot3HealthIndicator incidentkitHealthIndicator(DeskHealth health) {
            return new Boot3HealthIndicator(health);
        }
    }
}

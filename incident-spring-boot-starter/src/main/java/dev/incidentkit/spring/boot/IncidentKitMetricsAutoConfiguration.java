package dev.incidentkit.spring.boot;

import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.micrometer.IncidentMeters;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Shows incidents as meters, where {@code incident-micrometer} and a registry are there. The registries' makers are named
 * as they are called in Boot 4 and in Boot 3.
 */
@AutoConfiguration(
        after = IncidentKitAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass({MeterRegistry.class, IncidentMeters.class})
@ConditionalOnBean({MeterRegistry.class, ServiceDesk.class})
@ConditionalOnProperty(name = "incidentkit.meters.enabled", matchIfMissing = true)
public final class IncidentKitMetricsAutoConfiguration {
    /** Made by Spring. */
    IncidentKitMetricsAutoConfiguration() {}

    @Bean
    MeterFeed incidentMeterFeed(
            ServiceDesk desk, ObjectProvider<MeterRegistry> registries, IncidentKitProperties properties) {
        return new MeterFeed(
                desk.store(),
                new IncidentMeters(),
                registries(registries),
                properties.meters().batch());
    }

    /** The primary one of several is a composite that passes everything on to the others. */
    static List<MeterRegistry> registries(ObjectProvider<MeterRegistry> beans) {
        MeterRegistry only = beans.getIfUnique();
        return only == null ? beans.stream().toList() : List.of(only);
    }

    @Bean
    Tick incidentMetersTick(MeterFeed feed, IncidentKitProperties properties) {
        return new Tick("meters", properties.meters().interval(), feed::readOn);
    }

    @Bean
    @ConditionalOnMissingBean
    DeskGauges incidentDeskGauges(ServiceDesk desk, TimerRunner timers) {
        return new DeskGauges(desk, timers);
    }
}

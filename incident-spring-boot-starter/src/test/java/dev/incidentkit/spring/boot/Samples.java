package dev.incidentkit.spring.boot;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Urgency;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the tests report, and the application that they report it in. */
final class Samples {
    static final Actor BOB = Actor.caller("bob");
    static final Actor ANN = Actor.agent("ann");

    private Samples() {}

    /** A report whose clocks run: its incident has a wake-up. */
    static Report outage() {
        return Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .build();
    }

    /** An application with the auto-configurations, whose ticks are switched off. */
    static ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        IncidentKitAutoConfiguration.class,
                        IncidentKitHealthAutoConfiguration.class,
                        IncidentKitMetricsAutoConfiguration.class))
                .withPropertyValues(
                        "incidentkit.timers.enabled=false",
                        "incidentkit.outbox.enabled=false",
                        "incidentkit.meters.enabled=false");
    }

    /** A database of its own in memory, empty, that lives as long as the virtual machine. */
    static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }
}

package dev.incidentkit.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The application of the guide, started as Boot starts one, on H2. */
@SpringBootTest(
        classes = ApplicationTest.Application.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:application",
            "incidentkit.store.schema=install",
            "incidentkit.outbox.interval=10ms"
        })
class ApplicationTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Helpdesk.class, GuideBeans.class})
    static class Application {}

    @Autowired
    private ApplicationContext context;

    @Test
    void a_report_is_recorded_numbered_and_told() throws InterruptedException {
        IncidentId id = context.getBean(Helpdesk.class).outage("VPN is down", "bob");

        assertThat(id.value()).startsWith("INC-100");
        assertThat(context.getBean(JdbcIncidentStore.class).load(id)).isPresent();
        assertThat(context.getBean(ServiceDesk.class).load(id)).isPresent();
        assertThat(context.getBean(Audit.class).verify(id).orElseThrow().isWhole())
                .isTrue();
        String sent = context.getBean(GuideBeans.MailGateway.class).sent().poll(30, TimeUnit.SECONDS);
        assertThat(sent).contains("incident.reported", id.value());
    }
}

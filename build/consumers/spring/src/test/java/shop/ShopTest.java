package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.IncidentStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The shop on whatever Boot it is built with; its tables are made by schema.sql, before the store looks at them. */
@SpringBootTest(
        properties = {"spring.sql.init.schema-locations=classpath:dev/incidentkit/store/jdbc/h2/V1__incidentkit.sql,classpath:orders.sql"
        })
class ShopTest {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Orders orders;

    @Autowired
    private IncidentStore store;

    @Autowired
    private BlockingQueue<String> outgoing;

    @Test
    void orders_and_incidents_share_transactions_and_what_is_written_is_sent() throws InterruptedException {
        assertThatThrownBy(() -> orders.lost(1, true)).hasMessage("Order 1 was found");
        assertThat(store.load(orders.last())).isEmpty();
        assertThat(rows(1)).isZero();

        IncidentId id = orders.lost(2, false);
        assertThat(store.load(id)).isPresent();
        assertThat(rows(2)).isEqualTo(1);
        assertThat(context.getBean(ProcessDefinition.class).name()).isEqualTo("shop");
        assertThat(outgoing.poll(30, TimeUnit.SECONDS)).isEqualTo("incident.reported");
    }

    private int rows(int order) {
        return context.getBean(JdbcTemplate.class)
                .queryForObject("select count(*) from orders where id = ?", Integer.class, order);
    }

    /** The types of health moved between Boot 3 and 4, so they are asked by name. */
    @Test
    void health_shows_the_desk() throws ReflectiveOperationException {
        Object endpoint = context.getBean("healthEndpoint");
        Object health = endpoint.getClass()
                .getMethod("healthForPath", String[].class)
                .invoke(endpoint, (Object) new String[] {"incidentkit"});

        assertThat(health.getClass().getMethod("getStatus").invoke(health)).hasToString("UP");
    }

    @Test
    void meters_show_what_happens() {
        MeterRegistry registry = context.getBean(MeterRegistry.class);
        assertThat(registry.get("incidents.overdue").timeGauge().value(TimeUnit.SECONDS)).isZero();
        assertThat(registry.get("incidents.messages").gauges()).hasSize(2);

        await().until(() -> !registry.find("incidents.open").gauges().isEmpty());
        orders.lost(3, false);
        await().until(() -> registry.find("incidents.reported").counter() != null);
    }
}

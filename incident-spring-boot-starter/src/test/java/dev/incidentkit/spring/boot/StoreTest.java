package dev.incidentkit.spring.boot;

import static dev.incidentkit.spring.boot.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.Schema;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Where an application keeps its records. */
class StoreTest {
    private final DataSource database = Samples.database();
    private final ApplicationContextRunner application = Samples.application();

    private ApplicationContextRunner onDatabase() {
        return application.withBean(DataSource.class, () -> database);
    }

    @Test
    void without_a_data_source_records_are_kept_in_memory() {
        application.run(context -> {
            ServiceDesk desk = context.getBean(ServiceDesk.class);
            IncidentId id = desk.report(Samples.outage(), BOB).incident();

            assertThat(context).hasSingleBean(InMemoryIncidentStore.class);
            assertThat(desk.load(id)).isPresent();
        });
    }

    @Test
    void without_a_data_source_an_application_that_asks_for_one_does_not_start() {
        application
                .withPropertyValues("incidentkit.store.kind=jdbc")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RefusedException.class)
                        .hasMessage("incidentkit.store.kind is JDBC, but there is no DataSource."));
    }

    @Test
    void tables_are_never_made_by_surprise() {
        onDatabase()
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(StoreException.class)
                        .hasStackTraceContaining("incidentkit.store.schema is VERIFY")
                        .hasStackTraceContaining("ik_schema is missing"));
        assertThatThrownBy(() -> Schema.verify(database)).isInstanceOf(StoreException.class);
    }

    @Test
    void tables_are_made_on_request_and_kept_by_the_next_start() {
        IncidentId[] id = new IncidentId[1];
        onDatabase()
                .withPropertyValues("incidentkit.store.schema=install")
                .run(context -> id[0] = context.getBean(ServiceDesk.class)
                        .report(Samples.outage(), BOB)
                        .incident());

        onDatabase().run(context -> {
            assertThat(context).hasSingleBean(JdbcIncidentStore.class);
            assertThat(context.getBean(ServiceDesk.class).load(id[0])).isPresent();
        });
    }

    @Test
    void tables_that_nobody_looks_at_may_come_later() {
        onDatabase().withPropertyValues("incidentkit.store.schema=none").run(context -> {
            ServiceDesk desk = context.getBean(ServiceDesk.class);
            assertThatThrownBy(() -> desk.report(Samples.outage(), BOB))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("ik_schema is missing");

            Schema.install(database);

            IncidentId id = desk.report(Samples.outage(), BOB).incident();
            assertThat(desk.load(id)).isPresent();
        });
    }

    @Test
    void of_several_databases_one_must_be_named() {
        DataSource other = Samples.database();
        Schema.install(other);
        ApplicationContextRunner both = application
                .withBean("billing", DataSource.class, () -> database)
                .withBean("tickets", DataSource.class, () -> other);

        both.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("[billing, tickets]"));
        both.withPropertyValues("incidentkit.store.data-source=tickets")
                .run(context -> assertThat(context).hasSingleBean(JdbcIncidentStore.class));
        both.withPropertyValues("incidentkit.store.kind=memory")
                .run(context -> assertThat(context).hasSingleBean(InMemoryIncidentStore.class));
    }

    @Test
    void of_several_databases_the_primary_one_is_used() {
        Schema.install(database);
        application
                .withBean("tickets", DataSource.class, () -> database, bean -> bean.setPrimary(true))
                .withBean("billing", DataSource.class, Samples::database)
                .run(context -> assertThat(context).hasSingleBean(JdbcIncidentStore.class));
    }

    @Test
    void a_desk_keeps_the_incidents_of_its_tenant() {
        Schema.install(database);
        onDatabase().withPropertyValues("incidentkit.tenant=acme").run(context -> {
            IncidentId id = context.getBean(ServiceDesk.class)
                    .report(Samples.outage(), BOB)
                    .incident();
            IncidentStore store = context.getBean(IncidentStore.class);

            assertThat(store.tenant()).isEqualTo(new TenantId("acme"));
            assertThat(store.forTenant(TenantId.DEFAULT).load(id)).isEmpty();
        });
    }

    @Test
    void a_data_source_that_knows_of_transactions_is_looked_behind() {
        DataSource proxy = new TransactionAwareDataSourceProxy(new TransactionAwareDataSourceProxy(database));

        assertThat(SpringTransaction.target(proxy)).isSameAs(database);
        assertThat(new SpringTransaction(proxy).get()).isNull();
    }
}

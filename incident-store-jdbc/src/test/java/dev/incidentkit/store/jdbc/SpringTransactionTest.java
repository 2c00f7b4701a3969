package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.OutboxCounts;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The store takes part in {@code @Transactional} of Spring. */
class SpringTransactionTest {
    /** What a host does in one transaction. */
    interface Bookings {
        /** Writes an incident beside the host's own row. */
        void book(int row, boolean fail);
    }

    static class TransactionalBookings implements Bookings {
        private final DataSource source;
        private final IncidentStore store;

        TransactionalBookings(DataSource source, IncidentStore store) {
            this.source = source;
            this.store = store;
        }

        @Override
        @Transactional
        public void book(int row, boolean fail) {
            try {
                Sql.update(DataSourceUtils.getConnection(source), "insert into test_host (id) values (?)", row);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException("The host's own row was not written", e);
            }
            store.append(HostTransactionTest.everything("INC-" + row, Instant.EPOCH.plusSeconds(row)));
            if (fail) {
                throw new IllegalStateException("The host thinks better of it");
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Beans {
        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        IncidentStore store(DataSource source) {
            return JdbcIncidentStore.open(
                    source,
                    () -> TransactionSynchronizationManager.isActualTransactionActive()
                            ? DataSourceUtils.getConnection(source)
                            : null);
        }

        @Bean
        Bookings bookings(DataSource source, IncidentStore store) {
            return new TransactionalBookings(source, store);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void a_rollback_of_spring_leaves_no_event_no_wake_up_and_no_message(TestDatabase database) {
        database.clean();
        TestDatabase.execute(
                database.source(),
                "create table if not exists test_host (id integer not null primary key)",
                "delete from test_host");
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, database::source, definition -> definition.setDestroyMethodName(""));
            context.register(Beans.class);
            context.refresh();
            Bookings bookings = context.getBean(Bookings.class);
            IncidentStore store = context.getBean(IncidentStore.class);

            assertThatThrownBy(() -> bookings.book(1, true)).hasMessageContaining("thinks better");
            assertThat(store.load(new IncidentId("INC-1"))).isEmpty();
            assertThat(store.earliestWakeUp()).isEmpty();
            assertThat(store.outboxCounts()).isEqualTo(new OutboxCounts(0, 0));

            bookings.book(1, false);
            assertThat(store.load(new IncidentId("INC-1"))).isPresent();
            assertThat(store.earliestWakeUp()).contains(Instant.EPOCH.plusSeconds(1));
            assertThat(store.outboxCounts()).isEqualTo(new OutboxCounts(1, 0));
        }
    }
}

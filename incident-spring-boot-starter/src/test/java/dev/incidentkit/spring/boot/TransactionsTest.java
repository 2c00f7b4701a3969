package dev.incidentkit.spring.boot;

import static dev.incidentkit.spring.boot.Samples.ANN;
import static dev.incidentkit.spring.boot.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.desk.ConflictException;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.NotificationPort;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.OutboxCounts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

/** Commands within transactions of the application, on each database. */
class TransactionsTest {
    /** What the application does in one transaction. */
    interface Orders {
        /** Writes a row of the application's own, does more, and may think better of it. */
        void place(int order, Runnable more, boolean fails);
    }

    static class TransactionalOrders implements Orders {
        private final JdbcTemplate rows;

        TransactionalOrders(DataSource source) {
            this.rows = new JdbcTemplate(source);
        }

        @Override
        @Transactional
        public void place(int order, Runnable more, boolean fails) {
            rows.update("insert into orders (id) values (?)", order);
            more.run();
            rows.update("insert into orders (id) values (?)", -order);
            if (fails) {
                throw new IllegalStateException("The application thinks better of order " + order);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Application {
        @Bean
        PlatformTransactionManager transactions(DataSource tickets) {
            return new JdbcTransactionManager(tickets);
        }

        @Bean
        Orders orders(DataSource tickets) {
            return new TransactionalOrders(tickets);
        }

        @Bean
        NotificationPort port() {
            return message -> {};
        }
    }

    /** Transactions are those of another database. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Elsewhere {
        @Bean
        DataSource other() {
            return Databases.H2.prepared();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource other) {
            return new JdbcTransactionManager(other);
        }

        @Bean
        Orders orders(DataSource other) {
            return new TransactionalOrders(other);
        }
    }

    /** Lets somebody else write between loading and appending. */
    private final AtomicReference<Runnable> inBetween = new AtomicReference<>();

    private static ApplicationContextRunner with(DataSource source, Class<?> configuration) {
        return Samples.application()
                .withBean("tickets", DataSource.class, () -> source)
                .withPropertyValues("incidentkit.store.data-source=tickets")
                .withUserConfiguration(configuration);
    }

    private static void rollsBack(Orders orders, int order, Runnable more) {
        assertThatThrownBy(() -> orders.place(order, more, true))
                .hasMessageContaining("thinks better of order " + order);
    }

    private static int rows(DataSource source) {
        Integer count = new JdbcTemplate(source).queryForObject("select count(*) from orders", Integer.class);
        return count == null ? -1 : count;
    }

    private static IncidentId report(AssertableApplicationContext context) {
        return context.getBean(ServiceDesk.class).report(Samples.outage(), BOB).incident();
    }

    @ParameterizedTest
    @EnumSource
    void a_rollback_leaves_no_event_no_wake_up_and_no_message(Databases database) {
        DataSource source = database.prepared();
        with(source, Application.class).run(context -> {
            Orders orders = context.getBean(Orders.class);
            IncidentStore store = context.getBean(IncidentStore.class);
            IncidentId[] id = {new IncidentId("none")};

            rollsBack(orders, 1, () -> {
                id[0] = report(context);
                assertThat(store.load(id[0])).as("seen within the transaction").isPresent();
                assertThat(store.earliestWakeUp()).isPresent();
                assertThat(store.outboxCounts().waiting()).isPositive();
            });

            assertThat(store.load(id[0])).isEmpty();
            assertThat(store.summary(id[0])).isEmpty();
            assertThat(store.earliestWakeUp()).isEmpty();
            assertThat(store.outboxCounts()).isEqualTo(new OutboxCounts(0, 0));
            assertThat(rows(source)).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_keeps_all_of_it(Databases database) {
        DataSource source = database.prepared();
        with(source, Application.class).run(context -> {
            IncidentStore store = context.getBean(IncidentStore.class);
            IncidentId[] id = {new IncidentId("none")};

            context.getBean(Orders.class).place(1, () -> id[0] = report(context), false);

            assertThat(store.load(id[0])).isPresent();
            assertThat(store.earliestWakeUp()).isPresent();
            assertThat(store.outboxCounts().waiting()).isPositive();
            assertThat(rows(source)).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_conflict_is_reported_and_the_transaction_stays_usable(Databases database) {
        DataSource source = database.prepared();
        NotificationFilter meddling = (event, after) -> {
            Runnable other = inBetween.getAndSet(null);
            if (other != null) {
                CompletableFuture.runAsync(other).join();
            }
            return false;
        };
        with(source, Application.class)
                .withBean(NotificationFilter.class, () -> meddling)
                .withPropertyValues("incidentkit.commands.attempts=1")
                .run(context -> {
                    ServiceDesk desk = context.getBean(ServiceDesk.class);
                    IncidentId id = report(context);
                    Consumer<String> note = text -> desk.handle(id, new Note(text, Visibility.INTERNAL), ANN);

                    context.getBean(Orders.class)
                            .place(
                                    1,
                                    () -> {
                                        inBetween.set(() -> note.accept("first"));
                                        assertThatThrownBy(() -> note.accept("second"))
                                                .isInstanceOf(ConflictException.class);
                                        note.accept("third");
                                    },
                                    false);

                    assertThat(rows(source)).isEqualTo(2);
                    assertThat(desk.events(id))
                            .filteredOn(WorkEvent.Noted.class::isInstance)
                            .extracting(
                                    event -> ((WorkEvent.Noted) event).text().text())
                            .containsExactly("first", "third");
                });
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_leaves_the_transaction_usable(Databases database) {
        DataSource source = database.prepared();
        with(source, Application.class).run(context -> {
            ServiceDesk desk = context.getBean(ServiceDesk.class);
            IncidentId id = report(context);

            context.getBean(Orders.class)
                    .place(
                            1,
                            () -> {
                                assertThatThrownBy(() -> desk.handle(id, new Close(), ANN))
                                        .isInstanceOf(IncidentRejectedException.class);
                                desk.handle(id, new Start(Owner.group("network")), ANN);
                            },
                            false);

            assertThat(rows(source)).isEqualTo(2);
            assertThat(desk.load(id).orElseThrow().owner()).contains(Owner.group("network"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_transaction_of_another_database_is_not_joined(Databases database) {
        DataSource source = database.prepared();
        with(source, Elsewhere.class).run(context -> {
            IncidentId[] id = {new IncidentId("none")};

            rollsBack(context.getBean(Orders.class), 1, () -> id[0] = report(context));

            assertThat(context.getBean(IncidentStore.class).load(id[0])).isPresent();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_was_used_beside_a_transaction_of_another_database_is_not_joined(Databases database) {
        DataSource source = database.prepared();
        with(source, Elsewhere.class).run(context -> {
            IncidentId[] id = {new IncidentId("none")};

            rollsBack(context.getBean(Orders.class), 1, () -> {
                assertThat(rows(source)).isZero();
                id[0] = report(context);
            });

            assertThat(context.getBean(IncidentStore.class).load(id[0])).isPresent();
        });
    }
}

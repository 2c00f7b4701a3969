package dev.incidentkit.spring.boot;

import static dev.incidentkit.spring.boot.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.desk.Notification;
import dev.incidentkit.desk.NotificationPort;
import dev.incidentkit.desk.ServiceDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The scheduler of an application. */
class TicksTest {
    private static final long PATIENCE = 30;
    private static final Duration SHORT = Duration.ofMillis(1);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<Thread> senders = new LinkedBlockingQueue<>();

    private void send(Notification notification) {
        senders.add(Thread.currentThread());
        sent.add(notification.topic());
    }

    private ApplicationContextRunner ticking() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(IncidentKitAutoConfiguration.class))
                .withBean(InstantSource.class, () -> clock)
                .withBean(NotificationPort.class, () -> this::send)
                .withPropertyValues("incidentkit.timers.interval=5ms", "incidentkit.outbox.interval=5ms");
    }

    /** The next message with the topic. */
    private void await(String topic) throws InterruptedException {
        String next;
        do {
            next = sent.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(next).as("a message with topic " + topic).isNotNull();
        } while (!topic.equals(next));
    }

    @Test
    void what_falls_due_becomes_an_event_and_what_is_written_is_sent() {
        ticking().run(context -> {
            ServiceDesk desk = context.getBean(ServiceDesk.class);
            IncidentId id = desk.report(Samples.outage(), BOB).incident();
            await("incident.reported");

            clock.advance(Duration.ofHours(1));
            await("incident.sla-breached");

            List<IncidentEvent> events = desk.events(id);
            assertThat(events).anyMatch(SlaEvent.Breached.class::isInstance);
            assertThat(senders).isNotEmpty().allMatch(sender -> sender.getName().startsWith("incidentkit-"));
        });
    }

    @Test
    void the_scheduler_s_threads_end_with_the_application() throws InterruptedException {
        ticking().run(context -> {
            context.getBean(ServiceDesk.class).report(Samples.outage(), BOB);
            await("incident.reported");
            assertThat(context.getBean(Ticks.class).isRunning()).isTrue();
        });

        for (Thread sender : senders) {
            sender.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        }
        assertThat(senders).isNotEmpty().noneMatch(Thread::isAlive);
    }

    @Test
    void each_kind_of_tick_can_be_switched_off() {
        ticking()
                .withPropertyValues("incidentkit.timers.enabled=false")
                .run(context -> assertThat(context.getBeansOfType(Tick.class)).containsOnlyKeys("incidentOutboxTick"));
        ticking()
                .withPropertyValues("incidentkit.outbox.enabled=false")
                .run(context -> assertThat(context.getBeansOfType(Tick.class)).containsOnlyKeys("incidentTimersTick"));
        Samples.application()
                .run(context ->
                        assertThat(context.getBean(Ticks.class).isRunning()).isFalse());
    }

    @Test
    void a_tick_that_fails_is_tried_again_and_stops_no_other() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(3);
        Tick failing = new Tick("failing", SHORT, () -> {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("the database is away");
                case 2 -> throw new LinkageError("a class is away");
                default -> again.countDown();
            }
        });
        Ticks ticks = new Ticks(List.of(failing, new Tick("other", SHORT, others::countDown)), Duration.ofSeconds(1));

        ticks.start();

        assertThat(again.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(others.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        ticks.stop();
    }

    @Test
    void stopping_waits_for_the_tick_that_runs() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Tick slow = new Tick("slow", Duration.ofHours(1), () -> {
            begun.countDown();
            awaited(stopping);
            done.incrementAndGet();
        });
        Ticks ticks = new Ticks(List.of(slow), Duration.ofSeconds(PATIENCE));
        ticks.start();
        assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        Thread releaser = new Thread(stopping::countDown);

        releaser.start();
        ticks.stop();

        assertThat(done.get()).isEqualTo(1);
        assertThat(ticks.isRunning()).isFalse();
        releaser.join();
    }

    @Test
    void a_tick_that_goes_on_too_long_is_interrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Tick endless = new Tick("endless", SHORT, () -> {
            begun.countDown();
            if (!awaited(new CountDownLatch(1))) {
                interrupted.countDown();
            }
        });
        Ticks ticks = new Ticks(List.of(endless), SHORT);
        ticks.start();
        assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();

        ticks.stop();

        assertThat(interrupted.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(2 * PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void starting_twice_and_stopping_twice_is_the_same_as_once() {
        AtomicInteger runs = new AtomicInteger();
        Ticks ticks = new Ticks(List.of(new Tick("one", Duration.ofHours(1), runs::incrementAndGet)), SHORT);

        ticks.start();
        ticks.start();
        assertThat(ticks.isRunning()).isTrue();
        ticks.stop();
        ticks.stop();

        assertThat(ticks.isRunning()).isFalse();
        assertThat(runs.get()).isLessThanOrEqualTo(1);
    }
}

package dev.incidentkit.spring.boot;

import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.IncidentStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/**
 * What an operator watches: {@code incidents.overdue}, how long the work that waits longest has waited, {@code
 * incidents.wakeups} with the tag state, failing, and {@code incidents.messages} with the tag state, waiting or parked. Read
 * from the store, of all tenants, when they are asked for.
 */
final class DeskGauges implements MeterBinder {
    private final IncidentStore store;
    private final TimerRunner timers;

    DeskGauges(ServiceDesk desk, TimerRunner timers) {
        this.store = desk.store();
        this.timers = timers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder(
                        "incidents.overdue",
                        timers,
                        TimeUnit.MILLISECONDS,
                        runner -> runner.overdue().toMillis())
                .description("How long the work that is due longest has been due")
                .register(registry);
        Gauge.builder("incidents.wakeups", timers, TimerRunner::failing)
                .description("Wake-ups that failed when they were last tried")
                .tags("state", "failing")
                .register(registry);
        Gauge.builder(
                        "incidents.messages",
                        store,
                        messages -> messages.outboxCounts().waiting())
                .description("Messages that were not yet sent")
                .tags("state", "waiting")
                .register(registry);
        Gauge.builder(
                        "incidents.messages",
                        store,
                        messages -> messages.outboxCounts().parked())
                .description("Messages that were given up until somebody decides")
                .tags("state", "parked")
                .register(registry);
    }
}

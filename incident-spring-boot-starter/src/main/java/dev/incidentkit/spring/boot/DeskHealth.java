package dev.incidentkit.spring.boot;

import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.jdbc.Schema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How the desk is: what both generations of Boot show. */
final class DeskHealth {
    private final ServiceDesk desk;
    private final TimerRunner timers;
    private final @Nullable DataSource database;
    private final IncidentKitProperties.Health bounds;

    DeskHealth(
            ServiceDesk desk, TimerRunner timers, @Nullable StoreChoice choice, IncidentKitProperties.Health bounds) {
        this.desk = desk;
        this.timers = timers;
        this.database = choice == null ? null : choice.source();
        this.bounds = bounds;
    }

    /**
     * How it is.
     *
     * @param up whether it keeps what it promises
     * @param details what was found, by name
     */
    record Standing(boolean up, Map<String, Object> details) {}

    /**
     * Looks at schema, wake-ups and messages.
     *
     * @throws dev.incidentkit.store.StoreException if the tables are not this library's, or the database is away
     */
    Standing standing() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("definition", desk.definition().toString());
        if (database != null) {
            Schema.verify(database);
            details.put("schema", Schema.VERSION);
        }
        boolean intime = isInTime(details);
        boolean told = isTold(details);
        return new Standing(intime && told, details);
    }

    private boolean isInTime(Map<String, Object> details) {
        if (!desk.store().capabilities().contains(Capability.TIMERS)) {
            return true;
        }
        Duration overdue = timers.overdue();
        details.put("overdue", overdue.toString());
        long failing = timers.failing();
        details.put("wakeUpsFailing", failing);
        Long most = bounds.maxFailing();
        boolean many = most != null && failing > most;
        return !many && overdue.compareTo(bounds.overdueAfter()) <= 0;
    }

    private boolean isTold(Map<String, Object> details) {
        if (!desk.store().capabilities().contains(Capability.OUTBOX)) {
            return true;
        }
        OutboxCounts counts = desk.store().outboxCounts();
        details.put("messagesWaiting", counts.waiting());
        details.put("messagesParked", counts.parked());
        Long most = bounds.maxParked();
        return most == null || counts.parked() <= most;
    }
}

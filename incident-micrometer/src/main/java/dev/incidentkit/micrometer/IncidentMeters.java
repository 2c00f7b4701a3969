package dev.incidentkit.micrometer;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.metrics.Exclusion;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times events as they come, as a store's feed gives them: those of one incident in their order and each once.
 * Drills are left out, and so is what is no incident: it is counted from when it is judged to be one, and no longer from when
 * it is judged to be none. Meters take nothing back: an incident that is reopened and resolved again is timed twice, each time
 * from its report; exact figures are those of {@link dev.incidentkit.metrics.MetricFold}. Incidents are kept in memory
 * until they end. Safe for use by several threads, as long as the events of one incident come one after the other.
 *
 * <table><caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>tags</th></tr>
 * <tr><td>{@code incidents.reported}</td><td>counter</td><td>channel</td></tr>
 * <tr><td>{@code incidents.open}</td><td>gauge</td><td>phase</td></tr>
 * <tr><td>{@code incidents.acknowledge.time}</td><td>timer</td><td>priority</td></tr>
 * <tr><td>{@code incidents.restore.time}</td><td>timer</td><td>priority</td></tr>
 * <tr><td>{@code incidents.resolve.time}</td><td>timer</td><td>priority</td></tr>
 * <tr><td>{@code incidents.close.time}</td><td>timer</td><td>priority</td></tr>
 * <tr><td>{@code incidents.hold.time}</td><td>timer</td><td>reason</td></tr>
 * <tr><td>{@code incidents.reopened}</td><td>counter</td><td>priority</td></tr>
 * <tr><td>{@code incidents.reassigned}</td><td>counter</td><td>priority</td></tr>
 * <tr><td>{@code incidents.escalated}</td><td>counter</td><td>kind</td></tr>
 * <tr><td>{@code incidents.cancelled}</td><td>counter</td><td>reason</td></tr>
 * <tr><td>{@code incidents.sla.at.risk}, {@code .breached}, {@code .withdrawn}</td><td>counter</td>
 * <td>policy, target</td></tr>
 * </table>
 */
public final class IncidentMeters implements MeterBinder {
    private static final String NONE = "none";
    private static final String INCIDENTS = "incidents";

    private final Map<Key, Incident> open = new ConcurrentHashMap<>();
    private final Map<Phase, AtomicLong> phases = new EnumMap<>(Phase.class);
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
    private final AtomicLong unknown = new AtomicLong();

    /** An incident's identity across tenants. */
    private record Key(TenantId tenant, IncidentId id) {}

    /** Creates meters that are bound to no registry yet. */
    public IncidentMeters() {
        for (Phase phase : Phase.values()) {
            phases.put(phase, new AtomicLong());
        }
    }

    /**
     * Binds the meters to a registry. Events that came before are not told to it, but for those that are open.
     *
     * @param registry the registry
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        phases.forEach((phase, count) -> {
            if (!phase.isEnd()) {
                Gauge.builder("incidents.open", count, AtomicLong::doubleValue)
                        .description("Incidents that have not ended, by phase")
                        .baseUnit(INCIDENTS)
                        .tags("phase", phase.name())
                        .register(registry);
            }
        });
        registries.add(registry);
    }

    /** {@return how many events came for incidents whose beginning never came, or that had ended: they are not counted} */
    public long unknown() {
        return unknown.get();
    }

    /**
     * Takes one more event.
     *
     * @param tenant whom the incident belongs to
     * @param id the incident
     * @param event its next event
     */
    public void accept(TenantId tenant, IncidentId id, IncidentEvent event) {
        Key key = new Key(tenant, id);
        Incident before = open.get(key);
        if (before == null && !begins(event)) {
            unknown.incrementAndGet();
            return;
        }
        Incident after = before == null ? Incident.replay(List.of(event)) : before.apply(event);
        if (after.phase().isEnd()) {
            open.remove(key);
        } else {
            open.put(key, after);
        }
        Incident counted = before == null || isLeftOut(before) ? null : before;
        if (isLeftOut(after)) {
            if (counted != null) {
                count(counted.phase()).decrementAndGet();
            }
            return;
        }
        move(counted, after);
        tell(counted, after, event);
    }

    private static boolean isLeftOut(Incident incident) {
        return Exclusion.DRILLS.test().test(incident)
                || Exclusion.NO_INCIDENTS.test().test(incident);
    }

    private static boolean begins(IncidentEvent event) {
        return event instanceof Reported
                || event instanceof RecordEvent.Adopted
                || event instanceof RecordEvent.Imported;
    }

    private AtomicLong count(Phase phase) {
        return phases.computeIfAbsent(phase, key -> new AtomicLong());
    }

    private void move(@Nullable Incident before, Incident after) {
        if (before != null) {
            count(before.phase()).decrementAndGet();
        }
        if (!after.phase().isEnd()) {
            count(after.phase()).incrementAndGet();
        }
    }

    private void tell(@Nullable Incident before, Incident after, IncidentEvent event) {
        if (before == null) {
            add(
                    "incidents.reported",
                    Tags.of("channel", after.channel().map(Channel::name).orElse(NONE)));
        }
        reached(before, after, Milestone.ACKNOWLEDGED, "incidents.acknowledge.time", Metrics.ACKNOWLEDGE);
        reached(before, after, Milestone.RESTORED, "incidents.restore.time", Metrics.RESTORE);
        reached(before, after, Milestone.RESOLVED, "incidents.resolve.time", Metrics.RESOLVE);
        reached(before, after, Milestone.ENDED, "incidents.close.time", Metrics.CLOSE);
        if (before != null) {
            changed(before, after);
        }
        if (event instanceof AssignmentEvent.Escalated escalated) {
            add("incidents.escalated", Tags.of("kind", escalated.kind().name()));
        } else if (event instanceof SlaEvent sla) {
            clock(sla);
        }
    }

    private void changed(Incident before, Incident after) {
        if (after.reopenings() > before.reopenings()) {
            add("incidents.reopened", priority(after));
        }
        if (after.reassignments() > before.reassignments()) {
            add("incidents.reassigned", priority(after));
        }
        if (after.phase() == Phase.CANCELLED && before.phase() != Phase.CANCELLED) {
            String reason = after.cancelReason().map(CancelReason::name).orElse(NONE);
            add("incidents.cancelled", Tags.of("reason", reason));
        }
        if (before.phase() == Phase.ON_HOLD && after.phase() != Phase.ON_HOLD) {
            String reason = before.holdReason().map(HoldReason::name).orElse(NONE);
            Duration waited = Duration.between(before.statusSince(), after.lastEffectiveAt());
            time("incidents.hold.time", "Time on hold, by reason", Tags.of("reason", reason), waited);
        }
    }

    private void clock(SlaEvent event) {
        Tags tags = Tags.of(
                "policy", event.clock().policy(), "target", event.clock().target());
        if (event instanceof SlaEvent.AtRisk) {
            add("incidents.sla.at.risk", tags);
        } else if (event instanceof SlaEvent.Breached) {
            add("incidents.sla.breached", tags);
        } else if (event instanceof SlaEvent.BreachWithdrawn) {
            add("incidents.sla.withdrawn", tags);
        }
    }

    private static Tags priority(Incident incident) {
        return Tags.of("priority", incident.priority().map(Priority::name).orElse(NONE));
    }

    private void reached(
            @Nullable Incident before, Incident after, Milestone milestone, String name, Metric definition) {
        Instant at = after.at(milestone).orElse(null);
        boolean isNew = before == null || before.at(milestone).isEmpty();
        Instant from = after.at(Milestone.REPORTED).orElse(null);
        boolean left = definition.exclusions().stream()
                .anyMatch(exclusion -> exclusion.test().test(after));
        if (at != null && from != null && isNew && !left && !at.isBefore(from)) {
            time(name, milestone + " - " + Milestone.REPORTED, priority(after), Duration.between(from, at));
        }
    }

    private void time(String name, String description, Tags tags, Duration time) {
        for (MeterRegistry registry : registries) {
            Timer.builder(name)
                    .description(description)
                    .tags(tags)
                    .register(registry)
                    .record(time);
        }
    }

    private void add(String name, Tags tags) {
        for (MeterRegistry registry : registries) {
            Counter.builder(name)
                    .baseUnit(name.startsWith("incidents.sla") ? "clocks" : INCIDENTS)
                    .tags(tags)
                    .register(registry)
                    .increment();
        }
    }
}

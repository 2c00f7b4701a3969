package dev.incidentkit.desk;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.SuppressionRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes alerts: the first of a key opens an incident, the others are counted on it, whoever takes them on whatever node.
 * Each alert is on a record when {@link #receive} answers. Send many at once where there are many: those of one key that
 * say the same make one event.
 *
 * <p>Safe for use by several threads and nodes.
 */
public final class AlertDesk {
    /** Alerts of one key take turns within a node, which costs less than conflicts; nodes meet in the store. */
    private static final int STRIPES = 64;

    private final ServiceDesk desk;
    private final MaintenancePort maintenance;
    private final AlertPolicy policy;
    private final AlertWriter writer;
    private final ReentrantLock[] stripes;

    /**
     * Takes alerts by the definition of a desk.
     *
     * @param desk the desk
     * @param maintenance tells which work explains alerts
     * @throws ConfigurationException if the desk's definition says nothing about alerts
     */
    public AlertDesk(ServiceDesk desk, MaintenancePort maintenance) {
        AlertPolicy alerts = desk.definition().procedures().alerts();
        if (alerts == null) {
            throw new ConfigurationException(
                    "alert desk", List.of(desk.definition() + " says nothing about alerts: give its procedures some"));
        }
        this.desk = desk;
        this.maintenance = maintenance;
        this.policy = alerts;
        this.writer = new AlertWriter(desk.writer(), alerts);
        this.stripes = Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);
    }

    /**
     * Takes alerts. Each is taken or not on its own.
     *
     * @param alerts the alerts, those of one key in the order in which they came about
     * @param actor the source, as who it acts
     * @return what became of each, in their order
     */
    public List<AlertResult> receive(List<Alert> alerts, Actor actor) {
        return received(alerts, actor, null);
    }

    /**
     * Takes alerts, each at most once for a key: where sending them broke off, they can be sent again.
     *
     * @param alerts the same alerts in the same order as before
     * @param actor the source, as who it acts
     * @param key the sender's key for all of them
     * @return what became of each, in their order
     */
    public List<AlertResult> receive(List<Alert> alerts, Actor actor, CommandKey key) {
        return received(alerts, actor, key);
    }

    private List<AlertResult> received(List<Alert> alerts, Actor actor, @Nullable CommandKey key) {
        AlertResult[] results = new AlertResult[alerts.size()];
        Map<String, List<AlertRun>> runs = runs(alerts, results);
        runs.forEach((of, each) -> {
            for (int i = 0; i < each.size(); i++) {
                AlertRun run = each.get(i);
                AlertResult result = take(new AlertWriter.Take(run, actor, part(key, of, i)));
                run.places().forEach(place -> results[place] = result);
            }
        });
        return Arrays.asList(results);
    }

    /** Those of one key that say the same one after the other, in the order of their keys' first. */
    private Map<String, List<AlertRun>> runs(List<Alert> alerts, AlertResult[] results) {
        Instant at = desk.now();
        Map<String, List<AlertRun>> runs = new LinkedHashMap<>();
        for (int place = 0; place < results.length; place++) {
            Alert alert = alerts.get(place);
            try {
                AlertRun next = run(alert, at);
                List<AlertRun> same = runs.computeIfAbsent(next.key(), key -> new ArrayList<>());
                AlertRun last = same.isEmpty() ? null : same.get(same.size() - 1);
                if (last != null && last.goesOnWith(next)) {
                    last.add(place, alert.at());
                } else {
                    same.add(next.add(place, alert.at()));
                }
            } catch (IncidentException e) {
                results[place] = AlertResult.failed(null, e);
            }
        }
        return runs;
    }

    private AlertRun run(Alert alert, Instant at) {
        String key = policy.key().key(alert).orElseThrow(() -> keyless(alert));
        Optional<SuppressionRule> rule = policy.suppression(alert, at);
        if (rule.isPresent()) {
            return new AlertRun(key, alert, rule.get().name(), rule.get().to());
        }
        MaintenancePort.Maintenance work = asked(alert, at);
        return work == null
                ? new AlertRun(key, alert, null, null)
                : new AlertRun(
                        key,
                        alert,
                        work.name(),
                        work.until() == null || work.until().isBefore(at) ? null : work.until());
    }

    private MaintenancePort.@Nullable Maintenance asked(Alert alert, Instant at) {
        try {
            return maintenance.maintenance(alert, at).orElse(null);
        } catch (RuntimeException e) {
            throw new IncidentException("The maintenance port failed for " + alert.source() + " " + alert.check(), e);
        }
    }

    private IncidentRejectedException keyless(Alert alert) {
        List<String> lacking = policy.key().lacking(alert);
        String why = lacking.isEmpty()
                ? "the key of the alert would be too long: " + policy.key()
                : "the alert lacks " + lacking + ", of which its key is made: " + policy.key();
        return new IncidentRejectedException(
                Action.SIGNAL,
                "alert of " + alert.source(),
                List.of(new Unmet(UnmetKind.INPUT, UnmetCode.ALERT_KEY_INCOMPLETE, "attributes", why)));
    }

    /** Each run of a key has a key of its own, so that what was taken before the sending broke off is known. */
    private static @Nullable CommandKey part(@Nullable CommandKey key, String of, int ordinal) {
        if (key == null) {
            return null;
        }
        String whole = key.value().length() + ":" + key.value() + of + "#" + ordinal;
        byte[] hash = Fingerprint.sha256().digest(whole.getBytes(StandardCharsets.UTF_8));
        return new CommandKey("alerts/" + HexFormat.of().formatHex(hash));
    }

    private AlertResult take(AlertWriter.Take take) {
        String key = take.run().key();
        ReentrantLock turn = stripes[Math.floorMod(key.hashCode(), STRIPES)];
        turn.lock();
        try {
            return writer.take(take);
        } catch (IncidentException e) {
            return AlertResult.failed(key, e);
        } catch (RuntimeException e) {
            return AlertResult.failed(key, new IncidentException("Alerts of key " + key + " failed: " + e, e));
        } finally {
            turn.unlock();
        }
    }
}

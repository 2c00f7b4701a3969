package dev.incidentkit.desk;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQuery.Order;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.LegalHoldException;
import dev.incidentkit.store.VersionConflictException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a tenant's store in order: rebuilds what is derived, moves old incidents out, drops what is kept no longer. What
 * is under a legal hold stays. A run that broke off is repeated and goes on.
 */
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int PART = 500;

    private final ServiceDesk desk;
    private final IncidentStore store;

    /**
     * Creates the housekeeping of a desk's tenant.
     *
     * @param desk the desk
     */
    public Housekeeping(ServiceDesk desk) {
        this.desk = desk;
        this.store = desk.store();
    }

    /** What to do about what is not as it should be. */
    public enum Mode {
        /** Only say so. */
        COMPARE,

        /** Put it right. */
        REPAIR
    }

    /**
     * A summary that is not what the events say.
     *
     * @param incident the incident
     * @param found what the store knew, or null where it knew nothing
     * @param expected what the events say
     * @param repaired whether it was put right
     */
    public record Difference(
            IncidentId incident, @Nullable IncidentSummary found, IncidentSummary expected, boolean repaired) {}

    /**
     * Computes everything that is derived anew from the events and compares: after a restore, an upgrade, or a change of
     * definitions or time zone rules. A wake-up that is set too early is no difference: it leads to nothing and is set
     * anew.
     *
     * @param mode whether to put differences right
     * @return the differences, by identity; none where all is as it should be
     * @throws dev.incidentkit.core.IncidentException if an incident is pinned to a definition that is not registered
     */
    public List<Difference> rebuild(Mode mode) {
        List<Difference> differences = new ArrayList<>();
        IncidentId last = null;
        while (true) {
            List<IncidentId> part = store.incidents(last, PART);
            part.forEach(incident -> difference(incident, mode).ifPresent(differences::add));
            if (part.size() < PART) {
                return differences;
            }
            last = part.get(part.size() - 1);
        }
    }

    private Optional<Difference> difference(IncidentId incident, Mode mode) {
        try {
            return desk.writer().load(incident).flatMap(loaded -> difference(loaded, mode));
        } catch (ArchivedException e) {
            LOG.debug("Incident {} was archived while the run went on", incident);
            return Optional.empty();
        }
    }

    private Optional<Difference> difference(Loaded loaded, Mode mode) {
        IncidentId incident = loaded.incident().id();
        ProcessDefinition definition = desk.known(loaded.incident().definition());
        IncidentSummary expected =
                Summaries.of(loaded.incident(), definition, loaded.stored().headHash(), desk.now());
        IncidentSummary found = store.summary(incident).orElse(null);
        if (found != null && same(found, expected)) {
            return Optional.empty();
        }
        boolean repaired = mode == Mode.REPAIR && store.repair(expected);
        return Optional.of(new Difference(incident, found, expected, repaired));
    }

    private static boolean same(IncidentSummary found, IncidentSummary expected) {
        Instant armed = found.nextWakeUp();
        Instant due = expected.nextWakeUp();
        boolean inTime = due == null || (armed != null && !armed.isAfter(due));
        return inTime
                && new IncidentSummaryBuilder()
                        .from(found)
                        .nextWakeUp(due)
                        .build()
                        .equals(expected);
    }

    /**
     * Moves incidents that ended long ago out of the store, each after its record was written elsewhere.
     *
     * @param olderThan how long ago they ended at least: long enough for their messages to be sent or settled, since those
     *     that still wait or are parked go with them
     * @param port writes the records
     * @return the incidents that were moved
     */
    public List<IncidentId> archive(Duration olderThan, ArchivePort port) {
        Audit audit = new Audit(desk);
        return moveOut(olderThan, incident -> port.write(incident, audit.export(incident)));
    }

    /**
     * Drops incidents that ended long ago for good. Loading one answers with the rule by which it went.
     *
     * @param olderThan how long ago they ended at least
     * @param rule names the rule, 1 to 400 characters
     * @return the incidents that were dropped
     */
    public List<IncidentId> expire(Duration olderThan, String rule) {
        return moveOut(olderThan, incident -> "dropped by rule: " + rule);
    }

    private List<IncidentId> moveOut(Duration olderThan, Function<IncidentId, String> target) {
        List<IncidentId> moved = new ArrayList<>();
        String after = null;
        do {
            var page = store.find(IncidentQuery.all()
                    .addPhases(Phase.CLOSED, Phase.CANCELLED)
                    .endedBefore(desk.now().minus(olderThan))
                    .order(Order.IDENTITY)
                    .limit(PART)
                    .after(after)
                    .build());
            page.incidents().stream()
                    .filter(summary -> !summary.legalHold())
                    .filter(summary -> moveOut(summary, target))
                    .forEach(summary -> moved.add(summary.incident()));
            after = page.next();
        } while (after != null);
        return moved;
    }

    private boolean moveOut(IncidentSummary summary, Function<IncidentId, String> target) {
        try {
            store.archive(summary.incident(), summary.version(), target.apply(summary.incident()));
            return true;
        } catch (VersionConflictException | LegalHoldException | ArchivedException e) {
            LOG.info(
                    "Incident {} changed while it was to leave the store, and is left as it is: {}",
                    summary.incident(),
                    e.getMessage());
            return false;
        }
    }
}

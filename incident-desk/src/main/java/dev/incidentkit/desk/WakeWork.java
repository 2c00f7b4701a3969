package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.LeaseLostException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what fell due, and arms the wake-up anew where nothing did. */
final class WakeWork {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceDesk.class);

    private final DeskWriter writer;

    WakeWork(DeskWriter writer) {
        this.writer = writer;
    }

    /** Carries out what fell due; answers whether there was anything. */
    boolean wake(ClaimedWakeUp wakeUp) {
        DeskWriter.Order order = new DeskWriter.Order(
                wakeUp.incident(), wakeUp.incident(), new RecordCommand.Wake(), Actor.SYSTEM, null, wakeUp, Map.of());
        try {
            DeskWriter.Written written = writer.written(order);
            Draft.Entry entry = written.entry();
            if (entry != null && !entry.after().handling().cascades().isEmpty()) {
                new CascadeWork(writer).run(entry.after(), entry.definition());
                return true;
            }
            if (written.receipt().events() > 0) {
                return true;
            }
            rearm(wakeUp, written);
            return false;
        } catch (LeaseLostException | ArchivedException e) {
            LOG.debug("The wake-up of incident {} is another's by now, or gone: {}", wakeUp.incident(), e.getMessage());
            return false;
        }
    }

    /** Nothing was due, for example a retry of a blocked closure: the record stays as it is, and the next instant is set. */
    private void rearm(ClaimedWakeUp wakeUp, DeskWriter.Written written) {
        Draft.Entry entry = written.entry();
        if (entry != null) {
            Instant next = entry.outcome().outlook().nextDue();
            writer.store().rearm(wakeUp, written.receipt().version(), Optional.ofNullable(next));
        }
    }
}

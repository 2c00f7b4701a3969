package dev.incidentkit.desk;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.ParkPolicy;
import dev.incidentkit.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages that were written with events, at least once and in order for each incident. A host's scheduler calls
 * {@link #tick()} as often as it likes, on as many nodes as it likes. A message that keeps failing is parked: it stays
 * visible and counted, and the next one of the incident proceeds.
 */
public final class OutboxRunner {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRunner.class);
    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 9;

    private final ServiceDesk desk;
    private final NotificationPort port;
    private final int attempts;
    private final ParkPolicy parking;

    /**
     * Creates a runner that tries each message ten times, then parks it and proceeds.
     *
     * @param desk the desk whose messages are sent
     * @param port sends them
     */
    public OutboxRunner(ServiceDesk desk, NotificationPort port) {
        this(desk, port, 10, ParkPolicy.NEXT_PROCEEDS);
    }

    /**
     * Creates a runner.
     *
     * @param desk the desk whose messages are sent
     * @param port sends them
     * @param attempts how often each message is tried before it is parked, at least 1
     * @param parking whether the later messages of an incident proceed or wait while one is parked
     * @throws IllegalArgumentException if there are no attempts
     */
    public OutboxRunner(ServiceDesk desk, NotificationPort port, int attempts, ParkPolicy parking) {
        if (attempts < 1) {
            throw new IllegalArgumentException("A message is tried at least once, but attempts is " + attempts);
        }
        this.desk = desk;
        this.port = port;
        this.attempts = attempts;
        this.parking = parking;
    }

    /**
     * Sends what waits. After a failure the message waits 10 seconds, then twice as long each time, at most about 85
     * minutes.
     *
     * @return how many messages were sent
     */
    public int tick() {
        int sent = 0;
        while (true) {
            List<ClaimedMessage> claimed = desk.store().claimMessages(BATCH, LEASE);
            for (ClaimedMessage message : claimed) {
                sent += send(message) ? 1 : 0;
            }
            if (claimed.isEmpty()) {
                return sent;
            }
        }
    }

    private boolean send(ClaimedMessage claimed) {
        try {
            port.send(notification(claimed));
        } catch (RuntimeException e) {
            boolean park = claimed.attempts() >= attempts;
            LOG.warn(
                    "Message {} of tenant {} failed at attempt {}{}",
                    claimed.message().id(),
                    claimed.tenant(),
                    claimed.attempts(),
                    park ? " and was parked" : "",
                    e);
            if (park) {
                desk.store().park(claimed, parking);
            } else {
                desk.store().failed(claimed, pause(claimed.attempts()));
            }
            return false;
        }
        desk.store().delivered(claimed);
        return true;
    }

    private static Duration pause(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    }

    /** The event is read from the record when it is sent, so that what was redacted since is not sent. */
    private Notification notification(ClaimedMessage claimed) {
        DeskWriter writer = desk.writer().forTenant(claimed.tenant());
        long sequence = Long.parseLong(new String(claimed.message().body(), StandardCharsets.UTF_8));
        StoredEvent stored = writer.store()
                .load(claimed.message().incident())
                .flatMap(record -> record.events().stream()
                        .filter(event -> event.sequence() == sequence)
                        .findFirst())
                .orElseThrow(() ->
                        new IncidentException("Message " + claimed.message().id() + " is about event "
                                + sequence + ", which the record of incident "
                                + claimed.message().incident() + " does not have"));
        return new Notification(
                claimed.message().id(),
                claimed.tenant(),
                claimed.message().incident(),
                claimed.message().topic(),
                writer.sealer().open(stored),
                claimed.attempts());
    }

    /** {@return how many messages wait and how many are parked} */
    public OutboxCounts counts() {
        return desk.store().outboxCounts();
    }
}

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
    private static final Duration LONGEST_PAUSE = FIRST_PAUSE.multipliedBy(1L << 9);

    private final ServiceDesk desk;
    private final NotificationPort port;
    private final int attempts;
    private final ParkPolicy parking;
    private final int batch;
    private final Duration lease;

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
     * Creates a runner that claims 100 messages at a time for a minute.
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
        this.batch = BATCH;
        this.lease = LEASE;
    }

    private OutboxRunner(OutboxRunner other, int batch, Duration lease) {
        this.desk = other.desk;
        this.port = other.port;
        this.attempts = other.attempts;
        this.parking = other.parking;
        this.batch = batch;
        this.lease = lease;
    }

    /**
     * A runner like this one that claims otherwise: fewer at a time, or for longer, where sending one takes long. What a
     * node claimed and did not send before it died waits until the lease has run out.
     *
     * @param most how many messages are claimed at a time, at least 1
     * @param time for how long they are claimed, longer than it takes to send them all; those that take longer are sent
     *     again by others
     * @return the runner
     * @throws IllegalArgumentException if the number or the time is too small
     */
    public OutboxRunner claiming(int most, Duration time) {
        if (most < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "A runner claims at least 1 message for some time, but asked were " + most + " for " + time);
        }
        return new OutboxRunner(this, most, time);
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
            List<ClaimedMessage> claimed = desk.store().claimMessages(batch, lease);
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
                desk.store().failed(claimed, Pauses.doubled(FIRST_PAUSE, claimed.attempts() - 1, LONGEST_PAUSE));
            }
            return false;
        }
        desk.store().delivered(claimed);
        return true;
    }

    /** The event is read from the record when it is sent, so that what was redacted since is not sent. */
    private Notification notification(ClaimedMessage claimed) {
        DeskWriter writer = desk.writer().forTenant(claimed.tenant());
        long sequence = Long.parseLong(new String(claimed.message().body(), StandardCharsets.UTF_8));
        StoredEvent stored = writer.store()
                .event(claimed.message().incident(), sequence)
                .orElseThrow(() ->
                        new IncidentException("Message " + claimed.message().id() + " is about event "
                                + sequence + ", which the record of incident "
                                + claimed.message().incident() + " does not have"));
        return new Notification(
                claimed.message().id(),
                claimed.tenant(),
                claimed.message().incident(),
                claimed.message().topic(),
                writer.sealer().open(claimed.message().incident(), stored),
                claimed.attempts());
    }

    /** {@return how many messages wait and how many are parked} */
    public OutboxCounts counts() {
        return desk.store().outboxCounts();
    }
}

package dev.incidentkit.desk;

import dev.incidentkit.store.ClaimedWakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what falls due into commands. A host's scheduler calls {@link #tick()} as often as it likes, on as many nodes as
 * it likes: a late or doubled tick changes nothing in the record. It serves every tenant of the store.
 */
public final class TimerRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TimerRunner.class);

    private final ServiceDesk desk;
    private final int batch;
    private final Duration lease;

    /**
     * Creates a runner that claims 100 wake-ups at a time for a minute.
     *
     * @param desk the desk that carries them out
     */
    public TimerRunner(ServiceDesk desk) {
        this(desk, 100, Duration.ofMinutes(1));
    }

    /**
     * Creates a runner.
     *
     * @param desk the desk that carries them out
     * @param batch how many wake-ups are claimed at a time, at least 1
     * @param lease for how long they are claimed; longer than a batch takes
     * @throws IllegalArgumentException if the batch or the lease is too small
     */
    public TimerRunner(ServiceDesk desk, int batch, Duration lease) {
        if (batch < 1 || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException(
                    "A runner claims at least 1 wake-up for some time, but asked were " + batch + " for " + lease);
        }
        this.desk = desk;
        this.batch = batch;
        this.lease = lease;
    }

    /**
     * Carries out everything that is due by now. A wake-up that fails, for whatever reason, is logged and left to a later
     * tick; the others go on.
     *
     * @return how many wake-ups led to events
     */
    public int tick() {
        Instant until = desk.now();
        int effective = 0;
        while (true) {
            // a clock that was set back meanwhile carries nothing out that is due after it, and arms it again as it was
            Instant now = desk.now();
            List<ClaimedWakeUp> claimed = desk.store().claimWakeUps(now.isBefore(until) ? now : until, batch, lease);
            for (ClaimedWakeUp wakeUp : claimed) {
                effective += wake(wakeUp) ? 1 : 0;
            }
            if (claimed.size() < batch) {
                return effective;
            }
        }
    }

    private boolean wake(ClaimedWakeUp wakeUp) {
        try {
            return desk.wake(wakeUp);
        } catch (RuntimeException e) {
            LOG.warn("The wake-up of incident {} of tenant {} failed", wakeUp.incident(), wakeUp.tenant(), e);
            return false;
        }
    }

    /**
     * When the next tick has something to do, for a scheduler that need not poll.
     *
     * @return the earliest instant at which something falls due, or empty if nothing is timed
     */
    public Optional<Instant> nextDue() {
        return desk.store().earliestWakeUp();
    }

    /**
     * For how long the work that is due longest has been due by the desk's clock, claimed or not: what a health check asks.
     * A tick that comes as often as it should leaves little.
     *
     * @return the length of time; zero where nothing is due
     */
    public Duration overdue() {
        return nextDue()
                .map(due -> Duration.between(due, desk.now()))
                .filter(late -> !late.isNegative())
                .orElse(Duration.ZERO);
    }
}

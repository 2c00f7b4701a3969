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
 * it likes: a late or doubled tick changes nothing in the record. It serves every tenant of the store. A wake-up that keeps
 * failing is tried again after ever longer pauses, while the others go on; it is never given up. Immutable, and safe for use
 * by several threads.
 */
public final class TimerRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TimerRunner.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ServiceDesk desk;
    private final int batch;
    private final Duration lease;
    private final Duration firstPause;
    private final Duration longestPause;

    /**
     * Creates a runner that claims 100 wake-ups at a time for a minute, with pauses of 10 seconds to 10 minutes.
     *
     * @param desk the desk that carries them out
     */
    public TimerRunner(ServiceDesk desk) {
        this(desk, 100, Duration.ofMinutes(1));
    }

    /**
     * Creates a runner with pauses of 10 seconds to 10 minutes.
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
        this.firstPause = FIRST_PAUSE;
        this.longestPause = LONGEST_PAUSE;
    }

    private TimerRunner(TimerRunner other, Duration firstPause, Duration longestPause) {
        this.desk = other.desk;
        this.batch = other.batch;
        this.lease = other.lease;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /**
     * A runner like this one that waits otherwise after failures. After the first failure a wake-up is left alone for the
     * first pause, then for twice as long each time, and never for longer than the longest. Where one node cannot carry out
     * what another could, because it does not know a definition or an event yet, the longest pause is also the most that the
     * other one comes late.
     *
     * @param first the pause after the first failure, at least a millisecond
     * @param longest the longest pause, at least the first and at most a day
     * @return the runner
     * @throws IllegalArgumentException if a pause is out of these bounds
     */
    public TimerRunner pausing(Duration first, Duration longest) {
        if (first.compareTo(SHORTEST) < 0 || longest.compareTo(first) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Pauses grow from at least 1 ms to at most a day, but asked were " + first + " to " + longest);
        }
        return new TimerRunner(this, first, longest);
    }

    /**
     * Carries out everything that is due by now, of each tenant what has waited longest first. A wake-up that fails, for
     * whatever reason, is logged and left alone for its pause; the others go on. When the pause is over it takes its place
     * behind what fell due until then. So each is tried at most once in a tick, unless the clock is set back while it runs.
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
            putOff(wakeUp, e);
            return false;
        }
    }

    /** Where not even that can be written, the claim runs out, and the others go on nevertheless. */
    private void putOff(ClaimedWakeUp wakeUp, RuntimeException failure) {
        String rest = "another's by now";
        try {
            Instant until = desk.now().plus(Pauses.doubled(firstPause, wakeUp.failures(), longestPause));
            if (desk.store().putOff(wakeUp, until)) {
                rest = "left alone until " + until;
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            rest = "not put off, but free when its lease has run out";
        }
        LOG.warn(
                "The wake-up of incident {} of tenant {} failed at attempt {} and is {}",
                wakeUp.incident(),
                wakeUp.tenant(),
                wakeUp.failures() + 1,
                rest,
                failure);
    }

    /**
     * Counts the wake-ups of every tenant that failed when they were last tried: what an operator watches. The log has each
     * with its incident and what went wrong.
     *
     * @return how many there are, 0 or more
     */
    public long failing() {
        return desk.store().failedWakeUps();
    }

    /**
     * When the next tick has something to do, for a scheduler that need not poll.
     *
     * @return the earliest instant at which something falls due or the pause of what failed ends, or empty if nothing is
     *     timed
     */
    public Optional<Instant> nextDue() {
        return desk.store().earliestWakeUp();
    }

    /**
     * For how long the work that waits longest has waited by the desk's clock, claimed or not: what a health check asks.
     * A tick that comes as often as it should leaves little. What failed waits again from the end of its pause on;
     * {@link #failing} counts it.
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

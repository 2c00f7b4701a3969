package dev.incidentkit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Wake-ups, at most one for each incident, written with its summary. Claims run out by the store's clock. Claims are made
 * across tenants, so that one runner serves them all, and fairly: while one tenant has more due than is asked for, others
 * get their share.
 */
public interface TimerQueue {
    /**
     * Claims wake-ups that are due and that nobody has claimed, of each tenant the longest due first. One that was put off
     * takes its place in that order by the end of its pause, and is not claimed before.
     *
     * @param dueBy what falls due then or before
     * @param limit how many at most, at least 1
     * @param lease for how long they are claimed
     * @return the claims
     */
    List<ClaimedWakeUp> claimWakeUps(Instant dueBy, int limit, Duration lease);

    /**
     * Gives a claimed wake-up that led to no event another instant, or none. Where the wake-up has vanished, was armed
     * anew or was claimed by somebody else, nothing happens.
     *
     * @param wakeUp the claim
     * @param version how many events the incident's record had when that was decided
     * @param next the next instant, or empty where nothing is timed any more
     * @return whether it happened
     */
    boolean rearm(ClaimedWakeUp wakeUp, long version, Optional<Instant> next);

    /**
     * Leaves a claimed wake-up that could not be carried out alone for a while. It stays due since it fell due, counts one
     * more failure, and is claimed again from then on. An append to the incident, {@link #rearm} and
     * {@link Maintenance#repair} arm it anew, without pause and failures. Where the claim was lost, nothing happens.
     *
     * @param wakeUp the claim
     * @param until when it may be claimed again, by the clock that tells what is due and to the millisecond; not before it
     *     is due
     * @return whether it happened
     */
    boolean putOff(ClaimedWakeUp wakeUp, Instant until);

    /**
     * When the earliest wake-up of any tenant is to be carried out, claimed or not: when it falls due, or when its pause
     * ends where it was put off.
     *
     * @return the instant, or empty if there is none
     */
    Optional<Instant> earliestWakeUp();
}

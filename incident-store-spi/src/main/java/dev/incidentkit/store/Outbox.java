package dev.incidentkit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Messages that were written with events and wait to be sent, at least once each. Of an incident only the oldest message
 * that was neither delivered nor parked can be claimed. Claims run out by the store's clock and are made across tenants.
 */
public interface Outbox {
    /**
     * Claims messages that nobody has claimed, the oldest first.
     *
     * @param limit how many at most, at least 1
     * @param lease for how long they are claimed
     * @return the claims
     */
    List<ClaimedMessage> claimMessages(int limit, Duration lease);

    /**
     * Says that a message was sent. A claim that was lost is passed over.
     *
     * @param message the claim
     */
    void delivered(ClaimedMessage message);

    /**
     * Says that a message could not be sent. A claim that was lost is passed over.
     *
     * @param message the claim
     * @param next when to try again, or {@link Instant#MAX} to park it: it then stays visible and counted, and the next
     *     message of the incident proceeds
     */
    void failed(ClaimedMessage message, Instant next);

    /**
     * Counts the messages of every tenant.
     *
     * @return how many wait and how many are parked
     */
    OutboxCounts outboxCounts();
}

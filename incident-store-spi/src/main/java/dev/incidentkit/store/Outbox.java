package dev.incidentkit.store;

import java.time.Duration;
import java.util.List;

/**
 * Messages that were written with events and wait to be sent, at least once each. Of an incident only the oldest message
 * that was neither delivered nor parked can be claimed. Claims run out by the store's clock and are made across tenants,
 * fairly: while one tenant has more waiting than is asked for, others get their share.
 */
public interface Outbox {
    /**
     * Claims messages that nobody has claimed, of each tenant the oldest first.
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
     * @param pause for how long to wait before it is tried again, by the store's clock
     */
    void failed(ClaimedMessage message, Duration pause);

    /**
     * Counts the messages of every tenant.
     *
     * @return how many wait and how many are parked
     */
    OutboxCounts outboxCounts();
}

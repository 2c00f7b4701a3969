package dev.incidentkit.store;

import java.util.List;

/** Messages that were given up after failures. They stay visible and counted until somebody decides. */
public interface ParkedMessages {
    /**
     * Gives a message up for now. A claim that was lost is passed over.
     *
     * @param message the claim
     * @param policy whether the later messages of the incident proceed or wait
     */
    void park(ClaimedMessage message, ParkPolicy policy);

    /**
     * Lists the tenant's parked messages, the oldest first.
     *
     * @param limit how many at most, at least 1
     * @return the messages
     */
    List<OutboxMessage> parked(int limit);

    /**
     * Sends a parked message after all: it is claimed again under the same id, with its attempts counted from the
     * beginning.
     *
     * @param id the message's id
     * @return whether it was parked
     */
    boolean resume(String id);

    /**
     * Drops a parked message for good.
     *
     * @param id the message's id
     * @return whether it was parked
     */
    boolean discard(String id);
}

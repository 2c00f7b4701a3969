package dev.incidentkit.store;

import java.util.List;

/** All events of a tenant in an order in which none is ever skipped, however late its append was committed. */
public interface EventFeed {
    /** The position before the first event. */
    String BEGINNING = "";

    /**
     * Reads on.
     *
     * @param after the position of the last entry that was read, or {@link #BEGINNING}
     * @param limit how many at most, at least 1
     * @return the next entries; events of one incident come in their order, and in place of the events of an archived
     *     incident comes one entry that says where it is
     * @throws IllegalArgumentException if the position is none
     */
    List<FeedEvent> read(String after, int limit);
}

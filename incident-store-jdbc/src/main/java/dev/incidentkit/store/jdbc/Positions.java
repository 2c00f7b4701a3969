package dev.incidentkit.store.jdbc;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How events that are inserted get their places in the feed. A tenant without a row is refused, and never overlooked. */
enum Positions {
    /** From a sequence; before that, by the transaction that wrote the row of the incident. */
    SEQUENCE("(select i.feed_mark from ik_incident i where i.tenant = ? and i.incident = ?),"
            + " (select nextval('ik_feed') from ik_tenant t where t.tenant = ?)") {
        @Override
        void count(Script script, String tenant, int events) {}

        @Override
        List<@Nullable Object> values(String tenant, String incident, int back) {
            return Arrays.asList(tenant, incident, tenant);
        }
    },

    /** Counted in the row of the tenant, whose lock puts commits in their order, and read from there. */
    COUNTED("0, (select t.feed_position from ik_tenant t where t.tenant = ?) - ?") {
        @Override
        void count(Script script, String tenant, int events) {
            script.plain("update ik_tenant set feed_position = feed_position + ? where tenant = ?", events, tenant);
        }

        @Override
        List<@Nullable Object> values(String tenant, String incident, int back) {
            return Arrays.asList(tenant, back);
        }
    },

    /**
     * Counted in the row of the tenant, and remembered by the connection: the way in which MySQL and MariaDB document
     * sequences, {@code last_insert_id(expr)}. What an earlier append counted is remembered, too, so that the row must be
     * there.
     */
    REMEMBERED("0, last_insert_id() - ?") {
        @Override
        void count(Script script, String tenant, int events) {
            script.guard(new Step(
                    Step.Kind.GUARD,
                    "update ik_tenant set feed_position = last_insert_id(feed_position + ?) where tenant = ?",
                    Arrays.asList(events, tenant)));
        }

        @Override
        List<@Nullable Object> values(String tenant, String incident, int back) {
            return Arrays.asList(back);
        }
    };

    private final String columns;

    Positions(String columns) {
        this.columns = columns;
    }

    /** {@return what an insert gives the columns feed_mark and feed_position} */
    String columns() {
        return columns;
    }

    /** Counts the events that an append adds to the feed, where they are counted. */
    abstract void count(Script script, String tenant, int events);

    /**
     * The values of {@link #columns}.
     *
     * @param back how many events of the append come behind this one
     */
    abstract List<@Nullable Object> values(String tenant, String incident, int back);
}

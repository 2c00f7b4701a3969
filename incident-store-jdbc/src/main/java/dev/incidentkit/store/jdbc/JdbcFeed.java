package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the events of a tenant in an order that no late commit disturbs. */
final class JdbcFeed implements EventFeed {
    private static final Pattern POSITION = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    private final Db db;
    private final String tenant;

    JdbcFeed(Db db, String tenant) {
        this.db = db;
        this.tenant = tenant;
    }

    @Override
    public List<FeedEvent> read(String after, int limit) {
        boolean rowValues = db.sql.rowValues();
        List<Object> values = new ArrayList<>();
        values.add(tenant);
        values.addAll(Sql.afterValues(rowValues, position(after)));
        values.add(limit);
        String part = "select * from ik_event where tenant = ? and "
                + Sql.after(rowValues, "feed_mark", "feed_position") + " and " + db.sql.horizon()
                + " order by feed_mark, feed_position limit ?";
        List<EventRows.Line> lines = db.simple(
                "read the feed",
                connection -> Sql.list(
                        connection,
                        "select " + EventRows.COLUMNS + " from (" + part + ") e " + EventRows.JOIN
                                + " order by e.feed_mark, e.feed_position, p.place",
                        EventRows::line,
                        values.toArray()));
        return EventRows.entries(lines).stream().map(JdbcFeed::event).toList();
    }

    private static FeedEvent event(EventRows.Entry entry) {
        return entry.event().sequence() == 0
                ? FeedEvent.archived(
                        entry.position(),
                        entry.incident(),
                        new String(entry.event().body(), StandardCharsets.UTF_8))
                : FeedEvent.of(entry.position(), entry.incident(), entry.event());
    }

    private static Object[] position(String after) {
        if (after.equals(BEGINNING)) {
            return new Object[] {-1L, 0L};
        }
        Matcher matcher = POSITION.matcher(after);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + after + "' is no position of the feed");
        }
        return new Object[] {Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))};
    }
}

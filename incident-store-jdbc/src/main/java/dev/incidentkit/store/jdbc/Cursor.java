package dev.incidentkit.store.jdbc;

import dev.incidentkit.store.IncidentQuery.Order;
import dev.incidentkit.store.IncidentSummary;
import java.util.ArrayList;
import java.util.List;

/** The keys of a page's last incident, so that the next page goes on in the right place even if that one has changed. */
final class Cursor {
    private Cursor() {}

    static String of(Order order, IncidentSummary last) {
        String incident = last.incident().value();
        long reported = last.reportedAt().toEpochMilli();
        return switch (order) {
            case WORK_QUEUE ->
                (last.phase().isOpen() ? 0 : 1) + "/" + last.priorityRank() + "/" + SummaryRows.breach(last) + "/"
                        + reported + "/" + incident;
            case NEWEST -> reported + "/" + incident;
            case IDENTITY -> incident;
        };
    }

    /** The values of the cursor in the order of the columns. */
    static Object[] values(Order order, String cursor) {
        int numbers = switch (order) {
            case WORK_QUEUE -> 4;
            case NEWEST -> 1;
            case IDENTITY -> 0;
        };
        String[] parts = cursor.split("/", numbers + 1);
        List<Object> values = new ArrayList<>();
        try {
            for (int i = 0; i < numbers; i++) {
                values.add(Long.parseLong(parts[i]));
            }
            values.add(parts[numbers]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + cursor + "' is no cursor of " + order, e);
        }
        return values.toArray();
    }
}

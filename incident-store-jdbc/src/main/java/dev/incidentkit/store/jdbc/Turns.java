package dev.incidentkit.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Shares a claim among the tenants that have something due, beginning behind whom the last claim served last. */
final class Turns {
    private final AtomicReference<String> lastServed;

    Turns(AtomicReference<String> lastServed) {
        this.lastServed = lastServed;
    }

    /** Claims of one tenant. */
    @FunctionalInterface
    interface OfTenant<T> {
        List<T> claim(Connection connection, String tenant, int limit) throws SQLException;
    }

    <T> List<T> claim(Connection connection, List<String> tenants, int limit, OfTenant<T> claims) throws SQLException {
        List<String> waiting = inTurn(tenants);
        List<T> claimed = new ArrayList<>();
        while (!waiting.isEmpty() && claimed.size() < limit) {
            List<String> more = new ArrayList<>();
            for (int i = 0; i < waiting.size() && claimed.size() < limit; i++) {
                int left = limit - claimed.size();
                int share = Math.max(1, left / (waiting.size() - i));
                List<T> some = claims.claim(connection, waiting.get(i), share);
                claimed.addAll(some);
                lastServed.set(waiting.get(i));
                if (some.size() == share) {
                    more.add(waiting.get(i));
                }
            }
            waiting = more;
        }
        return claimed;
    }

    private List<String> inTurn(List<String> tenants) {
        String last = lastServed.get();
        List<String> ordered = new ArrayList<>();
        tenants.stream().filter(tenant -> tenant.compareTo(last) > 0).forEach(ordered::add);
        tenants.stream().filter(tenant -> tenant.compareTo(last) <= 0).forEach(ordered::add);
        return ordered;
    }
}

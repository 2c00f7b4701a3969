package dev.incidentkit.benchmarks.rules;

import dev.incidentkit.rules.BackEnd;
import dev.incidentkit.rules.Binder;
import dev.incidentkit.rules.BoundTable;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.Key;
import org.jspecify.annotations.Nullable;

/** This library: a binder over the tickets and a reused key, or keys that were filled before. */
final class Ours implements Peer {
    private final CompiledTable table;
    private final Binder<Ticket> binder;
    private final Ticket[] tickets;
    private final Key key;
    private final Key[] filled;

    Ours(Workload workload) {
        this(workload, workload.table().compile());
    }

    /** Compiled to a back end of one's own choice. */
    Ours(Workload workload, BackEnd backEnd) {
        this(workload, CompiledTable.of(workload.table(), backEnd));
    }

    private Ours(Workload workload, CompiledTable compiled) {
        table = compiled;
        binder = binder(workload.columns());
        tickets = workload.tickets();
        key = table.newKey();
        filled = new Key[tickets.length];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = table.newKey();
            binder.bind(tickets[i], filled[i]);
        }
    }

    private static Binder<Ticket> binder(int columns) {
        return switch (columns) {
            case 2 -> (t, k) -> k.put(t.impact).put(t.urgency);
            case 8 ->
                (t, k) -> k.put(t.impact)
                        .put(t.urgency)
                        .put(t.category)
                        .put(t.tier)
                        .put(t.vip)
                        .put(t.users)
                        .put(t.supportHours)
                        .put(t.environment);
            case 12 ->
                (t, k) -> k.put(t.impact)
                        .put(t.urgency)
                        .put(t.category)
                        .put(t.tier)
                        .put(t.vip)
                        .put(t.users)
                        .put(t.supportHours)
                        .put(t.environment)
                        .put(t.region)
                        .put(t.reopenings)
                        .put(t.minutes)
                        .put(t.site);
            default -> throw new IllegalArgumentException("There is no binder for " + columns + " columns");
        };
    }

    CompiledTable table() {
        return table;
    }

    BoundTable<Ticket> bound() {
        return table.bind(binder);
    }

    /** From a ticket's fields to the rule. */
    int row(Ticket ticket) {
        binder.bind(ticket, key.begin());
        return table.row(key);
    }

    /** From ordinals to the rule. */
    int rowOfFilled(int input) {
        return table.row(filled[input]);
    }

    @Override
    public @Nullable String decide(int input) {
        int row = row(tickets[input]);
        return row < 0 ? null : table.outcome(row).get(Workload.TEAM);
    }
}

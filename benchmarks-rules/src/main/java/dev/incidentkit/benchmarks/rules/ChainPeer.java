package dev.incidentkit.benchmarks.rules;

import org.jspecify.annotations.Nullable;

/** The hand-written chain of ifs. */
final class ChainPeer implements Peer {
    private final IfChain chain;
    private final String[] teams;
    private final Ticket[] tickets;

    ChainPeer(Workload workload) {
        chain = IfChain.of(workload);
        teams = workload.rows().stream().map(Row::team).toArray(String[]::new);
        tickets = workload.tickets();
    }

    @Override
    public @Nullable String decide(int input) {
        int row = chain.row(tickets[input]);
        return row < 0 ? null : teams[row];
    }
}

package dev.incidentkit.benchmarks.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mvel2.MVEL;

/** MVEL: an expression a rule, compiled beforehand, asked one after the other. */
final class MvelPeer implements Peer {
    private final List<Serializable> rules = new ArrayList<>();
    private final String[] teams;
    private final Ticket[] tickets;

    MvelPeer(Workload workload) {
        for (Row row : workload.rows()) {
            rules.add(MVEL.compileExpression(Expressions.mvel(row)));
        }
        teams = workload.rows().stream().map(Row::team).toArray(String[]::new);
        tickets = workload.tickets();
    }

    @Override
    public @Nullable String decide(int input) {
        Ticket ticket = tickets[input];
        for (int rule = 0; rule < teams.length; rule++) {
            if (Boolean.TRUE.equals(MVEL.executeExpression(rules.get(rule), ticket))) {
                return teams[rule];
            }
        }
        return null;
    }
}

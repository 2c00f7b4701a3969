package dev.incidentkit.benchmarks.rules;

import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.jspecify.annotations.Nullable;

/** Easy Rules with conditions in Java, its fastest way; it stops after the first rule that applies. */
final class EasyRulesPeer implements Peer {
    private final Rules rules = new Rules();
    private final DefaultRulesEngine engine =
            new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
    private final Facts[] facts;
    private final Ticket[] tickets;

    EasyRulesPeer(Workload workload) {
        List<Row> rows = workload.rows();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            rules.register(new RuleBuilder()
                    .name("R" + at)
                    .priority(at)
                    .when(known -> row.matches(known.get("values")))
                    .then(known -> {
                        Ticket ticket = known.get("ticket");
                        ticket.setAnswer(row.team());
                    })
                    .build());
        }
        tickets = workload.tickets();
        facts = new Facts[tickets.length];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = new Facts();
            facts[i].put("ticket", tickets[i]);
            facts[i].put("values", workload.input(i));
        }
    }

    @Override
    public @Nullable String decide(int input) {
        tickets[input].setAnswer(null);
        engine.fire(rules, facts[input]);
        return tickets[input].getAnswer();
    }
}

package dev.incidentkit.benchmarks.rules;

import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.command.Command;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.command.CommandFactory;

/** Drools with its executable model: a stateless session, or one session whose fact comes and goes. */
final class DroolsPeer implements Peer {
    private final Ticket[] tickets;
    private final @Nullable KieSession session;
    private final StatelessKieSession stateless;

    DroolsPeer(Workload workload, boolean reused) {
        tickets = workload.tickets();
        KieBase base = base(Expressions.drl(workload));
        session = reused ? base.newKieSession() : null;
        stateless = base.newStatelessKieSession();
    }

    private static KieBase base(String drl) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/bench/rules.drl", drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("Drools refuses the rules: " + builder.getResults());
        }
        return services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .getKieBase();
    }

    @Override
    public @Nullable String decide(int input) {
        Ticket ticket = tickets[input];
        ticket.setAnswer(null);
        if (session == null) {
            stateless.execute(CommandFactory.newBatchExecution(
                    List.<Command<?>>of(CommandFactory.newInsert(ticket), CommandFactory.newFireAllRules(1))));
        } else {
            FactHandle handle = session.insert(ticket);
            session.fireAllRules(1);
            session.delete(handle);
        }
        return ticket.getAnswer();
    }

    @Override
    public void close() {
        if (session != null) {
            session.dispose();
        }
    }
}

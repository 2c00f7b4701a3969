package dev.incidentkit.benchmarks.rules;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An engine that holds a workload's table and has its inputs prepared in the form that it likes best. */
public interface Peer extends AutoCloseable {
    /**
     * Decides.
     *
     * @param input the index of a prepared input
     * @return the answer; null where no rule matches
     */
    @Nullable
    String decide(int input);

    @Override
    default void close() {}

    /** {@return how the engines are made, by name} */
    static Map<String, Function<Workload, Peer>> all() {
        Map<String, Function<Workload, Peer>> peers = new TreeMap<>();
        peers.put("IncidentKit", Ours::new);
        peers.put("if-chain", ChainPeer::new);
        peers.put("MVEL", MvelPeer::new);
        peers.put("EasyRules", EasyRulesPeer::new);
        peers.put("DroolsReused", workload -> new DroolsPeer(workload, true));
        peers.put("DroolsStateless", workload -> new DroolsPeer(workload, false));
        peers.put("KieDmn", KieDmnPeer::new);
        peers.put("CamundaJuel", workload -> new CamundaPeer(workload, true));
        peers.put("CamundaDefault", workload -> new CamundaPeer(workload, false));
        return peers;
    }

    /**
     * Makes an engine.
     *
     * @param name its name
     * @param workload the table and the inputs
     * @return the engine
     */
    static Peer of(String name, Workload workload) {
        Function<Workload, Peer> maker = all().get(name);
        if (maker == null) {
            throw new IllegalArgumentException("'" + name + "' is none of " + all().keySet());
        }
        return maker.apply(workload);
    }

    /**
     * Sees that an engine answers as the rows say.
     *
     * @param name its name, for the message
     * @param workload the table and the inputs
     * @param inputs how many of the inputs are asked
     * @throws IllegalStateException if it does not
     */
    default void agree(String name, Workload workload, int inputs) {
        for (int i = 0; i < inputs; i++) {
            String expected = workload.answer(i);
            String actual = decide(i);
            if (!java.util.Objects.equals(expected, actual)) {
                throw new IllegalStateException(name + " answers " + actual + " to input " + i + " of "
                        + workload.name() + ", but the rows say " + expected);
            }
        }
    }
}

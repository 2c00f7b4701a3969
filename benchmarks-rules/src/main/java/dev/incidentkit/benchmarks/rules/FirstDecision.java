package dev.incidentkit.benchmarks.rules;

/** Builds one engine over one table, asks it once, prints the answer and ends. {@link StartUp} measures it from outside. */
public final class FirstDecision {
    private FirstDecision() {}

    /**
     * Decides once.
     *
     * @param args the engine and the table
     */
    public static void main(String[] args) {
        if (args[0].equals("none")) {
            System.out.println("no engine");
            return;
        }
        try (Peer peer = Peer.of(args[0], Workload.named(args[1]))) {
            System.out.println(peer.decide(0));
        }
    }
}

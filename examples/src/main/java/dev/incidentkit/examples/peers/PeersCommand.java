package dev.incidentkit.examples.peers;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts facts of other systems to the library, and prints both answers. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = {
            "Puts what other systems lose to the library, and prints what becomes of it.",
            "It is what they publish, or what their users complain of; each line says what becomes of it there and here."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all were printed", "2:there is no such comparison"})
public final class PeersCommand implements Callable<Integer> {
    private static final Map<String, Supplier<Comparison>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("matrix", PeerMatrices::example);
        ALL.put("hole", PeerMatrices::hole);
        ALL.put("lifecycle", PeerLifecycles::check);
        ALL.put("breach-in-status", PeerClocks::breachInStatus);
        ALL.put("pause-lost", PeerClocks::pauseLost);
        ALL.put("clock-change", PeerClocks::clockChange);
        ALL.put("four-lists", PeerClocks::fourLists);
        ALL.put("bulk", PeerDoors::bulk);
    }

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which ones; all if none is named.")
    private List<String> names = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public PeersCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : names.isEmpty() ? List.copyOf(ALL.keySet()) : names) {
            Supplier<Comparison> comparison = ALL.get(name);
            if (comparison == null) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "'" + name + "' is none of " + String.join(", ", ALL.keySet()));
            }
            comparison.get().print(out);
        }
        out.flush();
        return 0;
    }
}

package dev.incidentkit.examples;

import dev.incidentkit.examples.diagram.DiagramCommand;
import dev.incidentkit.examples.peers.PeersCommand;
import dev.incidentkit.examples.replay.GenerateSampleCommand;
import dev.incidentkit.examples.replay.ReplayCommand;
import dev.incidentkit.examples.replay.ReportCommand;
import dev.incidentkit.examples.replay.WhatIfCommand;
import dev.incidentkit.examples.rules.RulesCommand;
import dev.incidentkit.examples.vectors.VectorsCommand;
import dev.incidentkit.examples.walkthrough.WalkthroughCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the examples. */
@Command(
        name = "examples",
        description = "Programs that use IncidentKit.",
        mixinStandardHelpOptions = true,
        version = "IncidentKit 0.1.0",
        subcommands = {
            Examples.Demo.class,
            ReplayCommand.class,
            WhatIfCommand.class,
            ReportCommand.class,
            WalkthroughCommand.class,
            DiagramCommand.class,
            RulesCommand.class,
            VectorsCommand.class,
            PeersCommand.class,
            GenerateSampleCommand.class
        })
public final class Examples implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs a program.
     *
     * @param args its name and options
     */
    public static void main(String[] args) {
        // Hibernate Validator greets on its own log; the examples have none.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(commandLine().execute(args));
    }

    /** {@return the command line, for tests too} */
    public static CommandLine commandLine() {
        return new CommandLine(new Examples());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Both main programs one after the other. */
    @Command(
            name = "demo",
            description = "Replays the sample log, then walks one outage from its report to its closure.",
            mixinStandardHelpOptions = true)
    static final class Demo implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            CommandLine line =
                    commandLine().setOut(out).setErr(spec.commandLine().getErr());
            line.execute("replay");
            out.println();
            line.execute("walkthrough");
        }
    }
}

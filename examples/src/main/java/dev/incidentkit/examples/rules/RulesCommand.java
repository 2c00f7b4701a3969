package dev.incidentkit.examples.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The programs for decision tables. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {
            "For the people who own decision tables: verify, compare, explain, convert.",
            "Is a table sound, what does a change change, which rule decides and why, and the same table in another"
                    + " format.",
            "Tables are Markdown (.md), CSV (.csv) or DMN (.dmn) files."
        },
        footer = {
            "",
            "How a Markdown or CSV table finds its columns: every name in its header must be known.",
            "Known are the facts of an incident (impact, urgency, severity, priority, category, service,",
            "channel, affectedUsers, reopenings, phase) and the usual outcomes (-> team, -> sla,",
            "-> escalation, -> newPriority, -> newSeverity, -> newCategory, -> model, -> major, and",
            "-> priority for the matrix of impact and urgency). Any other column is declared:",
            "",
            "  --input region=EU,LATAM,US --input age=duration --output escalate=boolean",
            "",
            "or in a file of such lines, given as @FILE.",
            "The name of the table does not matter. A DMN model brings the types of its columns along."
        },
        subcommands = {
            VerifyCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            ConvertCommand.class,
            TckCommand.class
        })
public final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public RulesCommand() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableDiff;
import dev.incidentkit.rules.format.TableSet;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a change of a file of tables changes. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a new version of a file of tables changes: the rules that differ, and all cases",
            "that are decided otherwise, with an example each. Tables are paired by their names. The",
            "files may have different formats; a DMN model is then read with the columns of the other."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:rules and decisions are the same",
            "1:there are differences",
            "2:the command line is wrong, a file cannot be read, or the tables cannot be compared"
        })
final class DiffCommand extends RulesProgram {
    @Parameters(index = "0", paramLabel = "OLD", description = "The file as it was.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The file as it is to be.")
    private Path newer = Path.of("");

    @Mixin
    private TableFiles files = new TableFiles();

    @Override
    int run() throws IOException {
        boolean oldIsTyped = TableFiles.isModel(old) && !TableFiles.isModel(newer);
        boolean newIsTyped = TableFiles.isModel(newer) && !TableFiles.isModel(old);
        TableSet before = oldIsTyped ? files.readLike(old, files.read(newer)) : files.read(old);
        TableSet after = newIsTyped ? files.readLike(newer, before) : files.read(newer);
        warn(before.warnings());
        warn(after.warnings());
        int code = FINE;
        for (RuleTable table : after.tables().values()) {
            RuleTable earlier = before.tables().get(table.schema().name());
            if (earlier == null) {
                out().println("new: " + named(table));
                code = FOUND;
            } else {
                code = Math.max(code, compare(earlier, table));
            }
        }
        for (RuleTable table : before.tables().values()) {
            if (!after.tables().containsKey(table.schema().name())) {
                out().println("removed: " + named(table));
                code = FOUND;
            }
        }
        return code;
    }

    private int compare(RuleTable before, RuleTable after) {
        TableDiff diff;
        try {
            diff = before.diff(after);
        } catch (IllegalArgumentException e) {
            throw new RulesException(
                    "table '" + after.schema().name() + "' cannot be compared with its new version: " + e.getMessage());
        }
        out().println(diff);
        out().println();
        return diff.rules().isEmpty() && diff.decidesAlike() ? FINE : FOUND;
    }
}

package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableDiff;
import dev.incidentkit.rules.format.TableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
            "0:columns, rules and decisions are the same",
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
        warnOfUnused(files);
        int code = FINE;
        for (RuleTable table : after.tables().values()) {
            RuleTable earlier = before.tables().get(table.schema().name());
            if (earlier == null) {
                say("new: " + named(table));
                code = FOUND;
            } else {
                code = Math.max(code, compare(earlier, table));
            }
        }
        for (RuleTable table : before.tables().values()) {
            if (!after.tables().containsKey(table.schema().name())) {
                say("removed: " + named(table));
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
        print(diff, after.schema());
        return diff.declarations().isEmpty() && diff.rules().isEmpty() && diff.decidesAlike() ? FINE : FOUND;
    }

    private void print(TableDiff diff, RuleSchema schema) {
        say("table " + diff.table() + ": "
                + (diff.rules().isEmpty()
                        ? "no rule differs"
                        : "rules that differ: " + diff.rules().size()));
        diff.declarations().forEach(change -> say("  DECLARED " + change));
        diff.rules().forEach(change -> say("  " + change));
        out().println();
        if (!diff.exact()) {
            say("The tables are too large to compare all cases; found so far:");
        } else if (diff.outcomes().isEmpty()) {
            say("Every case is decided as before.");
        } else {
            say("Cases that are decided otherwise: " + diff.outcomes().size());
        }
        for (TableDiff.OutcomeChange change : diff.outcomes()) {
            say("  " + change.region());
            say("      was:     " + change.before());
            say("      will be: " + change.after());
            say("      such as: " + example(change.example(), schema));
        }
        out().println();
    }

    /** The values of the newer table's columns come first. */
    private static String example(List<? extends @Nullable Object> values, RuleSchema schema) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < schema.inputs().size(); i++) {
            Input<?> input = schema.inputs().get(i);
            Object value = values.get(i);
            said.add(input.name() + " = "
                    + (value == null ? "missing" : input.type().textOf(value)));
        }
        return String.join(", ", said);
    }
}

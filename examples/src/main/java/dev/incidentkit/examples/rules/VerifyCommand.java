package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.FindingLevel;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.Verification;
import dev.incidentkit.rules.format.TableSet;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what is wrong with the tables of a file. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong with the tables of a file: cases without a rule, rules that contradict",
            "each other or never decide, columns without effect, cells of a matrix that stand out.",
            "The answer is exact: what is not reported is not there."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing to mend; there may be remarks",
            "1:there are errors, warnings or open questions",
            "2:the command line is wrong, or the file cannot be read"
        })
final class VerifyCommand extends RulesProgram {
    @Parameters(index = "0", paramLabel = "FILE", description = "The file: .md, .csv or .dmn.")
    private Path file = Path.of("");

    @Mixin
    private TableFiles files = new TableFiles();

    @Override
    int run() throws IOException {
        TableSet tables = files.read(file);
        warn(tables.warnings());
        warnOfUnused(files);
        int code = FINE;
        for (RuleTable table : tables.tables().values()) {
            Verification verification = table.verify();
            say(named(table));
            say(verification.toString());
            out().println();
            if (verification.findings().stream().anyMatch(finding -> finding.level() != FindingLevel.INFO)) {
                code = FOUND;
            }
        }
        return code;
    }
}

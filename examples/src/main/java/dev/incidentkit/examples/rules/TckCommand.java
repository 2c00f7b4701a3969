package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.dmn.DmnModel;
import dev.incidentkit.rules.dmn.TckFile;
import dev.incidentkit.rules.dmn.TckOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a test file of the DMN compatibility kit. */
@Command(
        name = "tck",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a test file in the form of the DMN compatibility kit (github.com/dmn-tck/tck) against",
            "a model, and prints each result that is not the expected one."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every result is the expected one",
            "1:some are not",
            "2:the command line is wrong, or a file cannot be read"
        })
final class TckCommand extends RulesProgram {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The model: a .dmn file.")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "TESTFILE", description = "The cases: an .xml file.")
    private Path tests = Path.of("");

    @Override
    int run() throws IOException {
        DmnModel dmn = DmnModel.readPartly(model);
        List<TckOutcome> outcomes = TckFile.read(tests).run(dmn);
        List<TckOutcome> failed =
                outcomes.stream().filter(outcome -> !outcome.passed()).toList();
        if (outcomes.isEmpty()) {
            throw new RulesException(tests + " expects no result of any decision");
        }
        for (TckOutcome outcome : failed) {
            out().println("case " + outcome.testCase() + ", decision '" + outcome.decision() + "': "
                    + outcome.message());
        }
        out().println((outcomes.size() - failed.size()) + " of " + outcomes.size() + " results are as expected");
        return failed.isEmpty() ? FINE : FOUND;
    }
}

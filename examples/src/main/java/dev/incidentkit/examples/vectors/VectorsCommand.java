package dev.incidentkit.examples.vectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the calendars with files of cases. */
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the business calendars what other programs answered, and prints differences.",
            "Each line of the files is a case, a JSON object: hours, a question, the answer that another program gave."
                    + " Each case whose answer differs is printed with both answers and what is open between them."
        },
        footer = {
            "",
            "A deadline that lands on closing time is compared with expectedClose, and a case without an",
            "expected answer with alternatives.gapEdges: these are the conventions of the library."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all answers agree",
            "1:some answers differ",
            "2:the command line is wrong",
            "3:a file or a case cannot be read"
        })
public final class VectorsCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A file of cases, one JSON object a line.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private int agree;
    private int differ;
    private int unanswered;
    private int unread;

    /** Creates the command. */
    public VectorsCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        files.forEach(file -> compare(file, out, err));
        out.println((agree + differ + unanswered) + " cases: " + agree + " agree, " + differ + " differ, " + unanswered
                + " without an expected answer");
        out.flush();
        err.flush();
        return unread > 0 ? 3 : differ > 0 ? 1 : 0;
    }

    private void compare(Path file, PrintWriter out, PrintWriter err) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    compare(file + ":" + number, line, out, err);
                }
            }
        } catch (IOException e) {
            unread++;
            err.println(file + " cannot be read: " + e);
        }
    }

    private void compare(String place, String line, PrintWriter out, PrintWriter err) {
        try {
            VectorRun run = VectorRun.of(VectorCase.read(place, line));
            if (run.expected().isEmpty()) {
                unanswered++;
            } else if (run.agrees()) {
                agree++;
            } else {
                differ++;
                run.lines().forEach(out::println);
            }
        } catch (VectorException e) {
            unread++;
            err.println(e.getMessage());
        }
    }
}

package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.RuleTableException;
import dev.incidentkit.rules.format.FormatFinding;
import dev.incidentkit.rules.format.TableFormatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the programs share: where they print, and what they say when a file cannot be read. */
abstract class RulesProgram implements Callable<Integer> {
    /** Everything is as it should be. */
    static final int FINE = 0;

    /** There are findings, or differences. */
    static final int FOUND = 1;

    /** The command line is wrong, or a file cannot be read. */
    static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() {
        try {
            return run();
        } catch (RulesException | TableFormatException | RuleTableException e) {
            err().println(e.getMessage());
        } catch (NoSuchFileException e) {
            err().println(e.getFile() + " does not exist");
        } catch (IOException e) {
            err().println("A file cannot be read or written: " + e.getMessage());
        } finally {
            out().flush();
            err().flush();
        }
        return UNUSABLE;
    }

    abstract int run() throws IOException;

    /** Prints a line, lengths of time as tables write them. */
    final void say(String line) {
        out().println(Durations.plain(line));
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final void warn(List<FormatFinding> warnings) {
        warnings.forEach(warning -> err().println(warning.describe()));
    }

    /** A declaration that nothing has may be misspelt; it may also stand in a file for several tables. */
    final void warnOfUnused(TableFiles files) {
        files.unused().forEach(declaration -> err().println("no table has the column of " + declaration));
    }

    /** A table in a line: its name, how many rules it has, and the beginning of its version. */
    static String named(RuleTable table) {
        int rules = table.rules().size();
        return "table " + table.schema().name() + ", " + rules + (rules == 1 ? " rule" : " rules") + ", version "
                + table.hash().substring(0, 12);
    }
}

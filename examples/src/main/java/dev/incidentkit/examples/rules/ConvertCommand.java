package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.dmn.DmnExport;
import dev.incidentkit.rules.dmn.DmnWriter;
import dev.incidentkit.rules.format.TableSet;
import dev.incidentkit.rules.format.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the tables of a file in another format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the tables of a file in another format. The tables decide alike and keep the",
            "identifiers of their rules. What a format cannot say is named as a warning."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the tables were written",
            "2:the command line is wrong, the file cannot be read, or the format cannot say a table"
        })
final class ConvertCommand extends RulesProgram {
    /** A format to write. */
    enum Format {
        markdown,
        md,
        csv,
        dmn
    }

    @Parameters(index = "0", paramLabel = "FILE", description = "The file: .md, .csv or .dmn.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "The format to write: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.markdown;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; by default it is printed.")
    private @Nullable Path target;

    @Mixin
    private TableFiles files = new TableFiles();

    @Override
    int run() throws IOException {
        TableSet tables = files.read(file);
        warn(tables.warnings());
        warnOfUnused(files);
        if (TableFiles.isModel(file) && format != Format.dmn) {
            tables.tables().values().forEach(table -> SheetLosses.of(table).forEach(err()::println));
        }
        String text = text(List.copyOf(tables.tables().values()));
        if (target == null) {
            out().print(text);
        } else {
            Files.writeString(target, text);
            tables.tables().values().forEach(table -> out().println(named(table) + ": written to " + target));
        }
        return FINE;
    }

    private String text(List<RuleTable> tables) {
        return switch (format) {
            case markdown, md -> TableWriter.markdown(tables);
            case csv -> TableWriter.csv(';', tables);
            case dmn -> {
                DmnExport export = DmnWriter.write(name(), tables);
                warn(export.warnings());
                yield export.xml();
            }
        };
    }

    /** The name of the model: the name of the file without its ending. */
    private String name() {
        String name = file.getFileName() == null ? "tables" : file.getFileName().toString();
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

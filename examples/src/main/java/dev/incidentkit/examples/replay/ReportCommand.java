package dev.incidentkit.examples.replay;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.metrics.Period;
import dev.incidentkit.report.IncidentReport;
import dev.incidentkit.report.ReportFold;
import dev.incidentkit.report.ReportPlan;
import dev.incidentkit.report.ReportRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a report of a log: one HTML page, and its figures as JSON and CSV. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a report of an audit log: one HTML page that needs no network, JSON, CSV.",
            "The log is CSV, or CSV packed with xz, a row for each change, as ServiceNow exports it or as a mapping"
                    + " says. Without LOG it reports the sample that ships with it."
        },
        footer = {
            "",
            "For example:",
            "  report --html report.html",
            "  report my-log.csv --mapping my-words.csv --html report.html"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was read",
            "1:the log or the mapping cannot be read, or a file cannot be written",
            "2:the command line is wrong",
            "3:some rows could not be read and were left out, or rows of an incident do not stand together"
        })
public final class ReportCommand implements Callable<Integer> {
    private static final int FEW = 10;

    @Mixin
    private LogOptions source = new LogOptions();

    @Option(
            names = "--bundle",
            paramLabel = "NAME",
            description = "The service levels: itil, servicenow-like, itop-like, glpi-like or otrs-like;"
                    + " ${DEFAULT-VALUE} unless given.")
    private String bundle = "itil";

    @Option(names = "--title", paramLabel = "TEXT", description = "The title; ${DEFAULT-VALUE} unless given.")
    private String title = "Incident report";

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "The period of trends: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private Period period = Period.MONTH;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description =
                    "Reports the log as it stood then, for example 2024-06-30T18:00:00Z; as of its last row unless"
                            + " given.")
    private @Nullable Instant asOf;

    @Option(
            names = "--slowest",
            paramLabel = "N",
            description = "How many of the slowest incidents are told, 0 to 50; ${DEFAULT-VALUE} unless given.")
    private int slowest = 5;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes the page; report.html if no file is asked for at all.")
    private @Nullable Path html;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON.")
    private @Nullable Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the figures as CSV, a value a line.")
    private @Nullable Path csv;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public ReportCommand() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return report(spec.commandLine().getOut(), err);
        } catch (LogException e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("The report cannot be written: " + e);
            return 1;
        } finally {
            spec.commandLine().getOut().flush();
            err.flush();
        }
    }

    private int report(PrintWriter out, PrintWriter err) throws IOException {
        Mapping words = source.words();
        LogFile file = source.file(words);
        LastRow last = new LastRow(asOf);
        file.read("Looking for the last row", last::accept, fault -> {});
        Instant until = last.at;
        if (until == null) {
            throw new LogException(
                    file.name() + " has no row that can be read" + (asOf == null ? "" : ", of a time up to " + asOf));
        }
        ProcessDefinition definition =
                ServiceLevels.under(words.definition(), ServiceLevels.timed(ServiceLevels.bundle(bundle)));
        ReportFold fold = ReportFold.of(plan(definition, words, until, file.name()));
        Oddities oddities = new Oddities(words);
        LogRecords records = new LogRecords(
                words, InstantSource.system().instant(), oddities, (incident, rows) -> fold.add(incident));
        file.read(
                "Reading",
                row -> {
                    if (!row.updatedAt().isAfter(until)) {
                        records.accept(row);
                    }
                },
                oddities::fault);
        records.finish();
        IncidentReport report = fold.report();
        summary(out, report);
        if (last.later > 0) {
            out.println(String.format(Locale.ROOT, "%,d rows are of a later time and left out", last.later));
        }
        oddities.warning().ifPresent(err::println);
        odd(err, oddities);
        write(out, report);
        return oddities.exitCode();
    }

    /** Finds the time of the report: what was asked for if there is a row by then, else that of the last row. */
    private static final class LastRow {
        private final @Nullable Instant asked;
        private @Nullable Instant at;
        private long later;

        LastRow(@Nullable Instant asked) {
            this.asked = asked;
        }

        void accept(AuditRow row) {
            if (asked != null && row.updatedAt().isAfter(asked)) {
                later++;
            } else if (asked != null) {
                at = asked;
            } else if (at == null || row.updatedAt().isAfter(at)) {
                at = row.updatedAt();
            }
        }
    }

    private ReportPlan plan(ProcessDefinition definition, Mapping words, Instant asOf, String source) {
        try {
            return ReportPlan.of(definition, asOf, words.form().zone())
                    .titled(title, source)
                    .withMatrix(words.matrix())
                    .per(period)
                    .withSlowest(slowest);
        } catch (IllegalArgumentException e) {
            throw new LogException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void summary(PrintWriter out, IncidentReport report) {
        out.println(report.title() + ", " + report.source() + ", as of " + report.asOf());
        for (ReportRow row : report.section("summary").rows()) {
            String basis = row.basis() == null ? "" : row.basis().text();
            out.println(String.format(
                    Locale.ROOT,
                    "  %-30s %12s   %s",
                    row.name(),
                    row.values().get(0).text(),
                    basis));
        }
    }

    /** What was odd about the log: nothing is dropped in silence. */
    private static void odd(PrintWriter err, Oddities oddities) {
        oddities.faults().stream().limit(FEW).forEach(err::println);
        if (oddities.faults().size() > FEW) {
            err.println("and " + (oddities.faults().size() - FEW) + " more rows that were left out");
        }
        oddities.found()
                .forEach(found -> err.println(String.format(
                        Locale.ROOT,
                        "%,d x %s (first on line %d)",
                        found.getValue().count,
                        found.getKey(),
                        found.getValue().lines.get(0))));
    }

    private void write(PrintWriter out, IncidentReport report) throws IOException {
        Path page = html == null && json == null && csv == null ? Path.of("report.html") : html;
        if (page != null) {
            write(out, page, report.html());
        }
        if (json != null) {
            write(out, json, report.json());
        }
        if (csv != null) {
            write(out, csv, report.csv());
        }
    }

    private static void write(PrintWriter out, Path file, String text) throws IOException {
        Files.writeString(file, text);
        out.println("Wrote " + file);
    }
}

package dev.incidentkit.examples.replay;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.metrics.whatif.Difference;
import dev.incidentkit.metrics.whatif.IncidentDifference;
import dev.incidentkit.metrics.whatif.PrioritySource;
import dev.incidentkit.metrics.whatif.WhatIf;
import dev.incidentkit.metrics.whatif.WhatIfRun;
import dev.incidentkit.metrics.whatif.WhatIfSummary;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays a log under two bundles of service levels and says what differs, and why. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "Replays an audit log, or made-up records, under two bundles of service levels.",
            "Bundles are itil, servicenow-like, itop-like, glpi-like, otrs-like. Nothing is written."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the comparison is done", "1:the log cannot be read", "2:the command line is wrong"})
public final class WhatIfCommand implements Callable<Integer> {
    private static final int MOST_CAUSES = 12;
    private static final Duration A_WEEK = Duration.ofDays(7);

    @Mixin
    private LogOptions source = new LogOptions();

    @Option(names = "--before", paramLabel = "BUNDLE", defaultValue = "itil", description = "The first bundle.")
    private String before = "itil";

    @Option(names = "--after", paramLabel = "BUNDLE", defaultValue = "glpi-like", description = "The second bundle.")
    private String after = "glpi-like";

    @Option(names = "--made-up", paramLabel = "N", description = "Takes N made-up records in the place of a log.")
    private long madeUp;

    @Option(names = "--show", paramLabel = "N", defaultValue = "3", description = "Shows N incidents in full.")
    private int show = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private long shown;

    /** Creates the command. */
    public WhatIfCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            print(out, compare(out));
            return 0;
        } catch (LogException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } finally {
            out.flush();
            spec.commandLine().getErr().flush();
        }
    }

    private WhatIf between(ProcessDefinition base) {
        return WhatIf.between(
                ServiceLevels.under(base, ServiceLevels.bundle(before)),
                ServiceLevels.under(base, ServiceLevels.bundle(after)),
                PrioritySource.RECORDED);
    }

    private WhatIfSummary compare(PrintWriter out) {
        if (madeUp > 0) {
            ProcessDefinition base = ProcessDefinition.itil();
            WhatIfRun run = between(base).begin(difference -> show(out, difference));
            new SyntheticRecords(base, 1)
                    .stream(madeUp)
                            .forEachOrdered(
                                    record -> run.add(record, last(record).plus(A_WEEK)));
            return run.summary();
        }
        Mapping mapping = source.words();
        WhatIfRun run = between(mapping.definition()).begin(difference -> show(out, difference));
        Oddities oddities = new Oddities(mapping);
        LogRecords records = new LogRecords(
                mapping,
                InstantSource.system().instant(),
                oddities,
                (incident, rows) -> run.add(incident.history(), incident.lastEffectiveAt()));
        source.file(mapping).read("Comparing", records::accept, oddities::fault);
        records.finish();
        oddities.warning().ifPresent(spec.commandLine().getErr()::println);
        oddities.faults().forEach(spec.commandLine().getErr()::println);
        return run.summary();
    }

    private static Instant last(List<IncidentEvent> record) {
        return record.get(record.size() - 1).meta().effectiveAt();
    }

    private void show(PrintWriter out, IncidentDifference incident) {
        if (shown++ >= show) {
            return;
        }
        out.println(incident.incident());
        for (Difference difference : incident.differences()) {
            out.println("  " + difference.kind() + " " + difference.subject());
            out.println("    " + difference.before() + " -> " + difference.after());
            difference.causes().forEach(cause -> out.println("    because of " + cause));
        }
    }

    private void print(PrintWriter out, WhatIfSummary summary) {
        out.println(String.format(
                Locale.ROOT,
                "%n%s -> %s: something differs in %,d of %,d incidents",
                before,
                after,
                summary.differing(),
                summary.incidents()));
        summary.byKind().forEach((kind, count) -> out.println(String.format(Locale.ROOT, "  %,8d  %s", count, kind)));
        out.println("Missed: under both, under the first only, under the second only");
        summary.breaches()
                .forEach((target, so) -> out.println(String.format(
                        Locale.ROOT, "  %,8d %,8d %,8d  %s", so.both(), so.before(), so.after(), target)));
        out.println("Causes");
        summary.byCause().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CAUSES)
                .forEach(entry ->
                        out.println(String.format(Locale.ROOT, "  %,8d  %s", entry.getValue(), entry.getKey())));
    }
}

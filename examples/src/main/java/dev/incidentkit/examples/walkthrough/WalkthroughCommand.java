package dev.incidentkit.examples.walkthrough;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand.Acknowledge;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Reject;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.report.ClockTimeline;
import dev.incidentkit.report.TimelineOptions;
import dev.incidentkit.store.InMemoryIncidentStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks one outage from its report to its closure, and prints what the library says at each step. */
@Command(
        name = "walkthrough",
        mixinStandardHelpOptions = true,
        description = "Reports an outage, is refused a step and told why, resolves, is rejected, closes, and audits."
                + " With a preset, walks one incident through that process to its signed review.",
        footer = {"", "For example:", "  walkthrough --preset deskera-7", "  walkthrough --timeline clocks.svg"})
public final class WalkthroughCommand implements Callable<Integer> {
    private static final Actor ANN = Actor.agent("ann");
    private static final Actor BOB = Actor.caller("bob");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--timeline",
            paramLabel = "FILE",
            description = "Where to write the clocks of the outage as a picture (SVG).")
    private @Nullable Path timeline;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            completionCandidates = PresetNames.class,
            description = "A process that ships with the library: ${COMPLETION-CANDIDATES}.")
    private @Nullable String preset;

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    /** Creates the command. */
    public WalkthroughCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ServiceDesk desk = ServiceDesk.builder(new InMemoryIncidentStore(), definition())
                .clock((InstantSource) () -> now)
                .identities(() -> new IncidentId("INC-1"))
                .build();
        IncidentId id = preset == null
                ? walk(desk, out)
                : new PresetWalk(desk, out, instant -> now = instant).take(PresetWalks.through(preset));
        return draw(desk, id, out);
    }

    private ProcessDefinition definition() {
        return preset == null ? ProcessDefinition.itil() : PresetNames.definition(preset, spec.commandLine());
    }

    private int draw(ServiceDesk desk, IncidentId id, PrintWriter out) {
        if (timeline == null) {
            out.println("  walkthrough --timeline FILE draws its clocks");
            out.flush();
            return 0;
        }
        TimelineOptions options = TimelineOptions.at(now, ZoneId.of("Europe/Zurich"));
        try {
            Files.writeString(
                    timeline,
                    ClockTimeline.svg(desk.events(id), desk.definition().clock(), options));
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot write " + timeline + ": " + e);
            return 1;
        }
        out.println("  Wrote its clocks to " + timeline);
        out.flush();
        return 0;
    }

    private IncidentId walk(ServiceDesk desk, PrintWriter out) {
        out.println("One outage, from its report to its closure");
        IncidentId id = desk.report(
                        Report.of("Nobody in Bern can connect to the VPN", Reporter.person("Bob"), Channel.PHONE)
                                .impact(Impact.HIGH)
                                .urgency(Urgency.HIGH)
                                .build(),
                        BOB)
                .incident();
        Incident reported = desk.load(id).orElseThrow();
        out.printf(
                "  reported; impact HIGH x urgency HIGH makes it %s%n",
                reported.priority().map(Priority::name).orElse("unknown"));
        step(desk, out, id, "ann closes it at once", new Close(), ANN);
        step(desk, out, id, "ann starts, but nobody is accountable", new Start(null), ANN);
        step(desk, out, id, "ann acknowledges", new Acknowledge(), ANN);
        step(desk, out, id, "ann starts, for the network group", new Start(new Owner("network", "ann")), ANN);
        Resolve resolve = Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate");
        step(desk, out, id, "ann resolves", resolve, ANN);
        step(desk, out, id, "bob, the caller, rejects that", new Reject("Still no connection from home"), BOB);
        step(desk, out, id, "ann resolves again", resolve, ANN);
        step(desk, out, id, "ann closes", new Close(), ANN);
        desk.definition()
                .lifecycle()
                .checklist()
                .forEach(
                        item -> step(desk, out, id, "ann answers " + item, new AnswerChecklist(item, true, null), ANN));
        step(desk, out, id, "ann closes again", new Close(), ANN);
        audit(desk, out, id);
        return id;
    }

    private void step(
            ServiceDesk desk, PrintWriter out, IncidentId id, String what, IncidentCommand command, Actor actor) {
        now = now.plus(Duration.ofMinutes(7));
        try {
            desk.handle(id, command, actor);
            out.printf("  %s -> %s%n", what, desk.load(id).orElseThrow().status());
        } catch (IncidentRejectedException e) {
            out.printf("  %s -> refused:%n", what);
            for (Unmet unmet : e.unmet()) {
                out.printf("      %s%n", unmet);
            }
        }
    }

    private static void audit(ServiceDesk desk, PrintWriter out, IncidentId id) {
        out.println();
        out.println("The record");
        for (IncidentEvent event : desk.events(id)) {
            String rule = event.meta().cause().rule();
            out.printf(
                    "  %s  %-18s by %s%s%n",
                    event.meta().effectiveAt(),
                    event.getClass().getSimpleName(),
                    event.meta().actor().id(),
                    rule == null ? "" : ", by rule " + rule);
        }
        out.println("  " + new Audit(desk).verify(id).orElseThrow().message());
    }
}

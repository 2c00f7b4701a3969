package dev.incidentkit.examples.walkthrough;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.ServiceDesk;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** Walks one incident through a process, and prints what the library says at each step. */
final class PresetWalk {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private final ServiceDesk desk;
    private final PrintWriter out;
    private final Consumer<Instant> clock;

    /**
     * Prepares a walk.
     *
     * @param desk takes the commands
     * @param out where to print
     * @param clock is told the time that the desk's clock shows from then on
     */
    PresetWalk(ServiceDesk desk, PrintWriter out, Consumer<Instant> clock) {
        this.desk = desk;
        this.out = out;
        this.clock = clock;
    }

    IncidentId take(Walk walk) {
        Instant now = PresetWalks.START;
        clock.accept(now);
        out.println(walk.title() + ", by the process '" + desk.definition().name() + "'");
        out.println("  statuses: "
                + String.join(
                        ", ",
                        desk.definition().lifecycle().statuses().stream()
                                .map(Status::name)
                                .toList()));
        out.println();
        IncidentId id = desk.report(walk.report(), walk.reporter()).incident();
        Incident incident = desk.load(id).orElseThrow();
        said(now, walk.reporter().id() + " reports", incident);
        said(desk.events(id));
        for (WalkStep step : walk.steps()) {
            now = now.plus(step.later());
            clock.accept(now);
            taken(id, step, now);
        }
        told(id);
        return id;
    }

    private void said(Instant at, String what, Incident incident) {
        out.printf("  %s  %s -> %s%n", TIME.format(at), what, incident.status());
    }

    private void taken(IncidentId id, WalkStep step, Instant now) {
        int known = desk.events(id).size();
        try {
            desk.handle(id, step.command(), step.actor());
            said(now, step.what(), desk.load(id).orElseThrow());
            List<IncidentEvent> all = desk.events(id);
            said(all.subList(known, all.size()));
        } catch (IncidentRejectedException e) {
            out.printf("  %s  %s -> refused:%n", TIME.format(now), step.what());
            for (Unmet unmet : e.unmet()) {
                out.println("                 " + unmet);
            }
        }
    }

    /** What followed from a step by rules and plans. */
    private void said(List<IncidentEvent> events) {
        for (IncidentEvent event : events) {
            String rule = event.meta().cause().rule();
            String why = rule == null ? "" : ", by rule '" + rule + "'";
            if (event instanceof TriageEvent.Triaged triaged && triaged.priority() != null) {
                note("priority " + triaged.priority().name() + why);
            } else if (event instanceof TriageEvent.Categorized categorized && rule != null) {
                note("category " + categorized.category() + why);
            } else if (event instanceof ProcessEvent.PlanOpened opened) {
                note(opened.kind() + " '" + opened.plan() + "' opened" + why);
            } else if (event instanceof ProcessEvent.MessagePlanned planned && planned.dueAt() != null) {
                note(planned.audience() + " to be told by " + TIME.format(planned.dueAt()));
            } else if (event instanceof ProcessEvent.StaffingRequired required && required.dueAt() != null) {
                note(required.count() + " of " + required.role() + " required by " + TIME.format(required.dueAt()));
            } else if (event instanceof ProcessEvent.DeadlinePassed passed) {
                note("too late: " + passed.kind() + " '" + passed.subject() + "' was due at "
                        + TIME.format(passed.dueAt()));
            }
        }
    }

    private void note(String text) {
        out.println("                 " + text);
    }

    private void told(IncidentId id) {
        Incident incident = desk.load(id).orElseThrow();
        out.println();
        out.println("  It ends " + incident.status() + ", as "
                + incident.priority().map(Priority::name).orElse("no priority") + ". Milestones:");
        for (Milestone milestone : Milestone.values()) {
            incident.at(milestone).ifPresent(at -> out.printf("    %-14s %s%n", milestone, TIME.format(at)));
        }
        out.println("  " + new Audit(desk).verify(id).orElseThrow().message());
    }
}

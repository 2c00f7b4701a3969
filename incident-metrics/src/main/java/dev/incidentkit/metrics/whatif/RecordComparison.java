package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.policy.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares one record as two definitions decide it. */
final class RecordComparison {
    private static final String NONE = "none";

    private final ProcessDefinition before;
    private final ProcessDefinition after;
    private final List<ClockComparison> clocks;
    private final List<Difference> found = new ArrayList<>();

    RecordComparison(ProcessDefinition before, ProcessDefinition after, List<ClockComparison> clocks) {
        this.before = before;
        this.after = after;
        this.clocks = clocks;
    }

    IncidentDifference compare(List<? extends IncidentEvent> record, RerunResult a, RerunResult b, Instant asOf) {
        if (!a.refusals().equals(b.refusals())) {
            add(
                    DifferenceKind.REFUSAL,
                    a.refusals().toString(),
                    b.refusals().toString(),
                    refused(a.refusals(), b.refusals()));
        }
        Incident one = a.incident();
        Incident other = b.incident();
        if (one != null && other != null) {
            List<String> ofPriority = priority(one, other);
            List<String> ofRoute = route(one, other);
            List<String> ofRecord = new ArrayList<>(ofPriority);
            ofRecord.addAll(ofRoute);
            found.stream()
                    .filter(difference -> difference.kind() == DifferenceKind.REFUSAL)
                    .forEach(difference -> ofRecord.addAll(difference.causes()));
            clocks(a, b, asOf, ofRecord);
            escalations(one, other, ofRecord);
            status(one, other, ofRecord);
        }
        return new IncidentDifference(id(record.get(0)), found);
    }

    /** What only one of both refuses; without the place in the record, so that equal causes count as one. */
    private static List<String> refused(List<Refusal> was, List<Refusal> is) {
        List<String> causes = new ArrayList<>();
        was.stream()
                .filter(refusal -> !is.contains(refusal))
                .forEach(refusal -> causes.add("refused by the first: " + refusal.action() + " " + refusal.unmet()));
        is.stream()
                .filter(refusal -> !was.contains(refusal))
                .forEach(refusal -> causes.add("refused by the second: " + refusal.action() + " " + refusal.unmet()));
        return causes;
    }

    private static IncidentId id(IncidentEvent event) {
        if (event instanceof Reported reported) {
            return reported.id();
        }
        return event instanceof RecordEvent.Adopted adopted ? adopted.id() : ((RecordEvent.Imported) event).id();
    }

    private void add(DifferenceKind kind, String was, String is, List<String> causes) {
        found.add(new Difference(kind, "", was, is, causes));
    }

    /** Every priority that came to hold counts, so that what it did to clocks on the way is known too. */
    private List<String> priority(Incident a, Incident b) {
        String was = a.priority().map(Object::toString).orElse(NONE);
        String is = b.priority().map(Object::toString).orElse(NONE);
        String ruleOfA = priorityRule(before, a);
        String ruleOfB = priorityRule(after, b);
        boolean same = ruleOfA.equals(ruleOfB);
        List<String> causes = List.of(
                same ? "priority: recorded, " + was + " -> " + is : "priority by rule: " + ruleOfA + " -> " + ruleOfB);
        if (!was.equals(is)) {
            add(DifferenceKind.PRIORITY, was, is, causes);
            return causes;
        }
        return same || priorities(a).equals(priorities(b)) ? List.of() : causes;
    }

    /** Every priority that was derived or taken over, in order. */
    private static List<Optional<Priority>> priorities(Incident incident) {
        List<Optional<Priority>> priorities = new ArrayList<>();
        for (IncidentEvent event : incident.history()) {
            if (event instanceof RecordEvent.Imported imported) {
                priorities.add(Optional.ofNullable(imported.step().priority()));
            } else if (event instanceof TriageEvent.Triaged triaged) {
                priorities.add(Optional.ofNullable(triaged.priority()));
            } else if (event instanceof TriageEvent.Categorized categorized) {
                priorities.add(Optional.ofNullable(categorized.priority()));
            } else if (event instanceof WorkEvent.Amended amended) {
                priorities.add(Optional.ofNullable(amended.priority()));
            }
        }
        return priorities;
    }

    private static String priorityRule(ProcessDefinition definition, Incident incident) {
        return definition
                .triage()
                .priority(incident)
                .map(RecordComparison::rule)
                .orElse(NONE);
    }

    private static String rule(Decision<?> decision) {
        return decision.rule() + " of " + shortened(decision.configuration()) + " gives " + decision.value();
    }

    private static String shortened(String configuration) {
        return configuration.length() > 12 ? configuration.substring(0, 12) : configuration;
    }

    private List<String> route(Incident a, Incident b) {
        String was = routed(a);
        String is = routed(b);
        if (was.equals(is)) {
            return List.of();
        }
        List<String> causes = List.of("route by rule: " + was + " -> " + is);
        add(DifferenceKind.ROUTE, was, is, causes);
        return causes;
    }

    /** Whom the rules gave a new incident to. Histories that were taken over are not routed. */
    private static String routed(Incident incident) {
        for (IncidentEvent event : incident.history()) {
            if (event instanceof AssignmentEvent.Assigned assigned) {
                Cause cause = assigned.meta().cause();
                if (cause.rule() != null && cause.configuration() != null) {
                    return assigned.owner() + " by " + cause.rule() + " of " + shortened(cause.configuration());
                }
            }
        }
        return NONE;
    }

    private void clocks(RerunResult a, RerunResult b, Instant asOf, List<String> ofRecord) {
        for (ClockComparison clock : clocks) {
            List<ClockComparison.Outcome> was = clock.before(a);
            List<ClockComparison.Outcome> is = clock.after(b);
            if (was.equals(is)) {
                continue;
            }
            List<String> causes = clock.causes(a, b, asOf, ofRecord);
            boolean breachedBefore = was.stream().anyMatch(ClockComparison.Outcome::breached);
            boolean breachedAfter = is.stream().anyMatch(ClockComparison.Outcome::breached);
            if (!was.toString().equals(is.toString())) {
                found.add(
                        new Difference(DifferenceKind.DEADLINE, clock.label(), was.toString(), is.toString(), causes));
            }
            if (breachedBefore != breachedAfter) {
                found.add(new Difference(
                        DifferenceKind.BREACH,
                        clock.label(),
                        breachedBefore ? "breached" : "not breached",
                        breachedAfter ? "breached" : "not breached",
                        causes));
            }
        }
    }

    private void escalations(Incident a, Incident b, List<String> ofRecord) {
        List<String> was = escalations(a);
        List<String> is = escalations(b);
        if (was.equals(is)) {
            return;
        }
        List<String> causes = new ArrayList<>(ofRecord);
        found.stream()
                .filter(difference ->
                        difference.kind() == DifferenceKind.DEADLINE || difference.kind() == DifferenceKind.BREACH)
                .forEach(difference -> difference.causes().stream()
                        .filter(cause -> !causes.contains(cause))
                        .forEach(causes::add));
        if (causes.isEmpty()) {
            causes.add("escalation policy: " + before.escalation().version() + " -> "
                    + after.escalation().version());
        }
        add(DifferenceKind.ESCALATION, was.toString(), is.toString(), causes);
    }

    private static List<String> escalations(Incident incident) {
        List<String> escalations = new ArrayList<>();
        for (IncidentEvent event : incident.history()) {
            if (event instanceof AssignmentEvent.Escalated escalated
                    && escalated.meta().cause().rule() != null) {
                escalations.add(escalated.kind() + " to " + escalated.target() + " at "
                        + escalated.meta().effectiveAt() + " by "
                        + escalated.meta().cause().rule());
            }
        }
        return escalations;
    }

    private void status(Incident a, Incident b, List<String> ofRecord) {
        String was = a.status() + " since " + a.statusSince();
        String is = b.status() + " since " + b.statusSince();
        if (was.equals(is)) {
            return;
        }
        List<String> causes = new ArrayList<>(ofRecord);
        changed("closure", before.closure().version(), after.closure().version(), causes);
        changed("follow-ups", before.followUps(), after.followUps(), causes);
        changed("reopen window", before.reopenWindow(), after.reopenWindow(), causes);
        if (causes.isEmpty()) {
            causes.add("lifecycle: " + before.lifecycle() + " -> " + after.lifecycle());
        }
        add(DifferenceKind.STATUS, was, is, causes);
    }

    private static void changed(String what, Object was, Object is, List<String> causes) {
        if (!Objects.equals(was, is)) {
            causes.add(what + ": " + was + " -> " + is);
        }
    }
}

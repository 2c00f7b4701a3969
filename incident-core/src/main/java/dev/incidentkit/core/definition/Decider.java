package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.process.ProcessDecider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks and decides commands on incidents that exist: the lifecycle first, then what the values of a command say. */
final class Decider {
    private final ProcessDefinition definition;
    private final Lifecycle table;
    private final String hash;
    private final SelectionWork selection;
    private final Beginnings beginnings;
    private final CommandChecks checks;
    private final LifecycleDecisions lifecycle;
    private final TriageDecisions triage;
    private final WorkDecisions work;
    private final RecordDecisions record;
    private final ProcessDecider process;
    private final AlertWork alerts;
    private final PlainSteps plainSteps;

    Decider(ProcessDefinition definition, Ports ports, SelectionWork selection, ProcessDecider process) {
        this.definition = definition;
        this.table = definition.lifecycle();
        this.hash = definition.hash();
        this.selection = selection;
        this.process = process;
        this.beginnings = new Beginnings(definition, ports, selection, process);
        this.checks = new CommandChecks(definition);
        this.lifecycle = new LifecycleDecisions(definition);
        this.triage = new TriageDecisions(ports);
        this.work = new WorkDecisions(triage);
        this.record = new RecordDecisions(definition);
        this.alerts = new AlertWork(definition, this);
        this.plainSteps = new PlainSteps(definition);
    }

    /** Whether deciding the command asks a policy, so that checking it has to ask too. */
    static boolean asksPolicy(IncidentCommand command, IncidentCommand.Theme theme) {
        return theme == IncidentCommand.Theme.TRIAGE
                || theme == IncidentCommand.Theme.ALERT
                || command instanceof WorkCommand.Amend;
    }

    AlertWork alerts() {
        return alerts;
    }

    Beginnings beginnings() {
        return beginnings;
    }

    /** The clock may have gone backwards: a command never takes effect before what is on the record. */
    private static CommandContext asOfRecord(Incident incident, CommandContext context) {
        return context.at().isBefore(incident.lastEffectiveAt())
                ? new CommandContext(context.actor(), incident.lastEffectiveAt(), context.answers())
                : context;
    }

    /**
     * The step of a plain command where nothing but the lifecycle can stand against it, and it is not satisfied already: what
     * comes most often is told at little cost. Null where it is to be checked at length.
     */
    @Nullable
    Transition plain(Incident incident, IncidentCommand command) {
        Transition step = plainSteps.find(incident.status(), command);
        return step != null && isOurs(incident) && process.asksNothing(incident) ? step : null;
    }

    /** Checks a plain step, as {@link #plain} tells. */
    List<Unmet> check(Incident incident, IncidentCommand command, Transition plain, CommandContext given) {
        return table.check(plain, incident, command, asOfRecord(incident, given));
    }

    List<Unmet> check(Incident incident, IncidentCommand command, IncidentCommand.Theme theme, CommandContext given) {
        List<Unmet> faults = CommandValues.check(command, theme);
        if (!faults.isEmpty()) {
            return faults;
        }
        CommandContext context = asOfRecord(incident, given);
        Transition step = step(incident, command);
        return isSatisfied(incident, command, theme, step, context)
                ? List.of()
                : checkUnsatisfied(incident, command, theme, step, context);
    }

    private boolean isSatisfied(
            Incident incident,
            IncidentCommand command,
            IncidentCommand.Theme theme,
            @Nullable Transition step,
            CommandContext context) {
        if (!isOurs(incident)) {
            return command instanceof RecordCommand.Migrate
                    && Satisfied.isSatisfied(incident, command, theme, step, context);
        }
        return (theme == IncidentCommand.Theme.RECORD && command instanceof RecordCommand.Wake)
                || Satisfied.isSatisfied(incident, command, theme, step, context);
    }

    private boolean isOurs(Incident incident) {
        return incident.definition().equals(hash);
    }

    /** The step that the lifecycle knows; it is looked up once for checking and deciding. */
    private @Nullable Transition step(Incident incident, IncidentCommand command) {
        return table.transition(incident.status(), command.action()).orElse(null);
    }

    private List<Unmet> checkUnsatisfied(
            Incident incident,
            IncidentCommand command,
            IncidentCommand.Theme theme,
            @Nullable Transition step,
            CommandContext context) {
        if (command instanceof RecordCommand.Migrate migrate) {
            return checkMigration(incident, migrate, context);
        }
        if (!isOurs(incident)) {
            return List.of(elsewhere(incident));
        }
        if (command instanceof AlertCommand.Signal signal) {
            return alerts.check(incident, signal);
        }
        if (theme == IncidentCommand.Theme.RELATION) {
            return process.check(incident, command, theme, context);
        }
        if (theme == IncidentCommand.Theme.RECORD
                && command instanceof RecordCommand.ImportStep
                && incident.isImporting()) {
            return checks.check(incident, command, theme, context);
        }
        List<Unmet> byLifecycle =
                step == null ? table.check(incident, command, context) : table.check(step, incident, command, context);
        List<Unmet> byValues = checks.check(incident, command, theme, context);
        return join(join(byLifecycle, byValues), process.check(incident, command, theme, context));
    }

    private Unmet elsewhere(Incident incident) {
        return new Unmet(
                UnmetKind.DEFINITION,
                UnmetCode.DEFINITION_UNKNOWN,
                null,
                "incident " + incident.id() + " is pinned to definition " + incident.definition() + ", but this is "
                        + hash);
    }

    /** The step is one of the lifecycle that is left, so its table is not this definition's; permission alone is asked. */
    private List<Unmet> checkMigration(Incident incident, RecordCommand.Migrate migrate, CommandContext context) {
        List<Unmet> byValues = checks.check(incident, migrate, migrate.theme(), context);
        boolean permitted = definition.lifecycle().transitions().stream()
                .filter(transition -> transition.action().equals(Action.MIGRATE))
                .anyMatch(transition -> transition.permits(context.actor()));
        if (permitted) {
            return byValues;
        }
        return join(
                List.of(new Unmet(
                        UnmetKind.PERMISSION,
                        UnmetCode.ROLE_REQUIRED,
                        null,
                        context.actor().id() + " may not migrate incidents to definition " + definition.name())),
                byValues);
    }

    private static List<Unmet> join(List<Unmet> one, List<Unmet> other) {
        if (other.isEmpty()) {
            return one;
        }
        List<Unmet> all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static Transition checked(@Nullable Transition step, IncidentCommand command) {
        if (step == null) {
            throw new IllegalStateException(command.action() + " was checked, but the lifecycle does not know it");
        }
        return step;
    }

    /** Checks and decides in one, so that nothing is looked at twice. */
    List<IncidentEvent> decide(Incident incident, IncidentCommand command, CommandContext given) {
        Transition plain = plain(incident, command);
        return plain == null ? decideAtLength(incident, command, given) : decide(incident, command, plain, given);
    }

    private List<IncidentEvent> decide(
            Incident incident, IncidentCommand command, Transition plain, CommandContext given) {
        CommandContext context = asOfRecord(incident, given);
        List<Unmet> unmet = table.check(plain, incident, command, context);
        if (!unmet.isEmpty()) {
            throw refused(incident, command, unmet);
        }
        EventMeta meta = meta(incident, context);
        return selection.followed(incident, lifecycle.decide(incident, command, plain, context, meta), plain.action());
    }

    private static IncidentRejectedException refused(Incident incident, IncidentCommand command, List<Unmet> unmet) {
        return new IncidentRejectedException(command.action(), incident.toString(), unmet);
    }

    private static EventMeta meta(Incident incident, CommandContext context) {
        Instant at = context.at();
        return new EventMeta(
                at, Times.later(at, incident.lastRecordedAt()), context.actor(), Cause.COMMAND.with(context.answers()));
    }

    List<IncidentEvent> decideAtLength(Incident incident, IncidentCommand command, CommandContext given) {
        IncidentCommand.Theme theme = command.theme();
        List<Unmet> faults = CommandValues.check(command, theme);
        if (!faults.isEmpty()) {
            throw refused(incident, command, faults);
        }
        CommandContext context = asOfRecord(incident, given);
        Transition step = step(incident, command);
        if (isSatisfied(incident, command, theme, step, context)) {
            return List.of();
        }
        List<Unmet> unmet = checkUnsatisfied(incident, command, theme, step, context);
        if (!unmet.isEmpty()) {
            throw refused(incident, command, unmet);
        }
        EventMeta meta = meta(incident, context);
        List<IncidentEvent> decided = process.completed(incident, decide(incident, command, step, context, meta));
        return selection.followed(incident, decided, command.action());
    }

    private List<IncidentEvent> decide(
            Incident incident,
            IncidentCommand command,
            @Nullable Transition step,
            CommandContext context,
            EventMeta meta) {
        return switch (command.theme()) {
            case LIFECYCLE -> lifecycle.decide(incident, command, checked(step, command), context, meta);
            case TRIAGE -> triage.decide(incident, command, meta);
            case ASSIGNMENT -> List.of(WorkDecisions.assignment(command, meta));
            case WORK -> lifecycle.withReply(incident, command, context, work.decide(incident, command, meta), meta);
            case REVIEW -> List.of(RecordDecisions.review(command, meta));
            case RECORD -> List.of(record.decide(incident, command, meta));
            case PROCESS, RELATION -> process.decide(incident, command, meta);
            case ALERT -> alerts.decide(incident, (AlertCommand.Signal) command, context, meta);
        };
    }

    /** What became of a step that nobody asked for: its events, or everything that stands against it. */
    record Reaction(List<Unmet> unmet, List<IncidentEvent> events) {}

    /** A step that follows from something else. It meets what every step meets. */
    Reaction react(Incident incident, IncidentCommand command, CommandContext context, EventMeta meta) {
        Transition step = step(incident, command);
        IncidentCommand.Theme theme = command.theme();
        List<Unmet> unmet = checkUnsatisfied(incident, command, theme, step, context);
        return unmet.isEmpty()
                ? new Reaction(unmet, decide(incident, command, step, context, meta))
                : new Reaction(unmet, List.of());
    }
}

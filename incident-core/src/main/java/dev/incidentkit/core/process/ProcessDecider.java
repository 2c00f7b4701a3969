package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Deadline;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Handling;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.TaskState;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkaroundState;
import dev.incidentkit.core.policy.TriagePolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks and decides what a process asks beyond its lifecycle. Pure; safe for use by several threads, as far as the
 * policies of the host are.
 */
public final class ProcessDecider {
    private final Procedures procedures;
    private final PlanDecider plans;
    private final RepairDecider repairs;
    private final ReviewDecider reviews;
    private final ClassificationChecks classification;
    private final Consequences consequences;
    private final Cascades cascades;
    private final MajorDecider majors;
    private final EscalationDecider escalations;
    private final boolean asksNothing;

    /**
     * Decides by procedures.
     *
     * @param procedures the procedures
     * @param triage derives priorities
     */
    public ProcessDecider(Procedures procedures, TriagePolicy triage) {
        this.procedures = procedures;
        this.asksNothing =
                Procedures.builder(procedures).cascades(List.of()).build().equals(Procedures.NONE);
        this.plans = new PlanDecider(procedures);
        this.repairs = new RepairDecider(procedures);
        this.reviews = new ReviewDecider(procedures);
        this.classification = new ClassificationChecks(procedures);
        this.majors = new MajorDecider(procedures);
        this.escalations = new EscalationDecider(procedures);
        this.cascades = new Cascades(procedures);
        this.consequences = new Consequences(procedures, new Derivation(triage));
    }

    /**
     * Whether a command asks for what already is.
     *
     * @param incident the incident as it stands
     * @param command what is asked for
     * @return true if it would do nothing
     */
    public static boolean isSatisfied(Incident incident, IncidentCommand command) {
        Handling handling = incident.handling();
        if (command instanceof ProcessCommand.OpenPlan open) {
            return PlanDecider.isSatisfied(handling, open);
        }
        if (command instanceof ProcessCommand.StartTask start) {
            return PlanDecider.isTask(handling, start.task(), TaskState.STARTED, TaskState.DONE);
        }
        if (command instanceof ProcessCommand.FinishTask finish) {
            return PlanDecider.isTask(handling, finish.task(), TaskState.DONE);
        }
        if (command instanceof ProcessCommand.SkipTask skip) {
            return PlanDecider.isTask(handling, skip.task(), TaskState.SKIPPED);
        }
        if (command instanceof RelationCommand relation) {
            return RelationDecider.isSatisfied(incident, relation);
        }
        if (command instanceof ReviewCommand review) {
            return ReviewDecider.isSatisfied(incident, review);
        }
        return isSatisfiedByPeople(handling, command);
    }

    private static boolean isSatisfiedByPeople(Handling handling, IncidentCommand command) {
        if (command instanceof ProcessCommand.Engage engage) {
            return handling.engaged(engage.role()).contains(engage.participant());
        }
        if (command instanceof ProcessCommand.Release release) {
            return !handling.engaged(release.role()).contains(release.participant()) && wasEngaged(handling, release);
        }
        if (command instanceof ProcessCommand.ApplyWorkaround apply) {
            return RepairDecider.is(handling, apply.workaround(), WorkaroundState.ACTIVE);
        }
        if (command instanceof ProcessCommand.RemoveWorkaround remove) {
            return RepairDecider.is(handling, remove.workaround(), WorkaroundState.REMOVED);
        }
        if (command instanceof ProcessCommand.RequestChange request) {
            return RepairDecider.isSatisfied(handling, request);
        }
        if (command instanceof ProcessCommand.DecideMajor decide) {
            return handling.major() == decide.state();
        }
        return command instanceof ProcessCommand.DecideChange decide && RepairDecider.isSatisfied(handling, decide);
    }

    private static boolean wasEngaged(Handling handling, ProcessCommand.Release release) {
        return handling.participants().stream()
                .anyMatch(one -> one.role().equals(release.role()) && one.name().equals(release.participant()));
    }

    /**
     * Everything that stands against a command beside lifecycle and values.
     *
     * @param incident the incident as it stands; for a report, as it would be reported
     * @param command what is asked for
     * @param theme the command's, which whoever asks knows already
     * @param context who asks, when, and what ports answered
     * @return every unmet requirement; empty where there is none
     */
    public List<Unmet> check(
            Incident incident, IncidentCommand command, IncidentCommand.Theme theme, CommandContext context) {
        return switch (theme) {
            case PROCESS -> process(incident, command, context);
            case REVIEW -> reviews.check(incident, (ReviewCommand) command, context);
            case LIFECYCLE, TRIAGE, ASSIGNMENT -> known(incident, command);
            case WORK -> work(incident, command);
            case RELATION -> RelationDecider.check(incident, (RelationCommand) command, context);
            case RECORD, ALERT -> List.of();
        };
    }

    /**
     * {@return whether nothing is asked beyond lifecycle and values, and nothing follows, whatever the command is that changes
     * the status}
     *
     * @param incident the incident as it stands
     */
    public boolean asksNothing(Incident incident) {
        return asksNothing
                && incident.handling().type() != RecordType.POTENTIAL_INCIDENT
                && !cascades.mayAsk(incident, List.of());
    }

    /** {@return whether something may stand against a report, or follow from it, beyond lifecycle and values} */
    public boolean asksOfReports() {
        return !asksNothing;
    }

    private List<Unmet> known(Incident incident, IncidentCommand command) {
        return asksNothing(incident) ? List.of() : classification.check(incident, command);
    }

    private List<Unmet> work(Incident incident, IncidentCommand command) {
        if (!(command instanceof WorkCommand.Contain contain)) {
            return known(incident, command);
        }
        List<Unmet> unmet = new ArrayList<>(known(incident, command));
        unmet.addAll(ContainmentDecider.check(incident, contain));
        return unmet;
    }

    private List<Unmet> process(Incident incident, IncidentCommand command, CommandContext context) {
        List<Unmet> unmet = new ArrayList<>(known(incident, command));
        unmet.addAll(specific(incident, command, context));
        return unmet;
    }

    private List<Unmet> specific(Incident incident, IncidentCommand command, CommandContext context) {
        if (command instanceof ProcessCommand.OpenPlan open) {
            return plans.check(incident, open);
        }
        if (command instanceof ProcessCommand.StartTask start) {
            return PlanDecider.begin(incident, start.task());
        }
        if (command instanceof ProcessCommand.FinishTask finish) {
            return PlanDecider.begin(incident, finish.task());
        }
        if (command instanceof ProcessCommand.SkipTask skip) {
            return PlanDecider.skip(incident, skip.task(), context);
        }
        if (command instanceof ProcessCommand.Release release) {
            return wasEngaged(incident.handling(), release) ? List.of() : unknown(release);
        }
        if (command instanceof ProcessCommand.RemoveWorkaround remove) {
            return RepairDecider.remove(incident, remove);
        }
        if (command instanceof ProcessCommand.RequestChange request) {
            return repairs.request(incident, request);
        }
        if (command instanceof ProcessCommand.DecideMajor decide) {
            return majors.check(incident, decide, context);
        }
        return command instanceof ProcessCommand.DecideChange decide
                ? repairs.decide(incident, decide, context)
                : List.of();
    }

    private static List<Unmet> unknown(ProcessCommand.Release release) {
        return Refusals.refused(
                UnmetCode.PARTICIPANT_UNKNOWN,
                "participant",
                "'" + release.participant() + "' does not work on the incident as " + release.role());
    }

    /**
     * Everything that stands against a report beside lifecycle and values.
     *
     * @param reported the incident as it would be
     * @param report the report
     * @return every unmet requirement; empty where there is none
     */
    public List<Unmet> checkReport(Incident reported, Report report) {
        return classification.check(reported, report);
    }

    /**
     * Decides a command that was checked before.
     *
     * @param incident the incident as it stands
     * @param command a {@link ProcessCommand} or a {@link RelationCommand}
     * @param meta when, who and why
     * @return the events, at least one
     * @throws IllegalArgumentException if the command is of another theme
     */
    public List<IncidentEvent> decide(Incident incident, IncidentCommand command, EventMeta meta) {
        if (command instanceof RelationCommand relation) {
            return RelationDecider.decide(incident, relation, meta);
        }
        if (command instanceof ProcessCommand.OpenPlan open) {
            return open(incident, open, meta);
        }
        if (command instanceof ProcessCommand.RequestChange request) {
            return repairs.requested(incident, request, meta);
        }
        if (command instanceof ProcessCommand.DecideMajor decide) {
            return List.of(majors.decided(decide, meta));
        }
        return List.of(single(command, meta));
    }

    private List<IncidentEvent> open(Incident incident, ProcessCommand.OpenPlan open, EventMeta meta) {
        ProcessEvent opened = plans.open(open, meta);
        List<IncidentEvent> events = new ArrayList<>();
        events.add(opened);
        Plan plan = procedures.plan(open.kind(), open.plan()).orElseThrow();
        if (open.kind() == PlanKind.MODEL) {
            events.addAll(consequences.defaults(incident.apply(opened), plan, meta));
        }
        return events;
    }

    private static IncidentEvent single(IncidentCommand command, EventMeta meta) {
        if (command instanceof ProcessCommand.StartTask start) {
            return new ProcessEvent.TaskMoved(meta, start.task(), TaskState.STARTED, null);
        }
        if (command instanceof ProcessCommand.FinishTask finish) {
            return new ProcessEvent.TaskMoved(meta, finish.task(), TaskState.DONE, orNull(finish.comment()));
        }
        if (command instanceof ProcessCommand.SkipTask skip) {
            return new ProcessEvent.TaskMoved(meta, skip.task(), TaskState.SKIPPED, PersonalText.of(skip.reason()));
        }
        if (command instanceof ProcessCommand.Engage engage) {
            return new ProcessEvent.Engaged(meta, engage.role(), engage.participant());
        }
        if (command instanceof ProcessCommand.Release release) {
            return new ProcessEvent.Released(meta, release.role(), release.participant());
        }
        if (command instanceof ProcessCommand.ApplyWorkaround apply) {
            return RepairDecider.changed(apply.workaround(), WorkaroundState.ACTIVE, apply.text(), meta);
        }
        if (command instanceof ProcessCommand.RemoveWorkaround remove) {
            return RepairDecider.changed(remove.workaround(), WorkaroundState.REMOVED, remove.text(), meta);
        }
        if (command instanceof ProcessCommand.DecideChange decide) {
            return new ProcessEvent.ChangeDecided(meta, decide.change(), decide.approval(), orNull(decide.comment()));
        }
        throw new IllegalArgumentException(command.action() + " is no command of the process");
    }

    private static @Nullable PersonalText orNull(@Nullable String text) {
        return text == null ? null : PersonalText.of(text);
    }

    /**
     * Completes events with what follows from them: categories and models that rules select, people and messages that
     * plans ask for.
     *
     * @param before the incident before the events; null where they begin the record
     * @param events what was decided; may be none
     * @return the events and what follows from them
     */
    public List<IncidentEvent> completed(@Nullable Incident before, List<IncidentEvent> events) {
        if (events.isEmpty() || events.get(0) instanceof RecordEvent.Imported) {
            return events;
        }
        if (asksNothing && !cascades.mayAsk(before, events)) {
            return events;
        }
        Incident after = before == null ? Incident.replay(events) : before.applyAll(events);
        EventMeta last = events.get(events.size() - 1).meta();
        List<IncidentEvent> more = new ArrayList<>(consequences.of(after, last));
        more.addAll(escalations.moved(after.applyAll(more), last));
        more.addAll(cascades.asked(after, events));
        if (more.isEmpty()) {
            return events;
        }
        List<IncidentEvent> all = new ArrayList<>(events);
        all.addAll(more);
        return all;
    }

    /**
     * What is written when a deadline passes.
     *
     * @param incident the incident as it is then
     * @param meta when, who and why
     * @return the event, or none where no deadline is open
     */
    public static List<IncidentEvent> passed(Incident incident, EventMeta meta) {
        Deadline due = incident.handling().next(incident.phase());
        return due == null
                ? List.of()
                : List.of(new ProcessEvent.DeadlinePassed(meta, due.kind(), due.subject(), due.dueAt()));
    }

    /**
     * What follows where a deadline passed that times steps of an escalation.
     *
     * @param incident the incident before the events
     * @param passed what was written when the deadline passed
     * @return the events and what follows from them
     * @throws dev.incidentkit.core.incident.IncidentRejectedException if the schedule of who is on call fails
     */
    public List<IncidentEvent> escalated(Incident incident, List<IncidentEvent> passed) {
        if (passed.isEmpty()
                || !(passed.get(0) instanceof ProcessEvent.DeadlinePassed deadline)
                || deadline.kind() != DeadlineKind.ESCALATION) {
            return passed;
        }
        List<IncidentEvent> all = new ArrayList<>(passed);
        all.addAll(escalations.passed(incident, deadline));
        return all;
    }
}

package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ReviewActionKind;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What may be done under a definition: a report for each impact and urgency, and at least one command of each action that
 * people take in the course of an incident, complete in itself as far as the library knows. Stateless.
 */
public final class CommandCases {
    /** Somebody of the desk who may do whatever the desk and its managers may. */
    public static final Actor ANN =
            Actor.human("ann", Role.SERVICE_DESK, Role.RESOLVER, Role.INCIDENT_MANAGER, Role.REVIEWER);

    /** The caller. */
    public static final Actor CLEO = Actor.caller("cleo");

    /** The supplier. */
    public static final Actor SAM = new Actor(ActorKind.EXTERNAL, "sam", Set.of(Role.SUPPLIER));

    /** Somebody else of the desk, who may approve what {@link #ANN} asked for. */
    public static final Actor MAX =
            Actor.human("max", Role.SERVICE_DESK, Role.RESOLVER, Role.INCIDENT_MANAGER, Role.REVIEWER);

    /** Whoever is called to help. */
    static final String BEN = "ben";

    private static final List<HoldReason> REASONS = List.of(
            HoldReason.CALLER,
            HoldReason.VENDOR,
            HoldReason.CHANGE,
            HoldReason.PROBLEM,
            HoldReason.EVIDENCE,
            HoldReason.SCHEDULED);

    /** Roles that somebody of these has. */
    private static final Set<Role> KNOWN = Set.of(
            Role.SERVICE_DESK,
            Role.RESOLVER,
            Role.INCIDENT_MANAGER,
            Role.REVIEWER,
            Role.CALLER,
            Role.SUPPLIER,
            Role.SYSTEM);

    /** Later than any course of events that is made. */
    private static final Instant NEXT_YEAR = Instant.parse("2027-03-01T09:00:00Z");

    private static final Resolution NOTHING_SAID = new Resolution(null, null, ResolutionMethod.PERMANENT);

    private CommandCases() {}

    /**
     * Reports: one that says no more than it must, one for each combination of impact and urgency, and one for each
     * condition and each input of a table of the definition that a report can meet.
     *
     * @param definition whose levels they have
     * @return the reports, at least one
     */
    public static List<CommandCase> reports(ProcessDefinition definition) {
        ReportCases cases = new ReportCases(definition);
        List<CommandCase> reports = new ArrayList<>();
        reports.add(new CommandCase("report", CLEO, cases.plain().build()));
        for (Impact impact : definition.impacts().levels()) {
            for (Urgency urgency : definition.urgencies().levels()) {
                reports.add(new CommandCase(
                        "report " + impact + " x " + urgency,
                        CLEO,
                        cases.plain().impact(impact).urgency(urgency).build()));
            }
        }
        reports.addAll(cases.ofConditions());
        reports.addAll(cases.ofTables());
        return List.copyOf(reports);
    }

    /**
     * Commands on an incident.
     *
     * @param definition whose actions, levels, categories, plans and checklist they have
     * @return the commands; those that its lifecycle does not know at all are left out
     */
    public static List<CommandCase> commands(ProcessDefinition definition) {
        SampleValues samples = new SampleValues(definition);
        List<CommandCase> all = new ArrayList<>();
        lifecycle(samples, all);
        judgements(definition, samples, all);
        people(all);
        work(definition, all);
        records(all);
        ProcedureCases.add(definition, all);
        for (Action action : definition.lifecycle().actions()) {
            if (!action.isBuiltIn()) {
                performed(action, samples, all);
            }
        }
        all.removeIf(one -> definition.lifecycle().transitions().stream()
                .noneMatch(step -> step.action().equals(one.command().action())));
        ProcedureCases.addAlerts(definition, all);
        return all.stream()
                .map(one -> one.actor().equals(ANN) ? permitted(definition, one) : one)
                .toList();
    }

    private static CommandCase permitted(ProcessDefinition definition, CommandCase one) {
        return new CommandCase(
                one.name(), permitted(definition, one.actor(), one.command().action()), one.command());
    }

    /** The same person, with a role that may where the lifecycle asks for one of the host's own. */
    static Actor permitted(ProcessDefinition definition, Actor actor, Action action) {
        Set<Role> roles = new LinkedHashSet<>();
        for (Transition transition : definition.lifecycle().transitions()) {
            if (transition.action().equals(action)) {
                roles.addAll(transition.roles());
            }
        }
        List<Role> own = roles.stream().filter(role -> !KNOWN.contains(role)).toList();
        if (own.isEmpty() || actor.hasAnyOf(roles)) {
            return actor;
        }
        roles.clear();
        roles.addAll(own);
        roles.addAll(actor.roles());
        return new Actor(actor.kind(), actor.id(), roles);
    }

    /** A step of the host's own, with all that it may ask for, and with nothing. */
    private static void performed(Action action, SampleValues samples, List<CommandCase> all) {
        add(
                all,
                "perform " + action,
                ANN,
                new LifecycleCommand.Perform(action, "As it is written", samples.requiredAttributes(action)));
        boolean asks = samples.required(action).stream()
                .anyMatch(field -> field == Field.BuiltIn.COMMENT || field instanceof Field.Attribute);
        if (asks) {
            add(all, "perform " + action + " without a word", ANN, LifecycleCommand.Perform.of(action));
        }
    }

    static void add(List<CommandCase> all, String name, Actor actor, IncidentCommand command) {
        all.add(new CommandCase(name, actor, command));
    }

    private static void lifecycle(SampleValues samples, List<CommandCase> all) {
        add(all, "start without an owner", ANN, new LifecycleCommand.Start(null));
        add(all, "start", ANN, new LifecycleCommand.Start(Owner.group("network")));
        for (HoldReason reason : REASONS) {
            add(all, "hold for " + reason, ANN, new LifecycleCommand.Hold(reason, "Waiting", null));
        }
        add(all, "hold without a comment", ANN, LifecycleCommand.Hold.on(HoldReason.CALLER));
        add(all, "resume", ANN, LifecycleCommand.Resume.BY_HAND);
        add(
                all,
                "resolve",
                ANN,
                LifecycleCommand.Resolve.permanently(samples.category(), samples.resolutionCode(), "Replaced"));
        add(all, "resolve without a word", ANN, new LifecycleCommand.Resolve(null, NOTHING_SAID));
        add(all, "reopen", ANN, new LifecycleCommand.Reopen("Broken again"));
        add(all, "reject", CLEO, new LifecycleCommand.Reject("Still broken"));
        add(all, "reject by the desk", ANN, new LifecycleCommand.Reject("Still broken"));
        add(all, "confirm", CLEO, new LifecycleCommand.Confirm());
        add(all, "confirm by the desk", ANN, new LifecycleCommand.Confirm());
        add(all, "close", ANN, new LifecycleCommand.Close());
        add(all, "close by the caller", CLEO, new LifecycleCommand.Close());
        add(all, "cancel", ANN, LifecycleCommand.Cancel.because(CancelReason.WITHDRAWN));
        add(all, "cancel as a duplicate of nothing", ANN, LifecycleCommand.Cancel.because(CancelReason.DUPLICATE));
        add(all, "cancel as a duplicate", ANN, duplicate());
    }

    private static IncidentCommand duplicate() {
        return new LifecycleCommand.Cancel(CancelReason.DUPLICATE, new IncidentId("INC-9"), null);
    }

    private static void judgements(ProcessDefinition definition, SampleValues samples, List<CommandCase> all) {
        List<Impact> impacts = definition.impacts().levels();
        List<Urgency> urgencies = definition.urgencies().levels();
        add(all, "triage up", ANN, TriageCommand.Triage.of(impacts.get(0), urgencies.get(0)));
        add(
                all,
                "triage down",
                ANN,
                TriageCommand.Triage.of(impacts.get(impacts.size() - 1), urgencies.get(urgencies.size() - 1)));
        add(all, "categorize", ANN, new TriageCommand.Categorize(samples.anotherCategory()));
        add(all, "judge the severity", ANN, severe(definition));
        add(all, "override", ANN, override(definition));
        add(all, "override by the caller", CLEO, override(definition));
        add(all, "withdraw the override", ANN, new TriageCommand.WithdrawOverride());
    }

    private static IncidentCommand severe(ProcessDefinition definition) {
        return new TriageCommand.Triage(null, null, definition.severities().at(0));
    }

    static IncidentCommand override(ProcessDefinition definition) {
        return new TriageCommand.OverridePriority(definition.priorities().at(0), "The board asks", null);
    }

    private static void people(List<CommandCase> all) {
        add(all, "assign to a group", ANN, new AssignmentCommand.Assign(Owner.group("network")));
        add(all, "assign to another group", ANN, new AssignmentCommand.Assign(Owner.group("database")));
        add(all, "unassign", ANN, new AssignmentCommand.Unassign());
        add(all, "acknowledge", ANN, new AssignmentCommand.Acknowledge());
        add(all, "acknowledge by a bot", Actor.bot("robo", Role.SERVICE_DESK), new AssignmentCommand.Acknowledge());
        add(all, "escalate", ANN, new AssignmentCommand.Escalate(EscalationKind.FUNCTIONAL, "level 2", "Too hard"));
    }

    private static void work(ProcessDefinition definition, List<CommandCase> all) {
        add(all, "note", ANN, new WorkCommand.Note("Seen", Visibility.INTERNAL));
        add(all, "message to the customer", ANN, message(Direction.OUTBOUND, Visibility.CUSTOMER));
        add(all, "message within", ANN, message(Direction.OUTBOUND, Visibility.INTERNAL));
        add(all, "reply of the caller", CLEO, message(Direction.INBOUND, Visibility.CUSTOMER));
        add(all, "reply of the supplier", SAM, message(Direction.INBOUND, Visibility.INTERNAL));
        add(all, "link a child", ANN, new WorkCommand.Link(new Relation(RelationKind.CHILD, "INC-2")));
        add(all, "link a problem", ANN, new WorkCommand.Link(new Relation(RelationKind.PROBLEM, "PRB-1")));
        add(all, "contain", ANN, new WorkCommand.Contain(null, "Unplugged"));
        add(all, "restore", ANN, new WorkCommand.Restore(null));
        add(all, "amend", ANN, new WorkCommand.Amend("All is broken", null, null, 7, Attributes.none(), Set.of()));
        for (String item : definition.lifecycle().checklist()) {
            add(all, "check " + item, ANN, new WorkCommand.AnswerChecklist(item, true, null));
        }
    }

    private static IncidentCommand message(Direction direction, Visibility visibility) {
        return new WorkCommand.Communicate(direction, Channel.MAIL, "customers", "Hello", visibility);
    }

    private static void records(List<CommandCase> all) {
        add(all, "apply a workaround", ANN, new ProcessCommand.ApplyWorkaround("second line", "Over Basel"));
        add(all, "remove a workaround", ANN, new ProcessCommand.RemoveWorkaround("second line", "As before"));
        add(all, "engage", ANN, new ProcessCommand.Engage(Role.RESOLVER, BEN));
        add(all, "release", ANN, new ProcessCommand.Release(Role.RESOLVER, BEN));
        add(all, "survey", CLEO, new ReviewCommand.Survey(4, null));
        add(all, "open a review", ANN, review());
        add(all, "plan an action of the review", ANN, reviewAction());
        add(all, "sign the review", ANN, new ReviewCommand.SignReview("A fan"));
        add(all, "record effort", ANN, effort());
        add(all, "reclassify", ANN, new TriageCommand.Reclassify(RecordType.NEAR_MISS, "Nobody noticed"));
        add(all, "preserve", ANN, new RecordCommand.Preserve(true, "The court asks"));
        add(all, "redact", ANN, new RecordCommand.Redact(Set.of(), "The caller asks"));
        add(all, "archive", ANN, new RecordCommand.Archive("cold store"));
        add(all, "preserve by the caller", CLEO, new RecordCommand.Preserve(true, "The caller asks"));
        add(all, "redact by the caller", CLEO, new RecordCommand.Redact(Set.of(), "The caller asks"));
        add(all, "archive by the caller", CLEO, new RecordCommand.Archive("cold store"));
    }

    static IncidentCommand review() {
        return new ReviewCommand.OpenReview("rita", NEXT_YEAR);
    }

    static IncidentCommand reviewAction() {
        return new ReviewCommand.PlanReviewAction(
                "second fan", ReviewActionKind.PREVENT, "network", NEXT_YEAR, "Buy a second fan");
    }

    private static IncidentCommand effort() {
        return new ReviewCommand.RecordEffort("network", Duration.ofHours(1), null, Billing.BILLABLE);
    }
}

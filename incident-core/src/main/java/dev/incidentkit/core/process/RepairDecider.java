package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EmergencyChange;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Handling;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.incident.Workaround;
import dev.incidentkit.core.incident.WorkaroundState;
import java.util.ArrayList;
import java.util.List;

/** Workarounds and emergency changes. */
final class RepairDecider {
    private final Procedures procedures;

    RepairDecider(Procedures procedures) {
        this.procedures = procedures;
    }

    static boolean is(Handling handling, String workaround, WorkaroundState state) {
        return handling.workaround(workaround)
                .filter(found -> found.state() == state)
                .isPresent();
    }

    static List<Unmet> remove(Incident incident, ProcessCommand.RemoveWorkaround remove) {
        return incident.handling().workaround(remove.workaround()).isPresent()
                ? List.of()
                : Refusals.refused(
                        UnmetCode.WORKAROUND_UNKNOWN,
                        remove.workaround(),
                        "there is no workaround '" + remove.workaround() + "'; in place are "
                                + incident.handling().activeWorkarounds().stream()
                                        .map(Workaround::name)
                                        .toList());
    }

    static boolean isSatisfied(Handling handling, ProcessCommand.RequestChange request) {
        return handling.change(request.change())
                .filter(found -> found.policy().equals(request.policy()))
                .isPresent();
    }

    static boolean isSatisfied(Handling handling, ProcessCommand.DecideChange decide) {
        return decide.approval() != Approval.PENDING
                && handling.change(decide.change())
                        .filter(found -> found.approval() == decide.approval())
                        .isPresent();
    }

    List<Unmet> request(Incident incident, ProcessCommand.RequestChange request) {
        EmergencyChange present = incident.handling().change(request.change()).orElse(null);
        if (present != null) {
            return Refusals.refused(
                    UnmetCode.CHANGE_EXISTS,
                    request.change(),
                    "change '" + request.change() + "' was asked for under policy '" + present.policy() + "'");
        }
        return procedures.change(request.policy()).isPresent()
                ? List.of()
                : Refusals.refused(
                        UnmetCode.CHANGE_POLICY_UNKNOWN,
                        request.policy(),
                        "there is no policy '" + request.policy() + "' of emergency changes; there are "
                                + procedures.changes().stream()
                                        .map(ChangePolicy::name)
                                        .toList());
    }

    List<IncidentEvent> requested(Incident incident, ProcessCommand.RequestChange request, EventMeta meta) {
        ChangePolicy policy = procedures.change(request.policy()).orElseThrow();
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new ProcessEvent.ChangeRequested(
                meta, request.change(), policy.name(), policy.within().dueAfter(meta.effectiveAt())));
        Relation relation = new Relation(RelationKind.FIXED_BY_CHANGE, request.change());
        if (!incident.relations().contains(relation)) {
            events.add(new WorkEvent.Linked(meta, relation));
        }
        return events;
    }

    List<Unmet> decide(Incident incident, ProcessCommand.DecideChange decide, CommandContext context) {
        EmergencyChange change = incident.handling().change(decide.change()).orElse(null);
        if (change == null) {
            return Refusals.refused(
                    UnmetCode.CHANGE_UNKNOWN, decide.change(), "change '" + decide.change() + "' was not asked for");
        }
        if (change.approval() != Approval.PENDING) {
            return Refusals.refused(
                    UnmetCode.CHANGE_DECIDED,
                    decide.change(),
                    "change '" + decide.change() + "' is " + change.approval() + " already");
        }
        List<Unmet> unmet = new ArrayList<>();
        if (decide.approval() == Approval.PENDING) {
            unmet.add(Refusals.input(
                    UnmetCode.DECISION_REQUIRED,
                    "approval",
                    "to decide is to approve or to refuse, but it was " + decide.approval()));
        }
        unmet.addAll(approver(change, context.actor()));
        return unmet;
    }

    private List<Unmet> approver(EmergencyChange change, Actor actor) {
        List<String> roles = procedures.change(change.policy()).stream()
                .flatMap(policy -> policy.approvers().stream())
                .map(Role::name)
                .sorted()
                .toList();
        boolean approves = actor.roles().stream().map(Role::name).anyMatch(roles::contains);
        return approves && !actor.id().equals(change.requestedBy())
                ? List.of()
                : Refusals.forbidden(
                        UnmetCode.APPROVER_REQUIRED,
                        "change '" + change.change() + "' is decided by one of " + roles
                                + " who did not ask for it; " + change.requestedBy() + " did, and it was "
                                + actor.id());
    }

    static ProcessEvent changed(String workaround, WorkaroundState state, String text, EventMeta meta) {
        return new ProcessEvent.WorkaroundChanged(meta, workaround, state, PersonalText.of(text));
    }
}

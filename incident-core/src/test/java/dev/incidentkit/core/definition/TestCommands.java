package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One command of each action, complete in itself, and commands that lack what they need. */
final class TestCommands {
    private static final Instant LATER = Instant.parse("2026-04-30T08:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-03-26T08:00:00Z");

    static final Map<String, IncidentCommand> BY_ACTION = Stream.of(
                    Report.of("outage", Reporter.person("cleo"), Channel.PHONE).build(),
                    TriageCommand.Triage.of(Impact.HIGH, Urgency.LOW),
                    new TriageCommand.Categorize(new Category("mail")),
                    new TriageCommand.OverridePriority(Priority.P1, "the board asks", null),
                    new AssignmentCommand.Assign(Owner.person("ann")),
                    new AssignmentCommand.Acknowledge(),
                    new AssignmentCommand.Escalate(EscalationKind.FUNCTIONAL, "level 2", "too hard"),
                    new LifecycleCommand.Start(Owner.group("network")),
                    new LifecycleCommand.Hold(HoldReason.CALLER, "which room?", null),
                    LifecycleCommand.Resume.BY_HAND,
                    LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "restarted"),
                    new LifecycleCommand.Reopen("again"),
                    new LifecycleCommand.Reject("does not work"),
                    new LifecycleCommand.Confirm(),
                    new LifecycleCommand.Cancel(CancelReason.DUPLICATE, new IncidentId("INC-2"), null),
                    new WorkCommand.Note("seen", Visibility.INTERNAL),
                    new WorkCommand.Communicate(
                            Direction.OUTBOUND, Channel.MAIL, "all", "we work on it", Visibility.PUBLIC),
                    new WorkCommand.Link(new Relation(RelationKind.PROBLEM, "PRB-1")),
                    new WorkCommand.Contain(null, "unplugged"),
                    new WorkCommand.Restore(null),
                    new WorkCommand.Amend("printer outage", null, null, null, Attributes.none(), Set.of()),
                    new WorkCommand.AnswerChecklist("SERVICE_VERIFIED", true, null),
                    new ProcessCommand.OpenPlan(PlanKind.RESPONSE, "gateway lost", "bob found it"),
                    new ProcessCommand.StartTask("look"),
                    new ProcessCommand.Engage(Role.RESOLVER, "ben"),
                    new ProcessCommand.ApplyWorkaround("second line", "over Basel"),
                    new ProcessCommand.RequestChange("CHG-1", "reroute"),
                    new ProcessCommand.DecideChange("CHG-1", Approval.APPROVED, null),
                    new TriageCommand.Reclassify(RecordType.NEAR_MISS, "nobody noticed"),
                    new ReviewCommand.OpenReview("rita", LATER),
                    new ReviewCommand.Survey(5, null),
                    new ReviewCommand.RecordEffort("network", Duration.ofHours(1), null, Billing.BILLABLE),
                    new RecordCommand.Preserve(true, "court"),
                    new RecordCommand.Redact(Set.of("title"), "asked for"),
                    new RecordCommand.Archive("cold store"),
                    new RecordCommand.Migrate(TestDefinitions.CHOSEN.hash(), Map.of()),
                    new RecordCommand.Adopt(AdoptedTicket.of(Status.NEW, BEFORE).build()),
                    new RecordCommand.ImportStep(
                            ImportedStep.of(BEFORE, "Open", Status.NEW).build()),
                    new RecordCommand.Wake(),
                    new LifecycleCommand.Close())
            .collect(Collectors.toUnmodifiableMap(command -> command.action().name(), Function.identity()));

    static final Map<String, IncidentCommand> LACKING = Map.of(
            "START_BARE", new LifecycleCommand.Start(null),
            "HOLD_CALLER_BARE", LifecycleCommand.Hold.on(HoldReason.CALLER),
            "HOLD_VENDOR_BARE", LifecycleCommand.Hold.on(HoldReason.VENDOR),
            "RESOLVE_BARE", new LifecycleCommand.Resolve(null, new Resolution(null, null, ResolutionMethod.WORKAROUND)),
            "CANCEL_DUPLICATE_BARE", LifecycleCommand.Cancel.because(CancelReason.DUPLICATE),
            "REJECT_BLANK", new LifecycleCommand.Reject(" "),
            "REOPEN_BLANK", new LifecycleCommand.Reopen(" "),
            "CLOSE", new LifecycleCommand.Close(),
            "CONFIRM", new LifecycleCommand.Confirm());

    private TestCommands() {}

    static IncidentCommand of(String action) {
        return Objects.requireNonNull(BY_ACTION.get(action), action);
    }

    static IncidentCommand lacking(String name) {
        return Objects.requireNonNull(LACKING.get(name), name);
    }
}

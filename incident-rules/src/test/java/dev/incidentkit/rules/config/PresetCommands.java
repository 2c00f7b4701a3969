package dev.incidentkit.rules.config;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
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
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Task;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Taxonomy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws commands that fit the words of a definition: its categories, codes, plans, policies and levels. */
final class PresetCommands {
    private static final List<Owner> OWNERS =
            List.of(Owner.group("network"), Owner.person("ann"), new Owner("mail", "ben"));

    private final ProcessDefinition definition;
    private final Random random;

    PresetCommands(ProcessDefinition definition, Random random) {
        this.definition = definition;
        this.random = random;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> @Nullable T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    Category category() {
        Taxonomy taxonomy = definition.procedures().taxonomy();
        return taxonomy == null
                ? new Category("network/vpn")
                : oneOf(taxonomy.entries()).category();
    }

    /** Whether an action leads to another status than the one the incident stands in, and not to a wait or an end. */
    boolean leadsOn(Action action, Incident incident) {
        return !action.equals(Action.HOLD)
                && !action.equals(Action.CANCEL)
                && definition.lifecycle().transition(incident.status(), action).stream()
                        .anyMatch(step -> step.branches().stream()
                                .anyMatch(branch -> branch.to() != null
                                        && !incident.status().equals(branch.to())));
    }

    /** What would meet a requirement; null where nothing is known that would. */
    @Nullable
    IncidentCommand against(Unmet unmet, Incident incident, Instant at) {
        String field = unmet.field();
        return switch (unmet.code()) {
            case UnmetCode.CHECKLIST_OPEN -> new WorkCommand.AnswerChecklist(String.valueOf(field), true, null);
            case UnmetCode.REVIEW_REQUIRED -> of(Action.REVIEW, incident, at);
            case UnmetCode.WORKAROUND_ACTIVE ->
                new ProcessCommand.RemoveWorkaround(
                        incident.handling().activeWorkarounds().get(0).name(), "gone");
            default -> null;
        };
    }

    IncidentCommand of(Action action, Incident incident, Instant at) {
        if (!action.isBuiltIn()) {
            return new LifecycleCommand.Perform(action, maybe("so it is"), Attributes.none());
        }
        IncidentCommand step = step(action, at);
        IncidentCommand judged = step == null ? judgement(action, at) : step;
        IncidentCommand work = judged == null ? work(action, incident, at) : judged;
        return work == null ? record(action, at, incident) : work;
    }

    private @Nullable IncidentCommand step(Action action, Instant at) {
        return switch (action.name()) {
            case "START" -> new LifecycleCommand.Start(maybe(oneOf(OWNERS)));
            case "HOLD" ->
                new LifecycleCommand.Hold(
                        oneOf(List.of(HoldReason.CALLER, HoldReason.VENDOR, HoldReason.SCHEDULED)),
                        "please wait",
                        maybe(at.plusSeconds(1 + random.nextInt(90_000))));
            case "RESUME" -> LifecycleCommand.Resume.BY_HAND;
            case "RESOLVE" -> new LifecycleCommand.Resolve(maybe(category()), resolution());
            case "REOPEN" -> new LifecycleCommand.Reopen("again");
            case "REJECT" -> new LifecycleCommand.Reject("does not work");
            case "CONFIRM" -> new LifecycleCommand.Confirm();
            case "CLOSE" -> new LifecycleCommand.Close();
            case "CANCEL" ->
                random.nextInt(4) > 0
                        ? new RecordCommand.Wake()
                        : LifecycleCommand.Cancel.because(CancelReason.NOT_AN_INCIDENT);
            default -> null;
        };
    }

    private Resolution resolution() {
        List<String> codes = new ArrayList<>(definition.procedures().resolutionCodes());
        codes.sort(null);
        String code = codes.isEmpty() ? "FIXED" : oneOf(codes);
        return new Resolution(code, PersonalText.of("mended"), oneOf(List.of(ResolutionMethod.values())));
    }

    private @Nullable IncidentCommand judgement(Action action, Instant at) {
        return switch (action.name()) {
            case "TRIAGE" ->
                new TriageCommand.Triage(
                        oneOf(definition.impacts().levels()),
                        oneOf(definition.urgencies().levels()),
                        maybe(oneOf(definition.severities().levels())));
            case "CATEGORIZE" -> new TriageCommand.Categorize(category());
            case "OVERRIDE" ->
                random.nextBoolean()
                        ? new TriageCommand.WithdrawOverride()
                        : new TriageCommand.OverridePriority(
                                oneOf(definition.priorities().levels()),
                                "the board asks",
                                maybe(at.plusSeconds(9_000)));
            case "ASSIGN" ->
                random.nextInt(4) == 0 ? new AssignmentCommand.Unassign() : new AssignmentCommand.Assign(oneOf(OWNERS));
            case "ACKNOWLEDGE" -> new AssignmentCommand.Acknowledge();
            case "ESCALATE" -> new AssignmentCommand.Escalate(EscalationKind.FUNCTIONAL, "experts", "too hard");
            case "RECLASSIFY" -> new TriageCommand.Reclassify(RecordType.INCIDENT, "seen again");
            default -> null;
        };
    }

    private @Nullable IncidentCommand work(Action action, Incident incident, Instant at) {
        return switch (action.name()) {
            case "PLAN" -> plan();
            case "TASK" -> task(incident);
            case "ENGAGE" -> new ProcessCommand.Engage(Role.RESOLVER, oneOf(List.of("ann", "ben", "eve")));
            case "WORKAROUND" -> new ProcessCommand.ApplyWorkaround("by hand", "over Basel");
            case "REQUEST_CHANGE" -> new ProcessCommand.RequestChange("CHG-1", policy());
            case "DECIDE_CHANGE" -> new ProcessCommand.DecideChange("CHG-1", Approval.APPROVED, null);
            case "CONTAIN" -> new WorkCommand.Contain(maybe(at), "unplugged");
            case "RESTORE" -> new WorkCommand.Restore(maybe(at));
            case "AMEND" -> new WorkCommand.Amend("new title", null, Set.of("web"), 7, Attributes.none(), Set.of());
            case "CHECK" ->
                new WorkCommand.AnswerChecklist(oneOf(definition.lifecycle().checklist()), true, null);
            case "NOTE" -> new WorkCommand.Note("looked at it", Visibility.INTERNAL);
            case "LINK" -> new WorkCommand.Link(new Relation(RelationKind.PROBLEM, "PRB-1"));
            case "COMMUNICATE" ->
                new WorkCommand.Communicate(
                        oneOf(List.of(Direction.values())), Channel.MAIL, audience(), "news", Visibility.CUSTOMER);
            default -> null;
        };
    }

    private String audience() {
        return definition.procedures().messages().isEmpty()
                ? "caller"
                : oneOf(definition.procedures().messages()).audience();
    }

    private String policy() {
        List<ChangePolicy> policies = definition.procedures().changes();
        return policies.isEmpty() ? "none" : oneOf(policies).name();
    }

    private IncidentCommand plan() {
        List<Plan> plans = definition.procedures().plans();
        if (plans.isEmpty()) {
            return new RecordCommand.Wake();
        }
        Plan plan = oneOf(plans);
        return new ProcessCommand.OpenPlan(plan.kind(), plan.name(), "it looks like that");
    }

    private IncidentCommand task(Incident incident) {
        List<Task> tasks = incident.handling().tasks();
        if (tasks.isEmpty()) {
            return new RecordCommand.Wake();
        }
        String task = oneOf(tasks).name();
        return switch (random.nextInt(4)) {
            case 0 -> new ProcessCommand.StartTask(task);
            case 1 -> new ProcessCommand.SkipTask(task, "of no use here");
            default -> new ProcessCommand.FinishTask(task, null);
        };
    }

    private IncidentCommand record(Action action, Instant at, Incident incident) {
        return switch (action.name()) {
            case "REVIEW" -> review(incident, at);
            case "SURVEY" -> new ReviewCommand.Survey(1 + random.nextInt(5), null);
            case "EFFORT" ->
                new ReviewCommand.RecordEffort("network", Duration.ofMinutes(5), null, Billing.NOT_BILLABLE);
            case "PRESERVE" -> new RecordCommand.Preserve(random.nextBoolean(), "court");
            case "REDACT" -> new RecordCommand.Redact(Set.of("title"), "asked for");
            case "MIGRATE" -> new RecordCommand.Migrate(definition.hash(), Map.of());
            default -> new RecordCommand.Wake();
        };
    }

    private IncidentCommand review(Incident incident, Instant at) {
        if (incident.review().isEmpty()) {
            return new ReviewCommand.OpenReview("rita", at.plusSeconds(1 + random.nextInt(900_000)));
        }
        return random.nextInt(3) == 0
                ? new ReviewCommand.SignReview("learned much")
                : new ReviewCommand.WriteReview(oneOf(List.of(ReviewSection.values())), "so it was");
    }
}

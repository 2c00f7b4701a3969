package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws commands of every kind, with good values and bad ones, and actors of every kind and role. */
final class RandomCommands {
    static final List<HoldReason> HOLD_REASONS = List.of(
            HoldReason.CALLER,
            HoldReason.VENDOR,
            HoldReason.CHANGE,
            HoldReason.PROBLEM,
            HoldReason.EVIDENCE,
            HoldReason.SCHEDULED,
            new HoldReason("WEATHER"));

    static final List<Actor> ACTORS = List.of(
            Actor.agent("ann"),
            Actor.agent("ben"),
            Actor.caller("cleo"),
            Actor.human("max", Role.INCIDENT_MANAGER),
            Actor.human("rita", Role.REVIEWER),
            Actor.human("nobody"),
            Actor.bot("autofix", Role.RESOLVER),
            Actor.external("vendor", Role.SUPPLIER),
            Actor.SYSTEM);

    private static final List<CancelReason> CANCEL_REASONS = List.of(
            CancelReason.NOT_AN_INCIDENT,
            CancelReason.SERVICE_REQUEST,
            CancelReason.WITHDRAWN,
            CancelReason.DUPLICATE,
            new CancelReason("TEST"));

    private static final List<Category> CATEGORIES = List.of(new Category("network/dns"), new Category("mail"));
    private static final List<String> ITEMS =
            List.of("SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED");

    private final Random random;
    private final RandomProcess process;

    RandomCommands(Random random) {
        this.random = random;
        this.process = new RandomProcess(random, this);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Owner owner() {
        return oneOf(List.of(Owner.group("network"), Owner.person("ann"), new Owner("mail", "ben")));
    }

    Report report(Instant at) {
        Instant reported = at.minusSeconds(random.nextInt(3) * 600L);
        return Report.of("outage", Reporter.person("cleo"), oneOf(List.of(Channel.PHONE, Channel.MONITORING)))
                .description(maybe("nothing works"))
                .occurredAt(maybe(reported.minusSeconds(random.nextInt(2) * 3_600L)))
                .detectedAt(maybe(reported.minusSeconds(chance(5) ? -60 : 0)))
                .reportedAt(maybe(chance(3) ? at.plusSeconds(1) : reported))
                .impact(maybe(impact()))
                .urgency(maybe(urgency()))
                .severity(maybe(severity()))
                .category(maybe(oneOf(CATEGORIES)))
                .addServices("mail")
                .attributes(attributes())
                .build();
    }

    private Impact impact() {
        return chance(3) ? new Impact("HUGE", 0) : oneOf(Scale.IMPACT.levels());
    }

    private Urgency urgency() {
        return oneOf(Scale.URGENCY.levels());
    }

    private Severity severity() {
        return oneOf(Scale.SEVERITY.levels());
    }

    private Attributes attributes() {
        return switch (random.nextInt(8)) {
            case 0 -> Attributes.of("seats", AttributeValue.of(random.nextInt(100)));
            case 1 -> Attributes.of("vip", AttributeValue.of(true));
            case 2 -> Attributes.of(chance(50) ? "unknown" : "seats", AttributeValue.of("many"));
            default -> Attributes.none();
        };
    }

    private Instant around(Instant at) {
        long[] offsets = {-86_400, -60, 0, 1, 3_600, 90_000, 864_000};
        return at.plusSeconds(offsets[random.nextInt(offsets.length)]);
    }

    /** A command of an action, or any command where the action has none that is drawn here. */
    IncidentCommand of(Action action, Incident incident, Instant at) {
        if (!action.isBuiltIn()) {
            return new LifecycleCommand.Perform(action, maybe("so it is"), attributes());
        }
        if (RandomProcess.ACTIONS.contains(action)) {
            return process.of(action, incident);
        }
        for (int attempt = 0; attempt < 60; attempt++) {
            IncidentCommand command = any(incident, at);
            if (command.action().equals(action)) {
                return command;
            }
        }
        return any(incident, at);
    }

    /** What only a caller may do is mostly done by one. */
    Actor fitting(IncidentCommand command, Actor actor) {
        boolean callers = command instanceof LifecycleCommand.Confirm || command instanceof LifecycleCommand.Reject;
        if (command instanceof ProcessCommand.DecideChange && chance(60)) {
            return Actor.human("mia", Role.INCIDENT_MANAGER);
        }
        return callers && chance(70) ? Actor.caller("cleo") : actor;
    }

    /** What a resolved incident lacks for its closure, and then the closure. */
    IncidentCommand towardsTheEnd(Incident incident) {
        List<String> items = new ArrayList<>(ITEMS);
        incident.handling().checklist().stream().sorted().forEach(items::add);
        for (String item : items) {
            if (!incident.checklist().contains(item)) {
                return new WorkCommand.AnswerChecklist(item, true, null);
            }
        }
        return oneOf(List.of(new LifecycleCommand.Confirm(), new LifecycleCommand.Close(), new RecordCommand.Wake()));
    }

    /** What an incident on hold waits for. */
    IncidentCommand answerTo(Incident incident) {
        return switch (incident.holdReason().map(HoldReason::name).orElse("")) {
            case "CALLER" ->
                chance(50)
                        ? new LifecycleCommand.Resume(ResumeTrigger.CALLER_REPLY)
                        : new WorkCommand.Communicate(
                                Direction.INBOUND, Channel.PORTAL, "desk", "here it is", Visibility.CUSTOMER);
            case "VENDOR" ->
                chance(50)
                        ? new LifecycleCommand.Resume(ResumeTrigger.SUPPLIER_REPLY)
                        : new WorkCommand.Communicate(
                                Direction.INBOUND, Channel.MAIL, "desk", "shipped", Visibility.INTERNAL);
            case "CHANGE", "PROBLEM" -> new LifecycleCommand.Resume(ResumeTrigger.LINKED_RECORD);
            default -> LifecycleCommand.Resume.BY_HAND;
        };
    }

    /** A command about plans, people, repairs or what a review says. */
    IncidentCommand process(Incident incident, Instant at) {
        return process.any(incident, at);
    }

    IncidentCommand any(Incident incident, Instant at) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> step(at, incident);
            case 4, 5 -> judgement(incident, at);
            case 6 -> process.any(incident, at);
            default -> deed(incident, at);
        };
    }

    private IncidentCommand step(Instant at, Incident incident) {
        return switch (random.nextInt(12)) {
            case 0 -> new LifecycleCommand.Start(maybe(owner()));
            case 1, 2 -> new LifecycleCommand.Hold(oneOf(HOLD_REASONS), maybe("please answer"), maybe(around(at)));
            case 3 -> new LifecycleCommand.Resume(oneOf(List.of(ResumeTrigger.values())));
            case 4 -> LifecycleCommand.Resume.BY_HAND;
            case 5 -> new LifecycleCommand.Resolve(maybe(oneOf(CATEGORIES)), resolution());
            case 6 -> new LifecycleCommand.Reopen(chance(90) ? "again" : " ");
            case 7 -> new LifecycleCommand.Reject("does not work");
            case 8 -> new LifecycleCommand.Confirm();
            case 9 -> new LifecycleCommand.Close();
            case 10 ->
                new LifecycleCommand.Cancel(
                        oneOf(CANCEL_REASONS),
                        maybe(chance(20) ? incident.id() : new IncidentId("other")),
                        maybe("no use"));
            default ->
                new LifecycleCommand.Perform(
                        oneOf(List.of(
                                TestDefinitions.ACCEPT,
                                TestDefinitions.WATCH,
                                TestDefinitions.TURN_AWAY,
                                Action.CLOSE)),
                        maybe("so it is"),
                        attributes());
        };
    }

    private Resolution resolution() {
        return new Resolution(
                chance(90) ? "FIXED" : null,
                chance(90) ? PersonalText.of("restarted") : null,
                oneOf(List.of(ResolutionMethod.values())));
    }

    private IncidentCommand judgement(Incident incident, Instant at) {
        if (incident.override().isPresent() && chance(30)) {
            return new TriageCommand.WithdrawOverride();
        }
        return switch (random.nextInt(11)) {
            case 0 -> new TriageCommand.Triage(maybe(impact()), maybe(urgency()), maybe(severity()));
            case 1 -> new TriageCommand.Categorize(oneOf(CATEGORIES));
            case 2, 10 -> new TriageCommand.OverridePriority(priority(), "the board asks", maybe(around(at)));
            case 3 -> new TriageCommand.WithdrawOverride();
            case 4, 5 -> new AssignmentCommand.Assign(owner());
            case 6 -> new AssignmentCommand.Unassign();
            case 7 -> new AssignmentCommand.Acknowledge();
            case 8 -> new AssignmentCommand.Escalate(oneOf(List.of(EscalationKind.values())), "level 2", "too hard");
            default -> record(incident);
        };
    }

    /** What only a few situations make worth trying, which blind draws would hardly meet. */
    List<IncidentCommand> seldom(Incident incident, ProcessDefinition definition) {
        List<IncidentCommand> all = new ArrayList<>();
        if (incident.isUnderLegalHold()) {
            all.add(new RecordCommand.Redact(Set.of("title"), "asked for"));
            all.add(new RecordCommand.Archive("cold store"));
        }
        if (incident.override().isPresent()) {
            all.add(new TriageCommand.WithdrawOverride());
        }
        if (definition == TestDefinitions.OWN) {
            all.add(new TriageCommand.Triage(null, null, severity()));
            all.add(new WorkCommand.Amend("new title", null, null, null, Attributes.none(), Set.of()));
        }
        if (!incident.handling().tasks().isEmpty()) {
            all.add(process.of(Action.TASK, incident));
        }
        if (incident.phase() == Phase.RESOLVED && incident.checklist().containsAll(ITEMS)) {
            all.add(new LifecycleCommand.Close());
        }
        return all;
    }

    private Priority priority() {
        return chance(5) ? new Priority("P0", 0) : oneOf(Scale.PRIORITY.levels());
    }

    private IncidentCommand record(Incident incident) {
        return switch (random.nextInt(5)) {
            case 0 ->
                new RecordCommand.Migrate(
                        chance(50)
                                ? incident.definition()
                                : oneOf(TestDefinitions.ALL).hash(),
                        Map.of());
            case 1 -> new RecordCommand.Redact(Set.of("title"), "asked for");
            case 2 -> new RecordCommand.Preserve(random.nextBoolean(), "court");
            case 3 -> new RecordCommand.Archive("cold store");
            default -> new RecordCommand.Wake();
        };
    }

    private IncidentCommand deed(Incident incident, Instant at) {
        return switch (random.nextInt(14)) {
            case 0 -> new WorkCommand.Note("looked at it", oneOf(List.of(Visibility.values())));
            case 1, 2 ->
                new WorkCommand.Communicate(
                        oneOf(List.of(Direction.values())), Channel.MAIL, "caller", "news", Visibility.CUSTOMER);
            case 3 -> new WorkCommand.Link(relation(incident));
            case 4 -> new WorkCommand.Unlink(relation(incident));
            case 5 -> chance(50) ? new WorkCommand.Contain(maybe(around(at)), "unplugged") : process.contain(at);
            case 6 -> new WorkCommand.Restore(maybe(around(at)));
            case 7 ->
                new WorkCommand.Amend(
                        maybe("new title"), null, maybe(Set.of("web")), maybe(7), attributes(), Set.of("vip"));
            case 8, 9, 10 ->
                new WorkCommand.AnswerChecklist(chance(95) ? oneOf(ITEMS) : "COFFEE", chance(90), maybe("yes"));
            case 11 ->
                random.nextBoolean()
                        ? new ReviewCommand.OpenReview("rita", around(at))
                        : new ReviewCommand.SignReview("learned much");
            case 12 -> new ReviewCommand.Survey(1 + random.nextInt(5), maybe("fine"));
            default ->
                new ReviewCommand.RecordEffort(
                        "network",
                        Duration.ofMinutes(random.nextInt(60) - 2L),
                        maybe(BigDecimal.TEN),
                        oneOf(List.of(Billing.values())));
        };
    }

    private Relation relation(Incident incident) {
        RelationKind kind = oneOf(List.of(RelationKind.CHILD, RelationKind.PROBLEM, RelationKind.PARENT));
        return new Relation(kind, chance(5) ? incident.id().value() : "other");
    }
}

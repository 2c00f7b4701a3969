package dev.incidentkit.json;

import dev.incidentkit.core.incident.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One event of every type with every member given, for golden files. */
final class Samples {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123Z");
    private static final Instant THEN = Instant.parse("2026-03-02T10:30:00Z");
    private static final EventMeta META = new EventMeta(
            AT,
            THEN,
            new Actor(ActorKind.HUMAN, "ann", Set.of(Role.SERVICE_DESK, Role.RESOLVER)),
            new Cause("command", "HIGH x HIGH", "abc123", Map.of("open-children", "0")));
    private static final List<Unmet> LACKING =
            List.of(new Unmet(UnmetKind.GUARD, "CHECKLIST_OPEN", "SERVICE_VERIFIED", "not done"));

    private static final ClockId CLOCK = new ClockId("gold", "RESOLUTION", 2);

    private Samples() {}

    private static Attributes attributes() {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("budget", AttributeValue.of(new BigDecimal("1234.50")));
        values.put("contact", AttributeValue.personal("Zoë <zoe@example.org>"));
        values.put("freeze", AttributeValue.of(Duration.ofMinutes(90)));
        values.put("maintenance", AttributeValue.of(THEN));
        values.put("region", AttributeValue.of("EU \"north\" \u2028 ☃"));
        values.put("tags", AttributeValue.of(Set.of("b", "a")));
        values.put("tier", AttributeValue.of(new CustomLevel("tier", "GOLD", 0)));
        values.put("vip", AttributeValue.of(true));
        return Attributes.of(values);
    }

    static List<IncidentEvent> all() {
        return Stream.of(others(), process(), together()).flatMap(List::stream).toList();
    }

    private static List<IncidentEvent> together() {
        AlertTally tally = new AlertTally(
                "ping/gateway/zrh-1", AlertState.CLEARED, true, 12, 3, 2, 5, AT, THEN, THEN, List.of(AT, THEN), true);
        return List.of(
                new AlertEvent.Signalled(
                        META, "ping/gateway/zrh-1", AlertState.FIRING, 40, AT, THEN, "night work", THEN),
                new AssignmentEvent.EscalationMoved(
                        META,
                        "unanswered",
                        List.of(
                                new PlannedEscalation(
                                        EscalationKind.FUNCTIONAL, "network", true, Duration.ofMinutes(15)),
                                new PlannedEscalation(
                                        EscalationKind.HIERARCHICAL, "head of operations", false, Duration.ofHours(1))),
                        1,
                        THEN),
                new TriageEvent.MajorChanged(META, MajorState.PROPOSED, PersonalText.of("Bob cannot pay"), THEN),
                new AlertEvent.Flapping(META, "ping/gateway/zrh-1", 5, THEN),
                new AlertEvent.ReactionBlocked(META, Action.RESOLVE, LACKING),
                new AlertEvent.TalliesMoved(META, new IncidentId("INC-8"), new IncidentId("INC-9"), List.of(tally)),
                new RelationEvent.CascadeAsked(
                        META, "resolve", Action.RESOLVE, List.of(new IncidentId("INC-2"), new IncidentId("INC-3"))),
                new RelationEvent.CascadeEnded(
                        META,
                        7,
                        List.of(
                                new CascadeResult(new IncidentId("INC-2"), CascadeOutcome.DONE, List.of()),
                                new CascadeResult(new IncidentId("INC-3"), CascadeOutcome.REFUSED, LACKING))),
                new RelationEvent.Absorbed(
                        META,
                        new IncidentId("INC-8"),
                        Reporter.person("Bob"),
                        List.of(new Relation(RelationKind.PROBLEM, "PRB-1")),
                        List.of(new Participant(Role.RESOLVER, "ann", AT, THEN))));
    }

    private static List<IncidentEvent> process() {
        return List.of(
                new ProcessEvent.PlanOpened(
                        META,
                        PlanKind.RESPONSE,
                        "gateway lost",
                        List.of(
                                new PlannedTask("reroute", TaskPart.WORK, true, Set.of("isolate", "find"), THEN),
                                new PlannedTask("thank", TaskPart.DIAGNOSIS, false, Set.of(), null)),
                        Set.of("ROUTES_BACK", "LOGS_KEPT"),
                        PersonalText.of("Bob found it")),
                new ProcessEvent.TaskMoved(META, "reroute", TaskState.SKIPPED, PersonalText.of("Not needed")),
                new ProcessEvent.DeadlinePassed(META, DeadlineKind.TASK, "reroute", AT),
                new ProcessEvent.MessagePlanned(META, "hourly", "customers", Channel.MAIL, "outage", THEN),
                new ProcessEvent.StaffingRequired(META, Role.RESOLVER, 3, THEN),
                new ProcessEvent.Engaged(META, Role.SUPPLIER, "carrier"),
                new ProcessEvent.Released(META, Role.SUPPLIER, "carrier"),
                new ProcessEvent.WorkaroundChanged(
                        META, "second line", WorkaroundState.ACTIVE, PersonalText.of("Over Basel")),
                new ProcessEvent.ChangeRequested(META, "CHG-1", "reroute", THEN),
                new ProcessEvent.ChangeDecided(META, "CHG-1", Approval.REFUSED, PersonalText.of("Too risky")),
                new TriageEvent.Reclassified(
                        META, RecordType.POTENTIAL_INCIDENT, RecordType.NEAR_MISS, PersonalText.of("Nobody noticed")),
                new ReviewEvent.ReviewWritten(
                        META, ReviewSection.CONTRIBUTING_FACTOR, PersonalText.of("Nobody watched the date")),
                new ReviewEvent.ReviewActionPlanned(
                        META,
                        "watch dates",
                        ReviewActionKind.PREVENT,
                        "network",
                        THEN,
                        PersonalText.of("An alarm 30 days before")),
                new ReviewEvent.ReviewActionEnded(
                        META, "watch dates", ReviewActionState.DONE, PersonalText.of("In place")),
                new ReviewEvent.ReviewShared(META, Set.of(Role.REVIEWER, Role.INCIDENT_MANAGER)));
    }

    private static List<IncidentEvent> others() {
        return List.of(
                new Reported(
                        META,
                        new IncidentId("INC-1"),
                        new TenantId("acme"),
                        "f00d",
                        Status.NEW,
                        PersonalText.of("VPN is down"),
                        Reporter.person("Bob"),
                        Channel.PHONE,
                        "4711",
                        PersonalText.of("Nobody in Bern can connect.\nSince nine."),
                        AT.minusSeconds(600),
                        AT.minusSeconds(60),
                        new Category("network/vpn"),
                        Impact.HIGH,
                        Urgency.MEDIUM,
                        Severity.SEV2,
                        Set.of("vpn", "mail"),
                        120,
                        attributes(),
                        true,
                        PersonalText.of("The client says 0x80072ee2"),
                        RecordType.POTENTIAL_INCIDENT),
                new LifecycleEvent.Started(META, Status.IN_PROGRESS),
                new LifecycleEvent.Held(
                        META, Status.ON_HOLD, HoldReason.CALLER, PersonalText.of("Which client?"), THEN),
                new LifecycleEvent.Resumed(META, Status.IN_PROGRESS, ResumeTrigger.CALLER_REPLY),
                new LifecycleEvent.Resolved(
                        META,
                        Status.RESOLVED,
                        new Category("network/vpn"),
                        new Resolution(
                                "FIXED", PersonalText.of("Renewed the certificate"), ResolutionMethod.PERMANENT)),
                new LifecycleEvent.Reopened(META, Status.IN_PROGRESS, PersonalText.of("It is back")),
                new LifecycleEvent.Rejected(META, Status.IN_PROGRESS, PersonalText.of("Still broken")),
                new LifecycleEvent.Confirmed(META, Status.RESOLVED, LACKING),
                new LifecycleEvent.Closed(META, Status.CLOSED, ClosureTrigger.AUTOMATIC),
                new LifecycleEvent.ClosureBlocked(META, LACKING),
                new LifecycleEvent.Cancelled(
                        META,
                        Status.CANCELLED,
                        CancelReason.DUPLICATE,
                        new IncidentId("INC-7"),
                        PersonalText.of("Same as 7")),
                new LifecycleEvent.Performed(
                        META,
                        new Action("ESCALATE_TO_VENDOR"),
                        new Status("WITH_VENDOR", Phase.ON_HOLD),
                        PersonalText.of("Case 99"),
                        attributes()),
                new TriageEvent.Triaged(META, Impact.LOW, Urgency.HIGH, Severity.SEV4, Priority.P3),
                new TriageEvent.Categorized(META, new Category("network"), Priority.P2),
                new TriageEvent.PriorityOverridden(
                        META, new PriorityOverride(Priority.P1, Priority.P3, "only the test system", "ann", AT, THEN)),
                new TriageEvent.OverrideEnded(META, OverrideEnd.EXPIRED),
                new AssignmentEvent.Assigned(META, new Owner("network", "ann")),
                new AssignmentEvent.Unassigned(META),
                new AssignmentEvent.Acknowledged(META),
                new AssignmentEvent.Escalated(META, EscalationKind.HIERARCHICAL, "duty manager", "no answer"),
                new WorkEvent.Noted(META, PersonalText.of("Looked at it"), Visibility.INTERNAL),
                new WorkEvent.Communicated(
                        META,
                        Direction.OUTBOUND,
                        Channel.MAIL,
                        "customers",
                        PersonalText.of("We are on it"),
                        Visibility.CUSTOMER),
                new WorkEvent.Linked(META, new Relation(RelationKind.PARENT, "INC-2")),
                new WorkEvent.Unlinked(META, new Relation(RelationKind.EXTERNAL, "JIRA-5")),
                new WorkEvent.Contained(
                        META,
                        AT,
                        PersonalText.of("Isolated the gateway"),
                        new AffectedScope(Set.of("vpn", "mail"), 120),
                        new AffectedScope(Set.of("vpn"), 7)),
                new WorkEvent.Restored(META, AT),
                new WorkEvent.Amended(
                        META,
                        PersonalText.of("VPN is slow"),
                        PersonalText.of("Not down"),
                        Set.of("vpn"),
                        3,
                        attributes(),
                        Set.of("old"),
                        Priority.P4),
                new WorkEvent.ChecklistAnswered(META, "SERVICE_VERIFIED", true, PersonalText.of("Tested with Bob")),
                new RecordEvent.Adopted(META, new IncidentId("T-1"), TenantId.DEFAULT, "f00d", ticket()),
                new RecordEvent.Imported(META, new IncidentId("INC0001"), TenantId.DEFAULT, "f00d", step()),
                new RecordEvent.Migrated(META, "f00d", "beef", Status.IN_PROGRESS),
                new RecordEvent.Redacted(META, Set.of("title", "reporter"), "request of the data subject"),
                new RecordEvent.Preserved(META, true, "court order"),
                new RecordEvent.Archived(META, "s3://archive/2026"),
                new ReviewEvent.ReviewOpened(META, "ann", THEN),
                new ReviewEvent.ReviewSigned(META, PersonalText.of("Renew certificates earlier")),
                new ReviewEvent.Surveyed(META, 4, PersonalText.of("Quick")),
                new ReviewEvent.EffortRecorded(
                        META, "network", Duration.ofMinutes(95), new BigDecimal("190.00"), Billing.BILLABLE),
                new SlaEvent.AtRisk(META, CLOCK, "75%", THEN, Notice.AT_NEXT_OPENING),
                new SlaEvent.Breached(META, CLOCK, THEN, Notice.NOW),
                new SlaEvent.Overran(META, CLOCK, "past PT1H", Notice.NONE),
                new SlaEvent.BreachWithdrawn(META, CLOCK, Withdrawal.RESTORED_IN_TIME),
                new SlaEvent.Missed(META, CLOCK, Duration.ofMinutes(61), new BigDecimal("150.00"), "CHF"),
                new SlaEvent.NoticeGiven(META, CLOCK, "100%"));
    }

    private static AdoptedTicket ticket() {
        return AdoptedTicket.of(Status.ON_HOLD, AT.minusSeconds(7200))
                .number("4711")
                .title(PersonalText.of("Printer on fire"))
                .reporter(Reporter.source("monitoring"))
                .channel(Channel.MONITORING)
                .owner(Owner.group("printers"))
                .category(new Category("printing"))
                .impact(Impact.LOW)
                .urgency(Urgency.LOW)
                .priority(Priority.P5)
                .occurredAt(AT.minusSeconds(9000))
                .detectedAt(AT.minusSeconds(8000))
                .acknowledgedAt(AT.minusSeconds(7000))
                .restoredAt(AT.minusSeconds(100))
                .resolvedAt(AT.minusSeconds(90))
                .closedAt(AT.minusSeconds(80))
                .holds(List.of(
                        new HoldSpell(HoldReason.CALLER, AT.minusSeconds(6000), AT.minusSeconds(5000)),
                        new HoldSpell(HoldReason.VENDOR, AT.minusSeconds(4000), null)))
                .holdTotals(Map.of(HoldReason.CHANGE, Duration.ofMinutes(5)))
                .reopenings(1)
                .reassignments(2)
                .attributes(attributes())
                .build();
    }

    private static ImportedStep step() {
        return ImportedStep.of(AT, "Awaiting Vendor", Status.ON_HOLD)
                .reportedAt(AT.minusSeconds(7200))
                .resolvedAt(AT.minusSeconds(90))
                .closedAt(AT.minusSeconds(80))
                .number("INC0001")
                .channel(Channel.PHONE)
                .owner(Owner.group("Group 56"))
                .category(new Category("Category 55"))
                .impact(Impact.MEDIUM)
                .urgency(Urgency.MEDIUM)
                .priority(Priority.P3)
                .holdReason(HoldReason.VENDOR)
                .reopenings(1)
                .reassignments(2)
                .line(42)
                .build();
    }
}

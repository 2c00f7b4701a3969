package dev.incidentkit.metrics;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Random records, as a definition decides them: what it refuses is left out. */
public final class Histories {
    public static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    public static final Instant END = Instant.parse("2026-09-01T00:00:00Z");

    private static final Actor ANN = Actor.agent("ann");
    private static final Actor DAN = Actor.human("dan", Role.RESOLVER, Role.INCIDENT_MANAGER);
    private static final Actor CLEO = Actor.caller("cleo");

    private final ProcessDefinition definition;
    private final Random random;
    private final Set<String> drawn = new TreeSet<>();
    private final @Nullable BiFunction<Incident, Random, IncidentCommand> more;
    private int count;

    public Histories(ProcessDefinition definition, long seed) {
        this(definition, seed, null);
    }

    /** Half of the commands that fit any phase are drawn by a function, and some reports say what was done before. */
    public Histories(
            ProcessDefinition definition, long seed, @Nullable BiFunction<Incident, Random, IncidentCommand> more) {
        this.definition = definition;
        this.random = new Random(seed);
        this.more = more;
    }

    /** Which actions were accepted at least once. */
    public Set<String> drawn() {
        return drawn;
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private Duration some(int minutes) {
        return Duration.ofMillis(1 + (long) random.nextInt(minutes * 60) * 1_000);
    }

    public List<List<IncidentEvent>> many(int size) {
        List<List<IncidentEvent>> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(next());
        }
        return all;
    }

    public List<IncidentEvent> next() {
        Instant at = BEGIN.plus(some(60 * 24 * 60));
        IncidentId id = new IncidentId("INC-" + ++count);
        Incident incident = Incident.replay(definition.begin(id, TenantId.DEFAULT, report(at), by(ANN, at)));
        if (incident.isDrill()) {
            drawn.add("DRILL");
        }
        for (int step = random.nextInt(16); step > 0; step--) {
            at = at.plus(some(chance(0.2) ? 4_000 : 300));
            incident = tried(incident, command(incident), by(actor(), at));
        }
        return incident.history();
    }

    private Actor actor() {
        if (more != null && chance(0.3)) {
            return DAN;
        }
        return chance(0.8) ? ANN : CLEO;
    }

    private static CommandContext by(Actor actor, Instant at) {
        return CommandContext.of(actor, at);
    }

    private Incident tried(Incident incident, IncidentCommand command, CommandContext context) {
        try {
            Incident after = incident.applyAll(definition.decide(incident, command, context));
            drawn.add(command.action().name());
            return after;
        } catch (IncidentRejectedException e) {
            return incident;
        }
    }

    private Report report(Instant at) {
        Instant detected = chance(0.5) ? at.minus(some(50)) : null;
        Instant occurred = detected != null && chance(0.7) ? detected.minus(some(90)) : null;
        Set<String> services = new TreeSet<>();
        for (String service : List.of("mail", "vpn", "erp")) {
            if (chance(0.3)) {
                services.add(service);
            }
        }
        return Report.of("It is down", Reporter.person("Bob"), chance(0.5) ? Channel.PHONE : Channel.MAIL)
                .impact(List.of(Impact.HIGH, Impact.MEDIUM, Impact.LOW).get(random.nextInt(3)))
                .urgency(List.of(Urgency.HIGH, Urgency.MEDIUM, Urgency.LOW).get(random.nextInt(3)))
                .category(chance(0.6) ? category() : null)
                .services(services)
                .affectedUsers(random.nextInt(50))
                .detectedAt(detected)
                .occurredAt(occurred)
                .drill(chance(0.05))
                .symptoms(more != null && chance(0.3) ? "It hums" : null)
                .firstActions(more != null && chance(0.3) ? "Plugged it in again" : null)
                .build();
    }

    private Category category() {
        return new Category(List.of("network/vpn", "network/lan", "other").get(random.nextInt(3)));
    }

    private IncidentCommand command(Incident incident) {
        return switch (incident.phase()) {
            case NEW -> chance(0.5) ? new LifecycleCommand.Start(owner()) : any(incident);
            case ACTIVE ->
                chance(0.4) ? LifecycleCommand.Resolve.permanently(category(), "FIXED", "Renewed it") : any(incident);
            case ON_HOLD -> chance(0.5) ? LifecycleCommand.Resume.BY_HAND : any(incident);
            case RESOLVED -> chance(0.3) ? closing(incident) : any(incident);
            case CLOSED, CANCELLED -> any(incident);
        };
    }

    private IncidentCommand closing(Incident incident) {
        for (String item : definition.lifecycle().checklist()) {
            if (!incident.checklist().contains(item)) {
                return new WorkCommand.AnswerChecklist(item, true, null);
            }
        }
        return chance(0.5) ? new LifecycleCommand.Close() : new LifecycleCommand.Confirm();
    }

    private Owner owner() {
        return Owner.group(List.of("network", "desk").get(random.nextInt(2)));
    }

    private IncidentCommand any(Incident incident) {
        if (more != null && chance(0.5)) {
            return more.apply(incident, random);
        }
        return switch (random.nextInt(14)) {
            case 0 -> new AssignmentCommand.Assign(owner());
            case 1 -> new AssignmentCommand.Acknowledge();
            case 2 -> new AssignmentCommand.Escalate(EscalationKind.FUNCTIONAL, "lab", "not known here");
            case 3 ->
                LifecycleCommand.Hold.on(
                        List.of(HoldReason.VENDOR, HoldReason.PROBLEM).get(random.nextInt(2)));
            case 4 -> new LifecycleCommand.Hold(HoldReason.CALLER, "Which version?", null);
            case 5 -> new LifecycleCommand.Reopen("still broken");
            case 6 -> new LifecycleCommand.Reject("no");
            case 7 -> LifecycleCommand.Cancel.because(CancelReason.WITHDRAWN);
            case 8 -> new LifecycleCommand.Cancel(CancelReason.DUPLICATE, new IncidentId("INC-1"), null);
            case 9 -> new ReviewCommand.Survey(1 + random.nextInt(5), null);
            case 10 ->
                new ReviewCommand.RecordEffort(
                        "network",
                        Duration.ofMinutes(random.nextInt(90)),
                        new BigDecimal("12.34565"),
                        Billing.BILLABLE);
            case 11 ->
                new WorkCommand.Communicate(
                        Direction.OUTBOUND, Channel.MAIL, "caller", "We are on it", Visibility.CUSTOMER);
            case 12 -> new TriageCommand.OverridePriority(new Priority("P2", 1), "board meets", null);
            default -> new WorkCommand.Link(new Relation(RelationKind.PARENT, "INC-0"));
        };
    }
}

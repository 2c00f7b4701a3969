package dev.incidentkit.rules.config;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.AvailableAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random histories of incidents under a preset: most steps are drawn from what may be done, and a resolved incident is
 * mostly helped on to its end; times stand still, run, and leap to and past what falls due.
 */
final class PresetHistories {
    static final Instant START = Instant.parse("2026-03-27T08:00:00Z");
    private static final List<Actor> ACTORS = List.of(
            Actor.agent("ann"),
            Actor.agent("ben"),
            Actor.caller("cleo"),
            Actor.human("max", Role.INCIDENT_MANAGER),
            Actor.human("rita", Role.REVIEWER),
            Actor.bot("autofix", Role.RESOLVER),
            Actor.external("vendor", Role.SUPPLIER),
            Actor.SYSTEM);

    private final ProcessDefinition definition;
    private final Random random;
    private final PresetCommands commands;
    private final List<IncidentEvent> events = new ArrayList<>();
    private final List<Incident> states = new ArrayList<>();

    private PresetHistories(ProcessDefinition definition, Random random) {
        this.definition = definition;
        this.random = random;
        this.commands = new PresetCommands(definition, random);
    }

    /** A record, and the incident after each accepted step. */
    record History(ProcessDefinition definition, List<IncidentEvent> events, List<Incident> states) {
        Incident last() {
            return states.get(states.size() - 1);
        }
    }

    static History draw(ProcessDefinition definition, long seed) {
        PresetHistories histories = new PresetHistories(definition, new Random(seed));
        histories.run();
        return new History(definition, List.copyOf(histories.events), List.copyOf(histories.states));
    }

    private void run() {
        Report report = report();
        CommandContext first = CommandContext.of(Actor.agent("ann"), START);
        if (!definition.checkBeginning(report, first).isEmpty()) {
            report = new ReportBuilder().from(report).category(null).build();
        }
        events.addAll(definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, first));
        states.add(Incident.replay(events));
        Instant at = START;
        int length = 8 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            Incident incident = states.get(states.size() - 1);
            at = next(incident, at);
            step(incident, at);
        }
    }

    private void step(Incident incident, Instant at) {
        Actor actor = commands.oneOf(ACTORS);
        IncidentCommand command = command(incident, actor, at);
        CommandContext context = CommandContext.of(fitting(command, actor), at);
        if (definition.check(incident, command, context).isEmpty()) {
            List<IncidentEvent> decided = definition.decide(incident, command, context);
            events.addAll(decided);
            states.add(incident.applyAll(decided));
        }
    }

    /** What some roles alone may do is mostly done by one who has it. */
    private Actor fitting(IncidentCommand command, Actor actor) {
        if (random.nextInt(10) < 3) {
            return actor;
        }
        boolean callers = command instanceof LifecycleCommand.Confirm || command instanceof LifecycleCommand.Reject;
        return callers ? Actor.caller("cleo") : commands.oneOf(List.of(Actor.agent("ann"), ACTORS.get(3)));
    }

    private IncidentCommand command(Incident incident, Actor actor, Instant at) {
        if (incident.phase() == Phase.RESOLVED && random.nextInt(10) < 6) {
            return towardsTheEnd(incident, at);
        }
        List<AvailableAction> offered = definition.availableActions(incident, CommandContext.of(actor, at));
        List<AvailableAction> own = offered.stream()
                .filter(each -> commands.leadsOn(each.action(), incident))
                .toList();
        if (!own.isEmpty() && random.nextInt(10) < 3) {
            return commands.of(commands.oneOf(own).action(), incident, at);
        }
        return offered.isEmpty() || random.nextInt(12) == 0
                ? new RecordCommand.Wake()
                : commands.of(commands.oneOf(offered).action(), incident, at);
    }

    /** What is lacking for the closure, a step of the process's own, or the closure. */
    private IncidentCommand towardsTheEnd(Incident incident, Instant at) {
        CommandContext desk = CommandContext.of(Actor.agent("ann"), at);
        for (Unmet unmet : definition.check(incident, new LifecycleCommand.Close(), desk)) {
            IncidentCommand help = commands.against(unmet, incident, at);
            if (help != null) {
                return help;
            }
        }
        List<Action> own = definition.lifecycle().actions().stream()
                .filter(action -> !action.isBuiltIn() && commands.leadsOn(action, incident))
                .toList();
        if (own.isEmpty()) {
            return random.nextBoolean() ? new LifecycleCommand.Close() : new LifecycleCommand.Confirm();
        }
        return incident.review().isEmpty() && random.nextBoolean()
                ? commands.of(Action.REVIEW, incident, at)
                : commands.of(commands.oneOf(own), incident, at);
    }

    private Report report() {
        return Report.of("outage", Reporter.person("cleo"), commands.oneOf(List.of(Channel.PHONE, Channel.MONITORING)))
                .impact(commands.maybe(commands.oneOf(definition.impacts().levels())))
                .urgency(commands.maybe(commands.oneOf(definition.urgencies().levels())))
                .severity(commands.maybe(commands.oneOf(definition.severities().levels())))
                .category(commands.maybe(commands.category()))
                .addServices("mail")
                .build();
    }

    private Instant next(Incident incident, Instant at) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> at;
            case 2 -> definition.nextDue(incident, at).orElse(at);
            case 3 -> definition.nextDue(incident, at).orElse(at).plusSeconds(random.nextInt(40_000));
            case 4, 5 -> at.plusSeconds(random.nextInt(40_000));
            default -> at.plusSeconds(random.nextInt(3_000));
        };
    }
}

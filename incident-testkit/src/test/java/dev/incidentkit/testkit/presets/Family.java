package dev.incidentkit.testkit.presets;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.StoredRecord;
import dev.incidentkit.testkit.ManualClock;
import dev.incidentkit.testkit.cases.CommandCase;
import dev.incidentkit.testkit.cases.CommandCases;
import dev.incidentkit.testkit.cases.Route;
import dev.incidentkit.testkit.cases.RouteStep;
import dev.incidentkit.testkit.cases.Routes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Incidents at a desk under one process, parents and children of each other, with drawn commands on them. */
final class Family {
    /** What the default table lets children follow. */
    static final List<Action> FOLLOWED = List.of(Action.START, Action.HOLD, Action.RESOLVE, Action.REOPEN);

    private static final int INCIDENTS = 6;
    private static final int LOOKED_AT = 7;
    private static final List<Duration> TIMES = List.of(
            Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(20), Duration.ofHours(5), Duration.ofDays(2));
    private static final List<RelationKind> KINDS = List.of(
            RelationKind.PARENT,
            RelationKind.CHILD,
            RelationKind.PARENT,
            RelationKind.CHILD,
            RelationKind.DUPLICATE_OF,
            RelationKind.SIMILAR_TO);

    /** Something that somebody asks of one of them. */
    record Step(IncidentId incident, IncidentCommand command, Actor actor) {
        Relation relation() {
            return command instanceof WorkCommand.Link link
                    ? link.relation()
                    : ((WorkCommand.Unlink) command).relation();
        }
    }

    private final Kind kind;
    private final Random random;
    private final ManualClock clock = ManualClock.startingAt("2026-03-02T09:00:00Z");
    private final List<IncidentId> incidents = new ArrayList<>();
    private final Map<IncidentId, Incident> known = new HashMap<>();
    private @Nullable Step first;
    final ServiceDesk desk;

    /**
     * What is the same for all families of a process: ways to each status that is not an end, ways that end with a step that
     * children follow, and what may be asked.
     */
    static final class Kind {
        private final ProcessDefinition definition;
        private final List<Route> ways;
        private final List<Route> ready;
        private final List<List<CommandCase>> steps;
        private final List<List<CommandCase>> others;

        Kind(ProcessDefinition definition) {
            Routes routes = Routes.of(definition);
            this.definition = definition;
            this.ways = definition.lifecycle().statuses().stream()
                    .filter(status -> !status.phase().isEnd())
                    .map(status -> routes.to(status.name()).orElseThrow())
                    .toList();
            this.ready = CommandCases.commands(definition).stream()
                    .filter(one -> FOLLOWED.contains(one.command().action()))
                    .flatMap(one -> ways.stream()
                            .flatMap(way -> routes.completed(way, one).stream())
                            .limit(1))
                    .toList();
            this.steps = byAction(definition, true);
            this.others = byAction(definition, false);
        }

        /** So that an action of which there are many commands is not drawn more often than others. */
        private static List<List<CommandCase>> byAction(ProcessDefinition definition, boolean steps) {
            return List.copyOf(CommandCases.commands(definition).stream()
                    .filter(one -> one.command() instanceof LifecycleCommand == steps)
                    .collect(Collectors.groupingBy(
                            one -> one.command().action(), LinkedHashMap::new, Collectors.toList()))
                    .values());
        }

        String name() {
            return definition.name();
        }
    }

    /** A parent with two children, one of which has a child of its own, and two that are related to none. */
    Family(Kind kind, long seed) {
        this.kind = kind;
        this.random = new Random(seed);
        AtomicInteger numbers = new AtomicInteger();
        this.desk = ServiceDesk.builder(new InMemoryIncidentStore(clock), kind.definition)
                .clock(clock)
                .identities(() -> new IncidentId("INC-" + numbers.incrementAndGet()))
                .build();
        List<RouteStep> parent = oneOf(kind.ready).steps();
        come(parent.subList(0, parent.size() - 1));
        for (int i = 1; i < INCIDENTS; i++) {
            come(oneOf(kind.ways).steps());
        }
        CommandCase next = parent.get(parent.size() - 1).command();
        this.first = new Step(incidents.get(0), next.command(), next.actor());
        link(1, 0);
        link(2, 0);
        link(3, 2);
    }

    /** Reports an incident and takes it along a way, as far as it is let. */
    private void come(List<RouteStep> way) {
        CommandCase report = way.get(0).command();
        IncidentId id = desk.report((Report) report.command(), report.actor()).incident();
        incidents.add(id);
        for (RouteStep step : way.subList(1, way.size())) {
            clock.advance(step.before());
            if (desk.check(id, step.command().command(), step.command().actor()).isEmpty()) {
                desk.handle(id, step.command().command(), step.command().actor());
            }
        }
    }

    Kind kind() {
        return kind;
    }

    List<IncidentId> incidents() {
        return Collections.unmodifiableList(incidents);
    }

    private void link(int child, int parent) {
        desk.handle(
                incidents.get(child),
                new WorkCommand.Link(
                        new Relation(RelationKind.PARENT, incidents.get(parent).value())),
                CommandCases.ANN);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    IncidentId any() {
        return oneOf(incidents);
    }

    /** An incident as it stands; what nobody wrote to is not read again. */
    Incident load(IncidentId id) {
        Incident before = known.get(id);
        if (before != null && before.version() == version(id)) {
            return before;
        }
        Incident now = desk.load(id).orElseThrow();
        known.put(id, now);
        return now;
    }

    private long version(IncidentId id) {
        return desk.store().load(id).map(StoredRecord::version).orElseThrow();
    }

    List<IncidentId> related(IncidentId id, RelationKind kind) {
        return load(id).relations().stream()
                .filter(relation -> relation.kind() == kind)
                .map(relation -> new IncidentId(relation.target()))
                .toList();
    }

    /** Lets some time pass; now and then what falls due meanwhile is carried out. */
    void later() {
        clock.advance(oneOf(TIMES));
        if (random.nextInt(6) == 0) {
            settle();
        }
    }

    void settle() {
        TimerRunner runner = new TimerRunner(desk);
        while (runner.tick() > 0) {
            clock.advance(Duration.ofMillis(1));
        }
    }

    /** A step on the way of an incident, mostly of one with children, or another command; mostly one that may be done. */
    Step work() {
        Step next = first;
        first = null;
        if (next != null && random.nextInt(4) > 0) {
            return next;
        }
        IncidentId id = any();
        for (int i = 0; i < 2 && related(id, RelationKind.CHILD).isEmpty(); i++) {
            id = any();
        }
        if (random.nextInt(8) == 0) {
            return relation();
        }
        boolean isUnknown = load(id).category().isEmpty() && random.nextBoolean();
        List<CommandCase> drawn = new ArrayList<>();
        for (List<CommandCase> one : isUnknown || random.nextInt(4) == 0 ? kind.others : kind.steps) {
            if (!isUnknown || one.get(0).command() instanceof TriageCommand.Categorize) {
                drawn.add(oneOf(one));
            }
        }
        return permitted(id, drawn);
    }

    private Step permitted(IncidentId id, List<CommandCase> drawn) {
        Collections.shuffle(drawn, random);
        Step step = new Step(id, LifecycleCommand.Resume.BY_HAND, CommandCases.ANN);
        for (CommandCase one : drawn.subList(0, Math.min(LOOKED_AT, drawn.size()))) {
            step = new Step(id, one.command(), one.actor());
            boolean isEnd = one.command() instanceof LifecycleCommand.Cancel && random.nextInt(4) > 0;
            if (!isEnd && desk.check(id, step.command(), step.actor()).isEmpty()) {
                return step;
            }
        }
        return step;
    }

    /** A relation that begins or ends. */
    Step relation() {
        IncidentId id = any();
        if (random.nextInt(8) == 0) {
            LifecycleCommand.Cancel duplicate = new LifecycleCommand.Cancel(CancelReason.DUPLICATE, any(), null);
            return new Step(id, duplicate, CommandCases.ANN);
        }
        List<Relation> ends = load(id).relations().stream()
                .filter(relation -> KINDS.contains(relation.kind()))
                .toList();
        if (!ends.isEmpty() && random.nextInt(4) == 0) {
            return new Step(id, new WorkCommand.Unlink(oneOf(ends)), CommandCases.ANN);
        }
        Relation relation = new Relation(oneOf(KINDS), any().value());
        return new Step(id, new WorkCommand.Link(relation), CommandCases.ANN);
    }

    /** Merges one into another; false where that is refused. */
    boolean merge() {
        try {
            return desk.merge(any(), any(), "It goes on there", CommandCases.ANN)
                            .events()
                    > 0;
        } catch (IncidentRejectedException refusal) {
            return false;
        }
    }

    /** How long each record is. */
    Map<IncidentId, Long> versions() {
        Map<IncidentId, Long> versions = new LinkedHashMap<>();
        incidents.forEach(id -> versions.put(id, version(id)));
        return versions;
    }

    /** What was written since the records were so long. */
    Map<IncidentId, List<IncidentEvent>> since(Map<IncidentId, Long> versions) {
        Map<IncidentId, List<IncidentEvent>> written = new LinkedHashMap<>();
        versions().forEach((id, version) -> {
            long before = versions.get(id);
            if (version > before) {
                written.put(id, desk.events(id).subList((int) before, version.intValue()));
            }
        });
        return written;
    }
}

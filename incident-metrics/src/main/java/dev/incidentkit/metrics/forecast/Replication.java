package dev.incidentkit.metrics.forecast;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One run of a simulation by discrete events. Incidents come, wait by priority, are started by somebody who is there and
 * has the skill, and are resolved when the work is done: each by commands that the definition decides.
 */
final class Replication {
    private static final Actor AGENT = Actor.agent("forecast");
    private static final Category CATEGORY = new Category("forecast");

    private final ProcessDefinition definition;
    private final ForecastModel model;
    private final SplittableRandom random;
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>(Happening::order);
    private final Map<String, PriorityQueue<Ticket>> queues = new TreeMap<>();
    private final List<Crew> crews = new ArrayList<>();
    private final long countFrom;
    private final long countUntil;
    private long happenings;
    private long tickets;

    final Map<String, long[]> clocks = new TreeMap<>();
    final Map<String, long[]> waits = new TreeMap<>();
    long counted;

    /** Something that happens: an arrival, the end of a piece of work, or people who come. */
    private record Happening(
            long at,
            long number,
            @Nullable Demand arrival,
            @Nullable Crew crew,
            boolean done) {
        static int order(Happening a, Happening b) {
            return a.at == b.at ? Long.compare(a.number, b.number) : Long.compare(a.at, b.at);
        }
    }

    /** The people of a group. */
    static final class Crew {
        final Staff staff;
        int free;
        long worked;
        long openingAt = Long.MIN_VALUE;

        Crew(Staff staff) {
            this.staff = staff;
            this.free = staff.people();
        }
    }

    Replication(ProcessDefinition definition, ForecastModel model, SplittableRandom random) {
        this.definition = definition;
        this.model = model;
        this.random = random;
        this.countFrom = model.start().plus(model.warmUp()).toEpochMilli();
        this.countUntil = countFrom + model.length().toMillis();
        model.staff().forEach(staff -> crews.add(new Crew(staff)));
    }

    List<Crew> crews() {
        return crews;
    }

    long countFrom() {
        return countFrom;
    }

    long countUntil() {
        return countUntil;
    }

    /** Runs until every incident that is counted is resolved. */
    void run() {
        for (Demand demand : model.demands()) {
            arrive(demand, model.start().toEpochMilli());
        }
        Happening next = agenda.poll();
        while (next != null) {
            Crew crew = next.crew();
            if (next.arrival() != null) {
                report(next.arrival(), next.at());
            } else if (crew != null && next.done()) {
                crew.free++;
                work(crew, next.at());
            } else if (crew != null) {
                work(crew, next.at());
            }
            next = agenda.poll();
        }
    }

    private void plan(long at, @Nullable Demand arrival, @Nullable Crew crew, boolean done) {
        agenda.add(new Happening(at, happenings++, arrival, crew, done));
    }

    /** The next one comes after a drawn amount of open time; none comes after what is counted. */
    private void arrive(Demand demand, long after) {
        long at = later(demand.calendar(), after, demand.between().draw(random));
        if (at < countUntil) {
            plan(at, demand, null, false);
        }
    }

    private static long later(BusinessCalendar calendar, long from, long amount) {
        return amount == 0 ? from : calendar.afterMillis(from, amount);
    }

    private void report(Demand demand, long at) {
        arrive(demand, at);
        ReportBuilder report = new ReportBuilder().from(demand.report()).reportedAt(Instant.ofEpochMilli(at));
        long number = tickets++;
        Incident incident = Incident.replay(
                definition.begin(new IncidentId("F-" + number), TenantId.DEFAULT, report.build(), context(at)));
        queue(demand.skill()).add(new Ticket(demand, at, number, incident));
        for (Crew crew : crews) {
            if (crew.staff.skills().contains(demand.skill())) {
                work(crew, at);
            }
        }
    }

    private static CommandContext context(long at) {
        return CommandContext.of(AGENT, Instant.ofEpochMilli(at));
    }

    private PriorityQueue<Ticket> queue(String skill) {
        return queues.computeIfAbsent(skill, key -> new PriorityQueue<>(Ticket::order));
    }

    /** Gives free people work, where they are there; otherwise they look again when they come. */
    private void work(Crew crew, long at) {
        while (crew.free > 0) {
            PriorityQueue<Ticket> queue = mostSevere(crew);
            if (queue == null) {
                return;
            }
            if (!crew.staff.calendar().isOpenMillis(at)) {
                long opening = crew.staff.calendar().nextOpeningMillis(at);
                if (opening != crew.openingAt) {
                    crew.openingAt = opening;
                    plan(opening, null, crew, false);
                }
                return;
            }
            start(crew, queue.remove(), at);
        }
    }

    private @Nullable PriorityQueue<Ticket> mostSevere(Crew crew) {
        PriorityQueue<Ticket> best = null;
        Ticket first = null;
        for (String skill : crew.staff.skills()) {
            PriorityQueue<Ticket> queue = queue(skill);
            Ticket head = queue.peek();
            if (head != null && (first == null || Ticket.order(head, first) < 0)) {
                best = queue;
                first = head;
            }
        }
        return best;
    }

    private void start(Crew crew, Ticket ticket, long at) {
        long amount = ticket.demand.work().draw(random);
        long done = later(crew.staff.calendar(), at, amount);
        crew.free--;
        crew.worked += overlap(crew.staff.calendar(), at, done);
        plan(done, null, crew, true);
        if (ticket.reportedAt >= countFrom) {
            count(crew, ticket, at, done);
        }
    }

    /** The part of a piece of work that falls into what is counted. */
    private long overlap(BusinessCalendar calendar, long from, long to) {
        long begin = Math.max(from, countFrom);
        long end = Math.min(to, countUntil);
        return begin < end ? calendar.betweenMillis(begin, end) : 0;
    }

    private void count(Crew crew, Ticket ticket, long started, long done) {
        counted++;
        long[] wait = waits.computeIfAbsent(ticket.demand.name(), key -> new long[3]);
        wait[0]++;
        wait[1] += started - ticket.reportedAt;
        wait[2] += started > ticket.reportedAt ? 1 : 0;
        Incident incident =
                decided(ticket.reported, new LifecycleCommand.Start(Owner.group(crew.staff.group())), started);
        incident = decided(incident, LifecycleCommand.Resolve.permanently(CATEGORY, "FORECAST", "simulated"), done);
        for (SlaStanding standing : definition.clock().standings(incident.history(), Instant.ofEpochMilli(done))) {
            ClockState state = standing.state();
            if (state == ClockState.MET || state == ClockState.MISSED) {
                String clock =
                        standing.clock().policy() + "/" + standing.clock().target();
                clocks.computeIfAbsent(clock, key -> new long[2])[state == ClockState.MET ? 0 : 1]++;
            }
        }
    }

    private Incident decided(Incident incident, IncidentCommand command, long at) {
        return incident.applyAll(definition.decide(incident, command, context(at)));
    }
}

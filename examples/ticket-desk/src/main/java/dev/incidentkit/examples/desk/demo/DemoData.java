package dev.incidentkit.examples.desk.demo;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.examples.desk.embed.Embedding;
import dev.incidentkit.examples.desk.form.About;
import dev.incidentkit.examples.desk.form.ReportForm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Some sixty incidents of the past twelve days. They go through the desk like any other, by a clock that is set from one
 * step to the next, so that clocks ran, warned and were missed on the way; which steps there are, the definition says.
 */
public final class DemoData {
    private static final int INCIDENTS = 60;
    private static final int MOST_STEPS = 40;
    private static final Duration PAST = Duration.ofDays(12);
    private static final Role[] STAFF = {Role.SERVICE_DESK, Role.RESOLVER, Role.INCIDENT_MANAGER};
    private static final List<String> CALLERS = List.of("bob", "eve", "tom", "zoe");

    private final Embedding embedding;
    private final ServiceDesk desk;
    private final DemoClock clock;
    private final Instant end;
    private final Random random = new Random(42);
    private final Samples samples;
    private final DemoSteps steps;
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));

    /** When something is next done, and with which incident; with none where one is reported. */
    private record Turn(Instant at, @Nullable IncidentId incident, int count) {}

    private DemoData(Embedding embedding, ZoneId zone) {
        this.embedding = embedding;
        this.end = embedding.now();
        this.clock = new DemoClock(end.minus(PAST));
        this.desk = embedding.deskAt(clock);
        this.samples = new Samples(random, zone);
        this.steps = new DemoSteps(desk, samples, random);
    }

    /**
     * Fills an empty desk. Where there are incidents already, nothing happens.
     *
     * @param embedding the library
     * @param zone in which forms are filled in
     */
    public static void fill(Embedding embedding, ZoneId zone) {
        if (embedding.store().incidents(null, 1).isEmpty()) {
            new DemoData(embedding, zone).run();
        }
    }

    private void run() {
        for (int i = 0; i < INCIDENTS; i++) {
            double back = random.nextDouble();
            turns.add(new Turn(end.minusMillis((long) (PAST.toMillis() * back * back)), null, 0));
        }
        TimerRunner timers = new TimerRunner(desk);
        while (!turns.isEmpty()) {
            Turn turn = turns.remove();
            clock.set(turn.at());
            timers.tick();
            take(turn);
        }
        clock.set(end);
        timers.tick();
        new OutboxRunner(desk, notification -> {}).tick(); // nobody is told of a past that never was
    }

    private void take(Turn turn) {
        IncidentId id = turn.incident() == null ? report() : turn.incident();
        if (turn.incident() != null) {
            steps.step(
                    id,
                    Actor.human(samples.any(List.of("ann", "mia")), STAFF),
                    embedding.definitions(),
                    clock.instant());
        }
        Instant next = clock.instant().plus(pause(turn.count()));
        if (turn.count() < MOST_STEPS && next.isBefore(end)) {
            turns.add(new Turn(next, id, turn.count() + 1));
        }
    }

    /** The first answer comes sooner than the rest; each time is drawn from an exponential distribution. */
    private Duration pause(int count) {
        double mean = count == 0
                ? Duration.ofMinutes(90).toMillis()
                : Duration.ofHours(9).toMillis();
        return Duration.ofMillis((long) (-mean * Math.log(1 - random.nextDouble())) + 1);
    }

    private IncidentId report() {
        ProcessDefinition definition = embedding.definitions().current();
        String caller = samples.any(CALLERS);
        About about = new About(definition, null, caller);
        Map<String, String> told = new HashMap<>();
        told.put("title", samples.title());
        told.put("reporter", caller);
        told.put("impact", usual(definition.impacts()));
        told.put("urgency", usualUrgency(definition.urgencies()));
        told.put("occurredAt", "");
        told.put("detectedAt", "");
        return report(about, told);
    }

    /** A form that depends on what is told may ask for more: it is given at the second try. */
    private IncidentId report(About about, Map<String, String> told) {
        Actor caller = Actor.caller(about.user());
        try {
            return desk.report(filled(about, told), caller).incident();
        } catch (IncidentRejectedException e) {
            e.unmet().stream()
                    .map(Unmet::field)
                    .filter(field -> field != null && !told.containsKey(field))
                    .forEach(field -> told.put(field, "told when it was asked for"));
            return desk.report(filled(about, told), caller).incident();
        }
    }

    private Report filled(About about, Map<String, String> told) {
        return ReportForm.report(about, samples.fill(ReportForm.inputs(about), clock.instant(), told));
    }

    /** Most things are not bad: the most severe level is drawn least. */
    private String usual(Scale<Impact> scale) {
        return scale.at(lean(scale.size())).name();
    }

    private String usualUrgency(Scale<Urgency> scale) {
        return scale.at(lean(scale.size())).name();
    }

    private int lean(int size) {
        return Math.max(random.nextInt(size), random.nextInt(size));
    }
}

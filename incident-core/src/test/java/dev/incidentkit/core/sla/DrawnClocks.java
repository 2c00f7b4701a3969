package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Hours;
import dev.incidentkit.core.calendar.RandomHours;
import dev.incidentkit.core.calendar.StepOracle;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** A drawn story under two drawn targets of one policy, and its record. */
final class DrawnClocks {
    static final int DAYS = 6;
    static final int MINUTES = DAYS * 1440;
    static final long MINUTE = OracleTarget.MINUTE;

    final List<OracleTarget> targets;
    final List<Happening> story;
    final SlaClock clock;
    final List<SlaSignal> signals = new ArrayList<>();
    final List<IncidentEvent> record;
    private final long first;
    private final Story told;

    private DrawnClocks(List<OracleTarget> targets, List<Happening> story, long first) {
        this.targets = targets;
        this.story = story;
        this.first = first;
        this.clock = SlaClock.of(
                SlaPolicy.of("drawn", targets.get(0).target(), targets.get(1).target()));
        Happening report = story.get(0);
        this.told = report.report(instant(report.minute() * MINUTE), instant(report.one() * MINUTE));
        this.record = told.events();
    }

    /**
     * Draws calendars, and stories under them.
     *
     * @param random the source
     * @param stories how many stories
     * @param kinds is told what kinds of hours were drawn
     */
    static List<DrawnClocks> draw(Random random, int stories, Consumer<String> kinds) {
        RandomHours drawing = new RandomHours(random, kinds);
        List<Hours> hours = List.of(drawing.next(), Hours.roundTheClock(), drawing.next());
        long first = Math.floorDiv(drawing.around().toEpochMilli(), MINUTE) * MINUTE - DAYS / 2 * 86_400_000L;
        ZoneId zone = ZoneId.of(RandomHours.ZONES.get(random.nextInt(RandomHours.ZONES.size())));
        Map<BusinessCalendar, StepOracle> here = new LinkedHashMap<>();
        Map<BusinessCalendar, StepOracle> there = new LinkedHashMap<>();
        for (Hours some : hours) {
            BusinessCalendar calendar = some.calendar();
            here.put(calendar, new StepOracle(some, MINUTE, first, MINUTES));
            there.put(calendar, new StepOracle(some.in(zone), MINUTE, first, MINUTES));
        }
        RandomTargets targets = new RandomTargets(random, here, there, zone);
        List<DrawnClocks> drawn = new ArrayList<>();
        for (int i = 0; i < stories; i++) {
            List<OracleTarget> two = List.of(targets.next(Measure.RESPONSE), targets.next(Measure.RESOLUTION));
            drawn.add(new DrawnClocks(two, new RandomStories(random, MINUTES).next(), first));
        }
        return drawn;
    }

    /** {@return an instant of the library} */
    Instant instant(long millis) {
        return Instant.ofEpochMilli(first + millis);
    }

    /** {@return an instant of the oracle} */
    long millis(Instant instant) {
        return instant.toEpochMilli() - first;
    }

    /** {@return one clock of the oracle at an instant} */
    ClockOracle oracle(OracleTarget target, long until) {
        return new ClockOracle(target, story, MINUTES).walk(until);
    }

    /**
     * Keeps the record as a desk does: what fell due is recorded before, and what an event sets off after it; ticks between
     * come at random.
     */
    void keep(Random random) {
        long before = story.get(0).minute() * MINUTE;
        signal(before);
        for (Happening happening : story.subList(1, story.size())) {
            long at = happening.minute() * MINUTE;
            if (before < at && random.nextInt(4) == 0) {
                signal(before + (long) (random.nextDouble() * (at - before)));
            }
            signal(at);
            happening.tell(told, instant(at), instant(happening.one() * MINUTE));
            signal(at);
            before = at;
        }
    }

    private void signal(long until) {
        for (SlaSignal signal : clock.advanceTo(record, instant(until))) {
            signals.add(signal);
            record.add(signal.event(EventMeta.at(signal.at(), Actor.SYSTEM)));
        }
    }
}

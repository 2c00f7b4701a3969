package dev.incidentkit.report;

import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaExplanation;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks an incident's record and its clocks for all that a timeline shows. */
final class TimelineReader {
    /** A due instant further ahead than this many times the time so far does not stretch the axis. */
    private static final int FAR = 3;

    private static final Duration SHORTEST = Duration.ofMinutes(10);

    private final List<? extends IncidentEvent> events;
    private final SlaClock clock;
    private final TimelineOptions options;
    private final Instant at;
    private final List<SlaStanding> standings = new ArrayList<>();
    private final Map<ClockId, SlaExplanation> explanations = new HashMap<>();

    private TimelineReader(List<? extends IncidentEvent> events, SlaClock clock, TimelineOptions options) {
        this.at = options.at();
        this.events = events.stream()
                .filter(event -> !event.meta().effectiveAt().isAfter(at))
                .toList();
        if (this.events.isEmpty()) {
            throw new IllegalArgumentException(
                    "Of " + events.size() + " events none takes effect by " + at + ", so there is nothing to draw");
        }
        this.clock = clock;
        this.options = options;
        for (SlaExplanation explanation : clock.explanations(this.events, at)) {
            SlaStanding standing = explanation.standing();
            if (standing != null) {
                standings.add(standing);
                explanations.put(standing.clock(), explanation);
            }
        }
    }

    static Timeline read(List<? extends IncidentEvent> events, SlaClock clock, TimelineOptions options) {
        return new TimelineReader(events, clock, options).read();
    }

    private Timeline read() {
        Instant begin = events.get(0).meta().effectiveAt();
        List<Timeline.StatusSpan> statuses = statuses();
        Instant last = events.get(events.size() - 1).meta().effectiveAt();
        Instant from = options.from() == null ? earliest(begin) : options.from();
        boolean ended = statuses.get(statuses.size() - 1).status().phase().isEnd()
                && standings.stream().allMatch(standing -> standing.endedAt() != null || standing.startedAt() == null);
        Instant to = options.until() == null ? latest(from, ended ? last : at) : options.until();
        if (!to.isAfter(from)) {
            to = from.plus(SHORTEST);
        }
        String id = Incident.replay(events.subList(0, 1)).id().value();
        return new Timeline(id, at, options.zone(), from, to, statuses, lanes(to));
    }

    private List<Timeline.StatusSpan> statuses() {
        Incident incident = Incident.replay(events.subList(0, 1));
        List<Timeline.StatusSpan> statuses = new ArrayList<>();
        Status status = incident.status();
        Instant since = incident.lastEffectiveAt();
        for (IncidentEvent event : events.subList(1, events.size())) {
            incident = incident.apply(event);
            if (!incident.status().equals(status)) {
                statuses.add(new Timeline.StatusSpan(status, since, incident.lastEffectiveAt()));
                status = incident.status();
                since = incident.lastEffectiveAt();
            }
        }
        statuses.add(new Timeline.StatusSpan(status, since, at));
        return statuses;
    }

    private Instant earliest(Instant begin) {
        Instant earliest = begin;
        for (SlaStanding standing : standings) {
            Instant started = standing.startedAt();
            if (started != null && started.isBefore(earliest)) {
                earliest = started;
            }
        }
        return earliest;
    }

    /** Where the axis ends: room for what lies ahead, unless that is so far that the past would shrink to nothing. */
    private Instant latest(Instant from, Instant last) {
        Duration past = Duration.between(from, last);
        Instant horizon = from.plus((past.compareTo(SHORTEST) < 0 ? SHORTEST : past).multipliedBy(FAR));
        Instant latest = last;
        for (SlaStanding standing : standings) {
            Instant due = standing.dueAt();
            boolean isAhead = due != null && standing.endedAt() == null && due.isAfter(latest);
            if (due != null && isAhead && !due.isAfter(horizon)) {
                latest = due;
            }
        }
        Duration shown = Duration.between(from, latest);
        Duration margin = shown.compareTo(SHORTEST) < 0 ? SHORTEST : shown.dividedBy(16);
        return latest.plus(margin);
    }

    private List<Timeline.Lane> lanes(Instant to) {
        Map<String, List<SlaStanding>> byClock = new LinkedHashMap<>();
        for (SlaStanding standing : standings) {
            ClockId id = standing.clock();
            byClock.computeIfAbsent(id.policy() + "\n" + id.target(), key -> new ArrayList<>())
                    .add(standing);
        }
        Map<ClockId, List<Timeline.Mark>> thresholds = Thresholds.of(events, clock, at, to);
        List<Timeline.Lane> lanes = new ArrayList<>();
        for (List<SlaStanding> cycles : byClock.values()) {
            if (cycles.size() <= options.cyclesApart()) {
                for (SlaStanding cycle : cycles) {
                    lanes.add(lane(name(cycle, cycles.size() > 1), List.of(cycle), thresholds));
                }
            } else {
                int first = Math.max(0, cycles.size() - options.cyclesShown());
                lanes.add(shared(cycles.subList(first, cycles.size()), cycles.size(), thresholds));
            }
        }
        return lanes;
    }

    private Timeline.Lane shared(List<SlaStanding> shown, int all, Map<ClockId, List<Timeline.Mark>> thresholds) {
        String range = shown.get(0).clock().cycle() + " to "
                + shown.get(shown.size() - 1).clock().cycle() + " of " + all;
        return lane(name(shown.get(0), false) + ", " + range, shown, thresholds);
    }

    private static String name(SlaStanding standing, boolean withCycle) {
        ClockId id = standing.clock();
        return id.policy() + " " + id.target() + (withCycle ? " " + id.cycle() : "");
    }

    private Timeline.Lane lane(String name, List<SlaStanding> cycles, Map<ClockId, List<Timeline.Mark>> thresholds) {
        List<Timeline.Piece> pieces = new ArrayList<>();
        List<Timeline.Breach> breaches = new ArrayList<>();
        List<Timeline.Mark> marks = new ArrayList<>();
        SlaStanding last = cycles.get(cycles.size() - 1);
        for (SlaStanding cycle : cycles) {
            Instant started = cycle.startedAt();
            if (started == null) {
                continue;
            }
            Instant end = cycle.endedAt() == null ? at : cycle.endedAt();
            Instant drawn =
                    pieces.isEmpty() ? started : pieces.get(pieces.size() - 1).to();
            // a cycle may count from an instant at which the one before it still ran
            Instant begin = drawn.isAfter(started) ? drawn : started;
            pieces.addAll(Pieces.whole(begin, end, pieces(cycle)));
            Instant missed = cycle.breachedAt();
            Instant due = cycle.dueAt();
            if (cycle.breached() && missed != null) {
                if (missed.isBefore(end)) {
                    breaches.add(new Timeline.Breach(missed, end));
                }
                marks.add(new Timeline.Mark(Timeline.MarkKind.BREACHED, missed, "missed"));
            } else if (due != null && cycle.equals(last)) {
                marks.add(new Timeline.Mark(Timeline.MarkKind.DUE, due, "due"));
            }
            if (cycles.size() == 1) {
                marks.addAll(thresholds.getOrDefault(cycle.clock(), List.of()));
            }
        }
        return new Timeline.Lane(name, state(last), last.breached(), pieces, breaches, marks);
    }

    private List<Timeline.Piece> pieces(SlaStanding cycle) {
        SlaExplanation explanation = explanations.get(cycle.clock());
        return explanation == null ? List.of() : Pieces.of(explanation);
    }

    private String state(SlaStanding standing) {
        String state = standing.state().name();
        Duration left = standing.remaining().working();
        return switch (standing.state()) {
            case PENDING -> state + ": not started";
            case RUNNING, PAUSED ->
                standing.breached()
                        ? state + ", missed by " + TimeTexts.workingLength(standing.overrun())
                        : state + ", " + TimeTexts.workingLength(left.isNegative() ? Duration.ZERO : left) + " left";
            case MISSED -> state + " by " + TimeTexts.workingLength(standing.overrun());
            case MET ->
                state + " in " + TimeTexts.workingLength(standing.elapsed().working());
            case CANCELLED -> standing.breached() ? state + ", missed" : state;
        };
    }
}

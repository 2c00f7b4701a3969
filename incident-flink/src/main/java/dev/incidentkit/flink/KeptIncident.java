package dev.incidentkit.flink;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.json.EventCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an incident while it may change: its events as they were sealed, those that came too early, what its
 * clocks have set off, and when it is looked at next. Written by {@link KeptSerializer}.
 *
 * <p>Beside it stands what can be made from that at any time and is not written: events that were decoded, and what they
 * fold to. Where state is kept as objects it saves doing so again; where it is kept as bytes it is made anew.
 *
 * <p>Belongs to one thread. Flink writes a checkpoint aside, from an object that it no longer hands out: it copies it first.
 */
final class KeptIncident {
    /** Stands for an instant that does not come. */
    static final long NEVER = Long.MAX_VALUE;

    private final List<StreamEvent> record;
    private final SortedMap<Long, StreamEvent> waiting;
    private final Set<ClockSignal> signals;
    private long figuresAt = NEVER;
    private long wakeAt = NEVER;

    private final List<IncidentEvent> decoded;
    private @Nullable FollowedIncident followed;
    private long endedAt = NEVER;
    private boolean isOver;

    /** What became of an event. */
    enum Taken {
        /** It is part of the record, perhaps with others that waited for it. */
        IN,

        /** It waits for one that comes before it. */
        WAITING,

        /** It was there before. */
        REPEATED
    }

    KeptIncident() {
        this(List.of(), List.of(), List.of());
    }

    KeptIncident(Collection<StreamEvent> record, Collection<StreamEvent> waiting, Collection<ClockSignal> signals) {
        this.record = new ArrayList<>(record);
        this.waiting = new TreeMap<>();
        waiting.forEach(event -> this.waiting.put(event.sequence(), event));
        this.signals = new LinkedHashSet<>(signals);
        this.decoded = new ArrayList<>();
    }

    /** {@return one that shares nothing that changes: events and signals do not; what was folded does, and is made anew} */
    KeptIncident copy() {
        KeptIncident copy = new KeptIncident(record, waiting.values(), signals);
        copy.figuresAt = figuresAt;
        copy.wakeAt = wakeAt;
        copy.decoded.addAll(decoded);
        copy.endedAt = endedAt;
        copy.isOver = isOver;
        return copy;
    }

    Taken take(StreamEvent event) {
        if (event.sequence() <= record.size() || waiting.containsKey(event.sequence())) {
            return Taken.REPEATED;
        }
        if (event.sequence() != record.size() + 1) {
            waiting.put(event.sequence(), event);
            return Taken.WAITING;
        }
        record.add(event);
        isOver = false;
        while (!waiting.isEmpty() && waiting.firstKey() == record.size() + 1) {
            record.add(waiting.remove(waiting.firstKey()));
        }
        return Taken.IN;
    }

    List<StreamEvent> record() {
        return Collections.unmodifiableList(record);
    }

    Collection<StreamEvent> waiting() {
        return Collections.unmodifiableCollection(waiting.values());
    }

    /** What clocks have set off, as far as it was told, in the order in which it was told first. */
    Set<ClockSignal> signals() {
        return Collections.unmodifiableSet(signals);
    }

    /** {@return whether it is news} */
    boolean tell(ClockSignal signal) {
        return signals.add(signal);
    }

    /** Takes back what was told and never happened, as the clocks stand now, and says what that is. */
    List<ClockSignal> takeBackAllBut(Set<ClockSignal> happened) {
        List<ClockSignal> never =
                signals.stream().filter(signal -> !happened.contains(signal)).toList();
        signals.retainAll(happened);
        return never;
    }

    /** How many events took effect by an instant. */
    int known(long instant) {
        int known = record.size();
        while (known > 0 && record.get(known - 1).effectiveAt() > instant) {
            known--;
        }
        return known;
    }

    /** When the event at a place of the record takes effect; {@link #NEVER} where there is none. */
    long after(int known) {
        return known < record.size() ? record.get(known).effectiveAt() : NEVER;
    }

    /** The first events, decoded, each once as long as this object lives. */
    List<IncidentEvent> decoded(int count, EventCodec codec) {
        for (int next = decoded.size(); next < count; next++) {
            decoded.add(codec.decode(record.get(next).encoded()));
        }
        return decoded.subList(0, count);
    }

    /** When the next figures are that it belongs to; {@link #NEVER} if there are none. */
    long figuresAt() {
        return figuresAt;
    }

    void figuresAt(long instant) {
        figuresAt = instant;
    }

    /** The instant of the timer that stands for the next event or signal; {@link #NEVER} if there is none. */
    long wakeAt() {
        return wakeAt;
    }

    void wakeAt(long instant) {
        wakeAt = instant;
    }

    /** What the events were folded to so far; null until it is made, and when nothing changes any more. */
    @Nullable
    FollowedIncident followed() {
        return followed;
    }

    /** Takes what the events were folded to, and lets it go where it ended and no clock runs: it may be kept for long. */
    void followed(FollowedIncident now) {
        endedAt = now.endedAt();
        isOver = endedAt != NEVER && now.isAfter(record.size()) && now.next() == NEVER;
        followed = isOver ? null : now;
    }

    /** Whether nothing will be set off unless an event comes. */
    boolean isOver() {
        return isOver;
    }

    /** When it ended, as far as it was followed; {@link #NEVER} if it has not. */
    long endedAt() {
        return endedAt;
    }
}

package dev.incidentkit.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds what alerts said into how an incident is handled. */
final class AlertFold {
    private AlertFold() {}

    static Handling signalled(Handling before, AlertEvent.Signalled event) {
        String key = event.key();
        AlertTally earlier = before.alerts().get(key);
        Instant at = event.meta().effectiveAt();
        boolean fires = event.state() == AlertState.FIRING;
        boolean changed = earlier != null && earlier.state() != event.state();
        boolean silenced = event.suppressedBy() != null;
        AlertTally tally = new AlertTally(
                key,
                event.state(),
                silenced,
                (earlier == null ? 0 : earlier.occurrences()) + (fires ? event.count() : 0),
                (earlier == null ? 0 : earlier.recoveries()) + (fires ? 0 : event.count()),
                (earlier == null ? 0 : earlier.suppressed()) + (silenced ? event.count() : 0),
                (earlier == null ? 0 : earlier.changes()) + (changed ? 1 : 0),
                earlier == null || event.firstAt().isBefore(earlier.firstAt()) ? event.firstAt() : earlier.firstAt(),
                earlier == null || event.lastAt().isAfter(earlier.lastAt()) ? event.lastAt() : earlier.lastAt(),
                at,
                changes(earlier == null ? List.of() : earlier.recentChanges(), changed ? at : null),
                earlier != null && earlier.flapping());
        return with(before, tally).due(DeadlineKind.ALERT_SUPPRESSED, key, event.suppressedUntil());
    }

    private static List<Instant> changes(List<Instant> before, @Nullable Instant change) {
        if (change == null) {
            return before;
        }
        List<Instant> all = new ArrayList<>(before);
        all.add(change);
        return all.size() > AlertTally.MOST_CHANGES ? all.subList(1, all.size()) : all;
    }

    private static Handling with(Handling before, AlertTally tally) {
        Map<String, AlertTally> alerts = new TreeMap<>(before.alerts());
        alerts.put(tally.key(), tally);
        return before.changed().alerts(alerts).build();
    }

    static Handling flapping(Handling before, AlertEvent.Flapping event) {
        AlertTally tally = before.alerts().get(event.key());
        return tally == null
                ? before
                : with(
                                before,
                                new AlertTallyBuilder()
                                        .from(tally)
                                        .flapping(true)
                                        .build())
                        .due(DeadlineKind.ALERT_QUIET, event.key(), event.quietAt());
    }

    /** What was timed is over: the condition was quiet for long enough, or its suppression ended. */
    static Handling passed(Handling before, ProcessEvent.DeadlinePassed event) {
        AlertTally tally = before.alerts().get(event.subject());
        if (tally == null) {
            return before.due(event.kind(), event.subject(), null);
        }
        AlertTallyBuilder changed = new AlertTallyBuilder().from(tally);
        AlertTally after =
                (event.kind() == DeadlineKind.ALERT_QUIET ? changed.flapping(false) : changed.silenced(false)).build();
        return with(before, after).due(event.kind(), event.subject(), null);
    }

    static Handling moved(Handling before, AlertEvent.TalliesMoved event, IncidentId self) {
        Map<String, AlertTally> alerts = new TreeMap<>(before.alerts());
        Handling after = before;
        for (AlertTally tally : event.tallies()) {
            if (event.to().equals(self)) {
                alerts.merge(tally.key(), settled(tally), AlertFold::sum);
            } else {
                alerts.remove(tally.key());
                after = after.due(DeadlineKind.ALERT_QUIET, tally.key(), null)
                        .due(DeadlineKind.ALERT_SUPPRESSED, tally.key(), null);
            }
        }
        return after.changed().alerts(alerts).build();
    }

    /** What timed the tally was of the other incident. Its changes are known, so one more shows whether it still flaps. */
    private static AlertTally settled(AlertTally tally) {
        return new AlertTallyBuilder()
                .from(tally)
                .flapping(false)
                .silenced(false)
                .build();
    }

    private static AlertTally sum(AlertTally one, AlertTally other) {
        AlertTally later = other.heardAt().isAfter(one.heardAt()) ? other : one;
        List<Instant> changes = new ArrayList<>(one.recentChanges());
        changes.addAll(other.recentChanges());
        changes.sort(null);
        return new AlertTallyBuilder()
                .from(later)
                .occurrences(one.occurrences() + other.occurrences())
                .recoveries(one.recoveries() + other.recoveries())
                .suppressed(one.suppressed() + other.suppressed())
                .changes(one.changes() + other.changes())
                .firstAt(one.firstAt().isBefore(other.firstAt()) ? one.firstAt() : other.firstAt())
                .lastAt(one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt())
                .recentChanges(changes.subList(Math.max(0, changes.size() - AlertTally.MOST_CHANGES), changes.size()))
                .build();
    }
}

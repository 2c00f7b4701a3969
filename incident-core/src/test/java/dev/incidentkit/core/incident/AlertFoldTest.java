package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What alerts said, folded exactly. */
class AlertFoldTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private static Instant minute(int minute) {
        return AT.plusSeconds(60L * minute);
    }

    private static EventMeta meta(int minute) {
        return EventMeta.at(minute(minute), Actor.bot("monitor"));
    }

    private static AlertEvent.Signalled signal(int minute, AlertState state, int count, @Nullable String suppressedBy) {
        return new AlertEvent.Signalled(
                meta(minute),
                "ping",
                state,
                count,
                minute(minute - 2),
                minute(minute - 1),
                suppressedBy,
                suppressedBy == null ? null : minute(minute + 60));
    }

    private static Handling signalled(AlertEvent.Signalled... events) {
        Handling handling = Handling.NONE;
        for (AlertEvent.Signalled event : events) {
            handling = AlertFold.signalled(handling, event);
        }
        return handling;
    }

    private static AlertTally tally(Handling handling) {
        return Objects.requireNonNull(handling.alerts().get("ping"));
    }

    @Test
    void occurrences_recoveries_and_changes_are_counted_apart() {
        AlertTally tally = tally(signalled(
                signal(2, AlertState.FIRING, 3, null),
                signal(5, AlertState.FIRING, 1, null),
                signal(7, AlertState.CLEARED, 2, null),
                signal(9, AlertState.FIRING, 1, null)));

        assertThat(tally.state()).isEqualTo(AlertState.FIRING);
        assertThat(tally.occurrences()).isEqualTo(5);
        assertThat(tally.recoveries()).isEqualTo(2);
        assertThat(tally.changes()).isEqualTo(2);
        assertThat(tally.recentChanges()).containsExactly(minute(7), minute(9));
        assertThat(tally.changesSince(minute(9))).isEqualTo(1);
        assertThat(tally.firstAt()).isEqualTo(minute(0));
        assertThat(tally.lastAt()).isEqualTo(minute(8));
        assertThat(tally.heardAt()).isEqualTo(minute(9));
        assertThat(tally.suppressed()).isZero();
    }

    @Test
    void the_first_and_last_instants_are_those_of_the_source_however_late_alerts_come() {
        AlertTally tally = tally(signalled(
                signal(20, AlertState.FIRING, 1, null),
                new AlertEvent.Signalled(meta(30), "ping", AlertState.FIRING, 1, minute(3), minute(4), null, null)));

        assertThat(tally.firstAt()).isEqualTo(minute(3));
        assertThat(tally.lastAt()).isEqualTo(minute(19));
        assertThat(tally.heardAt()).isEqualTo(minute(30));
    }

    @Test
    void what_is_suppressed_counts_and_is_silent_until_its_end() {
        Handling suppressed =
                signalled(signal(2, AlertState.FIRING, 1, null), signal(5, AlertState.FIRING, 4, "night work"));

        assertThat(tally(suppressed).suppressed()).isEqualTo(4);
        assertThat(tally(suppressed).occurrences()).isEqualTo(5);
        assertThat(tally(suppressed).isHeard()).isFalse();
        assertThat(suppressed.deadline(DeadlineKind.ALERT_SUPPRESSED, "ping").map(Deadline::dueAt))
                .contains(minute(65));
        Handling over = AlertFold.passed(
                suppressed,
                new ProcessEvent.DeadlinePassed(meta(65), DeadlineKind.ALERT_SUPPRESSED, "ping", minute(65)));
        assertThat(tally(over).isHeard()).isTrue();
        assertThat(over.deadline(DeadlineKind.ALERT_SUPPRESSED, "ping")).isEmpty();
    }

    @Test
    void flapping_lasts_until_the_quiet_is_over() {
        Handling flapping = AlertFold.flapping(
                signalled(signal(2, AlertState.FIRING, 1, null)),
                new AlertEvent.Flapping(meta(3), "ping", 5, minute(18)));

        assertThat(tally(flapping).flapping()).isTrue();
        assertThat(tally(AlertFold.signalled(flapping, signal(4, AlertState.CLEARED, 1, null)))
                        .flapping())
                .isTrue();
        assertThat(flapping.deadline(DeadlineKind.ALERT_QUIET, "ping").map(Deadline::dueAt))
                .contains(minute(18));
        Handling quiet = AlertFold.passed(
                flapping, new ProcessEvent.DeadlinePassed(meta(18), DeadlineKind.ALERT_QUIET, "ping", minute(18)));
        assertThat(tally(quiet).flapping()).isFalse();
    }

    @Test
    void what_is_said_of_a_key_that_nobody_signalled_changes_nothing() {
        assertThat(AlertFold.flapping(Handling.NONE, new AlertEvent.Flapping(meta(3), "none", 5, minute(18))))
                .isEqualTo(Handling.NONE);
        assertThat(AlertFold.passed(
                        Handling.NONE,
                        new ProcessEvent.DeadlinePassed(meta(3), DeadlineKind.ALERT_QUIET, "none", minute(3))))
                .isEqualTo(Handling.NONE);
    }

    @Test
    void the_latest_changes_are_remembered_and_no_more_than_so_many() {
        Handling handling = signalled(signal(0, AlertState.CLEARED, 1, null));
        int changes = AlertTally.MOST_CHANGES + 5;
        for (int i = 1; i <= changes; i++) {
            AlertState state = i % 2 == 0 ? AlertState.CLEARED : AlertState.FIRING;
            handling = AlertFold.signalled(handling, signal(i, state, 1, null));
        }

        assertThat(tally(handling).changes()).isEqualTo(changes);
        assertThat(tally(handling).recentChanges())
                .hasSize(AlertTally.MOST_CHANGES)
                .startsWith(minute(6))
                .endsWith(minute(changes));
    }

    @Test
    void tallies_that_move_add_up_and_leave_what_timed_them_behind() {
        Handling from = AlertFold.flapping(
                signalled(
                        signal(2, AlertState.FIRING, 3, null),
                        signal(4, AlertState.CLEARED, 1, null),
                        signal(6, AlertState.FIRING, 2, "night work")),
                new AlertEvent.Flapping(meta(6), "ping", 2, minute(21)));
        Handling into = signalled(signal(1, AlertState.FIRING, 1, null), signal(3, AlertState.CLEARED, 1, null));
        IncidentId one = new IncidentId("ONE");
        IncidentId other = new IncidentId("OTHER");
        AlertEvent.TalliesMoved moved = new AlertEvent.TalliesMoved(
                meta(7), one, other, List.copyOf(from.alerts().values()));

        Handling left = AlertFold.moved(from, moved, one);
        AlertTally sum = tally(AlertFold.moved(into, moved, other));

        assertThat(left.alerts()).isEmpty();
        assertThat(left.deadlines()).isEmpty();
        assertThat(sum.occurrences()).isEqualTo(6);
        assertThat(sum.recoveries()).isEqualTo(2);
        assertThat(sum.suppressed()).isEqualTo(2);
        assertThat(sum.changes()).isEqualTo(3);
        assertThat(sum.recentChanges()).containsExactly(minute(3), minute(4), minute(6));
        assertThat(sum.state()).isEqualTo(AlertState.FIRING);
        assertThat(sum.heardAt()).isEqualTo(minute(6));
        assertThat(sum.firstAt()).isEqualTo(minute(-1));
        assertThat(sum.isHeard()).isTrue();
    }
}

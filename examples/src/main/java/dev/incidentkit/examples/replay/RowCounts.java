package dev.incidentkit.examples.replay;

import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.examples.replay.LogForm.Column;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells from the rows of an incident, which stand together, what the columns of a log do not. */
final class RowCounts {
    private final LogForm form;
    private @Nullable AuditRow before;
    private boolean over;
    private int reassignments;
    private int reopenings;
    private int modifications;
    private @Nullable Instant resolvedAt;

    RowCounts(LogForm form) {
        this.form = form;
    }

    /** The row, with what was counted in the place of what its log does not have. */
    AuditRow complete(AuditRow row) {
        count(row);
        return new AuditRow(
                row.line(),
                row.number(),
                row.state(),
                form.lacks(Column.ACTIVE) ? form.phase(row.state()).orElse(Phase.NEW) != Phase.CLOSED : row.active(),
                form.lacks(Column.REASSIGNMENT_COUNT) ? reassignments : row.reassignments(),
                form.lacks(Column.REOPEN_COUNT) ? reopenings : row.reopenings(),
                form.lacks(Column.SYS_MOD_COUNT) ? modifications : row.modifications(),
                row.openedAt(),
                row.createdAt(),
                row.updatedAt(),
                row.channel(),
                row.category(),
                row.impact(),
                row.urgency(),
                row.priority(),
                row.group(),
                row.person(),
                row.closedCode(),
                form.lacks(Column.RESOLVED_AT) ? resolvedAt : row.resolvedAt(),
                row.closedAt());
    }

    private void count(AuditRow row) {
        AuditRow last = before;
        if (last == null || !last.number().equals(row.number())) {
            over = false;
            reassignments = 0;
            reopenings = 0;
            modifications = 0;
            resolvedAt = null;
        } else {
            modifications++;
            reassignments += isHandedOver(last, row) ? 1 : 0;
        }
        form.phase(row.state()).ifPresent(phase -> {
            boolean ended = !phase.isOpen();
            reopenings += over && !ended ? 1 : 0;
            over = ended;
            resolve(phase, row.updatedAt());
        });
        before = row;
    }

    /** It is resolved since the first of the rows on which it stands there without being open in between. */
    private void resolve(Phase phase, Instant at) {
        if (phase.isOpen()) {
            resolvedAt = null;
        } else if (resolvedAt == null && phase != Phase.CANCELLED) {
            resolvedAt = at;
        }
    }

    /** Whoever is the first to own an incident takes it from nobody. */
    private static boolean isHandedOver(AuditRow last, AuditRow row) {
        return isOwned(last)
                && isOwned(row)
                && !(Objects.equals(last.group(), row.group()) && Objects.equals(last.person(), row.person()));
    }

    private static boolean isOwned(AuditRow row) {
        return row.group() != null || row.person() != null;
    }
}

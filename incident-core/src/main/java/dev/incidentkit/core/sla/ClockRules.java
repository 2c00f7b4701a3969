package dev.incidentkit.core.sla;

import org.immutables.value.Value;

/**
 * The conventions that peers differ in, each a named choice. Build one with {@link #of()}, or {@code ClockRulesBuilder}.
 *
 * @param start from which instant it counts
 * @param upgrade what a more severe priority does to a running clock
 * @param downgrade what a less severe priority does to a running clock
 * @param earlierBreach how a breach from before a re-target is judged
 * @param reopen what reopening does to a clock that stopped
 * @param transfer what another group does to a running clock
 * @param attachedBreach whether people are told of a breach from before the clock came to apply
 * @param notices when people are told while the calendar is closed
 * @param detach what becomes of it when it no longer applies
 * @param end what ends it, beside its condition to stop
 * @param recurrence when it has more cycles
 */
@RecordBuilder
@Value.Builder
public record ClockRules(
        StartBasis start,
        RetargetRule upgrade,
        RetargetRule downgrade,
        EarlierBreach earlierBreach,
        ReopenRule reopen,
        TransferRule transfer,
        AttachedBreach attachedBreach,
        NoticeTime notices,
        DetachRule detach,
        ResolutionEnd end,
        Recurrence recurrence) {
    /**
     * The defaults: REPORTED, KEEP_ELAPSED both ways, STAYS_BREACHED, RESUME_EXCLUDING_RESOLVED, BY_KIND, SILENT,
     * IMMEDIATE, CANCEL, RESOLVED, ONCE.
     *
     * @return a builder that has them
     */
    public static ClockRulesBuilder of() {
        return new ClockRulesBuilder()
                .start(StartBasis.REPORTED)
                .upgrade(RetargetRule.KEEP_ELAPSED)
                .downgrade(RetargetRule.KEEP_ELAPSED)
                .earlierBreach(EarlierBreach.STAYS_BREACHED)
                .reopen(ReopenRule.RESUME_EXCLUDING_RESOLVED)
                .transfer(TransferRule.BY_KIND)
                .attachedBreach(AttachedBreach.SILENT)
                .notices(NoticeTime.IMMEDIATE)
                .detach(DetachRule.CANCEL)
                .end(ResolutionEnd.RESOLVED)
                .recurrence(Recurrence.ONCE);
    }

    /** These rules as they hold in a policy of a kind. */
    ClockRules in(SlaKind kind) {
        return new ClockRulesBuilder().from(this).transfer(transfer.of(kind)).build();
    }
}

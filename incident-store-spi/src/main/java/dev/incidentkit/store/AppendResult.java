package dev.incidentkit.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of an append.
 *
 * @param written whether it was written
 * @param earlier where it was not: the receipt of the same command, which was accepted before
 */
public record AppendResult(boolean written, @Nullable CommandReceipt earlier) {
    /** Everything was written. */
    public static final AppendResult WRITTEN = new AppendResult(true, null);

    /**
     * The same command was accepted before, and nothing was written.
     *
     * @param receipt what it answered
     * @return the result
     */
    public static AppendResult repeated(CommandReceipt receipt) {
        return new AppendResult(false, receipt);
    }
}

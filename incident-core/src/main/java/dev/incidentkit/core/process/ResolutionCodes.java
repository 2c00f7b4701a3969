package dev.incidentkit.core.process;

import java.util.Set;

/** Codes of resolutions that many processes share. */
public final class ResolutionCodes {
    /** Ways in which services are restored: back, over, off, mended, begun anew, exchanged. */
    public static final Set<String> COMMON =
            Set.of("ROLLBACK", "FAILOVER", "FEATURE_DISABLED", "PATCH", "RESTART", "REPLACEMENT");

    private ResolutionCodes() {}
}

package dev.incidentkit.core.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * Says who is on call. It is asked about the instant at which a step of an escalation is due, however late that is decided,
 * so it must answer about the past as it answered then. Implementations are pure and safe for use by several threads. One
 * that throws has whatever is decided then refused ({@code PORT_FAILED}), until it answers again.
 */
public interface OnCallSchedule {
    /**
     * Who is on call for a group.
     *
     * @param group the group
     * @param at the instant
     * @return the host's identifier of the person, or empty where nobody is
     */
    Optional<String> whoIsOnCall(String group, Instant at);

    /**
     * The version of the schedule: equal versions answer equally.
     *
     * @return a content hash, or a version that the host changes with the schedule
     */
    String version();

    /** {@return a schedule by which nobody is ever on call} */
    static OnCallSchedule nobody() {
        return Rotations.NOBODY;
    }
}

package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says who may do and read what. A desk asks it before anything is decided; what it denies is denied whatever a lifecycle
 * allows, and what it lets pass still has to pass the lifecycle. Implementations are pure and safe for use by several threads.
 * One that throws has the command refused ({@code PORT_FAILED}), and nothing read.
 */
public interface AccessPolicy {
    /**
     * Why an actor may not take an action.
     *
     * @param actor who asks
     * @param action what is asked for
     * @param incident the incident as it stands in the record; null for whatever begins one, and for alerts, which are taken
     *     before it is known to which incident they belong
     * @return what is said to the actor; empty where nothing is denied
     */
    Optional<String> denial(Actor actor, Action action, @Nullable Incident incident);

    /**
     * Whether somebody may read a personal text. One that is not shown reads as present but redacted.
     *
     * @param reader who reads
     * @param field what it is: a name of {@link dev.incidentkit.core.incident.RecordCommand.Redact#TEXTS}, or {@code
     *     attribute:} with the name of a personal attribute
     * @param event the event in which it stands
     * @param incident the incident as it stands in the record
     * @return true if it is shown
     */
    boolean shows(Actor reader, String field, IncidentEvent event, Incident incident);

    /**
     * The version of the rules: equal versions answer equally. It is recorded with what they let pass, but for those of
     * {@link #standard()} and {@link #unrestricted()}, which ask for nothing that is not on the record.
     *
     * @return a content hash, or a version that the host changes with the rules
     */
    String version();

    /** {@return the rules by which desks go unless they are given others: {@link RoleAccess#STANDARD}} */
    static AccessPolicy standard() {
        return RoleAccess.STANDARD;
    }

    /** {@return denies and hides nothing, for hosts that ask their own rules before they call} */
    static AccessPolicy unrestricted() {
        return Unrestricted.INSTANCE;
    }
}

package dev.incidentkit.examples.desk.account;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param name the name to sign in with
 * @param roles what its owner may act as; what that allows, the definition says
 */
public record User(String name, Set<Role> roles) {
    /** Copies the roles. */
    public User {
        roles = Set.copyOf(roles);
    }

    /**
     * Who acts. Somebody is the caller of what they reported themselves, and of nothing else: that is for the host to
     * tell, because the library does not know whose account is whose.
     *
     * @param incident the incident; null for one that is yet to be reported
     * @return the actor, as the record will name it
     */
    public Actor on(@Nullable Incident incident) {
        Set<Role> acting = new HashSet<>(roles);
        if (incident != null && !reported(incident)) {
            acting.remove(Role.CALLER);
        } else if (incident != null) {
            acting.add(Role.CALLER);
        }
        return new Actor(ActorKind.HUMAN, name, acting);
    }

    /** {@return who acts on several incidents at once: as nobody's caller} */
    public Actor onMany() {
        Set<Role> acting = new HashSet<>(roles);
        acting.remove(Role.CALLER);
        return new Actor(ActorKind.HUMAN, name, acting);
    }

    private boolean reported(Incident incident) {
        Reporter reporter = incident.reporter().orElse(null);
        return reporter != null
                && !reporter.name().isRedacted()
                && reporter.name().text().equals(name);
    }

    /** {@return whether this is somebody who works on incidents, and not only reports them} */
    public boolean isStaff() {
        return roles.stream().anyMatch(role -> !role.equals(Role.CALLER));
    }
}

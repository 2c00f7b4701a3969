package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a transition leads. The first branch whose guards are all content is taken.
 *
 * @param to the status after the transition; null where it stays the same
 * @param when the guards that must be content; none for a branch that is always open
 */
public record Branch(@Nullable Status to, List<Guard> when) {
    /** Copies the guards. */
    public Branch {
        when = List.copyOf(when);
    }

    Guard.Check[] checks() {
        return when.stream().map(Guard::check).toArray(Guard.Check[]::new);
    }

    CanonicalForm canonical() {
        return new CanonicalForm("branch/1")
                .list("to", to == null ? List.of() : List.of(to.name()))
                .list("when", when.stream().map(Guard::canonical).toList());
    }

    @Override
    public String toString() {
        return (to == null ? "same" : to.name()) + (when.isEmpty() ? "" : " when " + when);
    }
}

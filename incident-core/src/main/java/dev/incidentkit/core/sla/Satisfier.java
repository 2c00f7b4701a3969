package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which deeds satisfy a clock: by whom, what, and who could see it.
 *
 * @param kinds which kinds of actor count, at least one
 * @param acts what counts, at least one
 * @param visibilities which messages and notes count, by who may read them
 * @param audiences which messages count, by whom they are for; none means any
 */
public record Satisfier(
        Set<ActorKind> kinds, Set<SatisfyingAct> acts, Set<Visibility> visibilities, SortedSet<String> audiences) {
    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if nobody or nothing could satisfy it
     */
    public Satisfier {
        if (kinds.isEmpty() || acts.isEmpty()) {
            throw new IllegalArgumentException(
                    "A satisfier needs somebody and something, but has kinds " + kinds + " and acts " + acts);
        }
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        acts = Collections.unmodifiableSet(EnumSet.copyOf(acts));
        visibilities = visibilities.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(visibilities));
        audiences = Collections.unmodifiableSortedSet(new TreeSet<>(audiences));
    }

    /**
     * The default of RESPONSE: the first acknowledgement, start or customer-visible message of a person.
     *
     * @return the satisfier
     */
    public static Satisfier firstHumanAnswer() {
        return new Satisfier(
                EnumSet.of(ActorKind.HUMAN),
                EnumSet.of(SatisfyingAct.ACKNOWLEDGEMENT, SatisfyingAct.START, SatisfyingAct.MESSAGE),
                EnumSet.of(Visibility.PUBLIC, Visibility.CUSTOMER),
                Collections.emptySortedSet());
    }

    /**
     * The default of UPDATE: every customer-visible message, whoever sends it.
     *
     * @return the satisfier
     */
    public static Satisfier customerMessage() {
        return new Satisfier(
                EnumSet.allOf(ActorKind.class),
                EnumSet.of(SatisfyingAct.MESSAGE),
                EnumSet.of(Visibility.PUBLIC, Visibility.CUSTOMER),
                Collections.emptySortedSet());
    }

    /**
     * Every message to somebody, whoever sends it and whoever may read it.
     *
     * @param audiences whom the message is for, for example {@code regulator}
     * @return the satisfier
     */
    public static Satisfier messageTo(Collection<String> audiences) {
        return new Satisfier(
                EnumSet.allOf(ActorKind.class),
                EnumSet.of(SatisfyingAct.MESSAGE),
                EnumSet.allOf(Visibility.class),
                new TreeSet<>(audiences));
    }

    /** Every part in a stable order. */
    @Override
    public String toString() {
        return "Satisfier[" + kinds + " " + acts + " " + visibilities + " "
                + new CanonicalForm("audiences/1").list("names", audiences) + "]";
    }
}

package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is a major incident, and who says so. One that was accepted is never closed by itself and never takes a step because
 * its parent did; the lifecycle must guard its closure by a review. People and messages that it asks for are rules of staffing
 * and lines of the communication plan whose condition is {@link dev.incidentkit.core.incident.Fact.BuiltIn#MAJOR}.
 *
 * @param candidates which incidents are proposed by themselves, once; the first row that holds is named
 * @param deciders the roles of which one accepts, rejects or demotes, at least one
 * @param within how long that decision may take
 */
public record MajorPolicy(List<MajorCandidate> candidates, Set<Role> deciders, Allowance within) {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if nobody decides
     */
    public MajorPolicy {
        candidates = List.copyOf(candidates);
        deciders = Set.copyOf(deciders);
        if (deciders.isEmpty()) {
            throw new IllegalArgumentException("Somebody decides what is a major incident, but deciders is empty");
        }
    }

    /** The same text for equal policies on every machine. */
    @Override
    public String toString() {
        return "MajorPolicy[candidates=" + candidates + ", deciders="
                + deciders.stream().map(Role::name).sorted().collect(Collectors.joining(",", "[", "]")) + ", within="
                + within + "]";
    }
}

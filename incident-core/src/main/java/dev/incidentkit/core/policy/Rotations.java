package dev.incidentkit.core.policy;

import dev.incidentkit.core.internal.CanonicalForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A schedule of rotations. Of those for a group the first by which somebody is on call counts, so that a short one before a
 * long one stands in for it.
 *
 * @param rotations the rotations
 */
public record Rotations(List<Rotation> rotations) implements OnCallSchedule {
    static final Rotations NOBODY = new Rotations(List.of());

    /** Copies the list. */
    public Rotations {
        rotations = List.copyOf(rotations);
    }

    @Override
    public Optional<String> whoIsOnCall(String group, Instant at) {
        return rotations.stream()
                .filter(rotation -> rotation.group().equals(group))
                .flatMap(rotation -> rotation.at(at).stream())
                .findFirst();
    }

    @Override
    public String version() {
        return new CanonicalForm("rotations/1").list("rotations", rotations).hash();
    }
}

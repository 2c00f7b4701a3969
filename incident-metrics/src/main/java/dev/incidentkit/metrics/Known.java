package dev.incidentkit.metrics;

import dev.incidentkit.core.incident.Incident;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of a dimension that an outline is enough for, so that nothing else has to be folded for them. */
final class Known {
    private Known() {}

    /** At most one value. */
    record One(Function<Outline, @Nullable String> of) implements Function<Incident, List<String>> {
        @Override
        public List<String> apply(Incident incident) {
            String value = of.apply(Outline.of(incident));
            return value == null ? Dimension.NO_VALUE : List.of(value);
        }
    }

    /** Any number of values. */
    record Many(Function<Outline, List<String>> of) implements Function<Incident, List<String>> {
        @Override
        public List<String> apply(Incident incident) {
            return of.apply(Outline.of(incident));
        }
    }
}

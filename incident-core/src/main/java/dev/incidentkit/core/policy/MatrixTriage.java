package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.Optional;

/** The cells of a matrix as rules. Decisions are made beforehand, so that deciding is a look-up. */
final class MatrixTriage implements TriagePolicy {
    private final PriorityMatrix matrix;
    private final Decision<Priority>[] decisions;
    private final String version;

    @SuppressWarnings({"unchecked", "rawtypes"})
    MatrixTriage(PriorityMatrix matrix) {
        this.matrix = matrix;
        this.version = new CanonicalForm("matrix/1")
                .list("impacts", matrix.impacts().levels())
                .list("urgencies", matrix.urgencies().levels())
                .list("priorities", matrix.priorities().levels())
                .put("cells", matrix)
                .hash();
        this.decisions =
                new Decision[matrix.impacts().size() * matrix.urgencies().size()];
        for (Impact impact : matrix.impacts().levels()) {
            for (Urgency urgency : matrix.urgencies().levels()) {
                decisions[index(impact, urgency)] =
                        new Decision<>(matrix.at(impact, urgency), impact + " x " + urgency, version);
            }
        }
    }

    private int index(Impact impact, Urgency urgency) {
        return impact.rank() * matrix.urgencies().size() + urgency.rank();
    }

    @Override
    public Optional<Decision<Priority>> priority(Incident incident) {
        Impact impact = incident.impact().orElse(null);
        Urgency urgency = incident.urgency().orElse(null);
        if (impact == null || urgency == null) {
            return Optional.empty();
        }
        matrix.at(impact, urgency);
        return Optional.of(decisions[index(impact, urgency)]);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String toString() {
        return "matrix " + version;
    }
}

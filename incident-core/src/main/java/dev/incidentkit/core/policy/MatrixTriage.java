package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cells of a matrix as rules: what {@link TriagePolicy#matrix} makes. Decisions are made beforehand, so that deciding
 * is a look-up. Immutable.
 */
public final class MatrixTriage implements TriagePolicy {
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
                .list("cells", cells(matrix))
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

    private static List<Priority> cells(PriorityMatrix matrix) {
        List<Priority> cells = new ArrayList<>();
        for (Impact impact : matrix.impacts().levels()) {
            for (Urgency urgency : matrix.urgencies().levels()) {
                cells.add(matrix.at(impact, urgency));
            }
        }
        return cells;
    }

    /** {@return the matrix} */
    public PriorityMatrix matrix() {
        return matrix;
    }

    private int index(Impact impact, Urgency urgency) {
        return impact.rank() * matrix.urgencies().size() + urgency.rank();
    }

    @Override
    public Optional<Decision<Priority>> priority(Incident incident) {
        Impact impact = incident.impact().orElse(null);
        Urgency urgency = incident.urgency().orElse(null);
        // A level of a recorded history may be none of ours: it is kept, but no rule is about it.
        if (impact == null
                || urgency == null
                || !matrix.impacts().contains(impact)
                || !matrix.urgencies().contains(urgency)) {
            return Optional.empty();
        }
        return Optional.of(decisions[index(impact, urgency)]);
    }

    @Override
    public List<String> misfits(Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Priority> priorities) {
        List<String> misfits = new ArrayList<>();
        misfit(misfits, matrix.impacts(), impacts);
        misfit(misfits, matrix.urgencies(), urgencies);
        misfit(misfits, matrix.priorities(), priorities);
        return misfits;
    }

    private static void misfit(List<String> misfits, Scale<?> ofMatrix, Scale<?> ofDefinition) {
        if (!ofMatrix.levels().equals(ofDefinition.levels())) {
            misfits.add("the matrix is over " + ofMatrix + ", but the definition has " + ofDefinition);
        }
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

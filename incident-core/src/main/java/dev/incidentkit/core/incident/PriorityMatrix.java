package dev.incidentkit.core.incident;

import dev.incidentkit.core.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The priority of every combination of impact and urgency. A matrix with a hole cannot be built. Immutable; a look-up
 * is one array access and allocates nothing.
 */
public final class PriorityMatrix {
    private final Scale<Impact> impacts;
    private final Scale<Urgency> urgencies;
    private final Scale<Priority> priorities;
    private final Priority[] cells;

    private PriorityMatrix(Builder builder, Priority[] cells) {
        this.impacts = builder.impacts;
        this.urgencies = builder.urgencies;
        this.priorities = builder.priorities;
        this.cells = cells;
    }

    /**
     * The matrix that ITIL texts and ServiceNow's documentation show: three levels each, P1 to P5.
     *
     * @return HIGH x HIGH is P1, each step down one lower, LOW x LOW is P5
     */
    public static PriorityMatrix itil3x3() {
        return builder(Scale.IMPACT, Scale.URGENCY, Scale.PRIORITY)
                .row("HIGH", "P1", "P2", "P3")
                .row("MEDIUM", "P2", "P3", "P4")
                .row("LOW", "P3", "P4", "P5")
                .build();
    }

    /**
     * A symmetric matrix of five levels each, P1 to P5, with GLPI's default cells turned so that the most severe level
     * comes first.
     *
     * @return the matrix over the levels VERY_HIGH, HIGH, MEDIUM, LOW and VERY_LOW
     */
    public static PriorityMatrix matrix5x5() {
        String[] labels = {"VERY_HIGH", "HIGH", "MEDIUM", "LOW", "VERY_LOW"};
        return builder(
                        Scale.of("impact", Impact::new, labels),
                        Scale.of("urgency", Urgency::new, labels),
                        Scale.PRIORITY)
                .row("VERY_HIGH", "P1", "P1", "P2", "P3", "P4")
                .row("HIGH", "P1", "P2", "P2", "P3", "P4")
                .row("MEDIUM", "P2", "P2", "P3", "P4", "P4")
                .row("LOW", "P3", "P3", "P4", "P4", "P5")
                .row("VERY_LOW", "P4", "P4", "P4", "P5", "P5")
                .build();
    }

    /**
     * A matrix of three impacts (DEPARTMENT, SERVICE, PERSON) and four urgencies (CRITICAL, HIGH, MEDIUM, LOW), with
     * iTop's default cells. Its first row never gives P3.
     *
     * @return the matrix, P1 to P4
     */
    public static PriorityMatrix matrix3x4() {
        return builder(
                        Scale.of("impact", Impact::new, "DEPARTMENT", "SERVICE", "PERSON"),
                        Scale.of("urgency", Urgency::new, "CRITICAL", "HIGH", "MEDIUM", "LOW"),
                        Scale.of("priority", Priority::new, "P1", "P2", "P3", "P4"))
                .row("DEPARTMENT", "P1", "P1", "P2", "P4")
                .row("SERVICE", "P1", "P2", "P3", "P4")
                .row("PERSON", "P2", "P3", "P3", "P4")
                .build();
    }

    /**
     * Begins a matrix.
     *
     * @param impacts the rows
     * @param urgencies the columns
     * @param priorities what the cells may hold
     * @return a builder without cells
     */
    public static Builder builder(Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Priority> priorities) {
        return new Builder(impacts, urgencies, priorities);
    }

    /**
     * Begins a matrix with the cells of another, to change some.
     *
     * @param existing the matrix to begin with
     * @return a builder that has all its cells
     */
    public static Builder builder(PriorityMatrix existing) {
        Builder builder = new Builder(existing.impacts, existing.urgencies, existing.priorities);
        System.arraycopy(existing.cells, 0, builder.cells, 0, existing.cells.length);
        return builder;
    }

    /**
     * The priority of an impact and an urgency.
     *
     * @param impact a level of {@link #impacts()}
     * @param urgency a level of {@link #urgencies()}
     * @return the priority
     * @throws IllegalArgumentException if a level belongs to another scale
     */
    public Priority at(Impact impact, Urgency urgency) {
        int row = impact.rank();
        int column = urgency.rank();
        if (row >= impacts.size() || column >= urgencies.size() || !fits(impact, urgency)) {
            throw new IllegalArgumentException("The matrix has rows " + impacts + " and columns " + urgencies
                    + ", but was asked for " + impact + " x " + urgency);
        }
        return cells[row * urgencies.size() + column];
    }

    private boolean fits(Impact impact, Urgency urgency) {
        return impacts.at(impact.rank()).name().equals(impact.name())
                && urgencies.at(urgency.rank()).name().equals(urgency.name());
    }

    /** {@return the scale of the rows} */
    public Scale<Impact> impacts() {
        return impacts;
    }

    /** {@return the scale of the columns} */
    public Scale<Urgency> urgencies() {
        return urgencies;
    }

    /** {@return the scale of the cells} */
    public Scale<Priority> priorities() {
        return priorities;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriorityMatrix that
                && that.impacts.equals(impacts)
                && that.urgencies.equals(urgencies)
                && that.priorities.equals(priorities)
                && Arrays.equals(that.cells, cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(impacts, urgencies, priorities, Arrays.hashCode(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("impact \\ urgency ").append(urgencies.levels());
        for (Impact impact : impacts.levels()) {
            int from = impact.rank() * urgencies.size();
            text.append('\n').append(impact).append(' ');
            text.append(Arrays.asList(cells).subList(from, from + urgencies.size()));
        }
        return text.toString();
    }

    /** Collects the cells of a matrix. Not safe for use by several threads. */
    public static final class Builder {
        private final Scale<Impact> impacts;
        private final Scale<Urgency> urgencies;
        private final Scale<Priority> priorities;
        private final Priority[] cells;
        private final List<String> findings = new ArrayList<>();

        private Builder(Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Priority> priorities) {
            this.impacts = impacts;
            this.urgencies = urgencies;
            this.priorities = priorities;
            this.cells = new Priority[impacts.size() * urgencies.size()];
        }

        /**
         * Sets a whole row.
         *
         * @param impact the label of the row
         * @param labels a priority's label for each urgency, the most severe urgency first
         * @return this
         */
        public Builder row(String impact, String... labels) {
            if (labels.length != urgencies.size()) {
                findings.add("row " + impact + " must have " + urgencies.size() + " cells, one for each of "
                        + urgencies.levels() + ", but has " + labels.length);
                return this;
            }
            for (int column = 0; column < labels.length; column++) {
                cell(impact, urgencies.at(column).name(), labels[column]);
            }
            return this;
        }

        /**
         * Sets one cell.
         *
         * @param impact the label of the row
         * @param urgency the label of the column
         * @param priority the label of the priority
         * @return this
         */
        public Builder cell(String impact, String urgency, String priority) {
            boolean knownImpact = known(impacts, impact, impact, urgency);
            boolean knownUrgency = known(urgencies, urgency, impact, urgency);
            boolean knownPriority = known(priorities, priority, impact, urgency);
            if (knownImpact && knownUrgency && knownPriority) {
                int row = impacts.level(impact).rank();
                cells[row * urgencies.size() + urgencies.level(urgency).rank()] = priorities.level(priority);
            }
            return this;
        }

        private boolean known(Scale<?> scale, String label, String impact, String urgency) {
            if (scale.find(label).isPresent()) {
                return true;
            }
            findings.add("cell " + impact + " x " + urgency + ": '" + label + "' is no level of scale " + scale);
            return false;
        }

        /**
         * Makes the matrix.
         *
         * @return the matrix
         * @throws ConfigurationException if a label is unknown or a cell is missing; it names every one
         */
        public PriorityMatrix build() {
            Collection<String> all = new ArrayList<>(findings);
            for (int cell = 0; cell < cells.length; cell++) {
                if (cells[cell] == null) {
                    all.add("cell " + impacts.at(cell / urgencies.size()) + " x "
                            + urgencies.at(cell % urgencies.size()) + " is missing");
                }
            }
            if (!all.isEmpty()) {
                throw new ConfigurationException("matrix impact x urgency", List.copyOf(all));
            }
            return new PriorityMatrix(this, cells.clone());
        }
    }
}

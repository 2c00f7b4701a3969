package dev.incidentkit.core.policy;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A table of conditions, the first row that holds decides. Its content is its version. Immutable and safe for use by
 * several threads.
 *
 * @param <T> what rows select; its text enters the version and must be stable
 */
public final class ConditionTable<T> implements SelectionPolicy<T> {
    private final String name;
    private final List<Row<T>> rows;
    private final String version;

    /**
     * Makes a table.
     *
     * @param name its name, for findings
     * @param rows the rows in order
     */
    public ConditionTable(String name, List<Row<T>> rows) {
        this.name = Objects.requireNonNull(name, "name");
        this.rows = List.copyOf(rows);
        this.version = new CanonicalForm("condition-table/1")
                .put("name", name)
                .list("rows", this.rows)
                .hash();
    }

    /**
     * A row.
     *
     * @param id the identifier of the rule, 1 to 200 characters
     * @param when when it holds
     * @param outcome what it selects
     * @param <T> the kind of outcome
     */
    public record Row<T>(String id, Condition when, T outcome) {
        /**
         * Checks the identifier.
         *
         * @throws IllegalArgumentException if it is blank or too long
         */
        public Row {
            if (id.isBlank() || id.length() > 200) {
                throw new IllegalArgumentException(
                        "The identifier of a rule has 1 to 200 characters, but is '" + id + "'");
            }
        }
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return the rows in order} */
    public List<Row<T>> rows() {
        return rows;
    }

    @Override
    public Optional<Decision<T>> select(Incident incident) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = incident.facts();
        for (Row<T> row : rows) {
            if (row.when().holds(facts)) {
                return Optional.of(new Decision<>(row.outcome(), row.id(), version));
            }
        }
        return Optional.empty();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<String> misfits(Predicate<T> isKnown, ConditionProof proof) {
        List<String> misfits = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<ConditionProof.Verdict> verdicts = verdicts(proof);
        for (int i = 0; i < rows.size(); i++) {
            Row<T> row = rows.get(i);
            if (!ids.add(row.id())) {
                misfits.add(where(row) + "is there twice");
            }
            if (!isKnown.test(row.outcome())) {
                misfits.add(where(row) + "selects '" + row.outcome() + "', which the definition does not have");
            }
            if (i < verdicts.size() && verdicts.get(i) == ConditionProof.Verdict.IMPOSSIBLE) {
                misfits.add(where(row) + "never decides: where " + row.when()
                        + ", an earlier row does, or nothing can be so");
            }
        }
        return misfits;
    }

    @Override
    public List<String> unproven(ConditionProof proof) {
        List<ConditionProof.Verdict> verdicts = verdicts(proof);
        int last = verdicts.size() - 1;
        if (last < 0 || verdicts.get(last) != ConditionProof.Verdict.NOT_PROVABLE) {
            return List.of();
        }
        return List.of(where(rows.get(last))
                + "may never decide: its condition and those before it are too tangled to say"
                + (last + 1 < rows.size() ? ", and the rows after it were not looked at" : ""));
    }

    private String where(Row<T> row) {
        return "row '" + row.id() + "' of table '" + name + "' ";
    }

    /** Whether each row can decide. What is too tangled ends the list, so that a table is given up once and not per row. */
    private List<ConditionProof.Verdict> verdicts(ConditionProof proof) {
        List<ConditionProof.Verdict> verdicts = new ArrayList<>();
        List<Condition> earlier = new ArrayList<>();
        for (Row<T> row : rows) {
            Condition before = new Condition.AnyOf(earlier);
            verdicts.add(proof.judge(Condition.allOf(row.when(), Condition.not(before))));
            if (verdicts.get(verdicts.size() - 1) == ConditionProof.Verdict.NOT_PROVABLE) {
                break;
            }
            earlier.add(row.when());
        }
        return verdicts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConditionTable<?> that && that.version.equals(version);
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return "ConditionTable " + name + rows;
    }
}

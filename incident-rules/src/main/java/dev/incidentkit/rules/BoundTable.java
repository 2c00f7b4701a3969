package dev.incidentkit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compiled table over a host's own objects. Immutable and safe for use by several threads if its binder is.
 *
 * <p>{@link #decide(Object, Key)} with a reused key allocates nothing; {@link #decide(Object)} makes a key of some tens
 * of bytes each time.
 *
 * @param <F> the kind of facts
 */
public final class BoundTable<F> {
    private final CompiledTable table;
    private final Binder<F> binder;

    BoundTable(CompiledTable table, Binder<F> binder) {
        this.table = table;
        this.binder = binder;
    }

    /**
     * Binds a table column by column, in any order and checked by type. Convenient; each column costs a call that the
     * compiler cannot join with the others, and an object for a number, so that a table of a few columns takes about two
     * to four times as long as with one {@link Binder}.
     *
     * @param table the compiled table
     * @param <F> the kind of facts
     * @return a builder without functions
     */
    public static <F> Builder<F> over(CompiledTable table) {
        return new Builder<>(table);
    }

    /** {@return the table} */
    public CompiledTable table() {
        return table;
    }

    /**
     * Decides.
     *
     * @param facts the facts
     * @return the outcome of the rule that decides, or the defaults
     * @throws RuleEvaluationException if no rule decides; it carries the values themselves
     */
    public RuleOutcome decide(F facts) {
        return decide(facts, table.newKey());
    }

    /**
     * Decides and allocates nothing.
     *
     * @param facts the facts
     * @param key a key of this table, which is overwritten
     * @return the outcome of the rule that decides, or the defaults
     * @throws RuleEvaluationException if no rule decides; it carries the values themselves
     */
    public RuleOutcome decide(F facts, Key key) {
        binder.bind(facts, key.begin());
        int row = table.row(key);
        return row >= 0 ? table.outcome(row) : table.decide(key(facts));
    }

    /**
     * Decides, and does not throw where no rule does.
     *
     * @param facts the facts
     * @return the outcome of the rule that decides, or the defaults; empty where there is neither
     * @throws InputRefusedException if a column does not have its value
     * @throws HitPolicyViolatedException if the hit policy is violated
     */
    public Optional<RuleOutcome> find(F facts) {
        Key key = table.newKey();
        binder.bind(facts, key);
        int row = table.row(key);
        return row >= 0 ? Optional.of(table.outcome(row)) : table.fallback();
    }

    /**
     * Decides where the hit policy is of several hits.
     *
     * @param facts the facts
     * @return the outcomes of all matching rules, or the defaults, or none
     */
    public Hits decideAll(F facts) {
        Key key = table.newKey();
        binder.bind(facts, key);
        return table.decideAll(key);
    }

    /** A key that keeps the values, for messages. */
    private Key key(F facts) {
        Key key = new Key(table.ordinals(), true);
        binder.bind(facts, key);
        return key;
    }

    /**
     * Explains what the table answers.
     *
     * @param facts the facts
     * @return the explanation
     */
    public TableExplanation explain(F facts) {
        return table.explain(key(facts).values());
    }

    /**
     * A copy that reports what it decides.
     *
     * @param observer is told of every hit and every miss
     * @return the observed copy
     */
    public BoundTable<F> observedBy(TableProbe observer) {
        return new BoundTable<>(table.observedBy(observer), binder);
    }

    /**
     * The same functions for another table, for example one whose rules are tried out.
     *
     * @param other a table with the same input columns
     * @return the other table, bound as this one is
     * @throws IllegalArgumentException if its input columns are others
     */
    public BoundTable<F> with(CompiledTable other) {
        List<Input<?>> columns = other.table().schema().inputs();
        if (!columns.equals(table.table().schema().inputs())) {
            throw new IllegalArgumentException("The functions are for the columns "
                    + table.table().schema().inputs() + ", but table '"
                    + other.table().schema().name() + "' has " + columns);
        }
        return new BoundTable<>(other, binder);
    }

    /**
     * Collects a function for each column. Not safe for use by several threads.
     *
     * @param <F> the kind of facts
     */
    public static final class Builder<F> {
        private final CompiledTable table;
        private final @Nullable Function<? super F, ?>[] functions;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private Builder(CompiledTable table) {
            this.table = table;
            this.functions = new Function[table.table().schema().inputs().size()];
        }

        /**
         * Sets the function of a column.
         *
         * @param input the column
         * @param function gives the value of the facts, null where it is missing
         * @param <T> the Java type of the values
         * @return this
         * @throws IllegalArgumentException if the table has no such column
         */
        public <T> Builder<F> column(Input<T> input, Function<? super F, ? extends @Nullable T> function) {
            int index = table.table().schema().inputs().indexOf(input);
            if (index < 0) {
                throw new IllegalArgumentException("'" + input.name() + "' is none of the input columns "
                        + table.table().schema().inputs());
            }
            functions[index] = function;
            return this;
        }

        /**
         * Makes the bound table.
         *
         * @return the table over the facts
         * @throws IllegalStateException if a column has no function; it names every one
         */
        public BoundTable<F> build() {
            List<String> lacking = new ArrayList<>();
            List<Function<? super F, ?>> all = new ArrayList<>();
            for (int i = 0; i < functions.length; i++) {
                Function<? super F, ?> function = functions[i];
                if (function == null) {
                    lacking.add(table.table().schema().inputs().get(i).name());
                } else {
                    all.add(function);
                }
            }
            if (!lacking.isEmpty()) {
                throw new IllegalStateException("Each input column needs a function, but these have none: " + lacking);
            }
            List<Function<? super F, ?>> fixed = List.copyOf(all);
            return table.bind((facts, key) -> fixed.forEach(function -> key.put(function.apply(facts))));
        }
    }
}

package dev.incidentkit.rules;

import dev.incidentkit.rules.internal.Axis;
import dev.incidentkit.rules.internal.BoxTreeEngine;
import dev.incidentkit.rules.internal.DenseEngine;
import dev.incidentkit.rules.internal.Engine;
import dev.incidentkit.rules.internal.Engines;
import dev.incidentkit.rules.internal.ObservedEngine;
import dev.incidentkit.rules.internal.OrdinalTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in the form in which it decides fast. Inputs come as ordinals ({@link #at(int, int)}), through a reused
 * {@link Key}, from a host's own objects ({@link #bind}), or by name. Deciding by ordinals or a reused key allocates
 * nothing where the hit policy is of a single hit. Immutable and safe for use by several threads.
 *
 * <p>An ordinal is a level's rank, a constant's ordinal, 0 for false and 1 for true, a closed text's place; the missing
 * value of an optional column follows the last. Ordinals of other columns come from {@link #ordinal}.
 */
public final class CompiledTable {
    private final OrdinalTable ordinals;
    private final Engine engine;
    private final RuleOutcome[] outcomes;
    private final @Nullable RuleOutcome fallback;
    private final Hits @Nullable [] sets;
    private final int[] sizes;
    private final int arity;

    private CompiledTable(OrdinalTable ordinals, Engine engine) {
        this.ordinals = ordinals;
        this.engine = engine;
        RuleTable table = ordinals.table();
        this.outcomes = new RuleOutcome[table.rules().size()];
        Arrays.setAll(outcomes, row -> RuleOutcome.of(table, row));
        this.fallback = table.schema().hasDefaults() ? RuleOutcome.defaults(table) : null;
        this.sizes = ordinals.axes().stream().mapToInt(Axis::size).toArray();
        this.arity = table.schema().hitPolicy().isSingleHit() ? sizes.length : -1;
        this.sets = arity < 0 && engine instanceof DenseEngine dense ? prebuilt(dense) : null;
    }

    private Hits[] prebuilt(DenseEngine dense) {
        Hits[] hits = new Hits[dense.answers()];
        Arrays.setAll(hits, set -> hits(dense.rows(set)));
        return hits;
    }

    /**
     * Compiles a table to the back end that suits it.
     *
     * @param table the table
     * @return the compiled table
     * @throws RuleTableException if it is too large and too tangled for all of them
     */
    public static CompiledTable of(RuleTable table) {
        OrdinalTable ordinals = OrdinalTable.of(table);
        return new CompiledTable(ordinals, Engines.best(ordinals));
    }

    /**
     * Compiles a table to a back end of one's own choice.
     *
     * @param table the table
     * @param backEnd the back end
     * @return the compiled table
     * @throws RuleTableException if it does not fit that back end
     */
    public static CompiledTable of(RuleTable table, BackEnd backEnd) {
        OrdinalTable ordinals = OrdinalTable.of(table);
        return new CompiledTable(ordinals, Engines.of(ordinals, backEnd));
    }

    /**
     * A copy that reports what it decides. This one stays as it is and pays nothing.
     *
     * @param observer is told of every hit and every miss; must be safe for the threads that decide
     * @return the observed copy
     */
    public CompiledTable observedBy(TableProbe observer) {
        RuleTable table = table();
        IntConsumer told = row -> {
            if (row >= 0) {
                observer.hit(table, row);
            } else if (row == Engine.NONE) {
                observer.missed(table);
            }
        };
        return new CompiledTable(ordinals, new ObservedEngine(engine, told));
    }

    /** {@return the table} */
    public RuleTable table() {
        return ordinals.table();
    }

    /** {@return the content hash of the table} */
    public String hash() {
        return ordinals.table().hash();
    }

    /** {@return what the table was compiled to} */
    public BackEnd backEnd() {
        Engine plain = engine instanceof ObservedEngine observed ? observed.observed() : engine;
        if (plain instanceof DenseEngine) {
            return BackEnd.DENSE;
        }
        return plain instanceof BoxTreeEngine ? BackEnd.BOX_TREE : BackEnd.BITSET;
    }

    /** {@return about how many bytes the compiled form takes} */
    public long bytes() {
        Stream<Hits> hits = sets == null ? Stream.empty() : Stream.of(sets);
        return engine.bytes()
                + hits.mapToLong(set -> 48 + 4L * set.outcomes().size()).sum();
    }

    /** {@return an empty input, to be filled, used and reused by one thread} */
    public Key newKey() {
        return new Key(ordinals, false);
    }

    /**
     * The ordinal of a value.
     *
     * @param column the column's index from 0
     * @param value the value, or null if it is missing
     * @return the ordinal
     * @throws InputRefusedException if the column does not have the value
     */
    public int ordinal(int column, @Nullable Object value) {
        Axis axis = ordinals.axes().get(column);
        int clazz = axis.classOf(value);
        if (clazz == Axis.REFUSED) {
            throw new InputRefusedException(table(), axis.input(), value);
        }
        return clazz;
    }

    /**
     * Decides by the ordinal of the one column.
     *
     * @param a the ordinal
     * @return the outcome
     * @throws IndexOutOfBoundsException if there is no such ordinal
     * @throws RuleEvaluationException if no rule decides
     */
    public RuleOutcome at(int a) {
        if (arity != 1) {
            throw Refusals.unsuited(table().schema(), 1);
        }
        int row = engine.hit(index(0, a), 0, 0, 0, 0);
        return row >= 0 ? outcomes[row] : undecided(row, new int[] {a});
    }

    /**
     * Decides by the ordinals of two columns.
     *
     * @param a the first column's
     * @param b the second column's
     * @return the outcome
     * @throws IndexOutOfBoundsException if there is no such ordinal
     * @throws RuleEvaluationException if no rule decides
     */
    public RuleOutcome at(int a, int b) {
        if (arity != 2) {
            throw Refusals.unsuited(table().schema(), 2);
        }
        int row = engine.hit(index(0, a), index(1, b), 0, 0, 0);
        return row >= 0 ? outcomes[row] : undecided(row, new int[] {a, b});
    }

    /**
     * Decides by the ordinals of three columns.
     *
     * @param a the first column's
     * @param b the second column's
     * @param c the third column's
     * @return the outcome
     * @throws IndexOutOfBoundsException if there is no such ordinal
     * @throws RuleEvaluationException if no rule decides
     */
    public RuleOutcome at(int a, int b, int c) {
        if (arity != 3) {
            throw Refusals.unsuited(table().schema(), 3);
        }
        int row = engine.hit(index(0, a), index(1, b), index(2, c), 0, 0);
        return row >= 0 ? outcomes[row] : undecided(row, new int[] {a, b, c});
    }

    /**
     * Decides by the ordinals of four columns.
     *
     * @param a the first column's
     * @param b the second column's
     * @param c the third column's
     * @param d the fourth column's
     * @return the outcome
     * @throws IndexOutOfBoundsException if there is no such ordinal
     * @throws RuleEvaluationException if no rule decides
     */
    public RuleOutcome at(int a, int b, int c, int d) {
        if (arity != 4) {
            throw Refusals.unsuited(table().schema(), 4);
        }
        int row = engine.hit(index(0, a), index(1, b), index(2, c), index(3, d), 0);
        return row >= 0 ? outcomes[row] : undecided(row, new int[] {a, b, c, d});
    }

    /**
     * Decides by the ordinals of five columns.
     *
     * @param a the first column's
     * @param b the second column's
     * @param c the third column's
     * @param d the fourth column's
     * @param e the fifth column's
     * @return the outcome
     * @throws IndexOutOfBoundsException if there is no such ordinal
     * @throws RuleEvaluationException if no rule decides
     */
    public RuleOutcome at(int a, int b, int c, int d, int e) {
        if (arity != 5) {
            throw Refusals.unsuited(table().schema(), 5);
        }
        int row = engine.hit(index(0, a), index(1, b), index(2, c), index(3, d), (long) index(4, e) << 32);
        return row >= 0 ? outcomes[row] : undecided(row, new int[] {a, b, c, d, e});
    }

    private int index(int column, int ordinal) {
        return Objects.checkIndex(ordinal, sizes[column]);
    }

    private RuleOutcome undecided(int row, int[] classes) {
        Key key = newKey();
        for (int column = 0; column < classes.length; column++) {
            key.put(ordinals.axes().get(column).example(classes[column]));
        }
        return undecided(row, key);
    }

    /**
     * Decides.
     *
     * @param key an input with a value for each column
     * @return the outcome of the rule that decides, or the defaults
     * @throws RuleEvaluationException if no rule decides and there are no defaults, or the hit policy is violated
     * @throws IllegalStateException if the hit policy is of several hits, or values are lacking
     */
    public RuleOutcome decide(Key key) {
        int[] classes = classes(key);
        if (arity < 0) {
            throw Refusals.unsuited(table().schema(), classes.length);
        }
        int row = engine.hit(classes);
        return row >= 0 ? outcomes[row] : undecided(row, key);
    }

    /**
     * Decides, and does not throw where no rule does.
     *
     * @param key an input with a value for each column
     * @return the index of the rule that decides, or -1 where none matches, defaults apart
     * @throws HitPolicyViolatedException if the hit policy is violated
     * @throws IllegalStateException if the hit policy is of several hits, or values are lacking
     */
    public int row(Key key) {
        int[] classes = classes(key);
        if (arity < 0) {
            throw Refusals.unsuited(table().schema(), classes.length);
        }
        int row = engine.hit(classes);
        if (row == Engine.CONFLICT) {
            undecided(row, key);
        }
        return row;
    }

    /**
     * The outcome of a rule.
     *
     * @param row the rule's index in the table
     * @return its outputs
     * @throws IndexOutOfBoundsException if there is no such rule
     */
    public RuleOutcome outcome(int row) {
        return outcomes[row];
    }

    /** {@return the outcome where no rule matches, if the outputs have defaults} */
    public Optional<RuleOutcome> fallback() {
        return Optional.ofNullable(fallback);
    }

    @SuppressWarnings("ReferenceEquality") // ordinals are of one table object; its compiled copies share it
    private int[] classes(Key key) {
        if (key.table() != ordinals.table()) {
            throw Refusals.foreign(table(), key.table());
        }
        return key.complete();
    }

    private RuleOutcome undecided(int row, Key key) {
        if (row == Engine.CONFLICT) {
            throw Refusals.violated(ordinals, key);
        }
        if (fallback == null) {
            throw new NoRuleMatchedException(table(), key.texts());
        }
        return fallback;
    }

    /**
     * Decides where the hit policy is of several hits. The answer is prepared beforehand for the dense back end and made
     * anew for the others.
     *
     * @param key an input with a value for each column
     * @return the outcomes of all matching rules, or the defaults, or none
     * @throws IllegalStateException if values are lacking
     */
    public Hits decideAll(Key key) {
        int[] classes = classes(key);
        if (table().schema().hitPolicy().isSingleHit()) {
            return Hits.of(table().schema(), List.of(decide(key)));
        }
        if (sets != null) {
            return sets[((DenseEngine) engine).set(classes)];
        }
        return hits(engine.all(classes));
    }

    private Hits hits(int[] rows) {
        List<RuleOutcome> found = new ArrayList<>(rows.length);
        for (int row : rows) {
            found.add(outcomes[row]);
        }
        if (found.isEmpty() && fallback != null) {
            found.add(fallback);
        }
        return Hits.of(table().schema(), found);
    }

    /**
     * A key of values by name, which keeps the values for messages.
     *
     * @param values a value for each input column; one that is null or lacks is missing
     * @return the key
     * @throws InputRefusedException if a column does not have its value
     * @throws IllegalArgumentException if a name is none of the input columns
     */
    public Key key(Map<String, ? extends @Nullable Object> values) {
        for (String name : values.keySet()) {
            Refusals.checkInput(table().schema(), name);
        }
        Key key = new Key(ordinals, true);
        table().schema().inputs().forEach(input -> key.put(values.get(input.name())));
        return key;
    }

    /**
     * Decides over a host's own objects.
     *
     * @param binder puts a value for each input column, in their order
     * @param <F> the kind of facts
     * @return the table over those facts
     */
    public <F> BoundTable<F> bind(Binder<F> binder) {
        return new BoundTable<>(this, binder);
    }

    /**
     * Explains what the table answers: which rule, why the others not, and which came nearest. Slow and thorough.
     *
     * @param values a value for each input column; one that is null or lacks is missing
     * @return the explanation
     * @throws InputRefusedException if a column does not have its value
     * @throws IllegalArgumentException if a name is none of the input columns
     */
    public TableExplanation explain(Map<String, ? extends @Nullable Object> values) {
        return TableExplanation.of(table(), key(values).values());
    }

    /** The ordinal form, for what stands beside it in this package. */
    OrdinalTable ordinals() {
        return ordinals;
    }

    @Override
    public String toString() {
        return table() + " as " + backEnd();
    }
}

package dev.incidentkit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a table and what it answers when several rules match. Declared in Java, so that no file can invent a
 * column. Immutable.
 *
 * <pre>{@code
 * Input<Severity> severity = Input.scale("severity", Scale.SEVERITY);
 * Input<String> category = Input.text("category");
 * Output<String> team = Output.text("team");
 *
 * RuleSchema schema = RuleSchema.named("routing").in(severity).in(category).out(team)
 *         .hitPolicy(HitPolicy.FIRST).complete().build();
 * RuleTable routing = schema.builder()
 *         .rule("R1").when(severity.is(Severity.SEV1)).then("MAJOR")
 *         .rule("R2").when(category.in("database", "network")).then("OPS")
 *         .rule("R9").otherwise("L1")
 *         .build();
 * }</pre>
 */
public final class RuleSchema {
    /** The largest number of columns, of conditions and outcomes together. */
    public static final int MAX_COLUMNS = 64;

    private final String name;
    private final List<Input<?>> inputs;
    private final List<Output<?>> outputs;
    private final HitPolicy hitPolicy;
    private final boolean complete;

    private RuleSchema(Builder builder) {
        this.name = builder.name;
        this.inputs = List.copyOf(builder.inputs);
        this.outputs = List.copyOf(builder.outputs);
        this.hitPolicy = builder.hitPolicy;
        this.complete = builder.complete;
    }

    /**
     * Begins a schema.
     *
     * @param name the name of the table, 1 to 60 characters
     * @return a builder without columns, of hit policy {@link HitPolicy#UNIQUE}
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * Begins a schema with all of another, to change some of it.
     *
     * @param existing the schema to begin with
     * @return a builder that has all its columns
     */
    @SuppressWarnings("AmbiguousMethodReference") // builder(existing) is this library's word for a changed copy
    public static Builder builder(RuleSchema existing) {
        Builder builder = new Builder(existing.name);
        builder.inputs.addAll(existing.inputs);
        builder.outputs.addAll(existing.outputs);
        builder.hitPolicy = existing.hitPolicy;
        builder.complete = existing.complete;
        return builder;
    }

    /**
     * Begins a table of this schema.
     *
     * @return a builder without rules
     */
    @SuppressWarnings("AmbiguousMethodReference") // begins a table, while the static method begins a schema
    public RuleTable.Builder builder() {
        return new RuleTable.Builder(this);
    }

    /** {@return the name of the table} */
    public String name() {
        return name;
    }

    /** {@return the columns of conditions, at least one} */
    public List<Input<?>> inputs() {
        return inputs;
    }

    /** {@return the columns of outcomes, at least one} */
    public List<Output<?>> outputs() {
        return outputs;
    }

    /** {@return what the table answers when several rules match} */
    public HitPolicy hitPolicy() {
        return hitPolicy;
    }

    /** {@return whether every input must have a rule, so that a gap is an error} */
    public boolean isComplete() {
        return complete;
    }

    /** {@return whether the outputs have defaults, so that there is an answer where no rule matches} */
    public boolean hasDefaults() {
        return outputs.get(0).defaultValue() != null;
    }

    /**
     * The place of an input column.
     *
     * @param column the column's name
     * @return its index from 0, or -1 if there is no such column
     */
    public int inputIndex(String column) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The place of an output column.
     *
     * @param column the column's name
     * @return its index from 0, or -1 if there is no such column
     */
    public int outputIndex(String column) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * An input column by name.
     *
     * @param column the column's name
     * @return the column, or empty
     */
    public Optional<Input<?>> input(String column) {
        int index = inputIndex(column);
        return index < 0 ? Optional.empty() : Optional.of(inputs.get(index));
    }

    /**
     * An output column by name.
     *
     * @param column the column's name
     * @return the column, or empty
     */
    public Optional<Output<?>> output(String column) {
        int index = outputIndex(column);
        return index < 0 ? Optional.empty() : Optional.of(outputs.get(index));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSchema that
                && that.name.equals(name)
                && that.inputs.equals(inputs)
                && that.outputs.equals(outputs)
                && that.hitPolicy == hitPolicy
                && that.complete == complete;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + inputs.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + hitPolicy + "): " + inputs + " -> " + outputs;
    }

    /** Collects the columns of a schema. Not safe for use by several threads. */
    public static final class Builder {
        private final String name;
        private final List<Input<?>> inputs = new ArrayList<>();
        private final List<Output<?>> outputs = new ArrayList<>();
        private HitPolicy hitPolicy = HitPolicy.UNIQUE;
        private boolean complete;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a column of conditions.
         *
         * @param column the column
         * @return this
         */
        public Builder in(Input<?> column) {
            inputs.add(column);
            return this;
        }

        /**
         * Adds a column of outcomes.
         *
         * @param column the column
         * @return this
         */
        public Builder out(Output<?> column) {
            outputs.add(column);
            return this;
        }

        /**
         * Sets what the table answers when several rules match.
         *
         * @param policy the hit policy
         * @return this
         */
        public Builder hitPolicy(HitPolicy policy) {
            this.hitPolicy = policy;
            return this;
        }

        /**
         * Demands a rule for every input.
         *
         * @return this
         */
        public Builder complete() {
            this.complete = true;
            return this;
        }

        /**
         * Makes the schema.
         *
         * @return the schema
         * @throws RuleTableException with all that is wrong
         */
        public RuleSchema build() {
            List<RuleFinding> faults = SchemaChecks.faults(name, inputs, outputs, hitPolicy);
            if (!faults.isEmpty()) {
                throw new RuleTableException("schema '" + name + "'", faults);
            }
            return new RuleSchema(this);
        }
    }
}

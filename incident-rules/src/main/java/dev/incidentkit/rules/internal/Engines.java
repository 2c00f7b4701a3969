package dev.incidentkit.rules.internal;

import dev.incidentkit.rules.BackEnd;
import dev.incidentkit.rules.RuleCode;
import dev.incidentkit.rules.RuleFinding;
import dev.incidentkit.rules.RuleTableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses and builds the engine of a table. */
public final class Engines {
    /** Up to so many rules bits in four words beat a tree. */
    static final int FEW_RULES = 256;

    /** Past so many rules bits are not built only to be compared with a tree. */
    static final int MANY_RULES = 4_096;

    /** Up to so many words looked at bits beat a tree. */
    static final int FEW_WORDS = 3;

    private Engines() {}

    /**
     * Builds the fastest engine that the table allows: dense if its product of classes fits; bits for few rules; of more
     * rules a tree if it stays in its budget, unless inputs find their rule within the first words of the bits; else
     * bits.
     *
     * @param table the table
     * @return the engine
     * @throws RuleTableException if the table is too large and too tangled for all of them
     */
    public static Engine best(OrdinalTable table) {
        Reduction reduced = Reduction.of(table);
        Engine engine = DenseEngine.of(reduced);
        if (engine == null && reduced.rules() <= FEW_RULES) {
            engine = BitsetEngine.of(reduced);
        }
        return built(engine == null ? ofMany(reduced) : engine, table, "no back end");
    }

    private static @Nullable Engine ofMany(Reduction reduced) {
        BoxTreeEngine tree = BoxTreeEngine.of(reduced);
        if (tree != null && (reduced.rules() > MANY_RULES || reduced.mode() != Reduction.Mode.FIRST)) {
            return tree;
        }
        BitsetEngine bits = BitsetEngine.of(reduced);
        return tree == null || (bits != null && bits.meanWords() <= FEW_WORDS) ? bits : tree;
    }

    /**
     * Builds an engine of a kind.
     *
     * @param table the table
     * @param kind the kind
     * @return the engine
     * @throws RuleTableException if the table does not fit
     */
    public static Engine of(OrdinalTable table, BackEnd kind) {
        Reduction reduced = Reduction.of(table);
        return built(
                switch (kind) {
                    case DENSE -> DenseEngine.of(reduced);
                    case BITSET -> BitsetEngine.of(reduced);
                    case BOX_TREE -> BoxTreeEngine.of(reduced);
                },
                table,
                "not the back end " + kind);
    }

    private static Engine built(@Nullable Engine engine, OrdinalTable table, String what) {
        if (engine == null) {
            String name = table.table().schema().name();
            throw new RuleTableException(
                    "table '" + name + "'",
                    List.of(new RuleFinding(
                            RuleCode.TOO_LARGE,
                            name,
                            null,
                            null,
                            null,
                            what + " holds its " + table.rows() + " rules over " + table.columns()
                                    + " columns in bounds; split it, for example by its most selective column")));
        }
        return engine;
    }
}

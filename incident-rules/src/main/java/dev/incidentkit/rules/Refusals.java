package dev.incidentkit.rules;

import dev.incidentkit.rules.internal.OrdinalTable;
import java.util.ArrayList;
import java.util.List;

/** What a compiled table says when it is asked in a way that it cannot answer. */
final class Refusals {
    private Refusals() {}

    /** The table was asked for one outcome of several, or with another number of ordinals than it has columns. */
    static RuntimeException unsuited(RuleSchema schema, int came) {
        if (!schema.hitPolicy().isSingleHit()) {
            return new IllegalStateException("Table '" + schema.name() + "' is " + schema.hitPolicy()
                    + " and may have several hits: ask with decideAll");
        }
        return new IllegalArgumentException("Table '" + schema.name() + "' has the input columns " + schema.inputs()
                + ", but " + came + " ordinals came");
    }

    /** The rules that match break the hit policy. */
    static HitPolicyViolatedException violated(OrdinalTable ordinals, Key key) {
        List<String> rules = new ArrayList<>();
        for (int row = 0; row < ordinals.rows(); row++) {
            if (ordinals.matches(row, key.complete())) {
                rules.add(ordinals.table().rules().get(row).id());
            }
        }
        return new HitPolicyViolatedException(ordinals.table(), rules, key.texts());
    }

    /** The key's ordinals are those of another compiled table, be it only of the same table read again. */
    static IllegalArgumentException foreign(RuleTable table, RuleTable ofKey) {
        if (table.hash().equals(ofKey.hash())) {
            return new IllegalArgumentException(
                    "Table '" + table.schema().name() + "' was given a key of another"
                            + " compilation of it; a key is of one compiled table, so make a new one after a table is reloaded");
        }
        return new IllegalArgumentException("Table '" + table.schema().name() + "' of version " + table.hash()
                + " was given a key of '" + ofKey.schema().name() + "' of version " + ofKey.hash());
    }

    /** Refuses a name that is none of the input columns. */
    static void checkInput(RuleSchema schema, String name) {
        if (schema.inputIndex(name) < 0) {
            throw new IllegalArgumentException("'" + name + "' is none of the input columns " + schema.inputs()
                    + " of table '" + schema.name() + "'");
        }
    }
}

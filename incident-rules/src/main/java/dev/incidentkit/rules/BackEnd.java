package dev.incidentkit.rules;

/** The forms a table is compiled to. All give the same answers; which is fastest depends on the table. */
public enum BackEnd {
    /** Every combination of classes in one array: fastest, for tables whose product of classes is small. */
    DENSE,
    /** For each column and class the bits of its rules: for few hundred rules, and for rules that overlap much. */
    BITSET,
    /** A tree over the columns' classes: for thousands of rules that are mostly disjoint. */
    BOX_TREE
}

package dev.incidentkit.rules.config;

import java.util.Locale;

/**
 * What can be wrong with the files of a definition. The code that a person sees, {@code CONFIG-202}, never changes its
 * meaning: 0xx the file, 1xx the shape, 2xx a value, 3xx the definition as a whole. Findings in tables keep their own
 * codes, {@code RULES-...}.
 */
public enum DefinitionCode {
    /** A file cannot be read, or is not UTF-8. */
    UNREADABLE(1),
    /** A limit of {@link DefinitionLimits} is exceeded. */
    LIMIT(2),
    /** A file is not YAML. */
    SYNTAX(3),
    /** A value has a tag: what a value is, the place says where it stands. */
    TAG(4),
    /** A file lies outside of the root, or its name is none. */
    FILE_REFUSED(5),
    /** A file extends itself, directly or by way of others. */
    FILE_CYCLE(6),
    /** A key that is not known there. */
    KEY_UNKNOWN(101),
    /** A key stands twice in one mapping. */
    KEY_REPEATED(102),
    /** A key that must be there is missing. */
    KEY_MISSING(103),
    /** A mapping, a list or a single value stands where another of these is expected. */
    SHAPE(104),
    /** A value that cannot be what is expected. */
    VALUE(201),
    /** A name that nothing has: of a level, a calendar, a guard, an attribute, a status, a policy. */
    NAME_UNKNOWN(202),
    /** A name that is given twice. */
    NAME_REPEATED(203),
    /** The parts contradict each other. */
    CONTRADICTION(301),
    /** The lifecycle is possible, but most likely not meant. */
    LIFECYCLE(302),
    /** A service level is possible, but most likely not meant. */
    SLA(303),
    /** Conditions of procedures are too tangled to prove whether a part ever counts. */
    NOT_PROVABLE(304);

    private final int number;

    DefinitionCode(int number) {
        this.number = number;
    }

    /** {@return the code as it is printed, for example {@code CONFIG-202}} */
    public String id() {
        return String.format(Locale.ROOT, "CONFIG-%03d", number);
    }
}

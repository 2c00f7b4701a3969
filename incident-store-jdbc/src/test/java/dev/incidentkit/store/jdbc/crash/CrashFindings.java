package dev.incidentkit.store.jdbc.crash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a checker found and counted. */
final class CrashFindings {
    /** Kinds of faults. */
    enum Fault {
        ACCEPTED_BUT_MISSING,
        PRESENT_TWICE,
        REFUSED_BUT_PRESENT,
        NEVER_SENT,
        IN_ANOTHER_INCIDENT,
        CLIENT_SAW_A_FAULT,
        VERSION_GAP,
        CHAIN_BROKEN,
        THRESHOLD_MISSING,
        THRESHOLD_TWICE,
        THRESHOLD_AT_A_WRONG_INSTANT,
        MESSAGE_LEFT,
        MESSAGE_MISSING,
        MESSAGE_OF_NOTHING,
        MESSAGE_OUT_OF_ORDER,
        DERIVED_DIFFERS
    }

    private final Map<Fault, List<String>> faults = new EnumMap<>(Fault.class);
    private final Map<String, Long> counts = new TreeMap<>();

    void fault(Fault fault, String what) {
        faults.computeIfAbsent(fault, none -> new ArrayList<>()).add(what);
    }

    void count(String what, long number) {
        counts.merge(what, number, Long::sum);
    }

    Map<Fault, List<String>> faults() {
        return faults;
    }

    Map<String, Long> counts() {
        return counts;
    }
}

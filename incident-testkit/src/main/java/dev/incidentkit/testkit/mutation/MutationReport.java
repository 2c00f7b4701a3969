package dev.incidentkit.testkit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tests noticed of planted faults. Immutable.
 *
 * @param subject the name of the definition or table
 * @param kills what was noticed, and by what first
 * @param survivors what no test noticed
 * @param equivalent what no test can notice, which is proven
 */
public record MutationReport(String subject, List<Kill> kills, List<Survivor> survivors, List<String> equivalent) {
    /** Copies the lists. */
    public MutationReport {
        kills = List.copyOf(kills);
        survivors = List.copyOf(survivors);
        equivalent = List.copyOf(equivalent);
    }

    /**
     * A mutant that was noticed.
     *
     * @param mutant its name
     * @param by the first scenario or case that failed for it
     */
    public record Kill(String mutant, String by) {}

    /**
     * A mutant that no test noticed.
     *
     * @param mutant its name
     * @param killer the smallest course of events, or the input, that would show it; empty where none was found
     */
    public record Survivor(String mutant, Optional<Killer> killer) {}

    /**
     * Fails if a mutant was not noticed.
     *
     * @param explained names of mutants that need not be noticed, each with its reason beside it in the test; a {@code *}
     *     at the end stands for any ending
     * @return this
     * @throws AssertionError with every other survivor, and with every explanation that explains nothing any more
     */
    public MutationReport assertAllNoticed(String... explained) {
        List<String> findings = new ArrayList<>();
        for (Survivor survivor : survivors) {
            boolean known = List.of(explained).stream().anyMatch(name -> matches(name, survivor.mutant()));
            if (!known) {
                findings.add("no test notices " + line(survivor));
            }
        }
        for (String name : explained) {
            if (survivors.stream().noneMatch(survivor -> matches(name, survivor.mutant()))) {
                findings.add("'" + name + "' explains nothing: no such mutant survives");
            }
        }
        return assertNone(findings);
    }

    /**
     * Fails if a mutant was not noticed that a file does not explain.
     *
     * @param explanations the file with the reasons
     * @return this
     * @throws AssertionError with every other survivor, and with every line about this subject alone that explains nothing
     *     any more
     */
    public MutationReport assertAllNoticed(Explanations explanations) {
        List<String> findings = new ArrayList<>();
        for (Survivor survivor : survivors) {
            if (!explanations.explains(this, survivor.mutant())) {
                findings.add("no test notices " + line(survivor));
            }
        }
        findings.addAll(explanations.idle(this));
        return assertNone(findings);
    }

    private MutationReport assertNone(List<String> findings) {
        if (!findings.isEmpty()) {
            throw new AssertionError(
                    "mutation of '" + subject + "': " + summary() + "\n" + String.join("\n", findings));
        }
        return this;
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }

    private static String line(Survivor survivor) {
        return survivor.mutant()
                + survivor.killer()
                        .map(killer -> "\n    a test of this would: " + killer)
                        .orElse("\n    no course of events was found that shows it");
    }

    /** {@return the numbers in one line} */
    public String summary() {
        return kills.size() + " noticed, " + survivors.size() + " not, " + equivalent.size() + " proven equivalent";
    }

    /** {@return the numbers, then a paragraph for each survivor} */
    public String text() {
        StringBuilder text =
                new StringBuilder("mutation of '").append(subject).append("': ").append(summary());
        survivors.forEach(survivor -> text.append("\n  ").append(line(survivor)));
        return text.append('\n').toString();
    }
}

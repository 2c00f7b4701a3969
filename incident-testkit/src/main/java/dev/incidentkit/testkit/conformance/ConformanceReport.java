package dev.incidentkit.testkit.conformance;

import java.util.List;

/**
 * What a host's code does otherwise. Immutable.
 *
 * @param asked how many questions were answered
 * @param skipped what the host does not have, so that it was not asked
 * @param differences each answer that differs, with the question, what was expected and why
 */
public record ConformanceReport(int asked, List<String> skipped, List<String> differences) {
    private static final int SHOWN = 20;
    private static final int SKIPPED = 5;

    /** Copies the lists. */
    public ConformanceReport {
        skipped = List.copyOf(skipped);
        differences = List.copyOf(differences);
    }

    /**
     * Fails if there is a difference, or if nothing was asked at all.
     *
     * @return this
     * @throws AssertionError with the first differences and how many there are
     */
    public ConformanceReport assertConforms() {
        if (asked == 0) {
            throw new AssertionError("nothing could be asked; the host does not have: " + skipped);
        }
        if (!differences.isEmpty()) {
            throw new AssertionError(text());
        }
        return this;
    }

    /** {@return the numbers, then the first differences} */
    public String text() {
        StringBuilder text =
                new StringBuilder("asked ").append(asked).append(", different ").append(differences.size());
        if (!skipped.isEmpty()) {
            text.append(", skipped ").append(skipped.subList(0, Math.min(SKIPPED, skipped.size())));
        }
        if (skipped.size() > SKIPPED) {
            text.append(" and ").append(skipped.size() - SKIPPED).append(" more");
        }
        differences.stream().limit(SHOWN).forEach(one -> text.append("\n  ").append(one));
        if (differences.size() > SHOWN) {
            text.append("\n  and ").append(differences.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}

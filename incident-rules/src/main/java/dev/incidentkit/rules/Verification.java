package dev.incidentkit.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found out about a table. Exact: what is not reported is not there, except for what is {@link
 * FindingLevel#UNKNOWN}, which is said. Immutable data.
 *
 * @param table the name of the table
 * @param hash the hash of the table that was looked at
 * @param findings what was found, the worst first; one for each defect
 * @param omitted how many more findings of a code there are than are listed; only codes with some
 */
public record Verification(String table, String hash, List<ProofFinding> findings, Map<ProofCode, Long> omitted) {
    /** Copies the collections. */
    public Verification {
        findings = List.copyOf(findings);
        omitted = Map.copyOf(omitted);
    }

    /** {@return whether there is no error, and every question was answered} */
    public boolean isSound() {
        return findings.stream()
                .noneMatch(finding -> finding.level() == FindingLevel.ERROR || finding.level() == FindingLevel.UNKNOWN);
    }

    /** {@return whether every question was answered} */
    public boolean isExact() {
        return findings.stream().noneMatch(finding -> finding.level() == FindingLevel.UNKNOWN);
    }

    /**
     * The findings of a code.
     *
     * @param code the code
     * @return those that are listed
     */
    public List<ProofFinding> of(ProofCode code) {
        return findings.stream().filter(finding -> finding.code() == code).toList();
    }

    /**
     * How many findings of a code there are.
     *
     * @param code the code
     * @return the number, with those that are not listed
     */
    public long count(ProofCode code) {
        return of(code).size() + omitted.getOrDefault(code, 0L);
    }

    /** {@return a page for people: a summary, then a paragraph for each finding} */
    @Override
    public String toString() {
        Map<FindingLevel, Long> byLevel = findings.stream()
                .collect(Collectors.groupingBy(
                        ProofFinding::level, () -> new EnumMap<>(FindingLevel.class), Collectors.counting()));
        omitted.forEach((code, more) ->
                of(code).stream().findFirst().ifPresent(listed -> byLevel.merge(listed.level(), more, Long::sum)));
        StringBuilder page = new StringBuilder("table ").append(table).append(": ");
        page.append(findings.isEmpty() ? "nothing to report" : summary(byLevel));
        for (ProofFinding finding : findings) {
            page.append("\n\n")
                    .append(finding.level())
                    .append(' ')
                    .append(finding.code().id());
            page.append("  ").append(finding.message());
            if (!finding.suggestion().isEmpty()) {
                page.append("\n    -> ").append(finding.suggestion());
            }
        }
        byCode().forEach((code, more) ->
                page.append("\n\n... and ").append(more).append(" more of ").append(code.id()));
        return page.toString();
    }

    private Map<ProofCode, Long> byCode() {
        Map<ProofCode, Long> sorted = new EnumMap<>(ProofCode.class);
        sorted.putAll(omitted);
        return sorted;
    }

    private static String summary(Map<FindingLevel, Long> byLevel) {
        return byLevel.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()) + (entry.getValue() == 1 ? "" : "s"))
                .collect(Collectors.joining(", "));
    }

    private static String word(FindingLevel level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case UNKNOWN -> "open question";
            case INFO -> "remark";
        };
    }
}

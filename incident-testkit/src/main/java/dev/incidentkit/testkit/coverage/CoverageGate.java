package dev.incidentkit.testkit.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Collects what the classes of one run ask for, and checks it when the run ends. */
final class CoverageGate implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CoverageGate.class.getName());
    private static final int SHOWN = 40;

    /** What a class reached and asked for. */
    private record Demand(String name, CoverageResult result, RuleCoverage asked) {}

    private final CoverageFiles files;
    private final boolean checks;
    private final Queue<Demand> demands = new ConcurrentLinkedQueue<>();

    CoverageGate(CoverageFiles files, boolean checks) {
        this.files = files;
        this.checks = checks;
    }

    void end(String name, CoverageResult result, RuleCoverage asked) {
        files.write(name, result);
        demands.add(new Demand(name, result, asked));
    }

    /**
     * Ends the run.
     *
     * @throws AssertionError with every class whose minimum was not reached
     */
    @Override
    public void close() {
        if (!checks || demands.isEmpty()) {
            return;
        }
        Map<CoverageItem, Long> hits = files.hits();
        CoverageResult all = new CoverageResult(List.of(), Map.of());
        List<String> findings = new ArrayList<>();
        for (Demand demand : demands) {
            CoverageResult joined = CoverageResult.of(demand.result().sheets(), hits);
            all = all.with(new CoverageResult(joined.sheets(), Map.of()));
            findings.addAll(findings(demand, joined));
        }
        CoverageResult joined = CoverageResult.of(all.sheets(), hits);
        String page = files.page(joined).toString();
        LOG.log(System.Logger.Level.INFO, () -> joined.text() + "page: " + page);
        if (!findings.isEmpty()) {
            throw new AssertionError(String.join("\n", findings) + "\nthe tables with their hits: " + page);
        }
    }

    private static List<String> findings(Demand demand, CoverageResult joined) {
        List<String> findings = new ArrayList<>();
        List<CoverageItem> left = new ArrayList<>();
        for (String pattern : demand.asked().except()) {
            List<CoverageItem> named = joined.items().stream()
                    .filter(item -> matches(pattern, item.name()))
                    .toList();
            if (named.isEmpty()) {
                findings.add(demand.name() + " leaves out '" + pattern + "', which stands for nothing");
            }
            left.addAll(named);
        }
        CoverageResult asked = joined.without(left);
        double share = asked.share(demand.asked().of());
        if (share < demand.asked().min()) {
            findings.add(tooLittle(demand, asked, share));
        }
        return findings;
    }

    private static String tooLittle(Demand demand, CoverageResult asked, double share) {
        List<CoverageItem> missed = asked.missed(demand.asked().of());
        return String.format(
                        Locale.ROOT,
                        "%s asks for a rule coverage of %.4f, but it is %.4f (%s); never reached:%n  ",
                        demand.name(),
                        demand.asked().min(),
                        share,
                        asked.summary())
                + missed.stream().limit(SHOWN).map(CoverageItem::toString).collect(Collectors.joining("\n  "))
                + (missed.size() > SHOWN ? "\n  and " + (missed.size() - SHOWN) + " more" : "");
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}

package dev.incidentkit.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.tools.ExecFileLoader;

/**
 * The floor of coverage where a module's own build cannot check it: JaCoCo's goal passes over a module that has no
 * record, and sees only the record of the module itself.
 */
final class CoverageRules {
    private CoverageRules() {}

    /**
     * Every published module is measured: it has a record of its own tests, which its own build checks, or its property
     * {@code coverage.by} names the module whose tests exercise it, and then their record must reach the floor.
     */
    static List<Finding> floors(Reactor reactor) {
        List<Finding> findings = new ArrayList<>();
        for (ReactorModule module : reactor.published()) {
            Path own = record(module);
            String by = module.pom().getProperties().getProperty("coverage.by");
            if (by != null) {
                findings.addAll(check(reactor, module, by));
            } else if (!Files.isRegularFile(own)) {
                findings.add(new Finding(module.named(own), 0, "no record of coverage", "every module is measured"));
            }
        }
        return findings;
    }

    private static List<Finding> check(Reactor reactor, ReactorModule module, String by) {
        List<Path> records = reactor.modules().stream()
                .filter(each -> each.name().equals(by) || each.name().equals(module.name()))
                .map(CoverageRules::record)
                .filter(Files::isRegularFile)
                .toList();
        IBundleCoverage coverage = analyze(module, records);
        List<Finding> findings = new ArrayList<>();
        below(reactor, module, "line", coverage.getLineCounter(), findings);
        below(reactor, module, "branch", coverage.getBranchCounter(), findings);
        return findings;
    }

    private static void below(Reactor reactor, ReactorModule module, String what, ICounter counter, List<Finding> to) {
        Properties shared = reactor.parent().pom().getProperties();
        String key = "coverage." + what;
        double floor = Double.parseDouble(module.pom().getProperties().getProperty(key, shared.getProperty(key)));
        // a module may have no branches, but one without lines was not read
        boolean nothing = counter.getTotalCount() == 0;
        if (nothing ? what.equals("line") : counter.getCoveredRatio() < floor) {
            String value = what + " coverage of " + module.name() + " is " + counter.getCoveredCount() + " of "
                    + counter.getTotalCount();
            to.add(new Finding(module.pomName(), 0, value, "at least " + floor));
        }
    }

    private static Path record(ReactorModule module) {
        return module.directory().resolve("target/jacoco.exec");
    }

    static IBundleCoverage analyze(ReactorModule module, List<Path> records) {
        try {
            ExecFileLoader loader = new ExecFileLoader();
            for (Path each : records) {
                loader.load(each.toFile());
            }
            CoverageBuilder builder = new CoverageBuilder();
            Analyzer analyzer = new Analyzer(loader.getExecutionDataStore(), builder);
            for (Path type : ReactorModule.files(module.classes(), ".class")) {
                if (isWritten(module, type)) {
                    analyzer.analyzeAll(type.toFile());
                }
            }
            return builder.getBundle(module.name());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Whether a class comes from a source in the repository, not from a generator. */
    private static boolean isWritten(ReactorModule module, Path type) {
        String name = module.classes().relativize(type).toString().replaceFirst("(\\$.*)?\\.class$", ".java");
        Path generated = module.directory()
                .resolve("target/generated-sources/annotations")
                .resolve(name);
        return !Files.isRegularFile(generated);
    }
}

package dev.incidentkit.testkit.coverage;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes in this virtual machine, or as one of its own. */
final class CoverageFork {
    private CoverageFork() {}

    static TestExecutionSummary run(List<Class<?>> classes, Map<String, String> parameters) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        ClassSelector[] selectors =
                classes.stream().map(one -> selectClass(one)).toArray(ClassSelector[]::new);
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .configurationParameters(parameters)
                                .build(),
                        listener);
        return listener.getSummary();
    }

    /** The directory, then the names of the classes. Ends with the number of failures. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Class<?>[] classes = new Class<?>[arguments.length - 1];
        for (int i = 1; i < arguments.length; i++) {
            classes[i - 1] = Class.forName(arguments[i]);
        }
        TestExecutionSummary summary = run(
                Arrays.asList(classes),
                Map.of("incidentkit.coverage.directory", arguments[0], "incidentkit.coverage.check", "false"));
        summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        System.exit((int) summary.getTotalFailureCount());
    }
}

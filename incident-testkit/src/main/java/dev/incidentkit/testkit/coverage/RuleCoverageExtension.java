package dev.incidentkit.testkit.coverage;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each class that has {@link RuleCoverage} a recorder of its own, and keeps what it recorded. */
public final class RuleCoverageExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final Namespace OURS = Namespace.create(RuleCoverageExtension.class);
    private static final String RECORDING = "recording";
    private static final String DIRECTORY = "incidentkit.coverage.directory";
    private static final String CHECK = "incidentkit.coverage.check";

    /** The recorder of a class; nested classes share that of the outermost. */
    private record Recording(Class<?> owner, CoverageRecorder recorder) {}

    /** For Jupiter, which makes it where {@link RuleCoverage} stands. */
    public RuleCoverageExtension() {
        // nothing to set up
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        gate(context); // made at the root before any class ends
        if (context.getStore(OURS).get(RECORDING) == null) {
            context.getStore(OURS)
                    .put(RECORDING, new Recording(context.getRequiredTestClass(), new CoverageRecorder()));
        }
    }

    private static Recording recording(ExtensionContext context) {
        Recording recording = context.getStore(OURS).get(RECORDING, Recording.class);
        if (recording == null) {
            throw new IllegalStateException(context.getDisplayName() + " asks for a recorder before its class began");
        }
        return recording;
    }

    @SuppressWarnings("deprecation") // its successor does not exist before Jupiter 6
    private static CoverageGate gate(ExtensionContext context) {
        CoverageGate gate = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(
                        CoverageGate.class,
                        unused -> new CoverageGate(
                                new CoverageFiles(Path.of(context.getConfigurationParameter(DIRECTORY)
                                        .orElse("target/rule-coverage"))),
                                context.getConfigurationParameter(CHECK)
                                        .map(Boolean::parseBoolean)
                                        .orElse(true)),
                        CoverageGate.class);
        return Objects.requireNonNull(gate);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Recording recording = recording(context);
        if (recording.owner().equals(context.getRequiredTestClass())) {
            RuleCoverage asked = context.getRequiredTestClass().getAnnotation(RuleCoverage.class);
            gate(context).end(recording.owner().getName(), recording.recorder().result(), asked);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(CoverageRecorder.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return recording(context).recorder();
    }
}

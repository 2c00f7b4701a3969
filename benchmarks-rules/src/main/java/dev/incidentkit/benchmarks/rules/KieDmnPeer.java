package dev.incidentkit.benchmarks.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN with the model that this library exports. */
final class KieDmnPeer implements Peer {
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final String decision;
    private final DMNContext[] contexts = new DMNContext[Workload.INPUTS];

    KieDmnPeer(Workload workload) {
        byte[] xml = Models.xml(workload).getBytes(StandardCharsets.UTF_8);
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newByteArrayResource(xml)))
                .getOrElseThrow(e -> new IllegalStateException("KIE DMN refuses the model " + workload.name(), e));
        model = runtime.getModels().get(0);
        decision = workload.name();
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = runtime.newContext();
            Models.values(workload, i).forEach(contexts[i]::set);
        }
    }

    @Override
    public @Nullable String decide(int input) {
        return (String) runtime.evaluateAll(model, contexts[input])
                .getDecisionResultByName(decision)
                .getResult();
    }
}

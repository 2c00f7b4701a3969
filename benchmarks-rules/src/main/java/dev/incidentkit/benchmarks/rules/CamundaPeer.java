package dev.incidentkit.benchmarks.rules;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/** Camunda's DMN engine with the model that this library exports: with the FEEL engine of its choice, or that on JUEL. */
final class CamundaPeer implements Peer {
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final List<Map<String, Object>> inputs = new ArrayList<>();

    CamundaPeer(Workload workload, boolean juel) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(juel);
        engine = configuration.buildEngine();
        byte[] xml = Models.xml(workload).getBytes(StandardCharsets.UTF_8);
        decision = engine.parseDecisions(new ByteArrayInputStream(xml)).get(0);
        for (int i = 0; i < Workload.INPUTS; i++) {
            inputs.add(Models.values(workload, i));
        }
    }

    @Override
    public @Nullable String decide(int input) {
        DmnDecisionRuleResult first =
                engine.evaluateDecisionTable(decision, inputs.get(input)).getFirstResult();
        return first == null ? null : first.getSingleEntry();
    }
}

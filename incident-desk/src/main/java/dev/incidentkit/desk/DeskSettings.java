package dev.incidentkit.desk;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.policy.AccessPolicy;
import dev.incidentkit.core.policy.Advisor;
import dev.incidentkit.store.IncidentStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a desk was built with; what happens to its builder later does not reach it. */
record DeskSettings(
        IncidentStore store,
        ProcessDefinition definition,
        Map<String, ProcessDefinition> definitions,
        InstantSource clock,
        CommandValidator validator,
        Supplier<IncidentId> identities,
        NotificationFilter notifications,
        AccessPolicy access,
        List<Advisor> advisors,
        ConfigurationPort configuration,
        Duration keyLife,
        int attempts) {
    DeskSettings {
        definitions = Map.copyOf(definitions);
        advisors = List.copyOf(advisors);
    }
}

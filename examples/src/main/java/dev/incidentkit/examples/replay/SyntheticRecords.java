package dev.incidentkit.examples.replay;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Makes up records one by one: reported, started, perhaps put on hold and reopened, resolved. */
final class SyntheticRecords {
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final Actor ANN = Actor.agent("ann");
    private static final Category CATEGORY = new Category("network/vpn");

    private final ProcessDefinition definition;
    private final SplittableRandom random;

    SyntheticRecords(ProcessDefinition definition, long seed) {
        this.definition = definition;
        this.random = new SplittableRandom(seed);
    }

    Stream<List<IncidentEvent>> stream(long count) {
        return LongStream.range(0, count).mapToObj(this::record);
    }

    private Instant some(Instant from, int minutes) {
        return from.plus(Duration.ofSeconds(random.nextInt(minutes * 60)));
    }

    private List<IncidentEvent> record(long number) {
        Instant at = some(BEGIN, 60 * 24 * 365);
        Report report = Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
                .impact(definition.impacts().levels().get(random.nextInt(3)))
                .urgency(definition.urgencies().levels().get(random.nextInt(3)))
                .build();
        Incident incident = Incident.replay(
                definition.begin(new IncidentId("S-" + number), TenantId.DEFAULT, report, CommandContext.of(ANN, at)));
        at = some(at, 300);
        incident = after(incident, new LifecycleCommand.Start(Owner.group("network")), at);
        if (random.nextInt(4) == 0) {
            at = some(at, 600);
            incident = after(incident, LifecycleCommand.Hold.on(HoldReason.VENDOR), at);
            at = some(at, 3_000);
            incident = after(incident, LifecycleCommand.Resume.BY_HAND, at);
        }
        at = some(at, 1_500);
        incident = after(incident, LifecycleCommand.Resolve.permanently(CATEGORY, "FIXED", "Renewed"), at);
        if (random.nextInt(20) == 0) {
            at = some(at, 2_000);
            incident = after(incident, new LifecycleCommand.Reopen("still broken"), at);
            at = some(at, 2_000);
            incident = after(incident, LifecycleCommand.Resolve.permanently(CATEGORY, "FIXED", "Renewed"), at);
        }
        return incident.history();
    }

    private Incident after(Incident incident, IncidentCommand command, Instant at) {
        return incident.applyAll(definition.decide(incident, command, CommandContext.of(ANN, at)));
    }
}

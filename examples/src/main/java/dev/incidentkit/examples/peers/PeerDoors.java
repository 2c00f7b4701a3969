package dev.incidentkit.examples.peers;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.TriageCommand.Categorize;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.desk.BulkResult;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.InMemoryIncidentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** The same rule at each door. */
final class PeerDoors {
    private static final Actor ANN = Actor.agent("ann");

    private PeerDoors() {}

    static Comparison bulk() {
        ServiceDesk desk = ServiceDesk.builder(new InMemoryIncidentStore(), ProcessDefinition.itil())
                .clock((InstantSource) () -> Instant.parse("2026-03-02T09:00:00Z"))
                .build();
        IncidentId bare = reported(desk);
        IncidentId known = reported(desk);
        desk.handle(known, new Categorize(new Category("network/vpn")), ANN);
        IncidentCommand resolve =
                new Resolve(null, new Resolution("FIXED", PersonalText.of("Renewed it"), ResolutionMethod.PERMANENT));

        String single;
        try {
            desk.handle(bare, resolve, ANN);
            single = "accepted";
        } catch (IncidentRejectedException e) {
            single = codes(e.unmet());
        }
        List<BulkResult> bulk = desk.bulk(List.of(bare, known), resolve, ANN);
        return new Comparison(
                "bulk",
                "two tickets are resolved together; one lacks its category (Zammad issue 4198, GLPI issue 12469)",
                List.of("the form asks for it, the bulk action does not"),
                List.of(
                        "asked before: " + codes(desk.check(bare, resolve, ANN)),
                        "one by one:   " + single,
                        "in bulk:      " + bulk.stream().map(PeerDoors::told).collect(Collectors.joining(", "))));
    }

    private static IncidentId reported(ServiceDesk desk) {
        return desk.report(
                        Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
                                .build(),
                        Actor.caller("bob"))
                .incident();
    }

    private static String told(BulkResult result) {
        return result.failed() instanceof IncidentRejectedException refused ? codes(refused.unmet()) : "accepted";
    }

    private static String codes(List<Unmet> unmet) {
        return unmet.stream()
                .map(each -> each.code() + "(" + each.field() + ")")
                .collect(Collectors.joining(" "));
    }
}

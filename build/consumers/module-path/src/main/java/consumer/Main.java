package consumer;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.InMemoryIncidentStore;

/** Uses the library as a host does, and fails when it answers wrongly. */
public final class Main {
    private Main() {}

    /**
     * Reports an incident, and is refused another.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var desk = ServiceDesk.builder(new InMemoryIncidentStore(), ProcessDefinition.itil())
                .build();
        var report = Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH);
        var id = desk.report(report.build(), Actor.caller("bob")).incident();
        expect(desk.load(id).orElseThrow().priority().orElseThrow().equals(Priority.P1), "a priority of P1");
        expect(new Audit(desk).verify(id).orElseThrow().isWhole(), "a whole record");
        try {
            desk.report(report.title("x".repeat(500)).affectedUsers(-1).build(), Actor.caller("bob"));
            throw new IllegalStateException("A title of 500 characters should be refused");
        } catch (IncidentRejectedException refused) {
            expect(refused.unmet().size() == 2, "two violations, but found " + refused.unmet());
        }
        boolean named = ServiceDesk.class.getModule().isNamed();
        expect(named == Main.class.getModule().isNamed(), "the desk in " + ServiceDesk.class.getModule());
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Expected " + what);
        }
    }
}

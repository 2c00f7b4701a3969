package shop;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.desk.ServiceDesk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes an order and the incident about it in one transaction. */
@Service
public class Orders {
    private final JdbcTemplate rows;
    private final ServiceDesk desk;
    private IncidentId last = new IncidentId("none");

    Orders(JdbcTemplate rows, ServiceDesk desk) {
        this.rows = rows;
        this.desk = desk;
    }

    @Transactional
    public IncidentId lost(int order, boolean fails) {
        rows.update("insert into orders (id) values (?)", order);
        Report report = Report.of("Order " + order + " is lost", Reporter.person("Bob"), Channel.PORTAL)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .build();
        last = desk.report(report, Actor.caller("bob")).incident();
        if (fails) {
            throw new IllegalStateException("Order " + order + " was found");
        }
        return last;
    }

    IncidentId last() {
        return last;
    }
}

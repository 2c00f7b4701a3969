package dev.incidentkit.spring.boot;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.desk.ServiceDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

// guide: begin
@Service
class Helpdesk {
    private final ServiceDesk desk;

    Helpdesk(ServiceDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public IncidentId outage(String title, String reporter) {
        Report report = Report.of(title, Reporter.person(reporter), Channel.PORTAL)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .build();
        return desk.report(report, Actor.caller(reporter)).incident();
    }
}
// guide: end

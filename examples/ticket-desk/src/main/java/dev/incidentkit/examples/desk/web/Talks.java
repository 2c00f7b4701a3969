package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.examples.desk.account.User;
import dev.incidentkit.examples.desk.form.Words;
import dev.incidentkit.examples.desk.view.IncidentView.Talk;
import java.util.ArrayList;
import java.util.List;

/** Notes and messages that somebody may read, the newest first. */
final class Talks {
    private final Pages pages;
    private final User user;

    Talks(Pages pages, User user) {
        this.pages = pages;
        this.user = user;
    }

    List<Talk> of(Incident incident) {
        List<Talk> talks = new ArrayList<>();
        for (IncidentEvent event : incident.history()) {
            if (event instanceof WorkEvent.Noted note && mayRead(note.visibility())) {
                talks.add(
                        0,
                        talk(
                                event,
                                "note, " + Words.label(note.visibility().name()),
                                note.text().text()));
            } else if (event instanceof WorkEvent.Communicated message && mayRead(message.visibility())) {
                String way = message.direction() == Direction.INBOUND ? "from " : "to ";
                talks.add(
                        0, talk(event, way + message.audience(), message.text().text()));
            }
        }
        return talks;
    }

    private Talk talk(IncidentEvent event, String how, String text) {
        return new Talk(
                event.meta().actor().id(), how, pages.moment(event.meta().effectiveAt()), text);
    }

    /** What is internal is for staff. */
    private boolean mayRead(Visibility visibility) {
        return visibility != Visibility.INTERNAL || user.isStaff();
    }
}

package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.definition.Explainer;
import dev.incidentkit.core.definition.Explanation;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.lifecycle.AvailableAction;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.examples.desk.account.User;
import dev.incidentkit.examples.desk.form.About;
import dev.incidentkit.examples.desk.form.Words;
import dev.incidentkit.examples.desk.view.ActionView;
import dev.incidentkit.examples.desk.view.IncidentView;
import dev.incidentkit.examples.desk.view.IncidentView.Clock;
import dev.incidentkit.examples.desk.view.IncidentView.Item;
import dev.incidentkit.examples.desk.web.IncidentPages.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the library for all that the page of an incident shows. */
final class IncidentViews {
    private final Site site;
    private final Pages pages;
    private final User user;
    private final Incident incident;
    private final ProcessDefinition definition;
    private final Instant now;

    IncidentViews(Site site, Pages pages, User user, Incident incident) {
        this.site = site;
        this.pages = pages;
        this.user = user;
        this.incident = incident;
        this.definition = site.embedding().definitions().of(incident);
        this.now = site.embedding().now();
    }

    IncidentView view(@Nullable Attempt attempt) {
        List<AvailableAction> available = site.embedding().desk().availableActions(incident.id(), user.on(incident));
        ActionViews views = new ActionViews(new About(definition, incident, user.name()), attempt);
        List<ActionView> all = available.stream().flatMap(views::of).toList();
        List<SlaStanding> standings = definition.clock().standings(incident.history(), now);
        return new IncidentView(
                head(),
                IncidentFacts.of(incident),
                all.stream().filter(each -> !each.leadsTo().isEmpty()).toList(),
                all.stream().filter(each -> each.leadsTo().isEmpty()).toList(),
                standings.stream().map(this::clock).toList(),
                why(standings),
                new Talks(pages, user).of(incident),
                items(),
                attempt == null ? List.of() : Pages.lacks(attempt.unmet()),
                Pages.newKey());
    }

    private IncidentView.Head head() {
        return new IncidentView.Head(
                incident.id().value(),
                incident.title().map(PersonalText::text).orElse("(no title)"),
                Shows.chips(incident),
                incident.owner().map(owner -> owner + " is accountable").orElse("nobody is accountable"),
                pages.moment(incident.statusSince()),
                definition.name());
    }

    private Clock clock(SlaStanding standing) {
        boolean goesOn = standing.state() == ClockState.RUNNING || standing.state() == ClockState.PAUSED;
        Instant due = standing.dueAt();
        String left = standing.breached()
                ? "over by " + Words.length(standing.overrun())
                : goesOn ? Words.length(standing.remaining().working()) + " left" : "";
        String cycle = standing.clock().cycle() > 1 ? " " + standing.clock().cycle() : "";
        return new Clock(
                standing.clock().policy() + " " + Words.label(standing.clock().target()) + cycle,
                Words.label(standing.state().name()) + (standing.breached() && goesOn ? ", missed" : ""),
                standing.breached(),
                goesOn && due != null ? pages.moment(due) : null,
                left);
    }

    private List<Explanation> why(List<SlaStanding> standings) {
        Explainer explainer = new Explainer(definition);
        List<Explanation> why = new ArrayList<>();
        why.add(explainer.priority(incident));
        why.add(explainer.team(incident));
        Set<String> asked = new LinkedHashSet<>();
        for (SlaStanding standing : standings) {
            String policy = standing.clock().policy();
            String target = standing.clock().target();
            if (asked.add(policy + "/" + target)) {
                why.add(explainer.deadline(incident, policy, new Measure(target), now));
            }
        }
        why.add(explainer.silence(incident, now));
        return why;
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        incident.handling()
                .tasks()
                .forEach(task -> items.add(new Item(
                        task.name(),
                        Words.label(task.state().name()),
                        task.state().isSettled())));
        Set<String> checklist = new LinkedHashSet<>(definition.lifecycle().checklist());
        checklist.addAll(incident.handling().checklist());
        for (String item : checklist) {
            boolean done = incident.checklist().contains(item);
            items.add(new Item(Words.label(item), done ? "done" : "before it is closed", done));
        }
        return items;
    }
}

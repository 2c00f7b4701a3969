package dev.incidentkit.examples.desk.demo;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.lifecycle.AvailableAction;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.examples.desk.embed.Definitions;
import dev.incidentkit.examples.desk.form.About;
import dev.incidentkit.examples.desk.form.ActionForm;
import dev.incidentkit.examples.desk.form.ActionForms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Takes one of the steps that the library offers, the likely ones more often. */
final class DemoSteps {
    private static final double OF_THE_DEFINITION = 5;

    /** How likely each action is, as a weight; what is not here is not done. */
    private static final Map<Action, Double> WEIGHTS = Map.ofEntries(
            Map.entry(Action.START, 8.0),
            Map.entry(Action.ASSIGN, 1.5),
            Map.entry(Action.CATEGORIZE, 0.7),
            Map.entry(Action.HOLD, 1.0),
            Map.entry(Action.RESUME, 4.0),
            Map.entry(Action.RESOLVE, 2.5),
            Map.entry(Action.CHECK, 6.0),
            Map.entry(Action.CLOSE, 6.0),
            Map.entry(Action.REOPEN, 0.2),
            Map.entry(Action.CANCEL, 0.1),
            Map.entry(Action.NOTE, 1.5),
            Map.entry(Action.COMMUNICATE, 1.0),
            Map.entry(Action.CONTAIN, 1.0),
            Map.entry(Action.TASK, 5.0));

    private final ServiceDesk desk;
    private final Samples samples;
    private final Random random;

    DemoSteps(ServiceDesk desk, Samples samples, Random random) {
        this.desk = desk;
        this.samples = samples;
        this.random = random;
    }

    /** Takes one step that nothing stands against; none where there is none. */
    void step(IncidentId id, Actor actor, Definitions definitions, Instant now) {
        Incident incident = desk.load(id).orElseThrow();
        ProcessDefinition definition = definitions.of(incident);
        About about = new About(definition, incident, actor.id());
        for (ActionForm form : drawn(desk.availableActions(id, actor), about)) {
            IncidentCommand command;
            try {
                command = form.command(about, samples.fill(form.inputs(about), now, told(form, about)));
            } catch (IncidentRejectedException e) {
                continue; // what was drawn cannot be read as a command
            }
            if (desk.check(id, command, actor).isEmpty()) {
                desk.handle(id, command, actor);
                return;
            }
        }
    }

    /** The forms in an order that is drawn by their weights: of two, the one with twice the weight is first twice as often. */
    private List<ActionForm> drawn(List<AvailableAction> available, About about) {
        record Drawn(ActionForm form, double at) {}
        List<Drawn> all = new ArrayList<>();
        for (AvailableAction each : available) {
            Action action = each.action();
            double weight = action.isBuiltIn() ? WEIGHTS.getOrDefault(action, 0.0) : OF_THE_DEFINITION;
            for (ActionForm form : ActionForms.of(action)) {
                if (weight > 0 && form.useful().test(about)) {
                    all.add(new Drawn(form, -Math.log(1 - random.nextDouble()) / weight));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Drawn::at));
        return all.stream().map(Drawn::form).toList();
    }

    /** What is ticked off is what is not yet, and is then done. */
    private static Map<String, String> told(ActionForm form, About about) {
        Incident incident = about.incident();
        if (!form.action().equals(Action.CHECK) || incident == null) {
            return Map.of();
        }
        List<String> items = new ArrayList<>(about.definition().lifecycle().checklist());
        items.addAll(incident.handling().checklist());
        items.removeAll(incident.checklist());
        return items.isEmpty() ? Map.of("done", "YES") : Map.of("item", items.get(0), "done", "YES");
    }
}

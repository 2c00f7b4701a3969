package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.Handling;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.PlannedMessage;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.policy.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from what was decided, in the same breath: the category and model that rules select, whom the plan asks
 * for, whom it asks to be told. Where nothing changed, nothing follows.
 */
final class Consequences {
    private final Procedures procedures;
    private final Derivation derivation;
    private final String version;
    private final MajorDecider majors;

    Consequences(Procedures procedures, Derivation derivation) {
        this.procedures = procedures;
        this.derivation = derivation;
        this.version = procedures.hash();
        this.majors = new MajorDecider(procedures);
    }

    /** The incident as it becomes while consequences are found. */
    private static final class Run {
        private final EventMeta meta;
        private final List<IncidentEvent> events = new ArrayList<>();
        private Incident incident;

        Run(Incident incident, EventMeta meta) {
            this.incident = incident;
            this.meta = meta;
        }

        EventMeta because(String rule, String configuration) {
            Cause cause = Cause.rule(rule, configuration).with(meta.cause().answers());
            return new EventMeta(meta.effectiveAt(), meta.recordedAt(), meta.actor(), cause);
        }

        void add(IncidentEvent event) {
            events.add(event);
            incident = incident.apply(event);
        }
    }

    List<IncidentEvent> of(Incident incident, EventMeta meta) {
        Run run = new Run(incident, meta);
        if (incident.phase().isOpen()) {
            classify(run);
            model(run);
            majors.candidate(run.incident).ifPresent(row -> run.add(majors.proposed(run.because(row.name(), version))));
        }
        staffing(run);
        messages(run);
        return run.events;
    }

    private void classify(Run run) {
        if (run.incident.category().isPresent()) {
            return;
        }
        procedures.classification().select(run.incident).ifPresent(found -> {
            run.add(new TriageEvent.Categorized(run.because(found.rule(), found.configuration()), found.value(), null));
            derive(run);
        });
    }

    /** An event of its own: the rule that judged and the rule of the priority are both named. */
    private void derive(Run run) {
        derivation.again(run.incident, run.meta).ifPresent(run::add);
    }

    private void model(Run run) {
        if (run.incident.handling().model() != null) {
            return;
        }
        Decision<String> found = procedures.selection().select(run.incident).orElse(null);
        Plan model = found == null
                ? null
                : procedures.plan(PlanKind.MODEL, found.value()).orElse(null);
        if (found != null && model != null) {
            EventMeta because = run.because(found.rule(), found.configuration());
            run.add(PlanDecider.opened(model, null, because));
            defaults(run, model.defaults(), because);
        }
    }

    /** What a model that was chosen by hand gives, too. */
    List<IncidentEvent> defaults(Incident incident, Plan model, EventMeta meta) {
        Run run = new Run(incident, meta);
        defaults(run, model.defaults(), meta);
        return run.events;
    }

    private void defaults(Run run, ModelDefaults given, EventMeta because) {
        Incident known = run.incident;
        Category category = given.category();
        if (category != null && known.category().isEmpty()) {
            run.add(new TriageEvent.Categorized(because, category, null));
        }
        boolean judges = (given.impact() != null && known.impact().isEmpty())
                || (given.urgency() != null && known.urgency().isEmpty())
                || (given.severity() != null && known.severity().isEmpty());
        if (judges) {
            run.add(new TriageEvent.Triaged(
                    because,
                    known.impact().isEmpty() ? given.impact() : null,
                    known.urgency().isEmpty() ? given.urgency() : null,
                    known.severity().isEmpty() ? given.severity() : null,
                    null));
        }
        if (run.incident.version() > known.version()) {
            derive(run);
        }
        if (given.owner() != null && known.owner().isEmpty()) {
            run.add(new AssignmentEvent.Assigned(because, given.owner()));
        }
    }

    private void staffing(Run run) {
        Facts facts = run.incident.facts();
        Map<Role, StaffingRule> wanted = new LinkedHashMap<>();
        if (run.incident.phase().isOpen()) {
            for (StaffingRule rule : procedures.staffing()) {
                if (!wanted.containsKey(rule.role()) && rule.when().holds(facts)) {
                    wanted.put(rule.role(), rule);
                }
            }
        }
        Set<Role> roles = new LinkedHashSet<>(wanted.keySet());
        run.incident.handling().staffing().keySet().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(roles::add);
        for (Role role : roles) {
            StaffingRule rule = wanted.get(role);
            int count = rule == null ? 0 : rule.count();
            if (count != run.incident.handling().staffing().getOrDefault(role, 0)) {
                run.add(required(run, role, rule));
            }
        }
    }

    private ProcessEvent required(Run run, Role role, @Nullable StaffingRule rule) {
        Instant at = run.meta.effectiveAt();
        return rule == null
                ? new ProcessEvent.StaffingRequired(run.because("staffing ended", version), role, 0, at)
                : new ProcessEvent.StaffingRequired(
                        run.because(rule.name(), version),
                        role,
                        rule.count(),
                        rule.within().dueAfter(at));
    }

    private void messages(Run run) {
        Facts facts = run.incident.facts();
        Map<String, MessageLine> wanted = new LinkedHashMap<>();
        for (MessageLine line : procedures.messages()) {
            if (!wanted.containsKey(line.audience()) && line.when().holds(facts)) {
                wanted.put(line.audience(), line);
            }
        }
        for (PlannedMessage message : run.incident.handling().messages()) {
            if (!wanted.containsKey(message.audience())) {
                run.add(new ProcessEvent.MessagePlanned(
                        run.because("message no longer asked", version),
                        message.line(),
                        message.audience(),
                        message.channel(),
                        message.template(),
                        null));
            }
        }
        wanted.values().forEach(line -> message(run, line));
    }

    private void message(Run run, MessageLine line) {
        Handling handling = run.incident.handling();
        PlannedMessage planned = handling.message(line.audience()).orElse(null);
        boolean settled = planned != null
                && planned.line().equals(line.name())
                && (!line.repeats()
                        || handling.deadline(DeadlineKind.MESSAGE, line.audience())
                                .isPresent());
        if (!settled) {
            run.add(new ProcessEvent.MessagePlanned(
                    run.because(line.name(), version),
                    line.name(),
                    line.audience(),
                    line.channel(),
                    line.template(),
                    line.within().dueAfter(run.meta.effectiveAt())));
        }
    }
}

package dev.incidentkit.core.definition;

import dev.incidentkit.core.definition.Explanation.Reason;
import dev.incidentkit.core.definition.Explanation.Subject;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityOverride;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.process.Derivation;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaExplanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Explains incidents from their records: what is told is what the events say and what the clocks make of them, so that it
 * is the same whenever it is asked. Texts that may be personal data are left out, names of actors and reasons of overrides
 * are not. Immutable and safe for use by several threads.
 */
public final class Explainer {
    private final ProcessDefinition definition;

    /**
     * Explains incidents of a definition.
     *
     * @param definition the definition that the incidents are pinned to
     */
    public Explainer(ProcessDefinition definition) {
        this.definition = definition;
    }

    /**
     * Why an incident has its priority.
     *
     * @param incident the incident
     * @return the priority, the rule that derived it with what it looked at, and the override if there is one
     */
    public Explanation priority(Incident incident) {
        List<Reason> reasons = new ArrayList<>();
        PriorityOverride override = incident.override().orElse(null);
        if (override != null) {
            reasons.add(overridden(override));
        }
        IncidentEvent derived = last(incident, event -> Derivation.derivedBy(event) != null);
        if (derived != null) {
            reasons.add(derived(incident, derived, Derivation.derivedBy(derived)));
        } else {
            reasons.add(Reason.of("no rule derived a priority from what is known", judged(incident)));
        }
        String answer = incident.priority()
                .map(priority -> "the priority is " + priority.name())
                .orElse("there is no priority");
        return new Explanation(Subject.PRIORITY, answer, reasons);
    }

    private static Reason overridden(PriorityOverride override) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("reason", override.reason());
        facts.put("by", override.by());
        facts.put("since", override.since().toString());
        put(facts, "until", override.until());
        put(facts, "derived", override.base());
        return Reason.of("it was overridden with " + override.value().name(), facts);
    }

    private static Reason derived(Incident incident, IncidentEvent event, @Nullable Priority priority) {
        return new Reason(
                (priority == null ? "it" : priority.name()) + " was derived",
                because(event.meta()),
                List.of(Reason.of("that is what is known", judged(incident))));
    }

    private static Map<String, String> judged(Incident incident) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, Fact.BuiltIn.IMPACT.factName(), incident.impact().orElse(null));
        put(facts, Fact.BuiltIn.URGENCY.factName(), incident.urgency().orElse(null));
        put(facts, Fact.BuiltIn.SEVERITY.factName(), incident.severity().orElse(null));
        put(facts, Fact.BuiltIn.CATEGORY.factName(), incident.category().orElse(null));
        return facts;
    }

    private static @Nullable IncidentEvent last(Incident incident, Predicate<IncidentEvent> wanted) {
        List<IncidentEvent> history = incident.history();
        for (int i = history.size() - 1; i >= 0; i--) {
            if (wanted.test(history.get(i))) {
                return history.get(i);
            }
        }
        return null;
    }

    static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    /** Who or what did something, when, and by which rule. */
    static Map<String, String> because(EventMeta meta) {
        Cause cause = meta.cause();
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "rule", cause.rule());
        put(facts, "configuration", cause.configuration());
        if (cause.rule() == null) {
            facts.put("by", meta.actor().id());
            facts.put("kind", meta.actor().kind().name());
        }
        facts.put("at", meta.effectiveAt().toString());
        return facts;
    }

    /**
     * Why a team or person is accountable.
     *
     * @param incident the incident
     * @return the owner and the rule or person that named it; where there is none, what that comes of
     */
    public Explanation team(Incident incident) {
        IncidentEvent event = last(
                incident,
                each -> each instanceof AssignmentEvent.Assigned || each instanceof AssignmentEvent.Unassigned);
        List<Reason> reasons = new ArrayList<>();
        if (event != null) {
            boolean assigned = event instanceof AssignmentEvent.Assigned;
            String how = event.meta().cause().rule() == null ? "" : " by a rule";
            reasons.add(Reason.of(
                    (assigned ? "it was assigned" : "it was taken from its owner") + how, because(event.meta())));
        } else if (incident.owner().isEmpty()) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("routing", definition.routing().toString());
            reasons.add(Reason.of("no rule routed it, and nobody assigned it", facts));
        } else {
            EventMeta begun = incident.history().get(0).meta();
            reasons.add(Reason.of("it was accountable where the incident was taken over from", because(begun)));
        }
        String answer = incident.owner().map(owner -> owner + " is accountable").orElse("nobody is accountable");
        return new Explanation(Subject.TEAM, answer, reasons);
    }

    /**
     * Why a clock falls due when it does.
     *
     * @param incident the incident
     * @param policy the name of the service level
     * @param measure which of its targets
     * @param at any instant, past or future
     * @return the due instant of the latest cycle, what is asked, and every stretch of its time
     * @throws IllegalArgumentException if the definition has no such target
     */
    public Explanation deadline(Incident incident, String policy, Measure measure, Instant at) {
        Optional<SlaExplanation> found = definition.clock().explain(incident.history(), at, policy, measure);
        return new ClockReasons(policy, measure)
                .deadline(found.orElseThrow(() -> new IllegalArgumentException("Definition " + definition.name()
                        + " has no target " + measure + " in policy '" + policy + "'")));
    }

    /**
     * Why a step is refused.
     *
     * @param incident the incident
     * @param command what is asked for
     * @param context who asks, when, and what ports answered
     * @return everything that stands against it; that it would be accepted where nothing does
     */
    public Explanation refusal(Incident incident, IncidentCommand command, CommandContext context) {
        List<Unmet> unmet = definition.check(incident, command, context);
        List<Reason> reasons =
                unmet.stream().map(each -> unmet(incident, each, context)).toList();
        String what = command.action() + " by " + context.actor().id() + " while " + incident.status();
        return new Explanation(
                Subject.REFUSAL, what + (unmet.isEmpty() ? " would be accepted" : " is refused"), reasons);
    }

    private Reason unmet(Incident incident, Unmet unmet, CommandContext context) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("code", unmet.code());
        facts.put("kind", unmet.kind().name());
        put(facts, "field", unmet.field());
        if (unmet.kind() == UnmetKind.TRANSITION) {
            facts.put(
                    "possible",
                    String.join(
                            ", ",
                            definition.availableActions(incident, context).stream()
                                    .filter(available -> available.lacking().stream()
                                            .noneMatch(lacking -> lacking.kind() == UnmetKind.PERMISSION))
                                    .map(available -> available.action().name())
                                    .toList()));
        }
        return Reason.of(unmet.message(), facts);
    }

    /**
     * Why nothing happens: what would have to come, and when.
     *
     * @param incident the incident
     * @param at when it is asked
     * @return when something next falls due, and of each clock, of the closure and of deadlines why it is silent
     */
    public Explanation silence(Incident incident, Instant at) {
        return new SilenceReasons(definition, incident, at).explanation();
    }
}

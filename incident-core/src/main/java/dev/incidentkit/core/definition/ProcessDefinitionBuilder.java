package dev.incidentkit.core.definition;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.sla.SlaFinding;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects a definition. Not safe for use by several threads. */
public final class ProcessDefinitionBuilder {
    String name;
    Lifecycle lifecycle;
    TriagePolicy triage;
    Scale<Impact> impacts = Scale.IMPACT;
    Scale<Urgency> urgencies = Scale.URGENCY;
    Scale<Severity> severities = Scale.SEVERITY;
    Scale<Priority> priorities = Scale.PRIORITY;
    final Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
    RoutingPolicy routing = RoutingPolicy.byHand();
    ClosureRule closure = ClosureRule.never();
    List<SlaPolicy> slas = List.of();
    SlaSelection slaSelection = SlaSelection.none();
    EscalationPolicy escalation = EscalationPolicy.none();
    DefinitionChange change = DefinitionChange.stay();
    final List<FollowUpRule> followUps = new ArrayList<>();
    Procedures procedures = Procedures.NONE;
    final List<ProcessDefinition> predecessors = new ArrayList<>();

    @Nullable
    Duration reopenWindow;

    @Nullable
    DefinitionProbe probe;

    private final List<String> findings = new ArrayList<>();

    ProcessDefinitionBuilder(String name, Lifecycle lifecycle, TriagePolicy triage) {
        this.name = name;
        this.lifecycle = lifecycle;
        this.triage = triage;
    }

    ProcessDefinitionBuilder(ProcessDefinition existing) {
        this(existing.name(), existing.lifecycle(), existing.triage());
        impacts = existing.impacts();
        urgencies = existing.urgencies();
        severities = existing.severities();
        priorities = existing.priorities();
        attributes.putAll(existing.attributes());
        routing = existing.routing();
        closure = existing.closure();
        slas = existing.slas();
        slaSelection = existing.slaSelection();
        escalation = existing.escalation();
        change = existing.change();
        followUps.addAll(existing.followUps());
        procedures = existing.procedures();
        predecessors.addAll(existing.predecessors());
        reopenWindow = existing.reopenWindow().orElse(null);
    }

    /**
     * Gives another name.
     *
     * @param other 1 to 60 characters
     * @return this
     */
    public ProcessDefinitionBuilder name(String other) {
        this.name = other;
        return this;
    }

    /**
     * Gives another lifecycle. Procedures stay but for what the default cascade table says of steps that it does not have
     * ({@link Procedures#under}).
     *
     * @param other the lifecycle
     * @return this
     */
    public ProcessDefinitionBuilder lifecycle(Lifecycle other) {
        this.lifecycle = other;
        this.procedures = procedures.under(other);
        return this;
    }

    /**
     * Gives another way to derive priorities.
     *
     * @param policy the policy; its levels are of this definition's scales
     * @return this
     */
    public ProcessDefinitionBuilder triage(TriagePolicy policy) {
        this.triage = policy;
        return this;
    }

    /**
     * Gives a way to find owners of new incidents.
     *
     * @param policy the policy
     * @return this
     */
    public ProcessDefinitionBuilder routing(RoutingPolicy policy) {
        this.routing = policy;
        return this;
    }

    /**
     * Gives another scale of impacts.
     *
     * @param scale the scale
     * @return this
     */
    public ProcessDefinitionBuilder impacts(Scale<Impact> scale) {
        this.impacts = scale;
        return this;
    }

    /**
     * Gives another scale of urgencies.
     *
     * @param scale the scale
     * @return this
     */
    public ProcessDefinitionBuilder urgencies(Scale<Urgency> scale) {
        this.urgencies = scale;
        return this;
    }

    /**
     * Gives another scale of severities.
     *
     * @param scale the scale
     * @return this
     */
    public ProcessDefinitionBuilder severities(Scale<Severity> scale) {
        this.severities = scale;
        return this;
    }

    /**
     * Gives another scale of priorities.
     *
     * @param scale the scale
     * @return this
     */
    public ProcessDefinitionBuilder priorities(Scale<Priority> scale) {
        this.priorities = scale;
        return this;
    }

    /**
     * Declares an attribute of the host's own.
     *
     * @param attribute the attribute, with a name that is new
     * @return this
     */
    public ProcessDefinitionBuilder attribute(AttributeDefinition attribute) {
        if (attributes.putIfAbsent(attribute.name(), attribute) != null) {
            findings.add("attribute '" + attribute.name() + "' is declared twice");
        }
        return this;
    }

    /**
     * Says when resolved incidents close by themselves.
     *
     * @param rule the rule
     * @return this
     */
    public ProcessDefinitionBuilder closure(ClosureRule rule) {
        this.closure = rule;
        return this;
    }

    /**
     * Gives the service levels by which its incidents are timed.
     *
     * @param policies the policies, names all different
     * @return this
     */
    public ProcessDefinitionBuilder slas(List<SlaPolicy> policies) {
        this.slas = List.copyOf(policies);
        return this;
    }

    /**
     * Gives the service levels by which its incidents are timed.
     *
     * @param policies the policies, names all different
     * @return this
     */
    public ProcessDefinitionBuilder slas(SlaPolicy... policies) {
        return slas(List.of(policies));
    }

    /**
     * Selects one of several service levels for each incident. The definition declares the attribute
     * {@link Fact#SLA_ATTRIBUTE}, which keeps the selection, as an indexed text, unless it was declared.
     *
     * @param selection the selection; what it selects among are policies of this definition
     * @return this
     */
    public ProcessDefinitionBuilder slaSelection(SlaSelection selection) {
        this.slaSelection = selection;
        return this;
    }

    /**
     * Says whom to call when a clock signals.
     *
     * @param policy the policy
     * @return this
     */
    public ProcessDefinitionBuilder escalation(EscalationPolicy policy) {
        this.escalation = policy;
        return this;
    }

    /**
     * Reminds whoever an incident waits for, and then resolves it.
     *
     * @param rule the rule, for a reason to wait that has none yet
     * @return this
     */
    public ProcessDefinitionBuilder followUp(FollowUpRule rule) {
        if (followUps.stream().anyMatch(other -> other.reason().equals(rule.reason()))) {
            findings.add("waiting for " + rule.reason() + " is followed up twice");
        }
        followUps.add(rule);
        return this;
    }

    /**
     * Lets waiting for a reason be, which was followed up.
     *
     * @param reason the reason; nothing changes where it is not followed up
     * @return this
     */
    public ProcessDefinitionBuilder withoutFollowUp(HoldReason reason) {
        followUps.removeIf(rule -> rule.reason().equals(reason));
        return this;
    }

    /**
     * Says what is asked beyond the lifecycle.
     *
     * @param asked plans, messages, people, categories, fields, changes, reviews
     * @return this
     */
    public ProcessDefinitionBuilder procedures(Procedures asked) {
        this.procedures = asked;
        return this;
    }

    /**
     * Names a definition that incidents may have begun under and be moved from, so that their clocks are counted by its
     * service levels until then.
     *
     * @param earlier the earlier definition
     * @return this
     */
    public ProcessDefinitionBuilder predecessor(ProcessDefinition earlier) {
        predecessors.add(earlier);
        return this;
    }

    /**
     * Says which incidents of earlier definitions are moved to this one.
     *
     * @param rule the rule
     * @return this
     */
    public ProcessDefinitionBuilder change(DefinitionChange rule) {
        this.change = rule;
        return this;
    }

    /**
     * Limits reopening.
     *
     * @param window how long after a resolution an incident may be reopened, longer than zero, at most 36,525
     *     days (100 years); null for as long as it
     *     is resolved
     * @return this
     */
    public ProcessDefinitionBuilder reopenWindow(@Nullable Duration window) {
        if (window != null && (window.isNegative() || window.isZero())) {
            findings.add("the reopen window must be longer than zero, but is " + window);
        }
        if (window != null && window.compareTo(ValueFaults.LONGEST) > 0) {
            findings.add("the reopen window must be at most " + ValueFaults.LONGEST + ", but is " + window);
        }
        this.reopenWindow = window;
        return this;
    }

    /**
     * Makes the definition.
     *
     * @return the definition
     * @throws ConfigurationException if it contradicts itself; it names every contradiction
     */
    public ProcessDefinition build() {
        List<String> all = new ArrayList<>(findings);
        if (name.isBlank() || name.length() > 60) {
            all.add("the name must have 1 to 60 characters, but is '" + name + "'");
        }
        all.addAll(triage.misfits(impacts, urgencies, priorities));
        ConditionProof proof = proof();
        all.addAll(slaFindings(proof));
        all.addAll(ProcedureFindings.of(this, proof));
        all.addAll(selectionFindings());
        if (!all.isEmpty()) {
            throw new ConfigurationException("definition '" + name + "'", all);
        }
        return new ProcessDefinition(this);
    }

    private List<String> selectionFindings() {
        List<String> all = new ArrayList<>();
        if (slaSelection.policies().isEmpty()) {
            return all;
        }
        List<String> names = slas.stream().map(SlaPolicy::name).toList();
        for (String selected : new TreeSet<>(slaSelection.policies())) {
            if (!names.contains(selected)) {
                all.add("the selection may give policy '" + selected + "', but there are " + names);
            }
        }
        AttributeDefinition declared = attributes.computeIfAbsent(Fact.SLA_ATTRIBUTE, SelectionWork::attribute);
        if (declared.type() != AttributeType.TEXT || declared.traits().contains(AttributeTrait.PERSONAL)) {
            all.add("the selection is kept in attribute '" + Fact.SLA_ATTRIBUTE
                    + "', which must be a TEXT that is not personal, but is " + declared);
        }
        return all;
    }

    private ConditionProof proof() {
        return ConditionProof.over(
                Map.of(
                        Fact.BuiltIn.PRIORITY, priorities,
                        Fact.BuiltIn.IMPACT, impacts,
                        Fact.BuiltIn.URGENCY, urgencies,
                        Fact.BuiltIn.SEVERITY, severities),
                attributes.values());
    }

    private List<String> slaFindings(ConditionProof proof) {
        List<String> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SlaPolicy policy : slas) {
            if (!names.add(policy.name())) {
                all.add("policy '" + policy.name() + "' is there twice");
            }
        }
        for (SlaFinding finding : SlaVerifier.verify(slas, proof, priorities)) {
            if (finding.kind().isFatal()) {
                all.add(finding.toString());
            }
        }
        return all;
    }
}

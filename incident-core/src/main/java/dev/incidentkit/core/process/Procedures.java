package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.internal.CanonicalForm;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.policy.OnCallSchedule;
import dev.incidentkit.core.policy.SelectionPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a process asks beyond its lifecycle. Build it with {@link #builder()}; what is not given is not asked. It is
 * verified together with the definition that it becomes part of, and enters its hash. Immutable and safe for use by
 * several threads, as far as the policies of the host are.
 *
 * @param taxonomy the categories; null for any
 * @param classification finds the category of incidents that have none
 * @param selection finds the model of incidents that have none, by its name
 * @param plans the models and plans
 * @param messages the communication plan
 * @param staffing how many people are required
 * @param fields which fields are required, by stage
 * @param resolutionCodes the codes of resolutions; empty for any
 * @param changes the policies of emergency changes
 * @param reviewSections what a review must say before it is signed off
 * @param signers the roles of which one signs a review off; empty for whoever may review
 * @param alerts how alerts become incidents; null where none are taken
 * @param cascades which step of a parent does what to its children; the first rule for a step that holds counts
 * @param majors what is a major incident; null where there are none
 * @param escalations whom to call while conditions hold
 * @param onCall says who is on call
 */
@RecordBuilder
@Value.Builder
public record Procedures(
        @Nullable Taxonomy taxonomy,
        SelectionPolicy<Category> classification,
        SelectionPolicy<String> selection,
        List<Plan> plans,
        List<MessageLine> messages,
        List<StaffingRule> staffing,
        List<FieldRule> fields,
        Set<String> resolutionCodes,
        List<ChangePolicy> changes,
        Set<ReviewSection> reviewSections,
        Set<Role> signers,
        @Nullable AlertPolicy alerts,
        List<CascadeRule> cascades,
        @Nullable MajorPolicy majors,
        List<EscalationChain> escalations,
        OnCallSchedule onCall) {
    /** Asks nothing. */
    public static final Procedures NONE = builder().build();

    /** Copies the collections. */
    public Procedures {
        plans = List.copyOf(plans);
        messages = List.copyOf(messages);
        staffing = List.copyOf(staffing);
        fields = List.copyOf(fields);
        resolutionCodes = Set.copyOf(resolutionCodes);
        changes = List.copyOf(changes);
        reviewSections = Set.copyOf(reviewSections);
        signers = Set.copyOf(signers);
        cascades = List.copyOf(cascades);
        escalations = List.copyOf(escalations);
    }

    /**
     * Begins procedures.
     *
     * @return a builder that asks nothing
     */
    public static ProceduresBuilder builder() {
        return new ProceduresBuilder()
                .classification(SelectionPolicy.byHand())
                .selection(SelectionPolicy.byHand())
                .onCall(OnCallSchedule.nobody());
    }

    /**
     * Begins procedures that are others with changes.
     *
     * @param existing the procedures to begin with
     * @return a builder that has all of them
     */
    public static ProceduresBuilder builder(Procedures existing) {
        return new ProceduresBuilder().from(existing);
    }

    /**
     * A model or plan.
     *
     * @param kind what kind of plan it is
     * @param name its name
     * @return the plan, or empty
     */
    public Optional<Plan> plan(PlanKind kind, String name) {
        return plans.stream()
                .filter(plan -> plan.kind() == kind && plan.name().equals(name))
                .findFirst();
    }

    /**
     * A policy of emergency changes.
     *
     * @param name its name
     * @return the policy, or empty
     */
    public Optional<ChangePolicy> change(String name) {
        return changes.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /**
     * The plans that people should have looked at again.
     *
     * @param today the day
     * @return the plans whose review date has passed, in order
     */
    public List<Plan> unreviewed(LocalDate today) {
        return plans.stream()
                .filter(plan -> plan.reviewBy() != null && plan.reviewBy().isBefore(today))
                .toList();
    }

    /**
     * These for another lifecycle, whose steps may be others: rows of the default cascade table ({@link CascadeRule#itil()})
     * about steps that it does not have are left out. Rows of the host's own stay, so that whoever builds the definition is
     * told of them.
     *
     * @param lifecycle the lifecycle
     * @return what is left; this where nothing is left out
     */
    public Procedures under(Lifecycle lifecycle) {
        Set<Action> known =
                lifecycle.transitions().stream().map(Transition::action).collect(Collectors.toSet());
        List<CascadeRule> preset = CascadeRule.itil();
        List<CascadeRule> kept = cascades.stream()
                .filter(rule -> known.contains(rule.action()) || !preset.contains(rule))
                .toList();
        return kept.size() == cascades.size()
                ? this
                : builder(this).cascades(kept).build();
    }

    /**
     * What contradicts itself or the definition.
     *
     * @param around what the definition has
     * @param proof proves over the definition's scales
     * @return the contradictions; empty where there are none
     */
    public List<String> findings(Surroundings around, ConditionProof proof) {
        return new ProceduresVerifier(this, around, proof).findings();
    }

    /**
     * What could not be proven, because conditions are too tangled. A definition is not refused for it.
     *
     * @param around what the definition has
     * @param proof proves over the definition's scales
     * @return what is not known, in sentences; empty where all is
     */
    public List<String> unproven(Surroundings around, ConditionProof proof) {
        return new ProceduresVerifier(this, around, proof).unproven();
    }

    /**
     * Of the fields that the field rules ask of an incident at any stage, the share that it has.
     *
     * @param incident the incident
     * @return 0 to 1; 1 where nothing is asked
     */
    public double completeness(Incident incident) {
        return new ClassificationChecks(this).completeness(incident);
    }

    /**
     * Whether a condition asks for a fact whose answer something follows from at once. Policies that are code are not looked
     * into.
     *
     * @param fact the fact
     * @return true if one does
     */
    public boolean asks(Fact fact) {
        Stream<Condition> tables = Stream.of(classification, selection)
                .filter(ConditionTable.class::isInstance)
                .flatMap(table -> ((ConditionTable<?>) table).rows().stream().map(ConditionTable.Row::when));
        Stream<Condition> duties = Stream.concat(
                messages.stream().map(MessageLine::when), staffing.stream().map(StaffingRule::when));
        Stream<Condition> calls = Stream.concat(
                escalations.stream().map(EscalationChain::when),
                majors == null ? Stream.of() : majors.candidates().stream().map(MajorCandidate::when));
        return Stream.of(tables, duties, calls)
                .flatMap(conditions -> conditions)
                .anyMatch(condition -> Condition.asks(condition, fact));
    }

    /** {@return the content hash, 64 hexadecimal digits} */
    public String hash() {
        CanonicalForm form = new CanonicalForm("procedures/1")
                .put("taxonomy", taxonomy == null ? "null" : taxonomy.hash())
                .put("classification", classification.version())
                .put("selection", selection.version())
                .list("plans", plans)
                .list("messages", messages)
                .list("staffing", staffing)
                .list("fields", fields)
                .set("resolutionCodes", resolutionCodes)
                .list("changes", changes)
                .set("reviewSections", reviewSections)
                .set("signers", signers);
        if (alerts != null) {
            form.put("alerts", alerts);
        }
        if (!cascades.isEmpty()) {
            form.list("cascades", cascades);
        }
        if (majors != null) {
            form.put("majors", majors);
        }
        if (!escalations.isEmpty()) {
            form.list("escalations", escalations).put("onCall", onCall.version());
        }
        return form.hash();
    }
}

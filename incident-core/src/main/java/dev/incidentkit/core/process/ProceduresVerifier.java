package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.policy.Rotations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for what contradicts itself or the definition, over all parts. */
final class ProceduresVerifier {
    private final Procedures procedures;
    private final Surroundings around;
    private final ConditionProof proof;
    private final List<String> findings = new ArrayList<>();
    private final List<String> unproven = new ArrayList<>();

    ProceduresVerifier(Procedures procedures, Surroundings around, ConditionProof proof) {
        this.procedures = procedures;
        this.around = around;
        this.proof = proof;
    }

    List<String> findings() {
        unique("plan", procedures.plans(), plan -> plan.kind() + " " + plan.name());
        unique("line", procedures.messages(), MessageLine::name);
        unique("staffing rule", procedures.staffing(), StaffingRule::name);
        unique("field rule", procedures.fields(), FieldRule::name);
        unique("policy of emergency changes", procedures.changes(), ChangePolicy::name);
        unique("cascade rule", procedures.cascades(), CascadeRule::name);
        unique("chain of escalation", procedures.escalations(), EscalationChain::name);
        tasks();
        procedures.plans().forEach(this::defaults);
        findings.addAll(procedures
                .selection()
                .misfits(name -> procedures.plan(PlanKind.MODEL, name).isPresent(), proof));
        findings.addAll(procedures.classification().misfits(this::isActive, proof));
        shadowed("line", procedures.messages(), MessageLine::audience, line -> new Named(line.name(), line.when()));
        shadowed(
                "staffing rule",
                procedures.staffing(),
                rule -> rule.role().name(),
                rule -> new Named(rule.name(), rule.when()));
        procedures.fields().forEach(this::fields);
        procedures.cascades().forEach(this::cascade);
        procedures.escalations().forEach(this::chain);
        alerts();
        majors();
        return List.copyOf(findings);
    }

    /** What could not be proven. */
    List<String> unproven() {
        findings();
        unproven.addAll(procedures.selection().unproven(proof));
        unproven.addAll(procedures.classification().unproven(proof));
        return List.copyOf(unproven);
    }

    private void cascade(CascadeRule rule) {
        if (around.lifecycle().transitions().stream()
                .noneMatch(step -> step.action().equals(rule.action()))) {
            findings.add("cascade rule '" + rule.name() + "' is about " + rule.action()
                    + ", which the lifecycle does not have");
        }
        counts("cascade rule", rule.name(), rule.children());
    }

    /** A step to whoever is on call for a group that no rotation is for would never call anybody. */
    private void chain(EscalationChain chain) {
        counts("chain of escalation", chain.name(), chain.when());
        if (!(procedures.onCall() instanceof Rotations schedule)
                || schedule.rotations().isEmpty()) {
            return;
        }
        for (EscalationStep step : chain.steps()) {
            if (step.onCall()
                    && schedule.rotations().stream()
                            .noneMatch(rotation -> rotation.group().equals(step.target()))) {
                findings.add("chain of escalation '" + chain.name() + "' calls whoever is on call for '" + step.target()
                        + "', but no rotation is for that group");
            }
        }
    }

    private void counts(String what, String name, Condition when) {
        judge(what + " '" + name + "'", when, when + " cannot be so");
    }

    /** What is major is reviewed: no way to a closure may pass the guard, however it is taken. */
    private void majors() {
        MajorPolicy majors = procedures.majors();
        if (majors == null) {
            return;
        }
        unique("candidate for major incidents", majors.candidates(), MajorCandidate::name);
        majors.candidates().forEach(row -> counts("candidate for major incidents", row.name(), row.when()));
        for (Transition transition : around.lifecycle().transitions()) {
            for (Branch branch : transition.branches()) {
                boolean closes = branch.to() != null && branch.to().phase() == Phase.CLOSED;
                boolean isGuarded = Stream.concat(transition.guards().stream(), branch.when().stream())
                        .anyMatch(guard -> guard.name().equals(Guards.MAJOR_REVIEWED.name()));
                if (closes && !isGuarded) {
                    findings.add("major incidents must be reviewed, but " + transition.action() + " from "
                            + transition.from() + " to " + branch.to() + " lacks the guard '"
                            + Guards.MAJOR_REVIEWED.name() + "'");
                }
            }
        }
    }

    private void alerts() {
        AlertPolicy alerts = procedures.alerts();
        if (alerts == null) {
            return;
        }
        if (!procedures.resolutionCodes().isEmpty()
                && !procedures.resolutionCodes().contains(alerts.code())) {
            findings.add("alerts resolve with code '" + alerts.code() + "', which is none of the resolution codes");
        }
        for (String attribute : alerts.attributes()) {
            if (!around.attributes().contains(attribute)) {
                findings.add("alerts give attribute '" + attribute + "', which is not declared");
            }
        }
        if (alerts.category() != null && !isActive(alerts.category())) {
            findings.add(
                    "alerts resolve with category '" + alerts.category() + "', which is not active in the taxonomy");
        }
    }

    private <T> void unique(String what, List<T> parts, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (T part : parts) {
            if (!seen.add(name.apply(part))) {
                findings.add(what + " '" + name.apply(part) + "' is there twice");
            }
        }
    }

    private boolean isActive(Category category) {
        Taxonomy taxonomy = procedures.taxonomy();
        return taxonomy == null
                || taxonomy.entry(category).filter(Taxonomy.Entry::active).isPresent();
    }

    /** Tasks are found by their names, whichever plan brought them; what depends on itself could never begin. */
    private void tasks() {
        Set<String> seen = new HashSet<>();
        for (Plan plan : procedures.plans()) {
            Map<String, TaskTemplate> own = new LinkedHashMap<>();
            for (TaskTemplate task : plan.tasks()) {
                if (!seen.add(task.name())) {
                    findings.add("task '" + task.name() + "' of plan '" + plan.name() + "' is there twice");
                }
                own.put(task.name(), task);
            }
            for (TaskTemplate task : plan.tasks()) {
                for (String before : task.after()) {
                    if (!own.containsKey(before)) {
                        findings.add("task '" + task.name() + "' comes after '" + before + "', which plan '"
                                + plan.name() + "' does not have");
                    }
                }
                if (reaches(own, task.name(), task.name(), new HashSet<>())) {
                    findings.add("task '" + task.name() + "' of plan '" + plan.name() + "' depends on itself");
                }
            }
        }
    }

    private static boolean reaches(Map<String, TaskTemplate> own, String from, String to, Set<String> seen) {
        TaskTemplate task = own.get(from);
        if (task == null) {
            return false;
        }
        for (String before : task.after()) {
            if (before.equals(to) || (seen.add(before) && reaches(own, before, to, seen))) {
                return true;
            }
        }
        return false;
    }

    private void defaults(Plan plan) {
        ModelDefaults given = plan.defaults();
        if (plan.kind() != PlanKind.MODEL && !given.equals(ModelDefaults.NONE)) {
            findings.add("plan '" + plan.name() + "' is no model, but has defaults " + given);
        }
        if (given.category() != null && !isActive(given.category())) {
            findings.add("model '" + plan.name() + "' gives category '" + given.category()
                    + "', which the taxonomy does not have or no longer gives");
        }
        level(plan, around.impacts(), given.impact());
        level(plan, around.urgencies(), given.urgency());
        level(plan, around.severities(), given.severity());
    }

    private void level(Plan plan, Scale<?> scale, @Nullable Level level) {
        if (level != null && !scale.contains(level)) {
            findings.add("model '" + plan.name() + "' gives '" + level + "', which is no level of " + scale);
        }
    }

    /** A part with the condition under which it counts. */
    private record Named(String name, Condition when) {}

    private <T> void shadowed(String what, List<T> parts, Function<T, String> group, Function<T, Named> naming) {
        Map<String, List<Condition>> earlier = new LinkedHashMap<>();
        for (T part : parts) {
            Named named = naming.apply(part);
            List<Condition> before = earlier.computeIfAbsent(group.apply(part), any -> new ArrayList<>());
            Condition alone = Condition.allOf(named.when(), Condition.not(new Condition.AnyOf(List.copyOf(before))));
            judge(
                    what + " '" + named.name() + "'",
                    alone,
                    "where " + named.when() + ", an earlier one does, or nothing can be so");
            before.add(named.when());
        }
    }

    private void judge(String what, Condition condition, String why) {
        switch (proof.judge(condition)) {
            case IMPOSSIBLE -> findings.add(what + " never counts: " + why);
            case NOT_PROVABLE -> unproven.add(what + " may never count: its condition is too tangled to say");
            case POSSIBLE -> {}
        }
    }

    private void fields(FieldRule rule) {
        if (around.lifecycle().transitions().stream()
                .noneMatch(step -> step.action().equals(rule.stage()))) {
            findings.add("field rule '" + rule.name() + "' is about " + rule.stage()
                    + ", which the lifecycle does not have");
        }
        counts("field rule", rule.name(), rule.when());
        for (Field field : rule.fields()) {
            if (field instanceof Field.Attribute attribute
                    && !around.attributes().contains(attribute.attribute())) {
                findings.add("field rule '" + rule.name() + "' requires attribute '" + attribute.attribute()
                        + "', which the definition does not declare");
            }
        }
    }
}

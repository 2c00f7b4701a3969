package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.policy.OnCallSchedule;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertPolicyBuilder;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.CascadeEffect;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.EscalationChain;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.MajorCandidate;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.ProceduresBuilder;
import dev.incidentkit.core.process.StaffingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plants faults in procedures: each thing that they ask for is gone, or asked for otherwise. */
final class ProcedureMutants {
    private static final Role CALLER = Role.CALLER;

    private final Procedures procedures;
    private final List<Mutant<Procedures>> mutants = new ArrayList<>();

    private ProcedureMutants(Procedures procedures) {
        this.procedures = procedures;
    }

    static List<Mutant<Procedures>> of(Procedures procedures) {
        ProcedureMutants mutants = new ProcedureMutants(procedures);
        SelectionMutants.add(procedures, mutants::add);
        PlanMutants.add(procedures, mutants::add);
        mutants.people();
        mutants.lines();
        mutants.values();
        mutants.reviews();
        mutants.alerts(procedures.alerts());
        mutants.majors(procedures.majors());
        mutants.chains();
        mutants.cascades();
        return mutants.mutants;
    }

    /** A fault and how it is planted. */
    record Fault(MutantKind kind, String place, String change, Consumer<ProceduresBuilder> planted) {
        static Fault dropped(String place, Consumer<ProceduresBuilder> planted) {
            return new Fault(MutantKind.DROPPED_PROCEDURE, place, "is gone", planted);
        }

        static Fault changed(String place, String change, Consumer<ProceduresBuilder> planted) {
            return new Fault(MutantKind.CHANGED_PROCEDURE, place, change, planted);
        }
    }

    private void add(Fault fault) {
        Procedures mutated;
        try {
            ProceduresBuilder builder = Procedures.builder(procedures);
            fault.planted().accept(builder);
            mutated = builder.build();
        } catch (IllegalArgumentException e) {
            return; // no test is needed for what is not built at all
        }
        mutants.add(new Mutant<>(fault.kind(), fault.place(), fault.change(), mutated, false));
    }

    /** Half as long again. */
    static Allowance longer(Allowance allowance) {
        return new Allowance(allowance.time().multipliedBy(3).dividedBy(2), allowance.calendar());
    }

    static <E> List<E> without(Collection<E> all, E one) {
        List<E> rest = new ArrayList<>(all);
        rest.remove(one);
        return rest;
    }

    static <E> List<E> with(List<E> all, E one, E other) {
        List<E> changed = new ArrayList<>(all);
        changed.set(changed.indexOf(one), other);
        return changed;
    }

    /** What a list of procedures is made of, and how another list is set. */
    private record Part<E>(
            String name, List<E> all, Function<E, String> named, BiConsumer<ProceduresBuilder, List<E>> setter) {}

    /** Each element is gone, and each is replaced by others that are named by what is changed. */
    private <E> void each(Part<E> part, Function<E, Map<String, E>> others) {
        for (E one : part.all()) {
            String place = part.name() + " " + part.named().apply(one);
            add(Fault.dropped(place, builder -> part.setter().accept(builder, without(part.all(), one))));
            others.apply(one).forEach((change, other) -> {
                if (!other.equals(one)) {
                    add(Fault.changed(
                            place, change, builder -> part.setter().accept(builder, with(part.all(), one, other))));
                }
            });
        }
    }

    private void lines() {
        each(
                new Part<>("message", procedures.messages(), MessageLine::name, ProceduresBuilder::messages),
                line -> Map.of(
                        "is always due",
                        line.when(Condition.ALWAYS),
                        "comes later",
                        line(line, longer(line.within()), line.repeats()),
                        line.repeats() ? "comes once" : "comes again and again",
                        line(line, line.within(), !line.repeats())));
    }

    private static MessageLine line(MessageLine line, Allowance within, boolean repeats) {
        return new MessageLine(
                line.name(), line.when(), line.audience(), line.channel(), line.template(), within, repeats);
    }

    private void people() {
        each(
                new Part<>("staffing", procedures.staffing(), StaffingRule::name, ProceduresBuilder::staffing),
                rule -> Map.of(
                        "always asks",
                        staffing(rule, Condition.ALWAYS, rule.count(), rule.within()),
                        "asks for one more",
                        staffing(rule, rule.when(), rule.count() + 1, rule.within()),
                        "asks later",
                        staffing(rule, rule.when(), rule.count(), longer(rule.within()))));
        each(
                new Part<>("change policy", procedures.changes(), ChangePolicy::name, ProceduresBuilder::changes),
                policy -> Map.of(
                        "is decided later",
                        new ChangePolicy(policy.name(), policy.what(), policy.approvers(), longer(policy.within())),
                        "is decided by the caller too",
                        new ChangePolicy(
                                policy.name(), policy.what(), and(policy.approvers(), CALLER), policy.within())));
    }

    private static StaffingRule staffing(StaffingRule rule, Condition when, int count, Allowance within) {
        return new StaffingRule(rule.name(), when, rule.role(), count, within);
    }

    private static Set<Role> and(Set<Role> roles, Role more) {
        Set<Role> all = new HashSet<>(roles);
        all.add(more);
        return all;
    }

    private void values() {
        each(
                new Part<>("field rule", procedures.fields(), FieldRule::name, ProceduresBuilder::fields),
                rule -> Map.of(
                        "always asks", new FieldRule(rule.name(), rule.stage(), Condition.ALWAYS, rule.fields())));
        for (String code : new TreeSet<>(procedures.resolutionCodes())) {
            if (procedures.resolutionCodes().size() > 1) {
                add(Fault.dropped(
                        "resolution code " + code,
                        builder -> builder.resolutionCodes(without(procedures.resolutionCodes(), code))));
            }
        }
        if (!procedures.resolutionCodes().isEmpty()) {
            add(Fault.dropped("list of resolution codes", builder -> builder.resolutionCodes(List.of())));
        }
        if (procedures.taxonomy() != null) {
            add(Fault.dropped("taxonomy", builder -> builder.taxonomy(null)));
        }
    }

    private void reviews() {
        procedures.reviewSections().stream()
                .sorted()
                .forEach(section -> add(Fault.dropped(
                        "section " + section + " of the review",
                        builder -> builder.reviewSections(without(procedures.reviewSections(), section)))));
        if (!procedures.signers().isEmpty()) {
            add(Fault.changed(
                    "review",
                    "is signed by the caller too",
                    builder -> builder.signers(and(procedures.signers(), CALLER))));
        }
    }

    private void alerts(@Nullable AlertPolicy policy) {
        if (policy == null) {
            return;
        }
        Duration longer = policy.window().multipliedBy(2).plusHours(1);
        alerts(policy, "are remembered longer", builder -> builder.window(longer));
        if (policy.flapping() != null) {
            alerts(policy, "never flap", builder -> builder.flapping(null));
        }
        AlertRecovery other = policy.recovery() == AlertRecovery.RESOLVE ? AlertRecovery.MARK : AlertRecovery.RESOLVE;
        alerts(policy, "that clear " + other, builder -> builder.recovery(other));
        policy.suppressions()
                .forEach(rule -> alerts(
                        policy,
                        "are not suppressed by " + rule.name(),
                        builder -> builder.suppressions(without(policy.suppressions(), rule))));
    }

    private void alerts(AlertPolicy policy, String change, Consumer<AlertPolicyBuilder> planted) {
        AlertPolicyBuilder mutated = new AlertPolicyBuilder().from(policy);
        planted.accept(mutated);
        add(Fault.changed("alerts", change, builder -> builder.alerts(mutated.build())));
    }

    private void majors(@Nullable MajorPolicy policy) {
        if (policy == null) {
            return;
        }
        policy.candidates().forEach(candidate -> candidate(policy, candidate));
        add(Fault.changed(
                "major incidents",
                "are decided by the caller too",
                builder -> builder.majors(
                        new MajorPolicy(policy.candidates(), and(policy.deciders(), CALLER), policy.within()))));
        add(Fault.changed(
                "major incidents",
                "are decided later",
                builder -> builder.majors(
                        new MajorPolicy(policy.candidates(), policy.deciders(), longer(policy.within())))));
    }

    private void candidate(MajorPolicy policy, MajorCandidate candidate) {
        List<MajorCandidate> others = without(policy.candidates(), candidate);
        add(Fault.dropped(
                "candidate " + candidate.name() + " for major incidents",
                builder -> builder.majors(new MajorPolicy(others, policy.deciders(), policy.within()))));
    }

    private void chains() {
        each(
                new Part<>(
                        "chain of escalation",
                        procedures.escalations(),
                        EscalationChain::name,
                        ProceduresBuilder::escalations),
                ProcedureMutants::otherChains);
        if (!procedures.onCall().equals(OnCallSchedule.nobody())) {
            add(new Fault(
                    MutantKind.SILENCED_POLICY,
                    "schedule of duty",
                    "nobody is on call",
                    builder -> builder.onCall(OnCallSchedule.nobody())));
        }
    }

    private static Map<String, EscalationChain> otherChains(EscalationChain chain) {
        Map<String, EscalationChain> others = new LinkedHashMap<>();
        others.put(
                "always escalates",
                new EscalationChain(chain.name(), Condition.ALWAYS, chain.steps(), chain.repeats()));
        if (chain.repeats() > 0) {
            others.put("does not repeat", new EscalationChain(chain.name(), chain.when(), chain.steps(), 0));
        }
        for (int i = 0; chain.steps().size() > 1 && i < chain.steps().size(); i++) {
            others.put(
                    "lacks step " + (i + 1),
                    new EscalationChain(
                            chain.name(),
                            chain.when(),
                            without(chain.steps(), chain.steps().get(i)),
                            chain.repeats()));
        }
        return others;
    }

    private void cascades() {
        each(
                new Part<>("cascade", procedures.cascades(), CascadeRule::name, ProceduresBuilder::cascades),
                ProcedureMutants::otherCascades);
    }

    private static Map<String, CascadeRule> otherCascades(CascadeRule rule) {
        CascadeEffect other = rule.effect() == CascadeEffect.NOTE ? CascadeEffect.SAME_STEP : CascadeEffect.NOTE;
        Map<String, CascadeRule> others = new LinkedHashMap<>();
        others.put("is a " + other, like(rule, other, rule.children()));
        others.put(
                "has no exceptions",
                new CascadeRule(rule.name(), rule.action(), rule.effect(), Set.of(), Set.of(), rule.children()));
        others.put("reaches every child", like(rule, rule.effect(), Condition.ALWAYS));
        return others;
    }

    private static CascadeRule like(CascadeRule rule, CascadeEffect effect, Condition children) {
        return new CascadeRule(rule.name(), rule.action(), effect, rule.exceptReasons(), rule.exceptRoles(), children);
    }
}

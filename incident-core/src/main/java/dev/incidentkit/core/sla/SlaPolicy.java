package dev.incidentkit.core.sla;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.internal.CanonicalForm;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service level that was agreed.
 *
 * @param name its name, unique within a definition, 1 to 100 characters
 * @param kind between whom it is agreed
 * @param targets what it promises, each once, in the order in which ties are decided
 * @param penalty what a miss costs, if it costs anything
 */
public record SlaPolicy(
        String name,
        SlaKind kind,
        List<SlaTarget> targets,
        @Nullable Penalty penalty) {
    /**
     * Copies the list.
     *
     * @throws ConfigurationException if the name is blank or too long, or a target is missing or there twice
     */
    public SlaPolicy {
        targets = List.copyOf(targets);
        List<String> findings = new ArrayList<>();
        if (name.isBlank() || name.length() > 100) {
            findings.add("the name must have 1 to 100 characters, but is '" + name + "'");
        }
        if (targets.isEmpty()) {
            findings.add("it promises nothing: it has no target");
        }
        Set<String> seen = new HashSet<>();
        for (SlaTarget target : targets) {
            if (!seen.add(target.name())) {
                findings.add("target " + target.name() + " is there twice");
            }
        }
        if (!findings.isEmpty()) {
            throw new ConfigurationException("policy '" + name + "'", findings);
        }
    }

    /**
     * A policy between a provider and its customer, without a penalty.
     *
     * @param name its name
     * @param targets what it promises
     * @return the policy
     */
    public static SlaPolicy of(String name, SlaTarget... targets) {
        return new SlaPolicy(name, SlaKind.SLA, List.of(targets), null);
    }

    /**
     * This policy, agreed between others.
     *
     * @param other between whom
     * @return a copy
     */
    public SlaPolicy kind(SlaKind other) {
        return new SlaPolicy(name, other, targets, penalty);
    }

    /**
     * This policy, with a price for misses.
     *
     * @param price what a miss costs
     * @return a copy
     */
    public SlaPolicy penalty(Penalty price) {
        return new SlaPolicy(name, kind, targets, price);
    }

    /** {@return the hash of the content, 64 hexadecimal digits} */
    public String hash() {
        CanonicalForm form =
                new CanonicalForm("sla/2").put("name", name).put("kind", kind).put("penalty", String.valueOf(penalty));
        for (SlaTarget target : targets) {
            form.put("target", target.name())
                    .put("otherwise", canonical(target.otherwise()))
                    .list(
                            "thresholds",
                            target.thresholds().stream().map(Threshold::name).toList())
                    .put("conditions", target.conditions())
                    .put("satisfier", String.valueOf(target.satisfier()))
                    .put("rules", target.rules().in(kind))
                    .put("zoneSource", target.zoneSource())
                    .list("zones", pairs(target.zones(), ZoneId::getId))
                    .list("goals", pairs(target.goals(), SlaPolicy::canonical));
        }
        return form.hash();
    }

    /** Names are free texts, so that a pair is written by its lengths. */
    private static <T> List<CanonicalForm> pairs(Map<String, T> map, Function<T, String> value) {
        List<CanonicalForm> pairs = new ArrayList<>();
        map.forEach((name, of) -> pairs.add(new CanonicalForm("pair/1").put(name, value.apply(of))));
        return pairs;
    }

    private static String canonical(@Nullable Goal goal) {
        return goal == null ? "none" : goal.limit() + " of " + goal.calendar().hash();
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }

    /**
     * Whether a condition of its clocks asks for a fact.
     *
     * @param fact the fact
     * @return true if one does
     */
    public boolean asks(Fact fact) {
        return targets.stream()
                .map(SlaTarget::conditions)
                .flatMap(each ->
                        Stream.of(each.attach(), each.start(), each.pause(), each.stop(), each.reset(), each.cancel()))
                .anyMatch(condition -> Condition.asks(condition, fact));
    }
}

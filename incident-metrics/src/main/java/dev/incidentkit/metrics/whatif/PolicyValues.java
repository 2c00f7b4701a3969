package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.ClockRulesBuilder;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of which a target is made, each with the target that another value would make. */
final class PolicyValues {
    private PolicyValues() {}

    /**
     * A value that differs between two targets.
     *
     * @param name what it is and both values, for example {@code reopen: RESTART -> FINAL_AT_FIRST_RESOLVE}
     * @param variant the first target with the second one's value
     */
    record Change(String name, SlaTarget variant) {}

    /** Two targets and what was found to differ so far. */
    private record Pair(SlaTarget from, SlaTarget to, List<Change> changes) {}

    /** Every value in which two targets differ. */
    static List<Change> changes(SlaTarget from, SlaTarget to) {
        List<Change> changes = new ArrayList<>();
        Pair pair = new Pair(from, to, changes);
        goals(pair);
        conditions(pair);
        rules(pair);
        if (!Objects.equals(from.satisfier(), to.satisfier())) {
            changes.add(new Change(
                    name("satisfied by", from.satisfier(), to.satisfier()),
                    with(from).satisfier(to.satisfier()).build()));
        }
        if (from.zoneSource() != to.zoneSource() || !from.zones().equals(to.zones())) {
            changes.add(new Change(
                    name("zones", from.zoneSource(), to.zoneSource()),
                    with(from).zoneSource(to.zoneSource()).zones(to.zones()).build()));
        }
        return changes;
    }

    private static SlaTargetBuilder with(SlaTarget target) {
        return new SlaTargetBuilder().from(target);
    }

    private static String name(String what, @Nullable Object before, @Nullable Object after) {
        return what + ": " + text(before) + " -> " + text(after);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    private static void goals(Pair pair) {
        SlaTarget from = pair.from();
        SlaTarget to = pair.to();
        List<Change> changes = pair.changes();
        TreeSet<String> priorities = new TreeSet<>(from.goals().keySet());
        priorities.addAll(to.goals().keySet());
        for (String priority : priorities) {
            Goal before = from.goals().get(priority);
            Goal after = to.goals().get(priority);
            if (!Objects.equals(before, after)) {
                TreeMap<String, Goal> goals = new TreeMap<>(from.goals());
                if (after == null) {
                    goals.remove(priority);
                } else {
                    goals.put(priority, after);
                }
                if (!goals.isEmpty() || from.otherwise() != null) {
                    changes.add(new Change(
                            name("goal of " + priority, before, after),
                            with(from).goals(goals).build()));
                }
            }
        }
        if (!Objects.equals(from.otherwise(), to.otherwise())
                && (to.otherwise() != null || !from.goals().isEmpty())) {
            changes.add(new Change(
                    name("goal without priority", from.otherwise(), to.otherwise()),
                    with(from).otherwise(to.otherwise()).build()));
        }
    }

    private static void conditions(Pair pair) {
        ClockConditions a = pair.from().conditions();
        ClockConditions b = pair.to().conditions();
        condition("attach", ClockConditions::attach, a.attachedWhile(b.attach()), pair);
        condition("start", ClockConditions::start, a.startedBy(b.start()), pair);
        condition("pause", ClockConditions::pause, a.pausedWhile(b.pause()), pair);
        condition("stop", ClockConditions::stop, a.stoppedBy(b.stop()), pair);
        condition("reset", ClockConditions::reset, a.resetBy(b.reset()), pair);
        condition("cancel", ClockConditions::cancel, a.cancelledBy(b.cancel()), pair);
    }

    private static void condition(
            String what, Function<ClockConditions, Object> value, ClockConditions variant, Pair pair) {
        Object before = value.apply(pair.from().conditions());
        Object after = value.apply(pair.to().conditions());
        if (!before.equals(after)) {
            pair.changes()
                    .add(new Change(
                            name(what, before, after),
                            with(pair.from()).conditions(variant).build()));
        }
    }

    private static void rules(Pair pair) {
        ClockRules b = pair.to().rules();
        rule("start", ClockRules::start, rules -> rules.start(b.start()), pair);
        rule("upgrade", ClockRules::upgrade, rules -> rules.upgrade(b.upgrade()), pair);
        rule("downgrade", ClockRules::downgrade, rules -> rules.downgrade(b.downgrade()), pair);
        rule("earlierBreach", ClockRules::earlierBreach, rules -> rules.earlierBreach(b.earlierBreach()), pair);
        rule("reopen", ClockRules::reopen, rules -> rules.reopen(b.reopen()), pair);
        rule("transfer", ClockRules::transfer, rules -> rules.transfer(b.transfer()), pair);
        rule("detach", ClockRules::detach, rules -> rules.detach(b.detach()), pair);
        rule("end", ClockRules::end, rules -> rules.end(b.end()), pair);
        rule("recurrence", ClockRules::recurrence, rules -> rules.recurrence(b.recurrence()), pair);
    }

    private static void rule(
            String what,
            Function<ClockRules, Object> value,
            Function<ClockRulesBuilder, ClockRulesBuilder> variant,
            Pair pair) {
        Object before = value.apply(pair.from().rules());
        Object after = value.apply(pair.to().rules());
        if (!before.equals(after)) {
            ClockRules changed = variant.apply(
                            new ClockRulesBuilder().from(pair.from().rules()))
                    .build();
            pair.changes()
                    .add(new Change(
                            name(what, before, after),
                            with(pair.from()).rules(changed).build()));
        }
    }
}

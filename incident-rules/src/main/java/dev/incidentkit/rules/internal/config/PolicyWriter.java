package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Limit;
import dev.incidentkit.core.sla.Penalty;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SlaKind;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.Threshold;
import dev.incidentkit.core.sla.ZoneSource;
import dev.incidentkit.rules.internal.yaml.Durations;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes service levels as trees. What has its default is left out. */
final class PolicyWriter {
    private final CalendarWriter calendars;
    private final ConditionWriter conditions;

    PolicyWriter(CalendarWriter calendars, ConditionWriter conditions) {
        this.calendars = calendars;
        this.conditions = conditions;
    }

    Map<String, Object> policies(List<SlaPolicy> policies) {
        Map<String, Object> tree = new LinkedHashMap<>();
        policies.forEach(policy -> tree.put(policy.name(), policy(policy)));
        return tree;
    }

    private Map<String, Object> policy(SlaPolicy policy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (policy.kind() != SlaKind.SLA) {
            tree.put("kind", policy.kind().name());
        }
        Map<String, Object> targets = new LinkedHashMap<>();
        policy.targets().forEach(target -> targets.put(target.name(), target(target)));
        tree.put("targets", targets);
        Penalty penalty = policy.penalty();
        if (penalty != null) {
            tree.put("penalty", penalty(penalty));
        }
        return tree;
    }

    private static Map<String, Object> penalty(Penalty penalty) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("currency", penalty.currency());
        tree.put("fixed", penalty.fixed().toPlainString());
        tree.put("perUnit", penalty.perUnit().toPlainString());
        tree.put("unit", Durations.text(penalty.unit()));
        BigDecimal cap = penalty.cap();
        if (cap != null) {
            tree.put("cap", cap.toPlainString());
        }
        return tree;
    }

    private Map<String, Object> target(SlaTarget target) {
        Map<String, Object> tree = new LinkedHashMap<>();
        goals(target, tree);
        if (!target.thresholds().isEmpty()) {
            tree.put(
                    "thresholds",
                    target.thresholds().stream().map(PolicyWriter::threshold).toList());
        }
        conditions(target.conditions(), tree);
        Object satisfier = satisfier(target.satisfier());
        if (satisfier != null) {
            tree.put("satisfiedBy", satisfier);
        }
        conventions(target, tree);
        return tree;
    }

    private void goals(SlaTarget target, Map<String, Object> tree) {
        Map<String, Object> goals = new LinkedHashMap<>();
        target.goals().forEach((priority, goal) -> goals.put(priority, goal(goal)));
        if (!goals.isEmpty()) {
            tree.put("goals", goals);
        }
        Goal otherwise = target.otherwise();
        if (otherwise != null) {
            tree.put("otherwise", goal(otherwise));
        }
    }

    private static void conventions(SlaTarget target, Map<String, Object> tree) {
        Map<String, Object> rules = rules(target.rules());
        if (!rules.isEmpty()) {
            tree.put("rules", rules);
        }
        if (target.zoneSource() != ZoneSource.POLICY) {
            tree.put("zoneSource", target.zoneSource().name());
        }
        if (!target.zones().isEmpty()) {
            Map<String, Object> zones = new LinkedHashMap<>();
            target.zones().forEach((name, zone) -> zones.put(name, zone.getId()));
            tree.put("zones", zones);
        }
    }

    private String goal(Goal goal) {
        return limit(goal.limit()) + TargetReader.OF + calendars.key(goal.calendar());
    }

    private static String limit(Limit limit) {
        if (limit instanceof Limit.Within within) {
            return Durations.text(within.time());
        } else if (limit instanceof Limit.WorkingDays days) {
            return days.days() + TargetReader.WORKING_DAYS;
        } else if (limit instanceof Limit.DueDate due) {
            if (due.attribute().contains(TargetReader.OF)) {
                throw new UnwritableException("attribute '" + due.attribute() + "' in a goal: its name has ' of '");
            }
            return TargetReader.BY + due.attribute();
        } else if (limit instanceof Limit.NextWorkingDayAt at) {
            return TargetReader.DAY_AT + at.time();
        }
        return TargetReader.END_OF_DAY;
    }

    private static String threshold(Threshold threshold) {
        if (threshold instanceof Threshold.Percent percent) {
            return percent.percent() + "%";
        } else if (threshold instanceof Threshold.Before before) {
            return "before " + Durations.text(before.time());
        }
        return "past " + Durations.text(((Threshold.Past) threshold).time());
    }

    private void conditions(ClockConditions own, Map<String, Object> tree) {
        ClockConditions standard = ClockConditions.of();
        condition("attach", own.attach(), standard.attach(), tree);
        condition("start", own.start(), standard.start(), tree);
        condition("pause", own.pause(), standard.pause(), tree);
        condition("stop", own.stop(), standard.stop(), tree);
        condition("reset", own.reset(), standard.reset(), tree);
        condition("cancel", own.cancel(), standard.cancel(), tree);
    }

    private void condition(String key, Condition own, Condition standard, Map<String, Object> tree) {
        if (!own.equals(standard)) {
            tree.put(key, conditions.tree(own));
        }
    }

    private static @Nullable Object satisfier(@Nullable Satisfier satisfier) {
        if (satisfier == null) {
            return null;
        } else if (satisfier.equals(Satisfier.firstHumanAnswer())) {
            return TargetReader.FIRST_HUMAN_ANSWER;
        } else if (satisfier.equals(Satisfier.customerMessage())) {
            return TargetReader.CUSTOMER_MESSAGE;
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("actors", satisfier.kinds().stream().map(Enum::name).toList());
        tree.put("acts", satisfier.acts().stream().map(Enum::name).toList());
        tree.put("visibility", satisfier.visibilities().stream().map(Enum::name).toList());
        tree.put("audiences", List.copyOf(satisfier.audiences()));
        return tree;
    }

    private static Map<String, Object> rules(ClockRules own) {
        ClockRules standard = ClockRules.of().build();
        Map<String, Object> tree = new LinkedHashMap<>();
        rule("start", own.start(), standard.start(), tree);
        rule("upgrade", own.upgrade(), standard.upgrade(), tree);
        rule("downgrade", own.downgrade(), standard.downgrade(), tree);
        rule("earlierBreach", own.earlierBreach(), standard.earlierBreach(), tree);
        rule("reopen", own.reopen(), standard.reopen(), tree);
        rule("transfer", own.transfer(), standard.transfer(), tree);
        rule("attachedBreach", own.attachedBreach(), standard.attachedBreach(), tree);
        rule("notices", own.notices(), standard.notices(), tree);
        rule("detach", own.detach(), standard.detach(), tree);
        rule("end", own.end(), standard.end(), tree);
        rule("recurrence", own.recurrence(), standard.recurrence(), tree);
        return tree;
    }

    private static void rule(String key, Enum<?> own, Enum<?> standard, Map<String, Object> tree) {
        if (own != standard) {
            tree.put(key, own.name());
        }
    }
}

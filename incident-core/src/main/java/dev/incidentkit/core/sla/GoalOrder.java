package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarContent;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a target gives to each priority with what it gives to the next less severe one. Amounts and working days
 * can be compared where they are of one calendar; across calendars only round the clock tells, since there no time is
 * longer than it is.
 */
final class GoalOrder {
    private final SlaPolicy policy;
    private final SlaTarget target;
    private final List<SlaFinding> findings = new ArrayList<>();

    private GoalOrder(SlaPolicy policy, SlaTarget target) {
        this.policy = policy;
        this.target = target;
    }

    static List<SlaFinding> verify(SlaPolicy policy, SlaTarget target, Scale<Priority> priorities) {
        GoalOrder order = new GoalOrder(policy, target);
        String severe = null;
        for (Priority priority : priorities.levels()) {
            if (target.goals().containsKey(priority.name())) {
                order.compare(severe, priority.name());
                severe = priority.name();
            }
        }
        return order.findings;
    }

    private void compare(@Nullable String severe, String light) {
        Goal more = severe == null ? null : target.goals().get(severe);
        Goal less = target.goals().get(light);
        if (severe == null || more == null || less == null || more.equals(less)) {
            return;
        }
        Boolean longer = isLonger(more, less);
        if (longer == null) {
            String message = "whether " + severe + " (" + told(more) + ") has more time than " + light + " ("
                    + told(less) + ") depends on when it starts";
            add(SlaFinding.Kind.NOT_PROVABLE, message, severe);
        } else if (longer) {
            String message = severe + " has " + shown(more.limit()) + ", but " + light + " has " + shown(less.limit());
            add(SlaFinding.Kind.LONGER_FOR_MORE_SEVERE, message, severe);
        }
    }

    private void add(SlaFinding.Kind kind, String message, String severe) {
        findings.add(new SlaFinding(kind, policy.name(), target.name(), message, Map.of("priority", severe)));
    }

    private static String told(Goal goal) {
        return goal.limit() + " of '" + goal.calendar().name() + "'";
    }

    static String shown(Limit limit) {
        return limit instanceof Limit.Within within ? within.time().toString() : limit.toString();
    }

    /** Whether one goal gives more time than another from the same start; null where it depends on the start. */
    private static @Nullable Boolean isLonger(Goal one, Goal other) {
        boolean together = one.calendar().equals(other.calendar());
        if (one.limit() instanceof Limit.WorkingDays days && other.limit() instanceof Limit.WorkingDays others) {
            return together ? days.days() > others.days() : null;
        }
        if (!(one.limit() instanceof Limit.Within within) || !(other.limit() instanceof Limit.Within limit)) {
            return null;
        }
        int order = within.time().compareTo(limit.time());
        if (together || (order > 0 && isAlwaysOpen(other.calendar()))) {
            return order > 0;
        }
        return (order <= 0 && isAlwaysOpen(one.calendar())) ? Boolean.FALSE : null;
    }

    private static boolean isAlwaysOpen(BusinessCalendar calendar) {
        CalendarContent content = calendar.content();
        return Arrays.stream(DayOfWeek.values())
                        .allMatch(day ->
                                content.weekly().getOrDefault(day, List.of()).contains(Window.ALL_DAY))
                && content.weeklyBreaks().isEmpty()
                && content.shifts().isEmpty()
                && content.breaks().isEmpty()
                && content.holidays().isEmpty();
    }

    /**
     * The most working time that a limit can have under any calendar. A working day is a date, and a date has at most 25
     * hours; what is left of the date of the start counts as one more.
     *
     * @return the time; null where nothing bounds it
     */
    static @Nullable Duration most(Limit limit) {
        if (limit instanceof Limit.Within within) {
            return within.time();
        }
        if (limit instanceof Limit.DueDate) {
            return null;
        }
        int days = limit instanceof Limit.WorkingDays working ? working.days() : 1;
        return Duration.ofHours(25L * (days + 1));
    }
}

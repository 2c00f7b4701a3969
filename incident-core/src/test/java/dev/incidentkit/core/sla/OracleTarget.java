package dev.incidentkit.core.sla;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.StepOracle;
import dev.incidentkit.core.sla.World.Cond;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drawn target and what it means to the oracle.
 *
 * @param target the target, of which the oracle reads the goals, thresholds and rules that were drawn
 * @param conditions to attach, start, pause, stop, reset and cancel
 * @param here the open minutes of each calendar in its own zone, by calendar
 * @param there the open minutes of each calendar in the zone of the other site
 */
record OracleTarget(
        SlaTarget target,
        List<Cond> conditions,
        Map<BusinessCalendar, StepOracle> here,
        Map<BusinessCalendar, StepOracle> there) {
    static final long MINUTE = 60_000;

    /** What a limit amounts to: working time, and the instant that it is fixed to, if it is. */
    record Measured(long amount, long point) {}

    ClockRules rules() {
        return target.rules();
    }

    boolean attached(World world) {
        return goal(world) != null && conditions.get(0).in(world);
    }

    boolean starts(World world) {
        return conditions.get(1).in(world);
    }

    boolean pauses(World world) {
        return conditions.get(2).in(world);
    }

    boolean done(World world) {
        return conditions.get(3).in(world) || (rules().end() == ResolutionEnd.RESTORED && world.restored());
    }

    boolean resets(World world) {
        return conditions.get(4).in(world);
    }

    boolean cancels(World world) {
        return conditions.get(5).in(world);
    }

    @Nullable
    Goal goal(World world) {
        return world.rank() < 0
                ? target.otherwise()
                : target.goals().get(Happening.PRIORITIES.get(world.rank()).name());
    }

    StepOracle minutes(Goal goal, World world) {
        boolean other = switch (target.zoneSource()) {
            case POLICY -> false;
            case CUSTOMER -> world.abroad();
            case GROUP -> "network".equals(world.group());
            case SITE -> world.there();
        };
        StepOracle minutes = (other ? there : here).get(goal.calendar());
        if (minutes == null) {
            throw new IllegalStateException("no minutes of " + goal);
        }
        return minutes;
    }

    boolean satisfiedBy(Happening happening) {
        Satisfier satisfier = target.satisfier();
        if (satisfier == null) {
            return false;
        }
        String audience = Happening.AUDIENCES.get(happening.two() / 2 % 2);
        return switch (happening.act()) {
            case ACKNOWLEDGE ->
                person(satisfier, happening) && satisfier.acts().contains(SatisfyingAct.ACKNOWLEDGEMENT);
            case START -> satisfier.acts().contains(SatisfyingAct.START);
            case MESSAGE ->
                person(satisfier, happening)
                        && visible(satisfier, happening)
                        && satisfier.acts().contains(SatisfyingAct.MESSAGE)
                        && (satisfier.audiences().isEmpty()
                                || satisfier.audiences().contains(audience));
            default -> false;
        };
    }

    private static boolean person(Satisfier satisfier, Happening happening) {
        return happening.byPerson() || satisfier.kinds().size() > 1;
    }

    private static boolean visible(Satisfier satisfier, Happening happening) {
        return satisfier.visibilities().contains(Happening.VISIBILITIES.get(happening.two() % 2));
    }

    /** What a goal amounts to from a start; null where the incident lacks the instant for it. Milliseconds from the first minute. */
    @Nullable
    Measured measure(Goal goal, StepOracle minutes, long start, World world) {
        if (goal.limit() instanceof Limit.Within within) {
            return new Measured(within.time().toMillis(), OracleCycle.NONE);
        }
        if (goal.limit() instanceof Limit.DueDate && world.due() < 0) {
            return null;
        }
        int from = (int) (start / MINUTE);
        int point = goal.limit() instanceof Limit.DueDate ? world.due() : point(goal.limit(), minutes, from);
        if (point < 0) {
            return new Measured(0, OracleCycle.BEYOND);
        }
        boolean closing = goal.limit() instanceof Limit.EndOfNextWorkingDay;
        int moved = closing ? point : minutes.nextOpening(point);
        if (moved < 0) {
            return new Measured(0, OracleCycle.BEYOND);
        }
        return new Measured(moved <= from ? 0 : minutes.between(from, moved) * MINUTE, moved * MINUTE);
    }

    /** The minute of a relative point, -1 past the range. */
    private static int point(Limit limit, StepOracle minutes, int from) {
        LocalDateTime local = minutes.local(from);
        LocalDate date = local.toLocalDate();
        int days = limit instanceof Limit.WorkingDays working ? working.days() : 1;
        for (int i = 0; i < days && date != null; i++) {
            date = minutes.nextWorkingDay(date);
        }
        if (date == null) {
            return -1;
        }
        int point = limit instanceof Limit.EndOfNextWorkingDay
                ? minutes.endOf(date)
                : minutes.stepOf(
                        date.atTime(limit instanceof Limit.NextWorkingDayAt at ? at.time() : local.toLocalTime()));
        return point >= minutes.steps ? -1 : point;
    }

    @Override
    public String toString() {
        return target.name() + " " + conditions + " " + target.goals() + " otherwise " + target.otherwise() + " "
                + target.thresholds() + " " + target.satisfier() + " " + rules() + " " + target.zoneSource() + " "
                + target.zones();
    }
}

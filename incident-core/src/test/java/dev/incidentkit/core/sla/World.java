package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a drawn incident, as the oracle reckons it from happenings alone.
 *
 * @param phase the phase
 * @param hold why it waits
 * @param rank of the priority, -1 without one
 * @param group the accountable group
 * @param person the accountable person
 * @param restored whether the service works again
 * @param vip an attribute
 * @param there whether an attribute says that the site is the one with a zone of its own
 * @param abroad whether an attribute says that the customer is the one with a zone of its own
 * @param due the minute that an attribute says, -1 without it
 */
record World(
        Phase phase,
        @Nullable String hold,
        int rank,
        @Nullable String group,
        @Nullable String person,
        boolean restored,
        boolean vip,
        boolean there,
        boolean abroad,
        int due) {
    static final World NEW = new World(Phase.NEW, null, -1, null, null, false, false, false, false, -1);

    /** Conditions, and what they mean. */
    enum Cond {
        ALWAYS(Condition.ALWAYS, world -> true),
        NEVER(Condition.NEVER, world -> false),
        OPEN(Condition.open(), World::isOpen),
        NEW(Condition.phase(Phase.NEW), world -> world.phase == Phase.NEW),
        ACTIVE(Condition.phase(Phase.ACTIVE), world -> world.phase == Phase.ACTIVE),
        ON_HOLD(Condition.phase(Phase.ON_HOLD), world -> world.phase == Phase.ON_HOLD),
        FOR_CALLER(Condition.waitingFor(HoldReason.CALLER), world -> "CALLER".equals(world.hold)),
        DONE(
                Condition.phase(Phase.RESOLVED, Phase.CLOSED),
                world -> world.phase == Phase.RESOLVED || world.phase == Phase.CLOSED),
        CANCELLED(Condition.phase(Phase.CANCELLED), world -> world.phase == Phase.CANCELLED),
        OWNED(Condition.has(Fact.BuiltIn.OWNED), world -> world.group != null),
        UNOWNED(
                Condition.allOf(Condition.open(), Condition.not(Condition.has(Fact.BuiltIn.OWNED))),
                world -> world.isOpen() && world.group == null),
        VIP(Condition.oneOf(Fact.attribute("vip"), "true"), world -> world.vip),
        SEVERE(Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P2), world -> world.rank >= 0 && world.rank <= 1);

        final Condition condition;
        private final Predicate<World> meaning;

        Cond(Condition condition, Predicate<World> meaning) {
            this.condition = condition;
            this.meaning = meaning;
        }

        boolean in(World world) {
            return meaning.test(world);
        }
    }

    boolean isOpen() {
        return phase == Phase.NEW || phase == Phase.ACTIVE || phase == Phase.ON_HOLD;
    }

    World after(Happening happening) {
        int one = happening.one();
        return switch (happening.act()) {
            case REPORT, ACKNOWLEDGE, MESSAGE, NOTE -> this;
            case PRIORITY -> new World(phase, hold, one, group, person, restored, vip, there, abroad, due);
            case ASSIGN -> {
                int who = happening.two();
                String name = who == 0 ? null : Happening.PEOPLE.get(who - 1);
                yield new World(phase, hold, rank, Happening.GROUPS.get(one), name, restored, vip, there, abroad, due);
            }
            case UNASSIGN -> new World(phase, hold, rank, null, null, restored, vip, there, abroad, due);
            case START, RESUME -> entered(Phase.ACTIVE, null, restored);
            case HOLD -> entered(Phase.ON_HOLD, Happening.REASONS.get(one).name(), restored);
            case RESOLVE -> entered(Phase.RESOLVED, null, true);
            case REOPEN -> entered(Phase.ACTIVE, null, false);
            case CLOSE -> entered(Phase.CLOSED, null, restored);
            case CANCEL -> entered(Phase.CANCELLED, null, restored);
            case RESTORE -> entered(phase, hold, true);
            case VIP -> new World(phase, hold, rank, group, person, restored, one == 1, there, abroad, due);
            case SITE -> new World(phase, hold, rank, group, person, restored, vip, one == 1, abroad, due);
            case CUSTOMER -> new World(phase, hold, rank, group, person, restored, vip, there, one == 1, due);
            case DUE -> new World(phase, hold, rank, group, person, restored, vip, there, abroad, one);
        };
    }

    private World entered(Phase next, @Nullable String reason, boolean works) {
        return new World(next, reason, rank, group, person, works, vip, there, abroad, due);
    }
}

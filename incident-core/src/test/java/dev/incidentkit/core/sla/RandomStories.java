package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.sla.Happening.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws what happens to an incident, as a lifecycle allows it, often several things in one minute. */
final class RandomStories {
    private final Random random;
    private final int minutes;
    private int minute;
    private int begun;

    /**
     * Draws within a range.
     *
     * @param random the source
     * @param minutes how long the range is
     */
    RandomStories(Random random, int minutes) {
        this.random = random;
        this.minutes = minutes;
    }

    List<Happening> next() {
        List<Happening> story = new ArrayList<>();
        minute = 600 + 10 * random.nextInt(minutes / 30);
        begun = random.nextBoolean() ? minute : minute - 10 * random.nextInt(60);
        story.add(new Happening(minute, Act.REPORT, begun == minute ? -1 : begun, 0));
        World world = World.NEW;
        for (int left = 3 + random.nextInt(20); left > 0; left--) {
            minute += gap();
            if (minute > minutes - 1440) {
                break;
            }
            Happening happening = happening(world.phase());
            story.add(happening);
            world = world.after(happening);
        }
        return story;
    }

    private int gap() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> 0;
            case 2, 3 -> 10 * random.nextInt(7);
            case 4, 5 -> 10 * random.nextInt(40);
            case 6 -> random.nextInt(700);
            default -> random.nextInt(10);
        };
    }

    private Happening happening(Phase phase) {
        boolean moves = random.nextInt(5) < 2;
        if (moves && phase != Phase.CLOSED && phase != Phase.CANCELLED) {
            return move(phase);
        }
        return phase == Phase.CLOSED || phase == Phase.CANCELLED ? word() : deed();
    }

    private Happening move(Phase phase) {
        if (phase == Phase.RESOLVED) {
            return of(random.nextInt(5) == 0 ? Act.CLOSE : Act.REOPEN, 0, 0);
        }
        if (phase == Phase.ON_HOLD) {
            return of(random.nextInt(5) == 0 ? Act.RESOLVE : Act.RESUME, 0, 0);
        }
        return switch (random.nextInt(12)) {
            case 0 -> of(Act.CANCEL, 0, 0);
            case 1, 2, 3 -> of(Act.RESOLVE, 0, 0);
            case 4, 5 -> of(phase == Phase.NEW ? Act.START : Act.HOLD, 0, 0);
            default -> of(Act.HOLD, random.nextInt(3), 0);
        };
    }

    private Happening deed() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> of(Act.PRIORITY, random.nextInt(4), 0);
            case 4, 5, 6 -> of(Act.ASSIGN, random.nextInt(3), random.nextInt(4));
            case 7 -> of(Act.UNASSIGN, 0, 0);
            case 8 -> of(Act.RESTORE, random.nextInt(3) == 0 ? minute : earlier(), 0);
            case 9 -> of(Act.VIP, random.nextInt(2), 0);
            case 10 -> of(Act.SITE, random.nextInt(2), 0);
            case 11 -> of(Act.CUSTOMER, random.nextInt(2), 0);
            case 12 -> of(Act.DUE, 600 + 10 * random.nextInt((minutes - 2040) / 10), 0);
            default -> word();
        };
    }

    private int earlier() {
        return begun + random.nextInt(minute - begun + 1);
    }

    private Happening word() {
        return switch (random.nextInt(3)) {
            case 0 -> of(Act.ACKNOWLEDGE, random.nextInt(2), 0);
            case 1 -> of(Act.MESSAGE, random.nextInt(2), random.nextInt(4));
            default -> of(Act.NOTE, random.nextInt(2), random.nextInt(2));
        };
    }

    private Happening of(Act act, int one, int two) {
        return new Happening(minute, act, one, two);
    }
}

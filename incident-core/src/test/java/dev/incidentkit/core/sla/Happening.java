package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Instant;
import java.util.List;

/**
 * Something that happens to a drawn incident, the common source of an event and of the oracle.
 *
 * @param minute when, counted from the first minute that is walked
 * @param act what
 * @param one what it says, by act: a rank, a group, an actor, a reason, a minute, 0 or 1
 * @param two what else it says, by act: a person, an audience
 */
record Happening(int minute, Act act, int one, int two) {
    static final List<String> GROUPS = List.of("desk", "network", "storage");
    static final List<String> PEOPLE = List.of("ann", "ben", "cleo");
    static final List<HoldReason> REASONS = List.of(HoldReason.CALLER, HoldReason.VENDOR, HoldReason.SCHEDULED);
    static final List<Priority> PRIORITIES = List.of(Priority.P1, Priority.P2, Priority.P3, Priority.P4);
    static final List<Visibility> VISIBILITIES = List.of(Visibility.CUSTOMER, Visibility.INTERNAL);
    static final List<String> AUDIENCES = List.of("customers", "regulator");
    static final List<String> SITES = List.of("here", "there");

    /** What may happen. */
    enum Act {
        REPORT,
        PRIORITY,
        ASSIGN,
        UNASSIGN,
        ACKNOWLEDGE,
        START,
        HOLD,
        RESUME,
        RESOLVE,
        REOPEN,
        CLOSE,
        CANCEL,
        RESTORE,
        MESSAGE,
        NOTE,
        VIP,
        SITE,
        CUSTOMER,
        DUE
    }

    /** People for even numbers, automation for odd ones. */
    boolean byPerson() {
        return one % 2 == 0;
    }

    private Actor actor() {
        return byPerson() ? Story.ANN : Story.BOT;
    }

    void tell(Story story, Instant at, Instant said) {
        String when = at.toString();
        switch (act) {
            case REPORT -> throw new IllegalStateException("a story begins with its report");
            case PRIORITY -> story.priority(when, PRIORITIES.get(one));
            case ASSIGN -> story.assign(when, owner());
            case UNASSIGN -> story.unassign(when);
            case ACKNOWLEDGE -> story.acknowledge(when, actor());
            case START -> story.start(when);
            case HOLD -> story.hold(when, REASONS.get(one));
            case RESUME -> story.resume(when);
            case RESOLVE -> story.resolve(when);
            case REOPEN -> story.reopen(when);
            case CLOSE -> story.close(when);
            case CANCEL -> story.cancel(when);
            case RESTORE -> story.restored(when, said.toString());
            case MESSAGE -> story.message(when, actor(), VISIBILITIES.get(two % 2), AUDIENCES.get(two / 2));
            case NOTE ->
                story.add(new WorkEvent.Noted(
                        EventMeta.at(at, actor()), PersonalText.of("seen"), VISIBILITIES.get(two % 2)));
            case VIP -> story.attribute(when, "vip", AttributeValue.of(one == 1));
            case SITE -> story.attribute(when, "site", AttributeValue.of(SITES.get(one)));
            case CUSTOMER -> story.attribute(when, "customer", AttributeValue.of(SITES.get(one)));
            case DUE -> story.attribute(when, "due", AttributeValue.of(said));
        }
    }

    Owner owner() {
        return new Owner(GROUPS.get(one), two == 0 ? null : PEOPLE.get(two - 1));
    }

    Story report(Instant at, Instant said) {
        return Story.reported(at.toString(), null, one < 0 ? null : said, Attributes.none());
    }

    @Override
    public String toString() {
        return minute + " " + act + " " + one + " " + two;
    }
}

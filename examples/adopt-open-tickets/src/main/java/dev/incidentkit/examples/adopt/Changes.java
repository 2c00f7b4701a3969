package dev.incidentkit.examples.adopt;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Resume;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people try with the tickets on one day, some of it without what it takes. Seeded. */
final class Changes {
    private static final Actor ANN = Actor.agent("ann");

    private final Random random;
    private final Helpdesk helpdesk;
    private final Map<String, Integer> written = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int tried;

    Changes(long seed, Helpdesk helpdesk) {
        this.random = new Random(seed);
        this.helpdesk = helpdesk;
    }

    /** Tries something with a ticket. */
    void tryOne(long ticket, Instant now) throws SQLException {
        List<IncidentCommand> steps = steps();
        IncidentCommand last = steps.get(steps.size() - 1);
        List<Unmet> unmet = helpdesk.change(ticket, steps, ANN, now);
        tried++;
        if (unmet.isEmpty()) {
            written.merge(last.action().name(), 1, Integer::sum);
        }
        unmet.forEach(each -> refused.merge(last.action() + ": " + Takeover.named(each), 1, Integer::sum));
    }

    private List<IncidentCommand> steps() {
        boolean complete = random.nextInt(3) > 0;
        return switch (random.nextInt(6)) {
            case 0 -> List.of(new Start(complete ? Owner.group("network") : null));
            case 1 -> List.of(new Hold(HoldReason.CALLER, complete ? "Which printer?" : null, null));
            case 2 -> List.of(Resume.BY_HAND);
            case 3 -> List.of(resolve(complete ? new Category("network/vpn") : null));
            case 4 -> List.of(new Reopen("It is back"));
            default -> closing(complete);
        };
    }

    private static Resolve resolve(@Nullable Category category) {
        return new Resolve(
                category, new Resolution("FIXED", PersonalText.of("Renewed it"), ResolutionMethod.PERMANENT));
    }

    /** The form for closing has three boxes to tick. */
    private static List<IncidentCommand> closing(boolean ticked) {
        List<IncidentCommand> steps = new ArrayList<>();
        if (ticked) {
            Helpdesk.process()
                    .lifecycle()
                    .checklist()
                    .forEach(item -> steps.add(new AnswerChecklist(item, true, null)));
        }
        steps.add(new Close());
        return steps;
    }

    int tried() {
        return tried;
    }

    /** {@return how many rows were written, by step} */
    Map<String, Integer> written() {
        return written;
    }

    /** {@return what stood against the others, and how often; one that lacks two things counts for both} */
    Map<String, Integer> refused() {
        return refused;
    }
}

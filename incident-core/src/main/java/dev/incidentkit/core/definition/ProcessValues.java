package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.ValueFaults.LONG;

import dev.incidentkit.core.incident.AffectedScope;
import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.Participant;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.process.KeyTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints that stand on the records of commands about plans, people, repairs and what a review says. */
final class ProcessValues {
    private static final int NAME = 100;
    private static final int REASON = 1_000;
    private static final int MOST_READERS = 32;
    private static final int MOST_MOVED = 1_000;

    private ProcessValues() {}

    static void process(ValueFaults faults, IncidentCommand command) {
        if (command instanceof ProcessCommand.OpenPlan open) {
            faults.given("kind", open.kind());
            faults.text("plan", open.plan(), NAME);
            faults.text("reason", open.reason(), REASON);
        } else if (command instanceof ProcessCommand.StartTask start) {
            faults.text("task", start.task(), NAME);
        } else if (command instanceof ProcessCommand.FinishTask finish) {
            faults.text("task", finish.task(), NAME);
            faults.optional("comment", finish.comment(), REASON);
        } else if (command instanceof ProcessCommand.SkipTask skip) {
            faults.text("task", skip.task(), NAME);
            faults.text("reason", skip.reason(), REASON);
        } else if (command instanceof ProcessCommand.Engage engage) {
            participant(faults, engage.role(), engage.participant());
        } else if (command instanceof ProcessCommand.Release release) {
            participant(faults, release.role(), release.participant());
        } else {
            repair(faults, command);
        }
    }

    private static void participant(ValueFaults faults, @Nullable Role role, @Nullable String participant) {
        faults.given("role", role);
        faults.text("participant", participant, NAME);
    }

    private static void repair(ValueFaults faults, IncidentCommand command) {
        if (command instanceof ProcessCommand.ApplyWorkaround apply) {
            faults.text("workaround", apply.workaround(), NAME);
            faults.text("text", apply.text(), LONG);
        } else if (command instanceof ProcessCommand.RemoveWorkaround remove) {
            faults.text("workaround", remove.workaround(), NAME);
            faults.text("text", remove.text(), LONG);
        } else if (command instanceof ProcessCommand.RequestChange request) {
            faults.text("change", request.change(), NAME);
            faults.text("policy", request.policy(), NAME);
        } else if (command instanceof ProcessCommand.DecideChange decide) {
            faults.text("change", decide.change(), NAME);
            faults.given("approval", decide.approval());
            faults.optional("comment", decide.comment(), REASON);
        } else if (command instanceof ProcessCommand.DecideMajor decide) {
            faults.given("state", decide.state());
            faults.text("reason", decide.reason(), REASON);
        }
    }

    static void signal(ValueFaults faults, AlertCommand.Signal signal) {
        faults.text("key", signal.key(), KeyTemplate.MAX_KEY);
        faults.given("state", signal.state());
        if (signal.count() < 1) {
            faults.fault("count", "must be at least 1, but is " + signal.count());
        }
        if (faults.given("firstAt", signal.firstAt())) {
            faults.instant("firstAt", signal.firstAt());
        }
        if (faults.given("lastAt", signal.lastAt())) {
            faults.instant("lastAt", signal.lastAt());
        }
        faults.optional("suppressedBy", signal.suppressedBy(), NAME);
        faults.instant("suppressedUntil", signal.suppressedUntil());
    }

    static void absorbed(ValueFaults faults, RelationCommand.Absorb absorb) {
        bounded(faults, "relations", absorb.relations());
        bounded(faults, "tallies", absorb.tallies());
        if (bounded(faults, "participants", absorb.participants())) {
            for (Participant participant : absorb.participants()) {
                faults.whole("participants", participant.name());
            }
        }
    }

    static void ended(ValueFaults faults, RelationCommand.EndCascade end) {
        if (faults.given("results", end.results())) {
            for (CascadeResult result : end.results()) {
                for (Unmet unmet : result.lacking()) {
                    faults.whole("results", unmet.code());
                    faults.whole("results", unmet.field());
                    faults.whole("results", unmet.message());
                }
            }
        }
    }

    private static boolean bounded(ValueFaults faults, String field, @Nullable List<?> values) {
        if (!faults.given(field, values) || values == null) {
            return false;
        }
        if (values.size() > MOST_MOVED) {
            faults.fault(field, "must have at most " + MOST_MOVED + " elements, but has " + values.size());
        }
        return true;
    }

    static void scope(ValueFaults faults, @Nullable AffectedScope scope) {
        if (scope != null) {
            scope.services().forEach(service -> faults.whole("after", service));
        }
    }

    static void review(ValueFaults faults, IncidentCommand command) {
        if (command instanceof ReviewCommand.WriteReview write) {
            faults.given("section", write.section());
            faults.text("text", write.text(), LONG);
        } else if (command instanceof ReviewCommand.PlanReviewAction plan) {
            faults.text("name", plan.name(), NAME);
            faults.given("kind", plan.kind());
            faults.text("owner", plan.owner(), NAME);
            faults.instant("dueAt", plan.dueAt());
            faults.text("text", plan.text(), LONG);
        } else if (command instanceof ReviewCommand.EndReviewAction end) {
            faults.text("name", end.name(), NAME);
            faults.given("state", end.state());
            faults.text("comment", end.comment(), LONG);
        } else if (command instanceof ReviewCommand.ShareReview share) {
            if (share.readers().size() > MOST_READERS) {
                faults.fault(
                        "readers",
                        "must have at most " + MOST_READERS + " elements, but has "
                                + share.readers().size());
            }
            share.readers().forEach(reader -> faults.given("role", reader));
        }
    }
}

package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides about major incidents. */
final class MajorDecider {
    /** From where each state is reached; whether nothing was said yet is told apart. */
    private static final Map<MajorState, Set<MajorState>> FROM = new EnumMap<>(Map.of(
            MajorState.PROPOSED, EnumSet.of(MajorState.REJECTED, MajorState.DEMOTED),
            MajorState.ACCEPTED, EnumSet.of(MajorState.PROPOSED, MajorState.REJECTED, MajorState.DEMOTED),
            MajorState.REJECTED, EnumSet.of(MajorState.PROPOSED),
            MajorState.DEMOTED, EnumSet.of(MajorState.ACCEPTED)));

    private final @Nullable MajorPolicy policy;

    MajorDecider(Procedures procedures) {
        this.policy = procedures.majors();
    }

    List<Unmet> check(Incident incident, ProcessCommand.DecideMajor decide, CommandContext context) {
        if (policy == null) {
            return Refusals.refused(
                    UnmetCode.MAJOR_UNKNOWN, "state", "the definition says nothing about major incidents");
        }
        List<Unmet> unmet = new ArrayList<>();
        MajorState now = incident.handling().major();
        boolean follows = now == null
                ? decide.state() == MajorState.PROPOSED || decide.state() == MajorState.ACCEPTED
                : FROM.getOrDefault(decide.state(), Set.of()).contains(now);
        if (!follows) {
            unmet.add(Refusals.input(
                    UnmetCode.MAJOR_STATE,
                    "state",
                    "an incident that is " + (now == null ? "not proposed" : now) + " cannot become "
                            + decide.state()));
        }
        if (decide.state() != MajorState.PROPOSED && !context.actor().hasAnyOf(policy.deciders())) {
            unmet.addAll(Refusals.forbidden(
                    UnmetCode.ROLE_REQUIRED,
                    "what is a major incident is decided by one of "
                            + policy.deciders().stream()
                                    .map(Role::name)
                                    .sorted()
                                    .toList() + ", but it was "
                            + context.actor().id()));
        }
        return unmet;
    }

    TriageEvent decided(ProcessCommand.DecideMajor decide, EventMeta meta) {
        return changed(decide.state(), PersonalText.of(decide.reason()), meta);
    }

    private TriageEvent changed(MajorState state, @Nullable PersonalText reason, EventMeta meta) {
        return new TriageEvent.MajorChanged(
                meta,
                state,
                reason,
                policy == null || state != MajorState.PROPOSED
                        ? null
                        : policy.within().dueAfter(meta.effectiveAt()));
    }

    /** The row by which an incident that nobody spoke of is proposed. */
    Optional<MajorCandidate> candidate(Incident incident) {
        boolean isOpen = incident.handling().major() == null
                && incident.phase().isOpen()
                && incident.handling().type() == RecordType.INCIDENT;
        return policy == null || !isOpen
                ? Optional.empty()
                : policy.candidates().stream()
                        .filter(row -> row.when().holds(incident.facts()))
                        .findFirst();
    }

    TriageEvent proposed(EventMeta because) {
        return changed(MajorState.PROPOSED, null, because);
    }
}

package dev.incidentkit.core.sla;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.IncidentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a set of policies: a pure fold over the events of an incident. Nothing is stored; for a given record, a
 * clock stands the same at an instant whenever it is asked, past or future. Immutable and safe for use by several
 * threads.
 */
public final class SlaClock {
    private final List<SlaPolicy> policies;
    private final List<CompiledTarget> targets;
    private final Map<String, List<CompiledTarget>> earlier;

    private SlaClock(List<SlaPolicy> policies, Map<String, List<CompiledTarget>> earlier) {
        this.policies = List.copyOf(policies);
        this.targets = compile(this.policies);
        this.earlier = Map.copyOf(earlier);
    }

    /**
     * The clocks of some policies.
     *
     * @param policies the policies, names all different
     * @return the clocks
     * @throws ConfigurationException if two have the same name
     */
    public static SlaClock of(List<SlaPolicy> policies) {
        Set<String> seen = new HashSet<>();
        List<String> findings = new ArrayList<>();
        for (SlaPolicy policy : policies) {
            if (!seen.add(policy.name())) {
                findings.add("policy '" + policy.name() + "' is there twice");
            }
        }
        if (!findings.isEmpty()) {
            throw new ConfigurationException("service levels", findings);
        }
        return new SlaClock(policies, Map.of());
    }

    /**
     * The clocks of some policies.
     *
     * @param policies the policies, names all different
     * @return the clocks
     * @throws ConfigurationException if two have the same name
     */
    public static SlaClock of(SlaPolicy... policies) {
        return of(List.of(policies));
    }

    private static List<CompiledTarget> compile(List<SlaPolicy> policies) {
        List<CompiledTarget> targets = new ArrayList<>();
        for (SlaPolicy policy : policies) {
            policy.targets().forEach(target -> targets.add(new CompiledTarget(policy, target)));
        }
        return List.copyOf(targets);
    }

    /**
     * These clocks, which also know by what policies incidents ran that began under another definition and were moved:
     * until then their time is counted by those.
     *
     * @param definition the content hash of the earlier definition
     * @param clock the clocks of the earlier definition
     * @return a copy
     */
    public SlaClock after(String definition, SlaClock clock) {
        Map<String, List<CompiledTarget>> all = new HashMap<>(clock.earlier);
        all.putAll(earlier);
        all.put(definition, clock.targets);
        return new SlaClock(policies, all);
    }

    /** {@return the policies} */
    public List<SlaPolicy> policies() {
        return policies;
    }

    List<CompiledTarget> policies(@Nullable String definition) {
        return definition == null ? targets : earlier.getOrDefault(definition, targets);
    }

    /**
     * Follows a record as it grows.
     *
     * @param events the events so far, which may be none
     * @return the clocks after them
     */
    public SlaFold follow(List<? extends IncidentEvent> events) {
        SlaFold fold = new SlaFold(this);
        Facts.watch(events, fold::add);
        return fold;
    }

    private SlaFold at(List<? extends IncidentEvent> events, Instant at) {
        int known = events.size();
        while (known > 0 && events.get(known - 1).meta().effectiveAt().isAfter(at)) {
            known--;
        }
        SlaFold fold = follow(events.subList(0, known));
        if (known > 0) {
            fold.advance(at.toEpochMilli());
        }
        return fold;
    }

    /**
     * How every cycle of every clock that applies stands.
     *
     * @param events the record of one incident
     * @param at any instant, past or future; events that take effect later are not looked at, and nothing else is taken
     *     to happen
     * @return the standings in the order of policies, targets and cycles; none before the incident begins
     */
    public List<SlaStanding> standings(List<? extends IncidentEvent> events, Instant at) {
        List<SlaStanding> standings = new ArrayList<>();
        for (ClockFold fold : at(events, at).all()) {
            for (Cycle cycle : fold.cycles) {
                standings.add(Standings.of(fold, cycle, at.toEpochMilli()));
            }
            if (fold.cycles.isEmpty() && fold.pending) {
                standings.add(Standings.pending(fold));
            }
        }
        return standings;
    }

    /**
     * How the latest cycle of one clock stands.
     *
     * @param events the record of one incident
     * @param at any instant, past or future
     * @param policy the name of the policy
     * @param measure which of its targets
     * @return the standing; empty where the target does not apply to the incident
     */
    public Optional<SlaStanding> standing(
            List<? extends IncidentEvent> events, Instant at, String policy, Measure measure) {
        ClockFold fold = find(at(events, at), policy, measure);
        if (fold == null) {
            return Optional.empty();
        }
        Cycle cycle = fold.lastCycle();
        if (cycle == null) {
            return fold.pending ? Optional.of(Standings.pending(fold)) : Optional.empty();
        }
        return Optional.of(Standings.of(fold, cycle, at.toEpochMilli()));
    }

    private static @Nullable ClockFold find(SlaFold folds, String policy, Measure measure) {
        for (ClockFold fold : folds.all()) {
            if (fold.compiled.policy.name().equals(policy)
                    && fold.compiled.target.measure().equals(measure)) {
                return fold;
            }
        }
        return null;
    }

    /**
     * When the clocks next set something off, if nothing else happens.
     *
     * @param events the record of one incident
     * @return the instant of the first signal that the record does not have; empty if nothing is timed
     */
    public Optional<Instant> nextDue(List<? extends IncidentEvent> events) {
        return follow(events).next().map(SlaSignal::at);
    }

    /**
     * Everything that the clocks set off until an instant and the record does not have, in due order.
     *
     * @param events the record of one incident
     * @param until the instant
     * @return the signals; each is set off once, however often and however late this is asked
     */
    public List<SlaSignal> advanceTo(List<? extends IncidentEvent> events, Instant until) {
        SlaFold fold = follow(events);
        List<SlaSignal> signals = new ArrayList<>();
        Optional<SlaSignal> next = fold.next();
        while (next.isPresent() && !next.get().at().isAfter(until)) {
            signals.add(next.get());
            fold.take(next.get());
            next = fold.next();
        }
        return signals;
    }

    /**
     * Why every cycle of every clock that applies stands as it does: past cycles with the time that they counted until
     * they ended.
     *
     * @param events the record of one incident
     * @param at any instant, past or future; events that take effect later are not looked at
     * @return the explanations in the order of {@link #standings}, one for each; none before the incident begins
     */
    public List<SlaExplanation> explanations(List<? extends IncidentEvent> events, Instant at) {
        List<SlaExplanation> explanations = new ArrayList<>();
        for (ClockFold fold : at(events, at).all()) {
            for (Cycle cycle : fold.cycles) {
                explanations.add(explanation(fold, cycle, at));
            }
            if (fold.cycles.isEmpty() && fold.pending) {
                explanations.add(new SlaExplanation(Standings.pending(fold), fold.idle, List.of()));
            }
        }
        return explanations;
    }

    private static SlaExplanation explanation(ClockFold fold, Cycle cycle, Instant at) {
        SlaStanding standing = Standings.of(fold, cycle, at.toEpochMilli());
        return new SlaExplanation(standing, summary(fold, cycle), Explanations.of(fold, cycle));
    }

    /**
     * Why the latest cycle of a clock stands as it does.
     *
     * @param events the record of one incident
     * @param at any instant, past or future
     * @param policy the name of the policy
     * @param measure which of its targets
     * @return the explanation; empty if there is no such target
     */
    public Optional<SlaExplanation> explain(
            List<? extends IncidentEvent> events, Instant at, String policy, Measure measure) {
        ClockFold fold = find(at(events, at), policy, measure);
        if (fold == null) {
            return Optional.empty();
        }
        Cycle cycle = fold.lastCycle();
        if (cycle == null) {
            SlaStanding standing = fold.pending ? Standings.pending(fold) : null;
            return Optional.of(new SlaExplanation(standing, fold.idle, List.of()));
        }
        return Optional.of(explanation(fold, cycle, at));
    }

    private static String summary(ClockFold fold, Cycle cycle) {
        if (!cycle.isLive()) {
            return cycle.endedBy;
        }
        String pause = fold.situation.pause();
        if (pause != null) {
            return "paused for " + pause + ": " + fold.compiled.conditions().pause();
        }
        return cycle.isBreached() ? "breached, and not stopped yet" : "runs";
    }
}

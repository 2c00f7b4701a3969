package dev.incidentkit.metrics;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Review;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.core.sla.SlaTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds a definition against its history: the share of 'other', rules that never fired, targets that are always missed,
 * calendars without holidays to come, reviews that are overdue. Not safe for use by several threads.
 */
public final class DefinitionLint {
    /** More than so many of a hundred incidents of a category that says nothing are too many. */
    public static final int OTHER_PERCENT = 20;

    /** A target is judged from so many clocks on that ended. */
    public static final int FEWEST_CLOCKS = 10;

    private static final Set<String> SAYS_NOTHING = Set.of("other", "misc", "miscellaneous", "unknown", "general");

    private final ProcessDefinition definition;
    private final Instant asOf;
    private final Set<String> rules = new TreeSet<>();
    private final Map<String, LocalDate> plans = new TreeMap<>();
    private final Set<String> fired = new TreeSet<>();
    private final Map<String, long[]> clocks = new TreeMap<>();
    private final List<LintFinding> overdue = new ArrayList<>();
    private long incidents;
    private long other;

    /**
     * Looks at no history yet.
     *
     * @param definition the definition
     * @param asOf when it is looked at
     */
    public DefinitionLint(ProcessDefinition definition, Instant asOf) {
        this.definition = definition;
        this.asOf = asOf;
        rules.addAll(cells());
    }

    /** The rules that impact and urgency alone reach, found by asking. */
    private Set<String> cells() {
        Set<String> cells = new TreeSet<>();
        for (Impact impact : definition.impacts().levels()) {
            for (Urgency urgency : definition.urgencies().levels()) {
                definition
                        .triage()
                        .priority(Probes.of(definition, impact, urgency, asOf))
                        .map(Decision::rule)
                        .ifPresent(cells::add);
            }
        }
        return cells;
    }

    /**
     * Names rules that ought to fire, beside those that impact and urgency alone reach.
     *
     * @param names the identifiers of rules of tables
     * @return this
     */
    public DefinitionLint expecting(Set<String> names) {
        rules.addAll(names);
        return this;
    }

    /**
     * Names a plan that is to be reviewed.
     *
     * @param plan its name
     * @param until the last day
     * @return this
     */
    public DefinitionLint plan(String plan, LocalDate until) {
        plans.put(plan, until);
        return this;
    }

    /**
     * Looks at one more incident. Drills are left out.
     *
     * @param incident the incident
     */
    public void add(Incident incident) {
        if (incident.isDrill()) {
            return;
        }
        incidents++;
        other += incident.category().map(DefinitionLint::saysNothing).orElse(true) ? 1 : 0;
        for (IncidentEvent event : incident.history()) {
            String rule = event.meta().cause().rule();
            if (rule != null) {
                fired.add(rule);
            }
        }
        for (SlaStanding standing : definition.clock().standings(incident.history(), asOf)) {
            long[] counts = clocks.computeIfAbsent(
                    standing.clock().policy() + "/" + standing.clock().target(), key -> new long[2]);
            counts[0] += standing.state() == ClockState.MET ? 1 : 0;
            counts[1] += standing.state() == ClockState.MISSED ? 1 : 0;
        }
        incident.review().ifPresent(review -> review(incident, review));
    }

    private static boolean saysNothing(Category category) {
        String path = category.path();
        return SAYS_NOTHING.contains(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    private void review(Incident incident, Review review) {
        if (review.signedAt() == null && review.dueAt().isBefore(asOf)) {
            overdue.add(new LintFinding(
                    LintFinding.Kind.REVIEW_OVERDUE,
                    incident.id().value(),
                    "its review by " + review.owner() + " was due at " + review.dueAt()));
        }
    }

    /** {@return everything that is doubtful, by kind} */
    public List<LintFinding> findings() {
        List<LintFinding> findings = new ArrayList<>();
        if (other * 100 > incidents * OTHER_PERCENT) {
            findings.add(new LintFinding(
                    LintFinding.Kind.OTHER_SHARE,
                    "category",
                    other + " of " + incidents + " incidents have none, or one of " + new TreeSet<>(SAYS_NOTHING)));
        }
        for (String rule : rules) {
            if (incidents > 0 && !fired.contains(rule)) {
                findings.add(new LintFinding(
                        LintFinding.Kind.RULE_NEVER_FIRED, rule, "it decided nothing in " + incidents + " incidents"));
            }
        }
        clocks.forEach((target, counts) -> {
            if (counts[0] == 0 && counts[1] >= FEWEST_CLOCKS) {
                findings.add(new LintFinding(
                        LintFinding.Kind.TARGET_ALWAYS_MISSED, target, "none of " + counts[1] + " clocks was met"));
            }
        });
        holidays(findings);
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        plans.forEach((plan, until) -> {
            if (until.isBefore(today)) {
                findings.add(
                        new LintFinding(LintFinding.Kind.REVIEW_OVERDUE, plan, "it was to be reviewed until " + until));
            }
        });
        findings.addAll(overdue);
        return findings;
    }

    private void holidays(List<LintFinding> findings) {
        Map<String, BusinessCalendar> calendars = new TreeMap<>();
        for (SlaPolicy policy : definition.slas()) {
            for (SlaTarget target : policy.targets()) {
                for (Goal goal : target.goals().values()) {
                    calendars.put(goal.calendar().name(), goal.calendar());
                }
            }
        }
        for (BusinessCalendar calendar : calendars.values()) {
            LocalDate today = LocalDate.ofInstant(asOf, calendar.zone());
            if (!calendar.holidays().isEmpty()
                    && calendar.holidays().stream().noneMatch(day -> Probes.isToCome(day, today))) {
                findings.add(new LintFinding(
                        LintFinding.Kind.NO_FUTURE_HOLIDAYS,
                        calendar.name(),
                        "the last of its " + calendar.holidays().size() + " holidays is before " + today));
            }
        }
    }
}

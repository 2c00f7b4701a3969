package dev.incidentkit.examples.replay;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.sla.SlaPresets;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes each row over as a step of a recorded history: through the definition, as events, folded to an incident. The
 * figures come from the incidents; what is odd about the rows is counted beside.
 */
final class ReplayRun {
    private static final Actor LOG = Actor.external("audit-log");

    private final Mapping mapping;
    private final ProcessDefinition definition;
    private final InstantSource clock;
    private final LogSteps steps;
    private final Figures figures;
    private final Oddities oddities;
    private final StrictVerdict verdict;
    private final Set<String> seen = new HashSet<>();

    private @Nullable Incident incident;
    private @Nullable Case current;

    /** The rows of one incident, as far as figures need them. */
    static final class Case {
        final AuditRow first;
        AuditRow last;

        Case(AuditRow first) {
            this.first = first;
            this.last = first;
        }
    }

    ReplayRun(Mapping mapping, InstantSource clock, Oddities oddities) {
        this.mapping = mapping;
        this.definition = mapping.definition();
        this.clock = clock;
        this.steps = new LogSteps(mapping, oddities::unknownLevel);
        this.oddities = oddities;
        this.figures = new Figures(new LogMetrics(
                ServiceLevels.forScale(SlaPresets.itil(), mapping.matrix().priorities())));
        this.verdict = new StrictVerdict(definition.lifecycle());
    }

    Figures figures() {
        return figures;
    }

    Oddities oddities() {
        return oddities;
    }

    StrictVerdict verdict() {
        return verdict;
    }

    void accept(AuditRow row) {
        Case open = current;
        boolean follows = open != null && open.last.number().equals(row.number());
        if (!follows) {
            finish();
        }
        try {
            take(row);
        } catch (IncidentException | IllegalArgumentException e) {
            oddities.fault(new RowFault("line " + row.line(), "the row is left out: " + e.getMessage()));
            return;
        }
        if (follows && open != null) {
            oddities.follows(open.last, row);
        } else {
            open = begin(row);
        }
        figures.row(row, mapping.matrix());
        oddities.row(row);
        open.last = row;
    }

    private Case begin(AuditRow row) {
        if (!seen.add(row.number())) {
            oddities.scattered(row);
        }
        Case begun = new Case(row);
        current = begun;
        oddities.first(row);
        return begun;
    }

    private void take(AuditRow row) {
        Incident before = incident;
        Mapping.Meaning meaning = mapping.status(row.state()).orElse(null);
        Status status;
        HoldReason reason = null;
        if (meaning == null) {
            oddities.unknownState(row);
            status = before == null ? Status.NEW : before.status();
        } else {
            status = meaning.status();
            reason = meaning.reason();
        }
        RecordCommand.ImportStep step = new RecordCommand.ImportStep(steps.step(row, status, reason));
        CommandContext context = CommandContext.of(LOG, clock.instant());
        incident = before == null
                ? Incident.replay(definition.begin(new IncidentId(row.number()), TenantId.DEFAULT, step, context))
                : before.applyAll(definition.decide(before, step, context));
        if (meaning != null) {
            verdict.judge(before, status, row);
        }
    }

    /** Ends the last incident; to be called once after the last row. */
    void finish() {
        Case done = current;
        Incident folded = incident;
        if (done != null && folded != null) {
            figures.incident(done, folded);
            oddities.ends(done);
            verdict.ends();
        }
        current = null;
        incident = null;
    }
}

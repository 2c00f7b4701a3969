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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes rows over as steps of recorded histories, and gives each incident when its rows end. */
final class LogRecords {
    private static final Actor LOG = Actor.external("audit-log");

    private final Mapping mapping;
    private final ProcessDefinition definition;
    private final Instant recordedAt;
    private final LogSteps steps;
    private final Oddities oddities;
    private final BiConsumer<Incident, List<AuditRow>> ended;
    private final List<AuditRow> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable Incident incident;

    /**
     * Takes rows over.
     *
     * @param oddities is told of rows that no record can hold, and of words that are not mapped
     * @param ended gets each incident with its rows
     */
    LogRecords(Mapping mapping, Instant recordedAt, Oddities oddities, BiConsumer<Incident, List<AuditRow>> ended) {
        this.mapping = mapping;
        this.definition = mapping.definition();
        this.recordedAt = recordedAt;
        this.steps = new LogSteps(mapping, oddities::unknownLevel);
        this.oddities = oddities;
        this.ended = ended;
    }

    void accept(AuditRow row) {
        if (!rows.isEmpty() && !rows.get(0).number().equals(row.number())) {
            finish();
        }
        try {
            take(row);
            if (rows.isEmpty() && !seen.add(row.number())) {
                oddities.scattered(row);
            }
            rows.add(row);
        } catch (IncidentException | IllegalArgumentException e) {
            oddities.fault(new RowFault("line " + row.line(), "the row is left out: " + e.getMessage()));
        }
    }

    private void take(AuditRow row) {
        Incident before = incident;
        Mapping.Meaning meaning = mapping.status(row.state()).orElse(null);
        if (meaning == null) {
            oddities.unknownState(row);
        }
        Status status = meaning != null ? meaning.status() : before == null ? Status.NEW : before.status();
        HoldReason reason = meaning == null ? null : meaning.reason();
        RecordCommand.ImportStep step = new RecordCommand.ImportStep(steps.step(row, status, reason));
        CommandContext context = CommandContext.of(LOG, recordedAt);
        incident = before == null
                ? Incident.replay(definition.begin(new IncidentId(row.number()), TenantId.DEFAULT, step, context))
                : before.applyAll(definition.decide(before, step, context));
    }

    /** Ends the last incident; to be called once after the last row. */
    void finish() {
        Incident done = incident;
        if (done != null) {
            ended.accept(done, List.copyOf(rows));
        }
        rows.clear();
        incident = null;
    }
}

package dev.incidentkit.examples.replay;

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
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes rows over as steps of recorded histories, and gives each incident when its rows end. */
final class LogRecords {
    private static final Actor LOG = Actor.external("audit-log");

    private final Mapping mapping;
    private final ProcessDefinition definition;
    private final Instant recordedAt;
    private final LogSteps steps;
    private final BiConsumer<Incident, List<AuditRow>> ended;
    private final List<AuditRow> rows = new ArrayList<>();
    private @Nullable Incident incident;

    LogRecords(Mapping mapping, Instant recordedAt, BiConsumer<Incident, List<AuditRow>> ended) {
        this.mapping = mapping;
        this.definition = mapping.definition();
        this.recordedAt = recordedAt;
        this.steps = new LogSteps(mapping, (row, scale, label) -> {});
        this.ended = ended;
    }

    void accept(AuditRow row) {
        if (!rows.isEmpty() && !rows.get(0).number().equals(row.number())) {
            finish();
        }
        rows.add(row);
        Incident before = incident;
        Mapping.Meaning meaning = mapping.status(row.state()).orElse(null);
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

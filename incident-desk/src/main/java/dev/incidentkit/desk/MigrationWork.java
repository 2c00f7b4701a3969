package dev.incidentkit.desk;

import dev.incidentkit.core.definition.Outlook;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.store.ArchivedException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves incidents to the definition by which new ones begin. */
final class MigrationWork {
    private final DeskWriter writer;
    private final ProcessDefinition target;

    MigrationWork(DeskWriter writer) {
        this.writer = writer;
        this.target = writer.settings().definition();
    }

    RecordCommand.Migrate command(Map<String, String> statuses) {
        return new RecordCommand.Migrate(target.hash(), statuses);
    }

    /** Those that are to move; one that there is not is among them, so that it is told. */
    List<IncidentId> moving(Collection<IncidentId> incidents) {
        return incidents.stream()
                .filter(id -> writer.relative(id)
                        .map(Loaded::incident)
                        .filter(this::stays)
                        .isEmpty())
                .toList();
    }

    private boolean stays(Incident incident) {
        return incident.definition().equals(target.hash()) || !target.change().moves(incident);
    }

    MigrationPreview preview(IncidentId id, Map<String, String> statuses, Actor actor) {
        Instant at = writer.now();
        Outlook before =
                writer.relative(id).flatMap(loaded -> outlook(loaded, at)).orElse(null);
        DeskWriter.Order order = DeskWriter.Order.of(id, command(statuses), actor, null);
        try {
            Draft.Entry entry = writer.draft(order, new Draft(), at);
            return new MigrationPreview(
                    id, List.of(), entry.events(), before, entry.outcome().outlook());
        } catch (IncidentRejectedException e) {
            return new MigrationPreview(id, e.unmet(), List.of(), before, null);
        } catch (ArchivedException e) {
            Unmet gone = new Unmet(UnmetKind.INPUT, UnmetCode.INCIDENT_UNKNOWN, null, String.valueOf(e.getMessage()));
            return new MigrationPreview(id, List.of(gone), List.of(), before, null);
        }
    }

    private Optional<Outlook> outlook(Loaded loaded, Instant at) {
        ProcessDefinition pinned =
                writer.settings().definitions().get(loaded.incident().definition());
        return pinned == null ? Optional.empty() : Optional.of(pinned.outlook(loaded.incident(), at));
    }
}

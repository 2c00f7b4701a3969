package dev.incidentkit.metrics.whatif;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.ImportedStepBuilder;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a definition decide a recorded history anew: the commands that led to the record, each by its actor at its time.
 * What follows from rules and falls due is the definition's. Missing permissions are no refusals: roles are given by the
 * host when it asks, and the record has them as they were. Immutable and safe for use by several threads.
 */
public final class Rerun {
    private final ProcessDefinition definition;
    private final PrioritySource priorities;

    private Rerun(ProcessDefinition definition, PrioritySource priorities) {
        this.definition = definition;
        this.priorities = priorities;
    }

    /**
     * Decides anew under a definition.
     *
     * @param definition the definition
     * @param priorities where priorities of imported steps come from
     * @return the rerun
     */
    public static Rerun under(ProcessDefinition definition, PrioritySource priorities) {
        return new Rerun(definition, priorities);
    }

    /** {@return the definition} */
    public ProcessDefinition definition() {
        return definition;
    }

    /**
     * Decides one record anew.
     *
     * @param record the events of one incident in their order, at least one
     * @param asOf until when what falls due is decided; not before the last event
     * @return what comes out; nothing is written
     */
    public RerunResult run(List<? extends IncidentEvent> record, Instant asOf) {
        Course course = new Course(record);
        course.run();
        Incident incident = course.incident;
        if (incident == null) {
            return new RerunResult(null, course.refusals, List.of());
        }
        if (!incident.isImporting()) {
            incident = incident.applyAll(
                    definition.decide(incident, new RecordCommand.Wake(), CommandContext.of(Actor.SYSTEM, asOf)));
        }
        return new RerunResult(incident, course.refusals, definition.clock().standings(incident.history(), asOf));
    }

    /** One record on its way. */
    private final class Course {
        private final List<? extends IncidentEvent> recorded;
        private final List<Refusal> refusals = new ArrayList<>();
        private @Nullable Incident incident;

        Course(List<? extends IncidentEvent> recorded) {
            this.recorded = recorded;
        }

        void run() {
            for (int i = 0; i < recorded.size(); i++) {
                IncidentEvent event = recorded.get(i);
                IncidentCommand command = RecordedCommands.of(recorded, i).orElse(null);
                if (command != null) {
                    step(i, event, command);
                }
                if (incident == null) {
                    return;
                }
            }
        }

        private void step(int place, IncidentEvent event, IncidentCommand recordedCommand) {
            IncidentCommand command = recordedCommand instanceof RecordCommand.ImportStep step
                    ? new RecordCommand.ImportStep(derived(step.step()))
                    : recordedCommand;
            EventMeta meta = event.meta();
            try {
                Incident current = incident;
                incident = current == null
                        ? Incident.replay(begin(event, command))
                        : current.applyAll(definition.decide(
                                current,
                                command,
                                new CommandContext(
                                        meta.actor(),
                                        command instanceof RecordCommand.ImportStep
                                                ? meta.recordedAt()
                                                : meta.effectiveAt(),
                                        meta.cause().answers())));
            } catch (IncidentRejectedException e) {
                refuse(place, command, e);
            }
        }

        private List<IncidentEvent> begin(IncidentEvent event, IncidentCommand command) {
            CommandContext context = new CommandContext(
                    event.meta().actor(),
                    event.meta().recordedAt(),
                    event.meta().cause().answers());
            return definition.begin(id(event), tenant(event), command, context);
        }

        private void refuse(int place, IncidentCommand command, IncidentRejectedException refused) {
            List<String> unmet = new ArrayList<>();
            for (Unmet each : refused.unmet()) {
                if (each.kind() != UnmetKind.PERMISSION) {
                    unmet.add(each.field() == null ? each.code() : each.code() + "(" + each.field() + ")");
                }
            }
            refusals.add(new Refusal(place, command.action(), unmet));
        }

        /** A step with the priority that the definition derives from the incident as it will be. */
        private ImportedStep derived(ImportedStep step) {
            if (priorities == PrioritySource.RECORDED) {
                return step;
            }
            Incident current = incident;
            Priority priority = definition
                    .triage()
                    .priority(after(current, step))
                    .map(d -> d.value())
                    .orElse(null);
            return priority == null || priority.equals(step.priority())
                    ? step
                    : new ImportedStepBuilder().from(step).priority(priority).build();
        }

        private Incident after(@Nullable Incident current, ImportedStep step) {
            IncidentEvent first = recorded.get(0);
            Instant at = current == null || !step.effectiveAt().isBefore(current.lastEffectiveAt())
                    ? step.effectiveAt()
                    : current.lastEffectiveAt();
            Instant recordedAt =
                    current == null || !at.isBefore(current.lastRecordedAt()) ? at : current.lastRecordedAt();
            RecordEvent.Imported event = new RecordEvent.Imported(
                    new EventMeta(at, recordedAt, Actor.SYSTEM, first.meta().cause()),
                    id(first),
                    tenant(first),
                    definition.hash(),
                    step);
            return current == null ? Incident.replay(List.of(event)) : current.apply(event);
        }
    }

    private static IncidentId id(IncidentEvent event) {
        if (event instanceof Reported reported) {
            return reported.id();
        }
        return event instanceof RecordEvent.Adopted adopted ? adopted.id() : ((RecordEvent.Imported) event).id();
    }

    private static TenantId tenant(IncidentEvent event) {
        if (event instanceof Reported reported) {
            return reported.tenant();
        }
        return event instanceof RecordEvent.Adopted adopted
                ? adopted.tenant()
                : ((RecordEvent.Imported) event).tenant();
    }
}

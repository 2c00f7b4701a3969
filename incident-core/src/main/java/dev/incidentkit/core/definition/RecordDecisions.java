package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.ImportedStep;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.Status;

/** Decides commands about the record itself, reviews and effort. They were checked before. */
final class RecordDecisions {
    private final ProcessDefinition definition;

    RecordDecisions(ProcessDefinition definition) {
        this.definition = definition;
    }

    static IncidentEvent review(IncidentCommand command, EventMeta meta) {
        if (command instanceof ReviewCommand.OpenReview open) {
            return new ReviewEvent.ReviewOpened(meta, open.owner(), open.dueAt());
        }
        if (command instanceof ReviewCommand.SignReview sign) {
            return new ReviewEvent.ReviewSigned(meta, PersonalText.of(sign.summary()));
        }
        if (command instanceof ReviewCommand.Survey survey) {
            return new ReviewEvent.Surveyed(meta, survey.score(), Texts.of(survey.comment()));
        }
        if (command instanceof ReviewCommand.WriteReview write) {
            return new ReviewEvent.ReviewWritten(meta, write.section(), PersonalText.of(write.text()));
        }
        if (command instanceof ReviewCommand.PlanReviewAction plan) {
            return new ReviewEvent.ReviewActionPlanned(
                    meta, plan.name(), plan.kind(), plan.owner(), plan.dueAt(), PersonalText.of(plan.text()));
        }
        if (command instanceof ReviewCommand.EndReviewAction end) {
            return new ReviewEvent.ReviewActionEnded(meta, end.name(), end.state(), PersonalText.of(end.comment()));
        }
        if (command instanceof ReviewCommand.ShareReview share) {
            return new ReviewEvent.ReviewShared(meta, share.readers());
        }
        ReviewCommand.RecordEffort effort = (ReviewCommand.RecordEffort) command;
        return new ReviewEvent.EffortRecorded(meta, effort.team(), effort.time(), effort.cost(), effort.billing());
    }

    IncidentEvent decide(Incident incident, IncidentCommand command, EventMeta meta) {
        if (command instanceof RecordCommand.Migrate migrate) {
            Status status = definition
                    .lifecycle()
                    .status(statusAfter(incident, migrate))
                    .orElseThrow();
            return new RecordEvent.Migrated(meta, incident.definition(), definition.hash(), status);
        }
        if (command instanceof RecordCommand.Redact redact) {
            return new RecordEvent.Redacted(meta, redact.scope(), redact.reason());
        }
        if (command instanceof RecordCommand.Preserve preserve) {
            return new RecordEvent.Preserved(meta, preserve.held(), preserve.reason());
        }
        if (command instanceof RecordCommand.Archive archive) {
            return new RecordEvent.Archived(meta, archive.target());
        }
        if (command instanceof RecordCommand.ImportStep step) {
            return imported(incident, step.step(), meta);
        }
        throw new IllegalStateException("No lifecycle lets an existing incident take " + command.action());
    }

    private RecordEvent.Imported imported(Incident incident, ImportedStep step, EventMeta meta) {
        EventMeta then = new EventMeta(
                Times.later(step.effectiveAt(), incident.lastEffectiveAt()),
                meta.recordedAt(),
                meta.actor(),
                meta.cause());
        return new RecordEvent.Imported(then, incident.id(), incident.tenant(), definition.hash(), step);
    }

    static String statusAfter(Incident incident, RecordCommand.Migrate migrate) {
        String name = incident.status().name();
        return migrate.statuses().getOrDefault(name, name);
    }
}

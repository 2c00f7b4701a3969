package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.WorkaroundState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an incident taught, as the beginning of an article of a knowledge base. It holds what the incident shows: made of one
 * that was {@link ServiceDesk#load(dev.incidentkit.core.incident.IncidentId, dev.incidentkit.core.incident.Actor) loaded} for
 * a reader, it has no text that the reader may not see, nor any that was redacted. The rest may still be personal, so somebody
 * reads it before it is published.
 *
 * @param title what the incident was about
 * @param symptoms what was noticed, or else what happened
 * @param cause what the review says of the cause
 * @param workaround the workaround that is in place, or was last
 * @param resolution what was done to resolve it
 */
public record ArticleDraft(
        @Nullable String title,
        @Nullable String symptoms,
        @Nullable String cause,
        @Nullable String workaround,
        @Nullable String resolution) {
    /**
     * Drafts an article.
     *
     * @param incident the incident, at any time
     * @return the draft; what is not known is null
     */
    public static ArticleDraft of(Incident incident) {
        PersonalText symptoms = incident.handling().symptoms();
        return new ArticleDraft(
                shown(incident.title().orElse(null)),
                shown(symptoms == null ? incident.description().orElse(null) : symptoms),
                last(incident, ArticleDraft::cause),
                last(incident, ArticleDraft::workaround),
                shown(incident.resolution().map(Resolution::note).orElse(null)));
    }

    private static @Nullable String shown(@Nullable PersonalText text) {
        return text == null || text.isRedacted() ? null : text.text();
    }

    private static @Nullable String last(Incident incident, Function<IncidentEvent, Optional<PersonalText>> wanted) {
        List<IncidentEvent> history = incident.history();
        for (int i = history.size() - 1; i >= 0; i--) {
            Optional<PersonalText> found = wanted.apply(history.get(i));
            if (found.isPresent()) {
                return shown(found.get());
            }
        }
        return null;
    }

    private static Optional<PersonalText> cause(IncidentEvent event) {
        return event instanceof ReviewEvent.ReviewWritten written && written.section() == ReviewSection.CAUSE
                ? Optional.of(written.text())
                : Optional.empty();
    }

    private static Optional<PersonalText> workaround(IncidentEvent event) {
        return event instanceof ProcessEvent.WorkaroundChanged changed && changed.state() == WorkaroundState.ACTIVE
                ? Optional.of(changed.text())
                : Optional.empty();
    }
}

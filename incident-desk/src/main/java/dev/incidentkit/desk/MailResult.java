package dev.incidentkit.desk;

import dev.incidentkit.core.incident.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail.
 *
 * @param effect what became of it
 * @param incident the incident; null where the mail was left out
 */
public record MailResult(MailEffect effect, @Nullable IncidentId incident) {}

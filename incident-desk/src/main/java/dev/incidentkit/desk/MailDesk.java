package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.ReservedKeyException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes incidents and messages of mails. What a mail answers is found by the identities of the mails before it, as far as they
 * came this way or were {@link #sent told}, else by the identity of an incident in brackets in its subject, as in
 * {@code [INC-17]}. Each mail is taken once, however often it is delivered. It reads no mail itself, and asks nobody whether a
 * sender is who they say: the host names the actor. Safe for use by several threads.
 */
public final class MailDesk {
    private static final Logger LOG = LoggerFactory.getLogger(MailDesk.class);
    private static final String PREFIX = "mail/";
    private static final String NO_SUBJECT = "(no subject)";
    private static final String NO_TEXT = "(no text)";
    private static final int LONGEST_TITLE = 200;
    private static final Pattern TAG = Pattern.compile("\\[([^\\[\\]\\s]{1,64})\\]");

    private final ServiceDesk desk;

    /**
     * Takes mails for a desk.
     *
     * @param desk the desk; its store reserves keys
     */
    public MailDesk(ServiceDesk desk) {
        this.desk = desk;
    }

    /**
     * Takes a mail.
     *
     * @param mail the mail
     * @param actor whom it comes from, as the host knows them; a caller's or supplier's reply ends waiting for them
     * @return what became of it
     * @throws IncidentRejectedException with everything that stands against it; nothing was written
     * @throws ConflictException if others kept writing first; what was written is found when the mail is taken again
     */
    public MailResult receive(Mail mail, Actor actor) {
        IncidentId known = holder(mail.messageId());
        if (known != null) {
            return new MailResult(MailEffect.REPEATED, known);
        }
        Incident answered = answered(mail);
        if (answered == null) {
            return mail.automatic()
                    ? new MailResult(MailEffect.LEFT_OUT, null)
                    : new MailResult(MailEffect.OPENED, opened(mail, actor));
        }
        IncidentId id = answered.id();
        if (mail.automatic()) {
            desk.handle(id, new WorkCommand.Note(text(mail), Visibility.INTERNAL), actor, key(mail, ""));
            return result(MailEffect.NOTED, mail, id);
        }
        if (answered.phase().isEnd()) {
            IncidentId next = opened(mail, actor);
            Relation follows = new Relation(RelationKind.FOLLOW_UP_OF, id.value());
            desk.handle(next, new WorkCommand.Link(follows), Actor.SYSTEM, key(mail, "/follows"));
            return new MailResult(MailEffect.FOLLOWED, next);
        }
        desk.handle(id, message(mail), actor, key(mail, ""));
        return result(MailEffect.ANSWERED, mail, id);
    }

    /**
     * Says that a mail was sent about an incident, so that answers to it are found.
     *
     * @param messageId its header {@code Message-ID}
     * @param incident the incident
     */
    public void sent(String messageId, IncidentId incident) {
        if (holder(messageId) != null) {
            return;
        }
        KeyReservation reservation = new KeyReservation(PREFIX + messageId, incident);
        try {
            desk.store().append(new AppendBuilder().addReserve(reservation).build());
        } catch (ReservedKeyException e) {
            // its identity is a text of a stranger's, and stands in the exception too
            LOG.debug("A mail about incident {} was known meanwhile, to incident {}", incident, e.holder());
        }
    }

    private MailResult result(MailEffect effect, Mail mail, IncidentId incident) {
        sent(mail.messageId(), incident);
        return new MailResult(effect, incident);
    }

    private IncidentId opened(Mail mail, Actor actor) {
        Report report = Report.of(title(mail), Reporter.person(mail.from()), Channel.MAIL)
                .description(mail.text().isBlank() ? null : text(mail))
                .build();
        IncidentId id = desk.report(report, actor, key(mail, "")).incident();
        sent(mail.messageId(), id);
        return id;
    }

    private static WorkCommand message(Mail mail) {
        return new WorkCommand.Communicate(Direction.INBOUND, Channel.MAIL, "sender", text(mail), Visibility.CUSTOMER);
    }

    private @Nullable Incident answered(Mail mail) {
        List<IncidentId> candidates = new ArrayList<>();
        for (String reference : mail.references()) {
            desk.store().holder(PREFIX + reference).ifPresent(candidates::add);
        }
        Matcher tags = TAG.matcher(mail.subject() == null ? "" : mail.subject());
        while (tags.find()) {
            candidates.add(new IncidentId(tags.group(1)));
        }
        return candidates.stream()
                .flatMap(id -> desk.load(id).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable IncidentId holder(String messageId) {
        return desk.store().holder(PREFIX + messageId).orElse(null);
    }

    private static CommandKey key(Mail mail, String step) {
        return new CommandKey(PREFIX + mail.messageId() + step);
    }

    /** A subject in one line. */
    private static String title(Mail mail) {
        String subject = mail.subject() == null ? "" : mail.subject().strip().replaceAll("\\s+", " ");
        return subject.isEmpty() ? NO_SUBJECT : cut(subject, LONGEST_TITLE);
    }

    private static String text(Mail mail) {
        return mail.text().isBlank() ? NO_TEXT : cut(mail.text(), PersonalText.MAX_LENGTH);
    }

    /** Never half a surrogate pair. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}

package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails become incidents and messages, each once. */
class MailDeskTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;
    private final MailDesk mails = new MailDesk(desk);

    private static Mail mail(String id, String subject, String... references) {
        return new Mail(id, "bob@example.org", subject, "Nothing works.", List.of(references), false);
    }

    private static Mail automatic(String id, String... references) {
        return new Mail(id, "bob@example.org", "Out of office", "I am away.", List.of(references), true);
    }

    private Incident load(MailResult result) {
        return desk.load(Objects.requireNonNull(result.incident())).orElseThrow();
    }

    @Test
    @Tag("C-137")
    void a_mail_begins_an_incident_once_however_often_it_is_delivered() {
        MailResult opened = mails.receive(mail("<1@mail>", "VPN\n is  down"), BOB);
        MailResult again = mails.receive(mail("<1@mail>", "VPN\n is  down"), BOB);

        assertThat(opened.effect()).isEqualTo(MailEffect.OPENED);
        assertThat(again).isEqualTo(new MailResult(MailEffect.REPEATED, opened.incident()));
        Incident incident = load(opened);
        assertThat(incident.title().orElseThrow().text()).isEqualTo("VPN is down");
        assertThat(incident.description().orElseThrow().text()).isEqualTo("Nothing works.");
        assertThat(incident.channel()).contains(Channel.MAIL);
        assertThat(incident.reporter().orElseThrow().name().text()).isEqualTo("bob@example.org");
    }

    @Test
    @Tag("C-137")
    @Tag("C-94")
    void an_answer_is_found_by_the_mail_before_it_and_ends_waiting_for_the_caller() {
        IncidentId id = fixture.started();
        desk.handle(id, new Hold(HoldReason.CALLER, "Which site?", null), ANN);
        mails.sent("<question@desk>", id);

        MailResult answered = mails.receive(mail("<2@mail>", "Re: your question", "<question@desk>"), BOB);

        assertThat(answered).isEqualTo(new MailResult(MailEffect.ANSWERED, id));
        assertThat(load(answered).phase()).isEqualTo(Phase.ACTIVE);
        assertThat(mails.receive(mail("<3@mail>", "Re: Re: your question", "<2@mail>"), BOB))
                .isEqualTo(new MailResult(MailEffect.ANSWERED, id));
        assertThat(load(answered).history())
                .filteredOn(WorkEvent.Communicated.class::isInstance)
                .hasSize(2);
    }

    @Test
    void an_answer_is_found_by_the_identity_in_its_subject_where_there_is_such_an_incident() {
        IncidentId id = fixture.reported();

        assertThat(mails.receive(mail("<2@mail>", "AW: [EXTERNAL] outage [" + id + "]"), BOB))
                .isEqualTo(new MailResult(MailEffect.ANSWERED, id));
        assertThat(mails.receive(mail("<3@mail>", "[NO-SUCH] outage"), BOB).effect())
                .isEqualTo(MailEffect.OPENED);
    }

    @Test
    void an_answer_to_what_has_ended_begins_an_incident_that_follows_it() {
        IncidentId id = fixture.readyToClose();
        desk.handle(id, new Close(), ANN);

        MailResult followed = mails.receive(mail("<9@mail>", "Re: [" + id + "]"), BOB);

        assertThat(followed.effect()).isEqualTo(MailEffect.FOLLOWED);
        assertThat(load(followed).relations()).containsExactly(new Relation(RelationKind.FOLLOW_UP_OF, id.value()));
        assertThat(desk.load(id).orElseThrow().phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void what_programs_send_opens_nothing_and_ends_no_waiting() {
        IncidentId id = fixture.started();
        desk.handle(id, new Hold(HoldReason.CALLER, "Which site?", null), ANN);
        mails.sent("<question@desk>", id);

        assertThat(mails.receive(automatic("<a@mail>"), BOB)).isEqualTo(new MailResult(MailEffect.LEFT_OUT, null));
        assertThat(mails.receive(automatic("<b@mail>", "<question@desk>"), BOB).effect())
                .isEqualTo(MailEffect.NOTED);
        assertThat(desk.load(id).orElseThrow().phase()).isEqualTo(Phase.ON_HOLD);
    }

    @Test
    void a_mail_that_comes_again_after_its_key_is_forgotten_is_known_all_the_same() {
        MailResult opened = mails.receive(mail("<1@mail>", "VPN is down"), BOB);
        fixture.clock.advance(Duration.ofDays(30));

        assertThat(mails.receive(mail("<1@mail>", "VPN is down"), BOB).incident())
                .isEqualTo(opened.incident());
    }

    @Test
    void long_and_empty_mails_fit() {
        String face = "\ud83d\ude00";
        Mail huge = new Mail("<1@mail>", "bob", "a" + face.repeat(200), "b" + face.repeat(20_000), List.of(), false);
        Mail empty = new Mail("<2@mail>", "bob", null, " ", List.of(), false);

        assertThat(load(mails.receive(huge, BOB)).title().orElseThrow().text()).hasSize(199);
        assertThat(load(mails.receive(empty, BOB)).title().orElseThrow().text()).isEqualTo("(no subject)");
        assertThatThrownBy(() -> new Mail(" ", "bob", "s", "t", List.of(), false))
                .hasMessageContaining("identity");
    }
}

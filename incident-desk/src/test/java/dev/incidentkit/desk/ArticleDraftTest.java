package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.ProcessCommand.ApplyWorkaround;
import dev.incidentkit.core.incident.RecordCommand.Redact;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ArticleDraftTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;

    private IncidentId reviewed() {
        IncidentId id = desk.report(
                        Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
                                .description("since the move")
                                .symptoms("error 809")
                                .build(),
                        BOB)
                .incident();
        desk.handle(id, new ApplyWorkaround("tunnel", "use the web portal"), ANN);
        desk.handle(id, new ApplyWorkaround("modem", "use the modem"), ANN);
        desk.handle(id, Resolve.permanently(new Category("network/vpn"), "FIXED", "renewed the certificate"), ANN);
        desk.handle(
                id, new ReviewCommand.OpenReview("ann", fixture.clock.instant().plusSeconds(3600)), ANN);
        desk.handle(id, new ReviewCommand.WriteReview(ReviewSection.WENT_WELL, "quick"), ANN);
        desk.handle(id, new ReviewCommand.WriteReview(ReviewSection.CAUSE, "nobody watched the date"), ANN);
        return id;
    }

    @Test
    @Tag("C-126")
    void an_article_is_drafted_of_what_an_incident_taught() {
        IncidentId id = reviewed();

        assertThat(ArticleDraft.of(desk.load(id, ANN).orElseThrow()))
                .isEqualTo(new ArticleDraft(
                        "VPN is down",
                        "error 809",
                        "nobody watched the date",
                        "use the modem",
                        "renewed the certificate"));
    }

    @Test
    void a_draft_has_no_text_that_its_reader_may_not_see_or_that_was_redacted() {
        IncidentId id = reviewed();

        assertThat(ArticleDraft.of(desk.load(id, BOB).orElseThrow()))
                .isEqualTo(new ArticleDraft("VPN is down", "error 809", null, null, "renewed the certificate"));
        desk.handle(id, new Redact(Set.of("symptoms"), "request"), ANN);
        assertThat(ArticleDraft.of(desk.load(id).orElseThrow()).symptoms()).isNull();
        assertThat(ArticleDraft.of(desk.load(fixture.reported()).orElseThrow()))
                .isEqualTo(new ArticleDraft("VPN is down", null, null, null, null));
    }
}

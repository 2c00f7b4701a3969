package dev.incidentkit.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.desk.Client.Reply;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people do at the desk, on whatever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskJourneys {
    private final TestClock clock = new TestClock();
    private DeskServer server;
    private Client ann;
    private Client bob;

    /** The address of an empty database. */
    abstract String database();

    @BeforeAll
    void open() {
        server = Desks.start("itil", database(), clock);
        ann = Client.signedIn(server, "ann");
        bob = Client.signedIn(server, "bob");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private static String[] urgent() {
        return new String[] {"impact", "HIGH", "urgency", "HIGH"};
    }

    @Test
    void an_incident_goes_from_the_report_to_its_closure() {
        String id = bob.report("The VPN is down", urgent());

        assertThat(ann.act(id, "ASSIGN", "owner", "network/ann").text()).contains("network/ann is accountable");
        assertThat(ann.act(id, "START").text()).contains("In progress");
        assertThat(ann.act(id, "HOLD", "reason", "CALLER", "comment", "Which gateway?")
                        .text())
                .contains("On hold", "Waits for Caller");
        assertThat(ann.act(id, "RESUME").text()).contains("In progress");
        assertThat(ann.act(id, "RESOLVE", resolution()).text()).contains("Resolved", "FIXED: Renewed it.");
        Reply blocked = ann.get("/incidents/" + id);
        assertThat(blocked.text()).contains("Close not now").contains("CHECKLIST_OPEN");
        for (String item : new String[] {"SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED"}) {
            ann.act(id, "CHECK", "item", item, "done", "YES");
        }
        assertThat(ann.act(id, "CLOSE").text()).contains("Closed").contains("No step leads on from here");
        Reply history = ann.get("/incidents/" + id + "/history");
        assertThat(history.text())
                .contains("The record is whole")
                .contains("incident.reported", "incident.assigned", "incident.resolved", "incident.closed");
    }

    private static String[] resolution() {
        return new String[] {
            "category", "network/vpn", "resolutionCode", "FIXED", "resolutionNote", "Renewed it.", "method", "PERMANENT"
        };
    }

    @Test
    void a_form_that_lacks_what_the_definition_asks_for_is_shown_again_with_what_was_filled_in() {
        String id = bob.report("A printer jams");

        Reply refused = ann.act(id, "RESOLVE", "resolutionNote", "Took the paper out.", "method", "PERMANENT");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("category must be given", "resolutionCode must be given")
                .contains("Took the paper out.")
                .doesNotContain("resolutionNote must be given FIELD_REQUIRED");
        assertThat(refused.body()).contains("aria-invalid=\"true\"").contains("<details class=\"action ready\" open");
        assertThat(ann.get("/incidents/" + id).text()).contains("New");
    }

    @Test
    void a_report_without_a_title_is_refused_by_the_library() {
        bob.get("/report");
        Reply refused = bob.post("/report", "reporter", "bob", "channel", "PHONE", "description", "It is broken.");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Not done", "title must not be blank", "It is broken.");
    }

    @Test
    void what_cannot_be_read_is_told_beside_its_input() {
        ann.get("/report");
        Reply refused = ann.post(
                "/report",
                "title",
                "t",
                "reporter",
                "bob",
                "channel",
                "PHONE",
                "affectedUsers",
                "many",
                "occurredAt",
                "soon");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("'many' cannot be taken", "'soon' cannot be taken");
    }

    @Test
    void the_same_form_sent_twice_is_done_once() {
        String id = bob.report("A form that is sent twice");
        String key = "a-key-of-" + id;
        String csrf = csrf(ann.get("/incidents/" + id).body());
        String[] form = {"csrf", csrf, "key", key, "form", "NOTE", "text", "said once", "visibility", "PUBLIC"};

        ann.postBare("/incidents/" + id, form);
        Reply again = ann.postBare("/incidents/" + id, form);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().split("said once", -1)).hasSize(2);
        form[7] = "said otherwise";
        assertThat(ann.postBare("/incidents/" + id, form).status()).isEqualTo(409);
    }

    private static String csrf(String body) {
        return Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
                .matcher(body)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void deadlines_priorities_and_teams_are_explained() {
        String id = bob.report("Why is this urgent?", urgent());

        assertThat(ann.get("/incidents/" + id).text())
                .contains("the priority is P1", "P1 was derived", "impact HIGH", "nobody is accountable")
                .contains("itil Response")
                .contains("because");
    }

    @Test
    void a_missed_target_is_on_the_record_and_on_the_page_after_a_tick() {
        String id = bob.report("Nobody answers", urgent());
        clock.move(Duration.ofMinutes(16));
        server.embedding().tick();

        assertThat(ann.get("/incidents/" + id).text()).contains("itil Response Running, missed");
        assertThat(ann.get("/incidents/" + id + "/history").text()).contains("incident.sla-breached");
        assertThat(ann.get("/incidents/" + id + "/clocks.svg").body())
                .startsWith("<svg")
                .contains("missed");
        assertThat(ann.get("/metrics").text()).contains("incident.sla-breached " + id);
    }

    @Test
    void the_queue_is_in_work_order_narrowed_and_paged() {
        for (int i = 0; i < 30; i++) {
            bob.report("Zebra number " + i, "impact", "LOW", "urgency", "LOW", "channel", "MAIL");
        }
        String first = bob.report("Zebra of the board", urgent());

        Reply page = ann.get("/?words=zebra");
        assertThat(page.text()).contains("Zebra of the board").contains("Next page");
        assertThat(page.body().indexOf(first)).isLessThan(page.body().indexOf("Zebra number"));
        String next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"")
                .matcher(page.body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");
        Reply rest = ann.get(next);
        assertThat(rest.body().split("Zebra number", -1)).hasSize(30 - 24 + 1);
        assertThat(rest.text()).doesNotContain("Next page").contains("First page");
        assertThat(ann.get("/?words=zebra&priority=P1").body()).contains(first).doesNotContain("Zebra number");
        assertThat(ann.get("/?words=zebra&scope=ENDED").text()).contains("Nothing is here");
        assertThat(ann.get("/?after=nonsense").status()).isEqualTo(400);
    }

    @Test
    void each_item_of_a_bulk_action_is_judged_on_its_own() {
        String fresh = bob.report("Bulk: new");
        String ended = bob.report("Bulk: cancelled");
        ann.act(ended, "CANCEL", "reason", "WITHDRAWN");

        ann.get("/?words=bulk");
        Reply chosen = ann.post("/bulk", "form", "ASSIGN", "id", fresh, "id", ended);
        assertThat(chosen.text()).contains("Bulk: new", "Bulk: cancelled", "Assign: 2 incidents");
        Reply done = ann.post("/bulk/do", "form", "ASSIGN", "id", fresh, "id", ended, "owner", "network");

        assertThat(done.text())
                .contains("Bulk: new " + fresh + " done")
                .contains("Bulk: cancelled " + ended + " refused")
                .contains("ASSIGN is not allowed while the incident is CANCELLED TRANSITION_UNKNOWN");
        assertThat(ann.get("/incidents/" + fresh).text()).contains("network is accountable");
    }

    @Test
    void figures_tell_what_they_are_of() {
        bob.report("For the figures");

        assertThat(ann.get("/metrics").text()).contains("Metrics", "Reported", "n = ");
        Reply report = ann.get("/metrics/report");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.text()).contains("Ticket desk", "The lifecycle as it was lived");
    }

    @Test
    void internal_notes_are_for_staff() {
        String id = bob.report("Who may read this?");
        ann.act(id, "NOTE", "text", "the caller is wrong", "visibility", "INTERNAL");
        ann.act(id, "NOTE", "text", "we are on it", "visibility", "PUBLIC");

        assertThat(ann.get("/incidents/" + id).text()).contains("the caller is wrong", "we are on it");
        assertThat(bob.get("/incidents/" + id).text()).contains("we are on it").doesNotContain("the caller is wrong");
        assertThat(bob.get("/incidents/" + id + "/history").text())
                .contains("for staff only")
                .doesNotContain("the caller is wrong");
    }
}

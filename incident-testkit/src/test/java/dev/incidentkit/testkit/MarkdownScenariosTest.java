package dev.incidentkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.WorkEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MarkdownScenariosTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    @TestFactory
    Stream<DynamicTest> every_scenario_of_a_document_is_a_test() {
        return MarkdownScenarios.tests(Samples.file("waiting.md"), ITIL);
    }

    private static List<Scenario> read(String document) {
        return MarkdownScenarios.read("doc.md", document.getBytes(StandardCharsets.UTF_8), ITIL);
    }

    private static String table(String header, String... rows) {
        String line = "|---".repeat(header.split("\\|", -1).length - 2) + "|";
        return "## A name\n\n" + header + "\n" + line + "\n" + String.join("\n", rows) + "\n";
    }

    @Test
    void scenarios_have_the_names_of_their_headings() {
        assertThat(MarkdownScenarios.read(Samples.file("waiting.md"), ITIL))
                .extracting(Scenario::name)
                .containsExactly(
                        "An office-hours P3 waits for the caller over a weekend", "A P1 is breached after four hours");
    }

    @Test
    void a_failure_names_file_and_line_of_the_row() {
        Scenario scenario = read(table(
                        "| at | who | does | status |",
                        "| | cleo (CALLER) | report | NEW |",
                        "| | ann | start owner=ops | ON_HOLD |"))
                .get(0);

        assertThatThrownBy(() -> scenario.verify(ITIL))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("scenario 'A name', doc.md:6:", "to be ON_HOLD", "it was IN_PROGRESS");
    }

    @Test
    void every_word_that_is_listed_can_be_written() {
        String[] deeds = {
            "report title=\"No mail\" reporter=bob channel=MAIL impact=HIGH urgency=LOW severity=SEV2 category=mail "
                    + "services=mail,web users=7 detectedAt=2026-03-02T08:00:00Z reportedAt=2026-03-02T08:30:00Z",
            "triage impact=LOW urgency=LOW severity=SEV3",
            "categorize category=mail/smtp",
            "override priority=P1 reason=board",
            "withdraw-override",
            "assign owner=ops person=ben",
            "acknowledge",
            "escalate to=l2 reason=hard",
            "note text=\"seen it\"",
            "message to=customers text=hello",
            "contain text=unplugged",
            "restore",
            "amend title=\"Mail again\" users=9",
            "start",
            "hold reason=VENDOR until=2026-03-20T09:00:00Z",
            "resume",
            "hold reason=CALLER comment=well",
            "reply from=bob text=yes",
            "resolve code=FIXED note=done",
            "reopen reason=again",
            "resolve category=mail code=FIXED note=done method=WORKAROUND",
            "check item=SERVICE_VERIFIED",
            "reject reason=no",
            "unassign",
            "cancel reason=WITHDRAWN"
        };
        String[] rows = new String[deeds.length];
        for (int i = 0; i < deeds.length; i++) {
            String who = deeds[i].startsWith("reject") || deeds[i].startsWith("reply")
                    ? "cleo (CALLER)"
                    : "max (SERVICE_DESK, RESOLVER INCIDENT_MANAGER)";
            String refused = deeds[i].equals("unassign") ? "OWNER_REQUIRED(owner)" : "";
            rows[i] = "| | " + who + " | " + deeds[i] + " | " + refused + " |";
        }

        Moment end = read(table("| at | who | does | refused |", rows)).get(0).verify(ITIL);

        assertThat(end.incident().status().name()).isEqualTo("CANCELLED");
        assertThat(end.incident().services()).containsExactlyInAnyOrder("mail", "web");
        assertThat(end.incident().affectedUsers()).isEqualTo(9);
    }

    @Test
    void a_report_tells_who_or_what_reports_and_when_it_began() {
        Moment end = read(table(
                        "| at | who | does | people | deadlines |",
                        "| | disks (BOT) | report source=disks number=7 description=full symptoms=red firstActions=none "
                                + "type=NEAR_MISS occurredAt=2026-03-02T06:00:00Z services=mail,web users=9 | none | none |",
                        "| | ann | contain services=mail users=3 | | |",
                        "| | ann | engage person=ben | RESOLVER ben | |"))
                .get(0)
                .verify(ITIL);

        Incident incident = end.incident();
        assertThat(incident.reporter()).contains(Reporter.source("disks"));
        assertThat(incident.number()).contains("7");
        assertThat(incident.handling().type()).isEqualTo(RecordType.NEAR_MISS);
        assertThat(incident.at(Milestone.OCCURRED)).contains(Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(incident.services()).containsExactly("mail");
        assertThat(incident.affectedUsers()).isEqualTo(3);
        assertThat(end.events()).hasAtLeastOneElementOfType(WorkEvent.Noted.class);
    }

    @TestFactory
    Stream<DynamicTest> what_is_done_around_an_incident_is_written_as_well() {
        return MarkdownScenarios.tests(Samples.file("around.md"), Samples.PROCESS);
    }

    @Test
    void what_an_incident_has_is_compared_in_any_order() {
        Scenario scenario = MarkdownScenarios.read(
                        "doc.md",
                        table(
                                        "| at | who | does | services | tasks |",
                                        "| | cleo (CALLER) | report services=web,mail category=smtp | mail, web | mend OPEN, look OPEN |",
                                        "| | ann | finish-task task=look | web | |")
                                .getBytes(StandardCharsets.UTF_8),
                        Samples.PROCESS)
                .get(0);

        assertThatThrownBy(() -> scenario.verify(Samples.PROCESS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "doc.md:6:", "the services of INC-1 to be [web]", "it was [mail, web]", "at event 1 of");
    }

    @Test
    void what_ports_answer_is_said_in_the_row_from_which_it_holds() {
        read(table(
                        "| at | who | does | answers | refused |",
                        "| | cleo (CALLER) | report category=mail | | |",
                        "| | ann | resolve code=FIXED note=ok | | |",
                        "| | ann | close | open-children=2 | CHILD_OPEN, CHECKLIST_OPEN(SERVICE_VERIFIED), "
                                + "CHECKLIST_OPEN(TEMPORARY_FIXES_SETTLED), CHECKLIST_OPEN(CONFIGURATION_DATA_UPDATED) |"))
                .get(0)
                .verify(ITIL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(table("| at | who | does | answers |", "| | ann | report | two |")))
                .withMessageContaining("doc.md:5: 'two' must name a port and its answer");
    }

    @Test
    void what_people_were_told_of_is_compared_in_order() {
        Scenario scenario = read(table("| at | who | does | sent |", "| | cleo (CALLER) | report | Breached |"))
                .get(0);

        assertThatThrownBy(() -> scenario.verify(ITIL))
                .hasMessageContainingAll("to be told by the last step of [Breached]", "they were told of [Reported]");
    }

    @Test
    void everything_that_is_wrong_with_a_document_is_told_at_once_with_its_line() {
        String document = table("| at | who | does |", "| | ann | fly |")
                + table("| at | who | does | mood |", "| | ann | report |")
                + table("| at | who | does |", "| | ann | report impact=HUGE |")
                + table("| at | who | does |", "| | | report |")
                + table("| at | who | does |", "| soon | ann | report |")
                + table("| at | who | does |", "| | ann | hold reason=CALLER now=1 |")
                + table("| at | who | does |", "| | ann (CALLER | report |")
                + table("| at | who | does |", "| | ann | alert check=http |")
                + table("| who | does |", "| ann | report |");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(document))
                .withMessageContainingAll(
                        "doc.md is refused, findings: 9",
                        "doc.md:5: 'fly' is none of [acknowledge,",
                        "has the column 'mood', which is none of [status,",
                        "'HUGE'",
                        "'who' is empty",
                        "doc.md:25: ",
                        "'hold' knows no now",
                        "'ann (CALLER' must end with ')'",
                        "'alert' needs resource=...",
                        "lacks the columns [at]");
    }

    @Test
    void a_document_without_scenarios_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("# Nothing here\n"))
                .withMessageContaining("there is no table with the columns [at, who, does]");
        assertThatThrownBy(() -> MarkdownScenarios.read(Path.of("no", "such.md"), ITIL))
                .hasMessageContaining("such.md");
    }

    @Test
    void rows_are_as_wide_as_their_header_and_parts_are_written_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(table("| at | who | does |", "| | ann |")))
                .withMessageContaining("doc.md:5: 3 cells are needed, but there are 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(table("| at | who | does |", "| | ann | report users=1 users=2 |")))
                .withMessageContaining("name each part once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(table("| at | who | does |", "| | ann | report title=\"open |")))
                .withMessageContaining("cannot be read from");
    }
}

package dev.incidentkit.examples.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.examples.Examples;
import dev.incidentkit.rules.config.DefinitionFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class WalkthroughCommandTest {
    private static String run(String... args) {
        StringWriter out = new StringWriter();
        CommandLine line = Examples.commandLine();
        line.setOut(new PrintWriter(out));
        assertThat(line.execute(args)).isZero();
        return out.toString();
    }

    @Test
    void an_outage_is_refused_a_step_with_the_reason_and_ends_closed_with_a_whole_record() {
        assertThat(run("walkthrough"))
                .contains("makes it P1")
                .contains("TRANSITION_UNKNOWN: CLOSE is not allowed while the incident is NEW")
                .contains("CHECKLIST_OPEN(SERVICE_VERIFIED)")
                .contains("ann closes again -> CLOSED")
                .contains("by rule HIGH x HIGH")
                .contains("events are as sealed");
    }

    @Test
    void its_clocks_are_drawn_where_a_file_is_given(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("clocks.svg");

        assertThat(run("walkthrough", "--timeline", file.toString())).contains("Wrote its clocks to " + file);
        assertThat(Files.readString(file)).startsWith("<svg").contains("itil RESOLUTION");
        StringWriter err = new StringWriter();
        CommandLine line =
                Examples.commandLine().setErr(new PrintWriter(err)).setOut(new PrintWriter(new StringWriter()));
        assertThat(line.execute("walkthrough", "--timeline", folder.toString())).isOne();
        assertThat(err.toString()).contains("Cannot write " + folder);
    }

    static List<String> presets() {
        return DefinitionFiles.presets();
    }

    @ParameterizedTest
    @MethodSource("presets")
    @Tag("C-05")
    @Tag("C-06")
    @Tag("C-152")
    void each_preset_is_walked_from_the_report_to_the_signed_review_and_the_record_is_whole(String preset) {
        String told = run("walkthrough", "--preset", preset);
        assertThat(told)
                .contains("by the process '" + preset + "'", " reports -> ", "It ends CLOSED")
                .contains("REPORTED ", "STARTED ", "RESOLVED ", "ENDED ", "REVIEWED ", "events are as sealed")
                .doesNotContain("too late");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void each_walk_comes_by_every_status_but_those_of_detours(String preset) {
        String told = run("walkthrough", "--preset", preset);
        DefinitionFiles.standard().preset(preset).orThrow().lifecycle().statuses().stream()
                .filter(status -> status.phase() != Phase.ON_HOLD && status.phase() != Phase.CANCELLED)
                .forEach(status -> assertThat(told).contains("-> " + status + "\n"));
    }

    @Test
    @Tag("C-40")
    @Tag("C-62")
    @Tag("C-138")
    void seven_steps_end_with_what_was_learned() {
        assertThat(run("walkthrough", "--preset", "budibase-7"))
                .contains("START is not allowed while the incident is LOGGED")
                .contains("category service-interruption, by rule")
                .contains("MODEL 'severe incident' opened, by rule 'severe'")
                .contains("TASK_BLOCKED", "TASK_OPEN", "REVIEW_REQUIRED", "begins to learn -> LEARNING");
    }

    @Test
    @Tag("C-41")
    void five_steps_end_with_a_review_where_it_was_urgent() {
        assertThat(run("walkthrough", "--preset", "freshservice-5"))
                .contains("FIELD_REQUIRED", "REVIEW_REQUIRED", "affected users to be told by");
    }

    @Test
    @Tag("C-42")
    @Tag("C-93")
    void six_steps_go_by_an_escalation_back_to_the_desk() {
        assertThat(run("walkthrough", "--preset", "tempo-6"))
                .contains(
                        "staff to be told by",
                        "customers to be told by",
                        "2 of RESOLVER required by",
                        "-> ESCALATED",
                        "RESPONSE 'incident response' opened")
                .contains("ben hands it back to the desk -> BACK_AT_DESK", "ROLE_REQUIRED");
    }

    @Test
    @Tag("C-43")
    @Tag("C-12")
    void seven_activities_begin_with_the_verification_of_the_report_and_end_with_the_review_of_what_is_closed() {
        assertThat(run("walkthrough", "--preset", "bleuwire-7"))
                .contains("START is not allowed while the incident is DETECTED", "MODEL 'slow network' opened")
                .contains("supplier answers -> DIAGNOSING", "max signs the review off -> CLOSED");
    }

    @Test
    @Tag("C-44")
    @Tag("C-45")
    void seven_steps_contain_before_they_investigate_and_watch_before_they_review() {
        assertThat(run("walkthrough", "--preset", "deskera-7"))
                .contains("CONTAINMENT_REQUIRED", "CONTAINED ", "APPROVER_REQUIRED", "NOT_QUIET", "-> REVIEWING");
    }

    @Test
    void a_preset_that_there_is_not_is_refused_with_those_that_there_are() {
        StringWriter err = new StringWriter();
        CommandLine line = Examples.commandLine().setErr(new PrintWriter(err));
        assertThat(line.execute("walkthrough", "--preset", "itsm")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("'itsm' is no preset", "deskera-7");
    }

    @Test
    void the_demo_shows_both_programs() {
        assertThat(run("demo")).contains("500 incidents").contains("One outage, from its report to its closure");
    }

    @Test
    void without_a_program_the_usage_is_shown() {
        assertThat(run()).contains("replay").contains("walkthrough");
    }
}

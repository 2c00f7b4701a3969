package dev.incidentkit.examples.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.Examples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void the_demo_shows_both_programs() {
        assertThat(run("demo")).contains("500 incidents").contains("One outage, from its report to its closure");
    }

    @Test
    void without_a_program_the_usage_is_shown() {
        assertThat(run()).contains("replay").contains("walkthrough");
    }
}

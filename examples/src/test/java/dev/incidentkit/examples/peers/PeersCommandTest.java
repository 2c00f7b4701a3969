package dev.incidentkit.examples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.Examples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Each comparison of docs/peers.md. */
class PeersCommandTest {
    private static String run(String... names) {
        StringWriter out = new StringWriter();
        String[] args = new String[names.length + 1];
        args[0] = "peers";
        System.arraycopy(names, 0, args, 1, names.length);
        CommandLine line = Examples.commandLine().setOut(new PrintWriter(out));
        assertThat(line.execute(args)).isZero();
        return out.toString();
    }

    @Test
    void a_published_matrix_is_found_to_be_wrong_with_its_cells() {
        assertThat(run("matrix"))
                .contains("here   WARNING RULES-310")
                .contains("Minor", "Medium", "Low")
                .contains("RULES-309", "Extensive", "Significant");
    }

    @Test
    void a_hole_is_filled_there_and_refused_here() {
        assertThat(run("hole"))
                .contains("= 3, silently")
                .contains("here   not built")
                .contains("cell LOW x LOW is missing");
    }

    @Test
    void a_shipped_lifecycle_has_two_faults() {
        assertThat(run("lifecycle"))
                .contains("here   ACTION_DEAD ev_autoclose")
                .contains("here   CASCADE_UNHANDLED escalated_tto")
                .contains("(REPORT new ev_timeout escalated_tto)");
    }

    @Test
    void a_breach_outlives_a_reassignment() {
        assertThat(run("breach-in-status"))
                .contains("escalated_ttr -> ev_reassign -> [assigned]")
                .contains("itil/RESOLUTION/1 breached at 2026-03-02T13:00:00.001Z");
    }

    @Test
    void waiting_is_not_lost_when_the_target_changes() {
        assertThat(run("pause-lost")).contains("due 2026-03-02T17:00:00Z").contains("due 2026-03-02T22:00:00Z");
    }

    @Test
    void a_day_is_neither_skipped_nor_counted_twice() {
        assertThat(run("clock-change")).contains("PT12H30M", "PT35H30M").contains("PT36H45M");
        assertThat(PeerClocks.steppedByDays(
                        Instant.parse("2025-10-25T22:15:00Z"), Instant.parse("2025-10-27T11:00:00Z")))
                .isGreaterThan(Duration.ofHours(59));
    }

    @Test
    void one_history_has_four_lists_of_breaches() {
        assertThat(run("four-lists")
                        .lines()
                        .filter(line -> line.contains(" misses "))
                        .map(line -> line.replaceAll(".* misses ", "")))
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_bulk_action_meets_the_guards_of_the_form_and_answers_for_each() {
        assertThat(run("bulk")).contains("in bulk:      FIELD_REQUIRED(category), accepted");
    }

    @Test
    void all_are_printed_and_one_that_there_is_not_is_refused() {
        assertThat(run().lines().filter(line -> line.startsWith("  here"))).hasSizeGreaterThan(12);
        CommandLine line = Examples.commandLine().setErr(new PrintWriter(new StringWriter()));
        assertThat(line.execute("peers", "nothing")).isEqualTo(2);
    }
}

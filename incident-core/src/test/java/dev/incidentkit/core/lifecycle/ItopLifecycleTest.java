package dev.incidentkit.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.LifecycleFinding.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The incident lifecycle of iTop 3, restated as data in this project's terms: its stimuli are actions, a child answers
 * its parent's resolution by {@code ev_autoresolve}. Two faults that the model carries must be found.
 */
class ItopLifecycleTest {
    private static final Action REASSIGN = new Action("ev_reassign");

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream data = Objects.requireNonNull(ItopLifecycleTest.class.getResourceAsStream(file), file);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(data)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static Lifecycle itop() {
        LifecycleBuilder builder = Lifecycle.builder("itop");
        rows("itop-states.csv")
                .forEach(row -> builder.status(row.getField("status"), Phase.valueOf(row.getField("phase"))));
        builder.transition(
                Action.REPORT, step -> step.to(new Status("new", Phase.NEW)).requires(Field.BuiltIn.REPORTER));
        for (NamedCsvRecord row : rows("itop-stimuli.csv")) {
            builder.actions(new Action(row.getField("stimulus")));
        }
        rows("itop-transitions.csv")
                .forEach(row -> builder.transition(
                        new Action(row.getField("stimulus")),
                        step -> step.from(status(row.getField("from")))
                                .to(status(row.getField("to")))
                                .requires(mandatory(row.getField("to")))
                                .roles(roles(row.getField("stimulus")))));
        builder.staying(List.of(status("new"), status("assigned")), Action.ASSIGN);
        return builder.cascade(new Action("ev_autoresolve")).build();
    }

    private static Status status(String name) {
        return rows("itop-states.csv").stream()
                .filter(row -> row.getField("status").equals(name))
                .map(row -> new Status(name, Phase.valueOf(row.getField("phase"))))
                .findFirst()
                .orElseThrow();
    }

    private static Field[] mandatory(String name) {
        return rows("itop-states.csv").stream()
                .filter(row -> row.getField("status").equals(name))
                .flatMap(row -> Arrays.stream(row.getField("mandatory").split(" ")))
                .filter(field -> !field.isEmpty())
                .map(field -> field.startsWith("attribute:")
                        ? Field.attribute(field.substring("attribute:".length()))
                        : Field.BuiltIn.valueOf(field.toUpperCase(Locale.ROOT)))
                .toArray(Field[]::new);
    }

    private static Role[] roles(String stimulus) {
        boolean system = rows("itop-stimuli.csv").stream()
                .anyMatch(row -> row.getField("stimulus").equals(stimulus)
                        && row.getField("by").equals("system"));
        return system ? new Role[] {Role.SYSTEM} : new Role[] {Role.RESOLVER, Role.SERVICE_DESK};
    }

    @Test
    void the_stimulus_that_nothing_uses_is_dead() {
        assertThat(itop().verify())
                .filteredOn(finding -> finding.code() == Code.ACTION_DEAD)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo("ev_autoclose");
                    assertThat(finding.message()).isEqualTo("it is declared, but no transition uses it");
                });
    }

    @Test
    void a_child_that_escalated_before_it_was_assigned_stays_open_when_its_parent_is_resolved() {
        assertThat(itop().verify())
                .filteredOn(finding -> finding.code() == Code.CASCADE_UNHANDLED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo("escalated_tto");
                    assertThat(finding.path()).containsExactly("REPORT", "new", "ev_timeout", "escalated_tto");
                    assertThat(finding.message()).contains("does not answer ev_autoresolve");
                });
    }

    @Test
    void beside_these_only_missing_cancellation_and_notes_are_found() {
        assertThat(itop().verify())
                .extracting(LifecycleFinding::code)
                .containsOnly(Code.ACTION_DEAD, Code.CASCADE_UNHANDLED, Code.CANCEL_UNHANDLED, Code.RECORD_UNHANDLED);
    }

    @Test
    void its_stopwatches_can_start_pause_and_stop() {
        ClockRule resolution = new ClockRule(
                "ttr",
                Set.of(status("new"), status("escalated_tto"), status("assigned"), status("escalated_ttr")),
                Set.of(status("pending")),
                Set.of(status("resolved")));

        assertThat(itop().verify(List.of(resolution)))
                .extracting(finding -> finding.code().name())
                .noneMatch(code -> code.startsWith("CLOCK"));
    }

    @Test
    void the_restated_lifecycle_is_that_of_the_reference() throws IOException {
        Path reference = reference();
        assumeTrue(Files.exists(reference), "no " + reference + " here: the restated lifecycle was not compared");
        String text = Files.readString(reference);
        String itop = text.substring(text.indexOf("\"itop_incident\""), text.indexOf("\"glpi_ticket\""));
        Set<String> stated = Pattern.compile("\\[\\s*\"(\\w+)\",\\s*\"(ev_\\w+)\",\\s*\"(\\w+)\",\\s*\\[")
                .matcher(itop)
                .results()
                .map(ItopLifecycleTest::triple)
                .collect(Collectors.toSet());
        Set<String> stimuli = Pattern.compile("\"(ev_\\w+)")
                .matcher(itop.substring(itop.indexOf("\"stimuli\""), itop.indexOf("\"transitions\"")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(rows("itop-transitions.csv").stream()
                        .map(row -> row.getField("from") + " " + row.getField("stimulus") + " " + row.getField("to")))
                .hasSize(18)
                .containsExactlyInAnyOrderElementsOf(stated);
        assertThat(rows("itop-stimuli.csv").stream().map(row -> row.getField("stimulus")))
                .containsExactlyInAnyOrderElementsOf(stimuli);
        rows("itop-states.csv").forEach(row -> assertThat(itop).contains("\"" + row.getField("status") + "\""));
        assertThat(itop().transitions())
                .anyMatch(transition -> transition.action().equals(REASSIGN));
    }

    private static String triple(MatchResult found) {
        return found.group(1) + " " + found.group(2) + " " + found.group(3);
    }

    /** Beside the repository, whichever module the tests run in. */
    private static Path reference() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("reference").resolve("lifecycles.json");
    }
}

package dev.incidentkit.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.LifecycleFinding;
import dev.incidentkit.core.policy.MatrixTriage;
import dev.incidentkit.rules.config.DefinitionFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The definition of docs/helpdesk.md beside what the helpdesk's documents say. */
class HelpdeskTest {
    private static final Path FILE = Path.of("helpdesk", "helpdesk.yaml");

    /** Which status may follow which, by a person or by itself; all else is denied. */
    private static final Map<String, Set<String>> MATRIX = Map.of(
            "new", Set.of("assigned", "planned", "pending", "solved"),
            "assigned", Set.of("planned", "pending", "solved"),
            "planned", Set.of("assigned", "pending", "solved"),
            "pending", Set.of("assigned", "new", "solved"),
            "solved", Set.of("assigned", "closed"),
            "closed", Set.of());

    /** The published matrix, urgency 1 to 5 down and impact 1 to 5 across, 1 for very low. */
    private static final int[][] PRIORITY = {
        {1, 1, 2, 2, 2},
        {1, 2, 2, 3, 3},
        {2, 2, 3, 4, 4},
        {2, 3, 4, 4, 5},
        {2, 3, 4, 5, 5}
    };

    private final ProcessDefinition helpdesk = read();

    private static ProcessDefinition read() {
        return DefinitionFiles.standard().read(FILE).orThrow();
    }

    @Test
    void every_step_between_statuses_is_one_that_the_documents_name_and_no_other() {
        Lifecycle lifecycle = helpdesk.lifecycle();
        Map<String, Set<String>> found = new TreeMap<>();
        for (Status from : lifecycle.statuses()) {
            Set<String> to = found.computeIfAbsent(from.name(), name -> new TreeSet<>());
            for (Action action : lifecycle.actions()) {
                lifecycle
                        .transition(from, action)
                        .ifPresent(step -> step.targets(from).stream()
                                .filter(target -> !target.equals(from))
                                .forEach(target -> to.add(target.name())));
            }
        }

        assertThat(found).containsExactlyInAnyOrderEntriesOf(MATRIX);
    }

    @Test
    void every_cell_of_the_published_matrix_is_there() {
        MatrixTriage triage = (MatrixTriage) helpdesk.triage();
        for (int urgency = 1; urgency <= 5; urgency++) {
            for (int impact = 1; impact <= 5; impact++) {
                Urgency ours = helpdesk.urgencies().at(5 - urgency);
                Impact theirs = helpdesk.impacts().at(5 - impact);
                // 6, major, is before them
                int counted = 6 - triage.matrix().at(theirs, ours).rank();
                assertThat(counted)
                        .as("urgency %d, impact %d", urgency, impact)
                        .isEqualTo(PRIORITY[urgency - 1][impact - 1]);
            }
        }
        assertThat(Arrays.stream(PRIORITY).flatMapToInt(Arrays::stream)).doesNotContain(6);
    }

    @Test
    void verification_misses_nothing_but_a_way_to_cancel_which_the_helpdesk_has_not() {
        assertThat(helpdesk.lifecycle().verify())
                .extracting(LifecycleFinding::code)
                .containsOnly(LifecycleFinding.Code.CANCEL_UNHANDLED);
        assertThat(helpdesk.lifecycle().statuses())
                .filteredOn(status -> status.phase() == Phase.CLOSED)
                .extracting(Status::name)
                .isEqualTo(List.of("closed"));
    }
}

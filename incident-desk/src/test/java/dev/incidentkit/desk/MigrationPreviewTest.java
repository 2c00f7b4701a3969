package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.Outlook;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Lifecycle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a move to another definition would do is seen before it is done, and is then just that. */
class MigrationPreviewTest {
    private final DeskFixture fixture = new DeskFixture();

    private ServiceDesk over(ProcessDefinition next) {
        return ServiceDesk.builder(fixture.store, next).clock(fixture.clock).build();
    }

    private static ProcessDefinition slower() {
        return ProcessDefinition.builder(DeskFixture.UNTIMED)
                .name("without service levels")
                .predecessor(ProcessDefinition.itil())
                .change(DefinitionChange.migrateOpen())
                .build();
    }

    @Test
    void the_preview_says_what_is_written_and_which_deadlines_change_and_writes_nothing() {
        IncidentId id = fixture.started();
        ServiceDesk desk = over(slower());
        List<IncidentEvent> record = desk.events(id);

        List<MigrationPreview> previews = desk.previewMigration(List.of(id), Map.of(), ANN);

        assertThat(desk.events(id)).isEqualTo(record);
        assertThat(previews).singleElement().satisfies(preview -> {
            assertThat(preview.isAccepted()).isTrue();
            assertThat(preview.events()).hasAtLeastOneElementOfType(RecordEvent.Migrated.class);
            assertThat(Objects.requireNonNull(preview.before()).nextBreach())
                    .isEqualTo(
                            fixture.clock.instant().plus(Duration.ofMinutes(30)).plusMillis(1));
            assertThat(Objects.requireNonNull(preview.after()).nextBreach()).isNull();
        });
        desk.migrate(List.of(id), Map.of(), ANN);
        assertThat(desk.events(id).subList(record.size(), desk.events(id).size()))
                .isEqualTo(previews.get(0).events());
        assertThat(desk.previewMigration(List.of(id), Map.of(), ANN)).isEmpty();
    }

    @Test
    void an_incident_that_would_be_refused_says_what_it_lacks_and_others_are_previewed() {
        Status triaged = new Status("TRIAGED", dev.incidentkit.core.incident.Phase.NEW);
        ProcessDefinition renamed = ProcessDefinition.builder(ProcessDefinition.itil())
                .name("renamed")
                .lifecycle(Lifecycle.builder(Lifecycle.itil())
                        .name("renamed")
                        .statuses(triaged)
                        .like(triaged, Status.NEW)
                        .build())
                .predecessor(ProcessDefinition.itil())
                .change(DefinitionChange.migrateOpen())
                .build();
        IncidentId fresh = fixture.reported();
        IncidentId started = fixture.started();
        IncidentId gone = new IncidentId("GONE");

        List<MigrationPreview> previews =
                over(renamed).previewMigration(List.of(fresh, started, gone), Map.of("NEW", "RESOLVED"), ANN);

        assertThat(previews).extracting(MigrationPreview::incident).containsExactly(fresh, started, gone);
        assertThat(previews.get(0).unmet()).extracting(Unmet::code).containsExactly("STATUS_UNKNOWN");
        assertThat(previews.get(0).after()).isNull();
        assertThat(previews.get(1).isAccepted()).isTrue();
        assertThat(previews.get(2).unmet()).extracting(Unmet::code).containsExactly("INCIDENT_UNKNOWN");
        assertThat(previews.get(2).before()).isNull();
    }

    @Test
    void a_caller_may_not_move_incidents() {
        IncidentId id = fixture.started();

        assertThat(over(slower())
                        .previewMigration(List.of(id), Map.of(), DeskFixture.BOB)
                        .get(0)
                        .unmet())
                .extracting(Unmet::code)
                .contains("ACCESS_DENIED", "ROLE_REQUIRED");
    }

    @Test
    void what_lies_ahead_under_a_definition_that_is_not_known_is_left_open() {
        IncidentId id = fixture.started();
        ProcessDefinition stranger = ProcessDefinition.builder(DeskFixture.UNTIMED)
                .name("stranger")
                .change(DefinitionChange.migrateOpen())
                .build();

        MigrationPreview preview =
                over(stranger).previewMigration(List.of(id), Map.of(), ANN).get(0);

        assertThat(preview.before()).isNull();
        assertThat(preview.after()).extracting(Outlook::nextDue).isNull();
    }
}

package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.DefinitionChange;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.store.ArchivedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An incident lives on when one that it is related to has left the store. */
class ArchivedKinTest {
    private final DeskFixture fixture = new DeskFixture(CascadesTest.definition(CascadeRule.itil()));
    private final ServiceDesk desk = fixture.desk;

    private void childOf(IncidentId child, IncidentId parent) {
        desk.handle(child, new Link(new Relation(RelationKind.PARENT, parent.value())), ANN);
    }

    private void archive(IncidentId id) {
        desk.handle(id, CascadesTest.RESOLVE, ANN);
        desk.definition()
                .lifecycle()
                .checklist()
                .forEach(item -> desk.handle(id, new AnswerChecklist(item, true, null), ANN));
        desk.handle(id, new Close(), ANN);
        moveOut(id);
    }

    private void moveOut(IncidentId id) {
        fixture.store.archive(id, load(id).version(), "shelf/" + id);
    }

    private IncidentId parentOfAnArchivedChild() {
        IncidentId parent = fixture.started();
        IncidentId child = fixture.started();
        childOf(child, parent);
        archive(child);
        return parent;
    }

    private Incident load(IncidentId id) {
        return desk.load(id).orElseThrow();
    }

    @Test
    void what_falls_due_on_a_parent_is_carried_out() {
        IncidentId parent = parentOfAnArchivedChild();
        desk.handle(
                parent,
                new Hold(HoldReason.VENDOR, null, fixture.clock.instant().plus(Duration.ofHours(2))),
                ANN);
        fixture.clock.advance(Duration.ofHours(3));

        assertThat(new TimerRunner(desk).tick()).isEqualTo(1);
        assertThat(load(parent).phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void a_parent_is_resolved_and_its_record_says_that_the_child_was_gone() {
        IncidentId parent = parentOfAnArchivedChild();
        IncidentId child = new IncidentId(load(parent).relations().get(0).target());

        desk.handle(parent, CascadesTest.RESOLVE, ANN);

        assertThat(load(parent).phase()).isEqualTo(Phase.RESOLVED);
        assertThat(load(parent).handling().cascades()).isEmpty();
        assertThat(desk.events(parent))
                .filteredOn(RelationEvent.CascadeEnded.class::isInstance)
                .flatExtracting(event -> ((RelationEvent.CascadeEnded) event).results())
                .containsExactly(new CascadeResult(child, CascadeOutcome.GONE, List.of()));
        assertThat(desk.availableActions(parent, ANN)).isNotEmpty();
    }

    @Test
    void a_parent_is_found_for_an_incident_above_whose_parent_one_was_archived() {
        IncidentId top = fixture.started();
        IncidentId middle = fixture.started();
        IncidentId low = fixture.started();
        childOf(middle, top);
        moveOut(top);

        childOf(low, middle);

        assertThat(load(low).relations()).containsExactly(new Relation(RelationKind.PARENT, middle.value()));
    }

    @Test
    void nothing_is_linked_to_an_incident_that_was_archived_itself() {
        IncidentId gone = fixture.started();
        IncidentId here = fixture.started();
        archive(gone);

        assertThatThrownBy(() -> childOf(here, gone)).isInstanceOf(ArchivedException.class);
        assertThat(load(here).relations()).isEmpty();
    }

    @Test
    void others_are_migrated_when_one_of_them_was_archived() {
        IncidentId gone = fixture.started();
        IncidentId here = fixture.started();
        archive(gone);
        ProcessDefinition next = ProcessDefinition.builder(desk.definition())
                .name("next")
                .predecessor(desk.definition())
                .change(DefinitionChange.migrateOpen())
                .build();
        ServiceDesk moved =
                ServiceDesk.builder(fixture.store, next).clock(fixture.clock).build();

        List<MigrationPreview> previews = moved.previewMigration(List.of(gone, here), Map.of(), ANN);
        List<BulkResult> results = moved.migrate(List.of(gone, here), Map.of(), ANN);

        assertThat(previews).extracting(MigrationPreview::isAccepted).containsExactly(false, true);
        assertThat(previews.get(0).unmet())
                .singleElement()
                .satisfies(unmet -> assertThat(unmet.message()).contains("shelf/" + gone));
        assertThat(results).extracting(BulkResult::incident).containsExactly(gone, here);
        assertThat(results.get(0).failed()).isInstanceOf(ArchivedException.class);
        assertThat(load(here).definition()).isEqualTo(next.hash());
    }
}

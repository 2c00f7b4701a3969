package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.RecordCommand.Preserve;
import dev.incidentkit.core.incident.RecordCommand.Redact;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.json.ExportVerifier;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;
    private final Housekeeping housekeeping = new Housekeeping(desk);

    private IncidentId closed() {
        IncidentId id = fixture.readyToClose();
        desk.handle(id, new Close(), ANN);
        return id;
    }

    private IncidentId waiting() {
        IncidentId id = fixture.started();
        desk.handle(
                id, new Hold(HoldReason.VENDOR, null, fixture.clock.instant().plus(Duration.ofHours(2))), ANN);
        return id;
    }

    @Test
    void rebuilding_what_was_written_by_the_desk_finds_no_difference() {
        closed();
        waiting();
        IncidentId redacted = fixture.readyToClose();
        desk.handle(redacted, new Redact(Set.of(), "request"), ANN);
        fixture.resolved();

        assertThat(housekeeping.rebuild(Housekeeping.Mode.COMPARE)).isEmpty();
    }

    @Test
    void what_differs_is_said_and_put_right_on_demand() {
        IncidentId id = waiting();
        closed();
        IncidentSummary right = fixture.store.summary(id).orElseThrow();
        fixture.store.repair(new IncidentSummaryBuilder()
                .from(right)
                .status("LOST")
                .nextWakeUp(null)
                .build());

        assertThat(housekeeping.rebuild(Housekeeping.Mode.COMPARE))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.incident()).isEqualTo(id);
                    assertThat(difference.found())
                            .extracting(IncidentSummary::status)
                            .isEqualTo("LOST");
                    assertThat(difference.repaired()).isFalse();
                });
        assertThat(housekeeping.rebuild(Housekeeping.Mode.REPAIR))
                .singleElement()
                .satisfies(difference -> assertThat(difference.repaired()).isTrue());
        assertThat(fixture.store.summary(id)).contains(right);
        assertThat(housekeeping.rebuild(Housekeeping.Mode.COMPARE)).isEmpty();
    }

    @Test
    void a_definition_that_is_not_registered_is_no_ground_for_repairs() {
        fixture.reported();
        ProcessDefinition other = ProcessDefinition.builder(ProcessDefinition.itil())
                .reopenWindow(Duration.ofDays(3))
                .build();
        ServiceDesk ignorant = ServiceDesk.builder(fixture.store, other).build();

        assertThatThrownBy(() -> new Housekeeping(ignorant).rebuild(Housekeeping.Mode.REPAIR))
                .isInstanceOf(IncidentException.class)
                .hasMessageContaining("not registered");
    }

    @Test
    @Tag("C-133")
    void old_incidents_are_archived_with_their_chain_and_answer_where_they_are() {
        IncidentId old = closed();
        IncidentId held = closed();
        desk.handle(held, new Preserve(true, "lawsuit"), ANN);
        IncidentId open = fixture.started();
        fixture.clock.advance(Duration.ofDays(400));
        IncidentId young = closed();
        Map<IncidentId, List<String>> archive = new HashMap<>();

        List<IncidentId> moved = housekeeping.archive(Duration.ofDays(365), (incident, lines) -> {
            archive.put(incident, lines);
            return "archive/" + incident;
        });

        assertThat(moved).containsExactly(old);
        assertThat(new ExportVerifier().verify(archive.getOrDefault(old, List.of()).stream()))
                .satisfies(result -> {
                    assertThat(result.isWhole()).isTrue();
                    assertThat(result.events()).isEqualTo(9);
                });
        String where = "archive/" + old;
        assertThatThrownBy(() -> desk.load(old))
                .isInstanceOfSatisfying(
                        ArchivedException.class,
                        archived -> assertThat(archived.target()).isEqualTo(where));
        assertThatThrownBy(() -> new Audit(desk).verify(old)).isInstanceOf(ArchivedException.class);
        assertThat(fixture.store.read(EventFeed.BEGINNING, 1_000))
                .extracting(FeedEvent::archivedTo)
                .containsOnlyOnce(where);
        assertThat(List.of(held, open, young)).allMatch(id -> desk.load(id).isPresent());
    }

    /** The same store, whose lists of incidents are a moment old. */
    private IncidentStore listing(IncidentId archived) {
        return (IncidentStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IncidentStore.class}, (self, method, args) -> {
                    if (method.getName().equals("incidents")) {
                        return args[0] == null ? List.of(archived) : List.of();
                    }
                    try {
                        return method.invoke(fixture.store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void what_another_node_archives_while_a_run_goes_on_is_passed_over() {
        IncidentId gone = closed();
        fixture.store.archive(gone, fixture.store.summary(gone).orElseThrow().version(), "s3://old");
        ServiceDesk late = ServiceDesk.builder(listing(gone), desk.definition())
                .clock(fixture.clock)
                .build();

        assertThat(new Audit(late).verifyAll()).isEmpty();
        assertThat(new Audit(late).anchor(fixture.clock.instant()).incidents()).isZero();
        assertThat(new Housekeeping(late).rebuild(Housekeeping.Mode.REPAIR)).isEmpty();
    }

    @Test
    void what_is_kept_no_longer_is_dropped_and_answers_with_the_rule() {
        IncidentId old = closed();
        fixture.clock.advance(Duration.ofDays(400));

        assertThat(housekeeping.expire(Duration.ofDays(365), "one year after closure"))
                .containsExactly(old);

        assertThatThrownBy(() -> desk.load(old)).hasMessageContaining("dropped by rule: one year after closure");
        assertThat(housekeeping.expire(Duration.ofDays(365), "again")).isEmpty();
    }

    @Test
    void an_anchor_shows_a_record_that_was_removed_and_not_what_was_added_since() {
        closed();
        IncidentId last = fixture.resolved();
        fixture.clock.advance(Duration.ofHours(1));
        Instant asOf = fixture.clock.instant();
        Audit audit = new Audit(desk);
        Anchor anchor = audit.anchor(asOf);
        assertThat(anchor.incidents()).isEqualTo(2);
        fixture.clock.advance(Duration.ofHours(1));
        fixture.resolved();
        desk.handle(last, new Redact(Set.of(), "request"), ANN);
        assertThat(audit.matches(anchor)).isTrue();
        assertThat(audit.verifyAll()).isEmpty();

        fixture.store.archive(last, fixture.store.summary(last).orElseThrow().version(), "nowhere");

        assertThat(audit.matches(anchor)).isFalse();
        assertThatThrownBy(() -> audit.matches(new Anchor(new TenantId("other"), asOf, 0, 0, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
    }

    @Test
    void the_last_anchor_that_was_kept_is_what_records_are_compared_with() {
        List<Anchor> kept = new ArrayList<>();
        AnchorPort port = new AnchorPort() {
            @Override
            public void keep(Anchor anchor) {
                kept.add(anchor);
            }

            @Override
            public Optional<Anchor> latest(TenantId tenant) {
                return kept.stream()
                        .filter(anchor -> anchor.tenant().equals(tenant))
                        .reduce((earlier, later) -> later);
            }
        };
        Audit audit = new Audit(desk);
        assertThatThrownBy(() -> audit.matchesLatest(port))
                .isInstanceOf(IncidentException.class)
                .hasMessageContaining("No anchor of tenant default");
        IncidentId id = closed();
        audit.keepAnchor(port, fixture.clock.instant());
        fixture.clock.advance(Duration.ofHours(1));
        closed();
        assertThat(audit.matchesLatest(port)).isTrue();

        fixture.store.archive(id, fixture.store.summary(id).orElseThrow().version(), "s3://old");
        assertThat(audit.matchesLatest(port)).isFalse();
        audit.keepAnchor(port, fixture.clock.instant());
        assertThat(audit.matchesLatest(port)).isTrue();
    }

    @Test
    void redaction_takes_a_personal_attribute_and_the_title_out_of_what_is_found() {
        IncidentId id = fixture.readyToClose();
        desk.handle(id, new Redact(Set.of("title"), "request"), ANN);

        assertThat(fixture.store.summary(id).orElseThrow().title()).isNull();
        assertThat(housekeeping.rebuild(Housekeeping.Mode.COMPARE)).isEmpty();
    }
}

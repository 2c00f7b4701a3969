package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AdoptedTicketBuilder;
import dev.incidentkit.core.incident.AssignmentCommand.Acknowledge;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Confirm;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand.Adopt;
import dev.incidentkit.core.incident.RecordCommand.Migrate;
import dev.incidentkit.core.incident.RecordCommand.Redact;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ServiceDeskTest {
    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;

    @Test
    @Tag("C-03")
    @Tag("C-121")
    void an_outage_is_reported_gets_its_priority_from_the_matrix_and_walks_to_closed() {
        IncidentId id = fixture.readyToClose();

        desk.handle(id, new Close(), ANN);

        assertThat(desk.load(id)).hasValueSatisfying(incident -> {
            assertThat(incident.phase()).isEqualTo(Phase.CLOSED);
            assertThat(incident.priority()).contains(Priority.P1);
            assertThat(incident.version()).isEqualTo(desk.events(id).size());
        });
    }

    @Test
    void a_command_on_an_incident_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> desk.handle(new IncidentId("nobody"), new Close(), ANN))
                .isInstanceOf(IncidentRejectedException.class)
                .hasMessageContaining("INCIDENT_UNKNOWN")
                .hasMessageContaining("nobody");
    }

    @Test
    void every_violated_constraint_of_a_command_is_said_at_once_and_nothing_is_written() {
        Report report = Report.of(" ", Reporter.person("Bob"), Channel.PHONE)
                .number("")
                .addServices(" ")
                .affectedUsers(-1)
                .build();

        assertThatThrownBy(() -> desk.report(report, BOB))
                .isInstanceOfSatisfying(
                        IncidentRejectedException.class,
                        refusal -> assertThat(refusal.unmet())
                                .extracting(Unmet::field)
                                .contains("title", "number", "affectedUsers")
                                .hasSize(4));
        assertThat(fixture.store.incidents(null, 10)).isEmpty();
    }

    @Test
    void constraints_of_values_inside_a_command_are_found_without_an_expression_language() {
        Note note = new Note("${7*7}".repeat(10_000), Visibility.PUBLIC);

        assertThat(desk.check(fixture.reported(), note, ANN))
                .singleElement()
                .satisfies(unmet -> assertThat(unmet.message()).isEqualTo("text size must be between 0 and 32000"));
    }

    @Test
    void all_that_a_resolution_lacks_is_said_at_once() {
        IncidentId id = fixture.started();
        Resolve empty = new Resolve(null, new Resolution(null, null, ResolutionMethod.PERMANENT));

        assertThat(desk.check(id, empty, ANN))
                .extracting(Unmet::field)
                .containsExactly("category", "resolutionCode", "resolutionNote");
    }

    @Test
    void checking_says_exactly_what_handling_refuses() {
        IncidentId id = fixture.resolved();

        List<Unmet> lacking = desk.check(id, new Close(), ANN);

        assertThatThrownBy(() -> desk.handle(id, new Close(), ANN))
                .extracting("unmet")
                .asInstanceOf(list(Unmet.class))
                .isEqualTo(lacking)
                .hasSize(3);
    }

    @Test
    void two_engineers_who_resolve_at_once_write_one_resolution() {
        IncidentId id = fixture.resolved();
        long version = desk.load(id).orElseThrow().version();

        Receipt second = desk.handle(
                id,
                Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate"),
                Actor.agent("ben"));

        assertThat(second.events()).isZero();
        assertThat(second.version()).isEqualTo(version);
        assertThatThrownBy(() -> desk.handle(id, Resolve.permanently(new Category("x"), "Y", "z"), ANN))
                .as("another resolution is not dropped in silence")
                .isInstanceOf(IncidentRejectedException.class)
                .hasMessageContaining("RESOLVE is not allowed while the incident is RESOLVED");
        assertThat(desk.load(id).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void a_bulk_operation_answers_for_each_item_and_meets_the_same_guards() {
        IncidentId ready = fixture.readyToClose();
        IncidentId notReady = fixture.resolved();
        IncidentId unknown = new IncidentId("nobody");

        List<BulkResult> results = desk.bulk(List.of(ready, notReady, unknown), new Close(), ANN);

        assertThat(results).extracting(BulkResult::isAccepted).containsExactly(true, false, false);
        assertThat(results.get(1).failed()).hasMessageContaining("CHECKLIST_OPEN");
    }

    @Test
    void open_tickets_are_adopted_in_bulk_and_a_repeated_run_passes_them_over() {
        Map<IncidentId, AdoptedTicket> tickets = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            tickets.put(
                    new IncidentId("T-" + i),
                    AdoptedTicket.of(Status.IN_PROGRESS, fixture.clock.instant().minusSeconds(i))
                            .owner(Owner.group("network"))
                            .build());
        }
        assertThat(desk.adopt(tickets, ANN)).allMatch(BulkResult::isAccepted);

        List<BulkResult> again = desk.adopt(tickets, ANN);

        assertThat(again)
                .allSatisfy(result -> assertThat(result.receipt())
                        .hasValueSatisfying(
                                receipt -> assertThat(receipt.events()).isZero()));
        assertThat(desk.check(new IncidentId("T-7"), Hold.on(HoldReason.VENDOR), ANN))
                .isEmpty();
    }

    @Test
    void a_ticket_that_was_redacted_since_is_still_the_one_that_was_taken_over() {
        AdoptedTicket ticket = AdoptedTicket.of(Status.IN_PROGRESS, fixture.clock.instant())
                .title(PersonalText.of("Printer of Bob"))
                .reporter(Reporter.person("Bob"))
                .owner(Owner.group("network"))
                .build();
        IncidentId id = new IncidentId("T-1");
        desk.handle(id, new Adopt(ticket), ANN);
        desk.handle(id, new Redact(Set.of(), "request"), ANN);

        assertThat(desk.handle(id, new Adopt(ticket), ANN).events()).isZero();
        AdoptedTicket other =
                new AdoptedTicketBuilder().from(ticket).reopenings(1).build();
        assertThatThrownBy(() -> desk.handle(id, new Adopt(other), ANN)).hasMessageContaining("INCIDENT_EXISTS");
    }

    @Test
    void what_is_too_large_or_no_text_to_be_kept_is_refused_and_checked_before_anything_is_written() {
        IncidentId id = fixture.started();
        Note half = new Note("half \ud83d", Visibility.INTERNAL);

        assertThat(desk.check(id, half, ANN)).extracting(Unmet::code).containsExactly("CONSTRAINT_VIOLATED");
        assertThatThrownBy(() -> desk.handle(id, half, ANN)).isInstanceOf(IncidentRejectedException.class);
    }

    @Test
    void what_may_be_done_is_not_answered_by_a_desk_that_does_not_know_the_incident_s_definition() {
        IncidentId id = fixture.reported();
        ProcessDefinition next = ProcessDefinition.builder(ProcessDefinition.itil())
                .reopenWindow(Duration.ofDays(3))
                .build();
        ServiceDesk ignorant =
                ServiceDesk.builder(fixture.store, next).clock(fixture.clock).build();

        assertThatThrownBy(() -> ignorant.availableActions(id, ANN))
                .hasMessageContaining(desk.definition().hash());
    }

    @Test
    @Tag("C-24")
    void another_ticket_under_an_identity_that_exists_is_refused() {
        IncidentId id = fixture.reported();
        AdoptedTicket ticket =
                AdoptedTicket.of(Status.NEW, fixture.clock.instant()).build();

        assertThatThrownBy(() -> desk.handle(id, new Adopt(ticket), ANN)).hasMessageContaining("INCIDENT_EXISTS");
    }

    @Test
    void many_writers_on_one_incident_leave_a_gapless_record_in_which_each_wrote_once() throws Exception {
        IncidentId id = fixture.started();
        int writers = 8;
        int each = 25;
        ServiceDesk patient = ServiceDesk.builder(fixture.store, ProcessDefinition.itil())
                .clock(fixture.clock)
                .attempts(10_000)
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> done = new java.util.ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String name = "writer" + writer;
            done.add(threads.submit(() -> {
                begin.await();
                for (int i = 0; i < each; i++) {
                    patient.handle(id, new Note(name + " " + i, Visibility.INTERNAL), ANN);
                }
                return name;
            }));
        }
        begin.countDown();
        for (Future<?> each1 : done) {
            each1.get();
        }
        threads.shutdown();

        List<IncidentEvent> events = desk.events(id);
        Set<String> notes = new TreeSet<>();
        events.stream()
                .filter(dev.incidentkit.core.incident.WorkEvent.Noted.class::isInstance)
                .map(event -> ((dev.incidentkit.core.incident.WorkEvent.Noted) event)
                        .text()
                        .text())
                .forEach(notes::add);
        assertThat(notes).hasSize(writers * each);
        assertThat(new Audit(desk).verify(id))
                .hasValueSatisfying(verdict -> assertThat(verdict.isWhole()).isTrue());
    }

    @Test
    void an_incident_stays_pinned_to_its_definition_until_it_is_migrated() {
        IncidentId id = fixture.reported();
        ProcessDefinition next = ProcessDefinition.builder(ProcessDefinition.itil())
                .reopenWindow(Duration.ofDays(3))
                .build();
        ServiceDesk ignorant =
                ServiceDesk.builder(fixture.store, next).clock(fixture.clock).build();
        ServiceDesk knowing = ServiceDesk.builder(fixture.store, next)
                .clock(fixture.clock)
                .alsoKnows(ProcessDefinition.itil())
                .build();

        assertThatThrownBy(() -> ignorant.handle(id, new Acknowledge(), ANN))
                .hasMessageContaining("DEFINITION_UNKNOWN");
        knowing.handle(id, new Acknowledge(), ANN);
        knowing.handle(id, new Migrate(next.hash(), Map.of()), ANN);

        assertThat(ignorant.load(id))
                .hasValueSatisfying(
                        incident -> assertThat(incident.definition()).isEqualTo(next.hash()));
        ignorant.handle(id, new Start(Owner.person("ann")), ANN);
    }

    @Test
    void redaction_removes_personal_data_and_the_record_still_answers_as_before() {
        IncidentId id = fixture.readyToClose();
        String titleBefore = desk.load(id).orElseThrow().title().orElseThrow().text();

        desk.handle(id, new Redact(Set.of(), "request of the data subject"), ANN);

        assertThat(titleBefore).isEqualTo("VPN is down");
        assertThat(desk.load(id)).hasValueSatisfying(incident -> {
            assertThat(incident.title().orElseThrow().isRedacted()).isTrue();
            assertThat(incident.resolution().orElseThrow().note())
                    .satisfies(note -> assertThat(note.isRedacted()).isTrue());
        });
        assertThat(fixture.store.summary(id).orElseThrow().title()).isNull();
        assertThat(new Audit(desk).verify(id).orElseThrow().isWhole()).isTrue();
        desk.handle(id, new Close(), ANN);
    }

    @Test
    void a_redaction_of_a_field_that_is_not_personal_is_refused_by_name() {
        assertThatThrownBy(() -> desk.handle(fixture.reported(), new Redact(Set.of("priority"), "mistake"), ANN))
                .hasMessageContaining("'priority' is no personal field");
    }

    @Test
    void available_actions_say_what_each_still_lacks() {
        IncidentId id = fixture.reported();

        assertThat(desk.availableActions(id, ANN))
                .anySatisfy(action -> {
                    assertThat(action.action().name()).isEqualTo("START");
                    assertThat(action.lacking()).extracting(Unmet::field).containsExactly("owner");
                })
                .noneMatch(action -> action.action().name().equals("CLOSE"));
    }

    @Test
    @Tag("C-33")
    void the_callers_confirmation_closes_when_nothing_is_lacking_and_else_says_what_is() {
        IncidentId lacking = fixture.resolved();
        IncidentId ready = fixture.readyToClose();

        desk.handle(lacking, new Confirm(), BOB);
        desk.handle(ready, new Confirm(), BOB);

        assertThat(desk.load(lacking).orElseThrow().phase()).isEqualTo(Phase.RESOLVED);
        assertThat(desk.events(lacking))
                .last()
                .isInstanceOfSatisfying(
                        LifecycleEvent.Confirmed.class,
                        confirmed -> assertThat(confirmed.lacking()).hasSize(3));
        assertThat(desk.load(ready).orElseThrow().phase()).isEqualTo(Phase.CLOSED);
    }
}

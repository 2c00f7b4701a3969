package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand.Assign;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ProcessCommand.ApplyWorkaround;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReporterKind;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.policy.AccessPolicy;
import dev.incidentkit.store.IncidentStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may do and read what is decided by a port, on the one road that all commands take. */
class AccessTest {
    private static final Actor MAX = Actor.human("max", Role.INCIDENT_MANAGER);

    private final DeskFixture fixture = new DeskFixture();
    private final ServiceDesk desk = fixture.desk;

    private static List<String> codes(List<Unmet> unmet) {
        return unmet.stream().map(Unmet::code).toList();
    }

    private static List<String> refused(Runnable command) {
        try {
            command.run();
            return List.of();
        } catch (IncidentRejectedException e) {
            return codes(e.unmet());
        }
    }

    /** A host's own: nobody but Ann touches anything, and nobody reads a description. */
    private static final class OnlyAnn implements AccessPolicy {
        @Override
        public Optional<String> denial(Actor actor, Action action, @Nullable Incident incident) {
            return actor.id().equals("ann") || incident == null || actor.equals(Actor.SYSTEM)
                    ? Optional.empty()
                    : Optional.of(incident.id() + " is for ann");
        }

        @Override
        public boolean shows(Actor reader, String field, IncidentEvent event, Incident incident) {
            return !field.equals("description");
        }

        @Override
        public String version() {
            return "only-ann/3";
        }
    }

    private ServiceDesk desk(AccessPolicy policy) {
        return ServiceDesk.builder(fixture.store, desk.definition())
                .clock(fixture.clock)
                .access(policy)
                .build();
    }

    @Test
    @Tag("C-80")
    void a_caller_may_not_do_the_desks_work_whichever_way_it_is_asked() {
        IncidentId id = fixture.reported();
        Start start = new Start(Owner.group("network"));

        assertThat(refused(() -> desk.handle(id, start, BOB))).containsExactly("ACCESS_DENIED");
        assertThat(codes(desk.check(id, start, BOB))).containsExactly("ACCESS_DENIED");
        assertThat(refused(() -> desk.preview(id, start, BOB))).containsExactly("ACCESS_DENIED");
        assertThat(desk.bulk(List.of(id), start, BOB).get(0).isAccepted()).isFalse();
        assertThat(desk.load(id).orElseThrow().owner()).isEmpty();
        assertThat(desk.availableActions(id, BOB))
                .filteredOn(action -> action.action().equals(Action.START))
                .singleElement()
                .satisfies(action -> assertThat(codes(action.lacking())).contains("ACCESS_DENIED", "FIELD_REQUIRED"));
        assertThat(desk.availableActions(id, ANN))
                .allSatisfy(action -> assertThat(codes(action.lacking())).doesNotContain("ACCESS_DENIED"));
    }

    /** A provider's people do what they are asked for, for one customer and not for another. */
    @Test
    @Tag("C-136")
    @Tag("C-87")
    void a_provider_works_for_a_customer_and_neither_resolves_nor_sees_the_other_customers() {
        Actor provider = Actor.external("provider", Role.SUPPLIER);
        IncidentStore others = fixture.store.forTenant(new TenantId("other"));
        ServiceDesk other = ServiceDesk.builder(others, desk.definition())
                .clock(fixture.clock)
                .build();
        IncidentId id = fixture.started();
        desk.handle(id, new ApplyWorkaround("detour", "by the other line"), provider);

        assertThat(desk.load(id).orElseThrow().handling().activeWorkarounds()).hasSize(1);
        assertThat(refused(() -> desk.handle(
                        id, Resolve.permanently(new Category("network"), "FIXED", "Replaced the line"), provider)))
                .containsExactly("ACCESS_DENIED");
        assertThat(other.load(id)).isEmpty();
        assertThat(refused(() -> other.handle(id, new ApplyWorkaround("detour", "by the other line"), provider)))
                .containsExactly("INCIDENT_UNKNOWN");
    }

    @Test
    void what_is_denied_is_told_with_everything_else_that_is_lacking() {
        IncidentId id = fixture.resolved();

        assertThat(refused(() -> desk.handle(id, new Close(), BOB)))
                .startsWith("ACCESS_DENIED")
                .contains("ROLE_REQUIRED", "CHECKLIST_OPEN");
        assertThat(refused(() -> desk.handle(id, new Start(null), Actor.human("eve"))))
                .contains("ACCESS_DENIED", "TRANSITION_UNKNOWN");
    }

    @Test
    void a_caller_who_may_not_merge_cannot_by_cancelling() {
        IncidentId one = fixture.reported();
        IncidentId other = fixture.reported();

        assertThat(refused(() -> desk.merge(one, other, "the same", BOB))).containsExactly("ACCESS_DENIED");
        assertThat(desk.load(one).orElseThrow().cancelReason()).isEmpty();
    }

    @Test
    void a_policy_of_the_host_decides_and_its_version_is_on_the_record() {
        IncidentId id = fixture.reported();
        ServiceDesk own = desk(new OnlyAnn());

        assertThatThrownBy(() -> own.handle(id, new Assign(Owner.group("network")), MAX))
                .hasMessageContaining(id + " is for ann");
        own.handle(id, new Assign(Owner.group("network")), ANN);

        List<IncidentEvent> events = own.events(id);
        assertThat(events.get(events.size() - 1).meta().cause().answers()).containsEntry("access", "only-ann/3");
        assertThat(events.get(0).meta().cause().answers()).isEmpty();
    }

    @Test
    void whatever_a_merge_writes_carries_the_version_of_the_policy() {
        IncidentId ends = fixture.reported();
        IncidentId goesOn = fixture.reported();
        Map<IncidentId, Integer> before = Map.of(
                ends, desk.events(ends).size(), goesOn, desk.events(goesOn).size());
        ServiceDesk own = desk(new OnlyAnn());

        own.merge(ends, goesOn, "the same", ANN);

        before.forEach((id, known) -> assertThat(own.events(id))
                .as("incident %s", id)
                .hasSizeGreaterThan(known)
                .satisfies(events -> assertThat(events.subList(known, events.size()))
                        .allSatisfy(event ->
                                assertThat(event.meta().cause().answers()).containsEntry("access", "only-ann/3"))));
    }

    @Test
    void a_policy_that_fails_refuses_and_shows_nothing() {
        IncidentId id = fixture.reported();
        ServiceDesk failing = desk(new AccessPolicy() {
            @Override
            public Optional<String> denial(Actor actor, Action action, @Nullable Incident incident) {
                throw new IllegalStateException("directory is down");
            }

            @Override
            public boolean shows(Actor reader, String field, IncidentEvent event, Incident incident) {
                throw new IllegalStateException("directory is down");
            }

            @Override
            public String version() {
                return "1";
            }
        });

        assertThat(refused(() -> failing.handle(id, new Note("n", Visibility.INTERNAL), ANN)))
                .containsExactly("PORT_FAILED");
        assertThatThrownBy(() -> failing.load(id, ANN))
                .isInstanceOf(IncidentException.class)
                .hasMessageContaining("directory is down");
    }

    @Test
    @Tag("C-98")
    void a_confidential_reporter_is_named_to_confidants_and_to_themselves_only() {
        Reporter reporter = new Reporter(ReporterKind.CONFIDENTIAL, PersonalText.of("Bob"));
        IncidentId id = desk.report(
                        Report.of("Somebody reads my mail", reporter, Channel.PORTAL)
                                .build(),
                        BOB)
                .incident();

        assertThat(name(id, ANN)).isEqualTo("[redacted]");
        assertThat(name(id, Actor.caller("cleo"))).isEqualTo("[redacted]");
        assertThat(name(id, MAX)).isEqualTo("Bob");
        assertThat(name(id, BOB)).isEqualTo("Bob");
        assertThat(desk.load(id, ANN).orElseThrow().title().orElseThrow().text())
                .isEqualTo("Somebody reads my mail");
    }

    private String name(IncidentId id, Actor reader) {
        return desk.load(id, reader)
                .orElseThrow()
                .reporter()
                .orElseThrow()
                .name()
                .text();
    }

    @Test
    @Tag("C-93")
    void callers_read_what_is_for_them_and_no_internal_note() {
        IncidentId id = fixture.started();
        desk.handle(id, new Note("the router is end of life", Visibility.INTERNAL), ANN);
        desk.handle(id, new Note("we are at it", Visibility.CUSTOMER), ANN);

        assertThat(notes(id, BOB)).containsExactly("[redacted]", "we are at it");
        assertThat(notes(id, ANN)).containsExactly("the router is end of life", "we are at it");
        assertThat(desk.load(id, BOB).orElseThrow().version())
                .isEqualTo(desk.load(id).orElseThrow().version());
    }

    private List<String> notes(IncidentId id, Actor reader) {
        return desk.load(id, reader).orElseThrow().history().stream()
                .filter(WorkEvent.Noted.class::isInstance)
                .map(event -> ((WorkEvent.Noted) event).text().text())
                .toList();
    }

    @Test
    @Tag("C-163")
    void a_review_is_read_by_those_with_whom_it_was_shared() {
        IncidentId id = fixture.resolved();
        Actor rita = Actor.human("rita", Role.REVIEWER);
        desk.handle(
                id, new ReviewCommand.OpenReview("rita", fixture.clock.instant().plusSeconds(3600)), MAX);
        desk.handle(id, new ReviewCommand.WriteReview(ReviewSection.CAUSE, "the certificate was forgotten"), MAX);
        desk.handle(id, new ReviewCommand.ShareReview(Set.of(Role.REVIEWER)), MAX);

        assertThat(cause(id, rita)).isEqualTo("the certificate was forgotten");
        assertThat(cause(id, ANN)).isEqualTo("[redacted]");
    }

    private String cause(IncidentId id, Actor reader) {
        return desk.load(id, reader).orElseThrow().history().stream()
                .filter(ReviewEvent.ReviewWritten.class::isInstance)
                .map(event -> ((ReviewEvent.ReviewWritten) event).text().text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_hidden_is_hidden_from_reading_only() {
        IncidentId id = desk.report(
                        Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
                                .description("since the move")
                                .build(),
                        BOB)
                .incident();
        ServiceDesk own = desk(new OnlyAnn());

        assertThat(own.load(id, ANN).orElseThrow().description().orElseThrow().isRedacted())
                .isTrue();
        assertThat(own.load(id).orElseThrow().description().orElseThrow().text())
                .isEqualTo("since the move");
        assertThat(new Audit(own).verify(id).orElseThrow().isWhole()).isTrue();
        assertThat(desk(AccessPolicy.unrestricted())
                        .load(id, Actor.human("eve"))
                        .orElseThrow()
                        .description()
                        .orElseThrow()
                        .text())
                .isEqualTo("since the move");
    }
}

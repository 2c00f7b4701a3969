package dev.incidentkit.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReporterKind;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleAccessTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final EventMeta META = EventMeta.at(AT, Actor.agent("writer"));
    private static final PersonalText TEXT = PersonalText.of("text");
    private static final Incident INCIDENT = Incident.adopted(
            new IncidentId("INC-1"),
            "definition",
            AdoptedTicket.of(Status.NEW, AT).build(),
            AT);
    private static final AccessPolicy STANDARD = AccessPolicy.standard();

    private static Actor actor(String roles) {
        Role[] named = roles.isEmpty()
                ? new Role[0]
                : List.of(roles.split(" ")).stream().map(Role::new).toArray(Role[]::new);
        return Actor.human("reader", named);
    }

    @ParameterizedTest
    @CsvSource({
        "CALLER, REPORT, true",
        "CALLER, CONFIRM, true",
        "CALLER, START, false",
        "CALLER, ASSIGN, false",
        "CALLER, OVERRIDE, false",
        "CALLER, REDACT, false",
        "SUPPLIER, TASK, true",
        "SUPPLIER, CONFIRM, false",
        "SUPPLIER, RESOLVE, false",
        "'', REPORT, true",
        "'', SIGNAL, true",
        "'', RESOLVE, false",
        "'', OWN_STEP, false",
        "CALLER SUPPLIER, TASK, true",
        "CALLER SUPPLIER, ASSIGN, false",
        "SERVICE_DESK, ASSIGN, true",
        "CALLER RESOLVER, RESOLVE, true",
        "NIGHT_SHIFT, OWN_STEP, true",
        "SYSTEM, WAKE, true"
    })
    void roles_that_are_limited_do_what_they_name_and_others_whatever_the_lifecycle_lets_them(
            String roles, String action, boolean permitted) {
        assertThat(STANDARD.denial(actor(roles), new Action(action), INCIDENT).isEmpty())
                .isEqualTo(permitted);
    }

    @Test
    void a_denial_says_who_asked_as_what() {
        assertThat(STANDARD.denial(actor("CALLER"), Action.START, INCIDENT))
                .contains("START is not for reader, who acts as [CALLER]");
        assertThat(STANDARD.denial(actor(""), Action.START, null)).contains("START is not for reader, who has no role");
    }

    private static boolean shows(String roles, String field, IncidentEvent event) {
        return STANDARD.shows(actor(roles), field, event, INCIDENT);
    }

    private static WorkEvent.Noted note(Visibility visibility) {
        return new WorkEvent.Noted(META, TEXT, visibility);
    }

    @Test
    void notes_and_messages_are_for_callers_unless_they_are_internal() {
        for (String roles : List.of("CALLER", "SUPPLIER", "")) {
            assertThat(shows(roles, "text", note(Visibility.PUBLIC))).isTrue();
            assertThat(shows(roles, "text", note(Visibility.CUSTOMER))).isTrue();
            assertThat(shows(roles, "text", note(Visibility.INTERNAL))).isFalse();
            assertThat(shows(roles, "text", message(Visibility.CUSTOMER))).isTrue();
            assertThat(shows(roles, "text", message(Visibility.INTERNAL))).isFalse();
        }
        assertThat(shows("RESOLVER", "text", note(Visibility.INTERNAL))).isTrue();
    }

    private static IncidentEvent message(Visibility visibility) {
        return new WorkEvent.Communicated(META, Direction.OUTBOUND, Channel.MAIL, "customers", TEXT, visibility);
    }

    @Test
    void callers_read_resolutions_but_no_containment_names_or_personal_attributes() {
        IncidentEvent resolved = new LifecycleEvent.Resolved(
                META, Status.RESOLVED, null, new Resolution("FIXED", TEXT, ResolutionMethod.PERMANENT));

        assertThat(shows("CALLER", "resolutionNote", resolved)).isTrue();
        assertThat(shows("CALLER", "text", new WorkEvent.Contained(META, AT, TEXT)))
                .isFalse();
        assertThat(shows("CALLER", "reporter", adopted(ReporterKind.PERSON))).isFalse();
        assertThat(shows("CALLER", "title", adopted(ReporterKind.PERSON))).isTrue();
        assertThat(shows("CALLER", "attribute:phone", adopted(ReporterKind.PERSON)))
                .isFalse();
        assertThat(shows("RESOLVER", "attribute:phone", adopted(ReporterKind.PERSON)))
                .isTrue();
    }

    private static IncidentEvent adopted(ReporterKind kind) {
        return new dev.incidentkit.core.incident.RecordEvent.Adopted(
                META,
                new IncidentId("INC-2"),
                dev.incidentkit.core.incident.TenantId.DEFAULT,
                "definition",
                AdoptedTicket.of(Status.NEW, AT)
                        .reporter(new Reporter(kind, TEXT))
                        .build());
    }

    @Test
    void a_confidential_name_is_for_confidants_wherever_it_stands() {
        IncidentEvent merged = new RelationEvent.Absorbed(
                META, new IncidentId("INC-3"), new Reporter(ReporterKind.CONFIDENTIAL, TEXT), List.of(), List.of());

        assertThat(shows("RESOLVER", "reporter", adopted(ReporterKind.PERSON))).isTrue();
        assertThat(shows("RESOLVER", "reporter", adopted(ReporterKind.CONFIDENTIAL)))
                .isFalse();
        assertThat(shows("RESOLVER", "reporter", merged)).isFalse();
        assertThat(shows("RESOLVER INCIDENT_MANAGER", "reporter", merged)).isTrue();
        assertThat(shows("RESOLVER", "title", adopted(ReporterKind.CONFIDENTIAL)))
                .isTrue();
    }

    @Test
    void whoever_wrote_something_reads_it_but_not_a_program_of_the_same_name() {
        Actor writer = Actor.human("writer", Role.CALLER);

        assertThat(STANDARD.shows(writer, "text", note(Visibility.INTERNAL), INCIDENT))
                .isTrue();
        assertThat(STANDARD.shows(Actor.bot("writer", Role.CALLER), "text", note(Visibility.INTERNAL), INCIDENT))
                .isFalse();
    }

    @Test
    void reviews_are_read_by_those_with_whom_they_were_shared() {
        IncidentEvent written = new ReviewEvent.ReviewWritten(META, ReviewSection.CAUSE, TEXT);
        Incident shared = INCIDENT.apply(new ReviewEvent.ReviewShared(META, Set.of(Role.REVIEWER)));

        assertThat(STANDARD.shows(actor("RESOLVER"), "text", written, INCIDENT)).isTrue();
        assertThat(STANDARD.shows(actor("RESOLVER"), "text", written, shared)).isFalse();
        assertThat(STANDARD.shows(actor("REVIEWER"), "text", written, shared)).isTrue();
        assertThat(STANDARD.shows(actor("CALLER"), "text", written, INCIDENT)).isFalse();
    }

    @Test
    void other_rules_are_another_version() {
        RoleAccess own = new RoleAccess(Map.of(Role.CALLER, Set.of(Action.REPORT)), Set.of(), Set.of());

        assertThat(own.version())
                .isEqualTo(new RoleAccess(Map.of(Role.CALLER, Set.of(Action.REPORT)), Set.of(), Set.of()).version())
                .isNotEqualTo(STANDARD.version())
                .isNotEqualTo(new RoleAccess(Map.of(Role.CALLER, Set.of(Action.NOTE)), Set.of(), Set.of()).version())
                .isNotEqualTo(new RoleAccess(Map.of(), Set.of(Action.REPORT), Set.of()).version());
        assertThat(own.denial(actor(""), Action.REPORT, null)).isPresent();
        assertThat(AccessPolicy.unrestricted().denial(actor(""), Action.REDACT, INCIDENT))
                .isEmpty();
        assertThat(AccessPolicy.unrestricted().shows(actor(""), "text", note(Visibility.INTERNAL), INCIDENT))
                .isTrue();
    }
}

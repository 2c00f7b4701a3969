package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of an incident, when everything is known of it and when nothing is. */
class IncidentViewTest {
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final EventMeta META = EventMeta.at(AT, Actor.external("vendor"));
    private static final IncidentId ID = new IncidentId("INC-1");

    private static final Incident BARE =
            Incident.adopted(ID, "d", AdoptedTicket.of(Status.NEW, AT).build(), AT);

    private static final Incident FULL = Incident.replay(List.of(
            new ReportedBuilder()
                    .meta(META)
                    .id(ID)
                    .tenant(TenantId.DEFAULT)
                    .definition("d")
                    .status(Status.NEW)
                    .title(PersonalText.of("title"))
                    .reporter(Reporter.source("probe"))
                    .channel(Channel.MONITORING)
                    .number("N-1")
                    .description(PersonalText.of("text"))
                    .occurredAt(AT)
                    .detectedAt(AT)
                    .category(new Category("mail"))
                    .impact(Impact.LOW)
                    .urgency(Urgency.LOW)
                    .severity(Scale.SEVERITY.at(1))
                    .addServices("mail")
                    .affectedUsers(3)
                    .attributes(Attributes.of("vip", AttributeValue.of(true)))
                    .drill(true)
                    .symptoms(PersonalText.of("no tone"))
                    .type(RecordType.NEAR_MISS)
                    .build(),
            new TriageEvent.Triaged(META, null, null, null, Priority.P4),
            new LifecycleEvent.Started(META, Status.IN_PROGRESS),
            new AssignmentEvent.Assigned(META, Owner.person("ann")),
            new AssignmentEvent.Assigned(META, Owner.person("ben")),
            new AssignmentEvent.Escalated(META, EscalationKind.FUNCTIONAL, "level 2", "hard"),
            new WorkEvent.Contained(META, AT, PersonalText.of("unplugged")),
            new WorkEvent.Restored(META, AT),
            new LifecycleEvent.Resolved(
                    META,
                    Status.RESOLVED,
                    null,
                    new Resolution("F", PersonalText.of("n"), ResolutionMethod.USER_APPLIED)),
            new WorkEvent.ChecklistAnswered(META, "A", true, null),
            new WorkEvent.ChecklistAnswered(META, "B", true, null),
            new WorkEvent.ChecklistAnswered(META, "A", false, null),
            new ReviewEvent.ReviewOpened(META, "rita", AT),
            new ReviewEvent.ReviewSigned(META, PersonalText.of("learned")),
            new ReviewEvent.Surveyed(META, 4, null),
            new RecordEvent.Preserved(META, true, "court"),
            new RecordEvent.Archived(META, "cold"),
            new LifecycleEvent.ClosureBlocked(META, List.of()),
            new LifecycleEvent.Closed(META, Status.CLOSED, ClosureTrigger.DESK)));

    @ParameterizedTest
    @EnumSource(Field.BuiltIn.class)
    void a_field_is_had_when_it_is_known_and_never_when_it_is_given_anew_each_time(Field.BuiltIn field) {
        Set<Field.BuiltIn> givenAnew = EnumSet.of(
                Field.BuiltIn.REASON,
                Field.BuiltIn.COMMENT,
                Field.BuiltIn.RESUME_AT,
                Field.BuiltIn.RESOLUTION_CODE,
                Field.BuiltIn.RESOLUTION_NOTE,
                Field.BuiltIn.DUPLICATE_OF);

        assertThat(FULL.has(field)).isEqualTo(!givenAnew.contains(field));
        assertThat(BARE.has(field)).isEqualTo(field == Field.BuiltIn.REPORTED_AT);
    }

    @ParameterizedTest
    @EnumSource(Milestone.class)
    void every_milestone_that_was_reached_has_its_instant(Milestone milestone) {
        assertThat(FULL.at(milestone)).contains(AT);
        assertThat(BARE.at(milestone).isPresent()).isEqualTo(milestone == Milestone.REPORTED);
    }

    @Test
    void everything_that_events_tell_can_be_read() {
        assertThat(FULL.number()).contains("N-1");
        assertThat(FULL.description()).contains(PersonalText.of("text"));
        assertThat(FULL.reporter().orElseThrow().kind()).isEqualTo(ReporterKind.SOURCE);
        assertThat(FULL.channel()).contains(Channel.MONITORING);
        assertThat(FULL.severity()).contains(Scale.SEVERITY.at(1));
        assertThat(FULL.urgency()).contains(Urgency.LOW);
        assertThat(FULL.services()).containsExactly("mail");
        assertThat(FULL.affectedUsers()).isEqualTo(3);
        assertThat(FULL.isDrill()).isTrue();
        assertThat(FULL.owner()).contains(Owner.person("ben"));
        assertThat(FULL.reassignments()).isEqualTo(1);
        assertThat(FULL.escalations()).isEqualTo(1);
        assertThat(FULL.resolution().orElseThrow().method()).isEqualTo(ResolutionMethod.USER_APPLIED);
        assertThat(FULL.checklist()).containsExactly("B");
        assertThat(FULL.review()).contains(new Review("rita", AT, AT));
        assertThat(FULL.satisfaction()).hasValue(4);
        assertThat(FULL.isUnderLegalHold()).isTrue();
        assertThat(FULL.archivedTo()).contains("cold");
        assertThat(FULL.closureBlockedAt()).contains(AT);
        assertThat(FULL.statusSince()).isEqualTo(AT);
        assertThat(FULL.lastRecordedAt()).isEqualTo(AT);
        assertThat(FULL.isAcknowledgedBy(ActorKind.EXTERNAL)).isTrue();
        assertThat(FULL.has(Field.attribute("vip"))).isTrue();
        assertThat(BARE.has(Field.attribute("vip"))).isFalse();
        assertThat(BARE.satisfaction()).isEmpty();
        assertThat(BARE.cancelReason()).isEmpty();
        assertThat(BARE.equals((Object) "INC-1")).isFalse();
    }

    @Test
    void levels_and_actors_answer_for_themselves() {
        CustomLevel gold = Scale.custom("tier", "GOLD", "TIN").at(0);
        assertThat(gold.isAtLeast(Scale.custom("tier", "GOLD", "TIN").at(1))).isTrue();
        assertThat(gold).hasToString("GOLD");
        assertThatIllegalArgumentException().isThrownBy(() -> gold.isAtLeast(Priority.P1));
        assertThat(Actor.human("x").hasAnyOf(Set.of())).isTrue();
        assertThat(Actor.human("x").hasAnyOf(Set.of(Role.CALLER))).isFalse();
        assertThat(Actor.caller("x").hasAnyOf(Set.of(Role.CALLER, Role.SYSTEM))).isTrue();
        assertThat(Scale.PRIORITY)
                .isEqualTo(Scale.of("priority", Priority::new, "P1", "P2", "P3", "P4", "P5"))
                .isNotEqualTo(Scale.IMPACT)
                .hasToString("priority[P1, P2, P3, P4, P5]");
    }
}

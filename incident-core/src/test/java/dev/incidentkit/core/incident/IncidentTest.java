package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentTest {
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final EventMeta META = EventMeta.at(AT, Actor.agent("ann"));
    private static final String SECRET = "Cleo Meyer, +49 30 1234";

    private static Reported reported() {
        return new Reported(
                META,
                new IncidentId("INC-1"),
                TenantId.DEFAULT,
                "d",
                Status.NEW,
                PersonalText.of(SECRET),
                Reporter.person(SECRET),
                Channel.PHONE,
                "N-1",
                PersonalText.of(SECRET),
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                0,
                Attributes.of("phone", AttributeValue.personal(SECRET)),
                false,
                PersonalText.of(SECRET),
                RecordType.INCIDENT);
    }

    @Test
    void equality_sees_every_field_of_the_fold() {
        List<Field> fields = Arrays.stream(IncidentFields.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();

        assertThat(new IncidentState().values()).hasSize(fields.size());
        assertThat(Arrays.stream(IncidentState.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()))
                .isEmpty();
        for (Field field : fields) {
            IncidentState changed = new IncidentState();
            set(changed, field);
            assertThat(changed).as(field.getName()).isNotEqualTo(new IncidentState());
        }
    }

    private static void set(IncidentState state, Field field) {
        try {
            Class<?> type = field.getType();
            if (type == int.class) {
                field.setInt(state, 42);
            } else if (type == boolean.class) {
                field.setBoolean(state, true);
            } else {
                field.set(state, some(type));
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getName(), e);
        }
    }

    private static Object some(Class<?> type) {
        List<Object> values = List.of(
                "text",
                AT,
                new IncidentId("INC-2"),
                new TenantId("t"),
                Status.NEW,
                PersonalText.of("x"),
                Reporter.source("x"),
                Channel.API,
                new Category("c"),
                Impact.LOW,
                Urgency.LOW,
                Scale.SEVERITY.at(0),
                Priority.P1,
                new PriorityOverride(null, Priority.P1, "r", "ann", AT, null),
                List.of("x"),
                Set.of("x"),
                Attributes.of("a", AttributeValue.of(1)),
                Owner.group("g"),
                HoldReason.CALLER,
                Map.of("k", "v"),
                new Resolution(null, null, ResolutionMethod.PERMANENT),
                CancelReason.WITHDRAWN,
                new Review("r", AT, null),
                new HandlingBuilder().type(RecordType.NEAR_MISS).build());
        return values.stream().filter(type::isInstance).findFirst().orElseThrow(() -> new AssertionError(type));
    }

    @Test
    void personal_text_shows_in_no_string_form_of_an_incident_or_an_event() {
        List<IncidentEvent> events = List.of(
                reported(),
                new WorkEvent.Noted(META, PersonalText.of(SECRET), Visibility.INTERNAL),
                new WorkEvent.Communicated(
                        META, Direction.OUTBOUND, Channel.MAIL, "all", PersonalText.of(SECRET), Visibility.PUBLIC),
                new WorkEvent.Contained(META, AT, PersonalText.of(SECRET)),
                new WorkEvent.Amended(
                        META,
                        PersonalText.of(SECRET),
                        PersonalText.of(SECRET),
                        null,
                        null,
                        Attributes.of("phone", AttributeValue.personal(SECRET)),
                        Set.of(),
                        null),
                new WorkEvent.ChecklistAnswered(META, "item", true, PersonalText.of(SECRET)),
                new LifecycleEvent.Held(META, Status.ON_HOLD, HoldReason.CALLER, PersonalText.of(SECRET), null),
                new LifecycleEvent.Resolved(
                        META,
                        Status.RESOLVED,
                        null,
                        new Resolution("FIXED", PersonalText.of(SECRET), ResolutionMethod.PERMANENT)),
                new LifecycleEvent.Reopened(META, Status.IN_PROGRESS, PersonalText.of(SECRET)),
                new ReviewEvent.Surveyed(META, 5, PersonalText.of(SECRET)));
        Incident incident = Incident.replay(events);

        assertThat(incident.toString()).doesNotContain("Cleo").contains("INC-1", "IN_PROGRESS", "version 10");
        assertThat(incident.title().orElseThrow().text()).isEqualTo(SECRET);
        assertThat(incident.attributes().toString()).doesNotContain("Cleo");
        events.forEach(
                event -> assertThat(event.toString()).doesNotContain("Cleo").contains("characters]"));
    }

    @Test
    void redacted_text_is_present_but_not_shown() {
        assertThat(PersonalText.redacted().isRedacted()).isTrue();
        assertThat(PersonalText.redacted()).hasToString("[redacted]").isNotEqualTo(PersonalText.of("[redacted]"));
        assertThat(PersonalText.redacted().text()).isEqualTo("[redacted]");
        assertThatIllegalArgumentException().isThrownBy(() -> PersonalText.of(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalText.of("x".repeat(PersonalText.MAX_LENGTH + 1)))
                .withMessageContaining("at most 32000 characters, but has 32001");
    }

    @Test
    void a_text_that_is_refused_is_not_shown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalText.of("Cleo ".repeat(PersonalText.MAX_LENGTH)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("Cleo"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalText.of("Cleo \ud800"))
                .withMessageContaining("half a surrogate pair at 5")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("Cleo"));
    }

    @Test
    void an_identity_holds_nothing_that_cannot_be_seen() {
        String unseen = "\n\r\t\u0000\u001b\u007f\u0085\u00ad\u200b\u200f\u2028\u2029\u202e\u2066\ufeff";
        for (char letter : unseen.toCharArray()) {
            String value = "INC-1" + letter + "INC-2";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new IncidentId(value))
                    .withMessageContaining(String.format("U+%04X at 5", (int) letter));
            assertThatIllegalArgumentException().isThrownBy(() -> new TenantId(value));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IncidentId("x" + Character.toString(0xE0001)))
                .withMessageContaining("U+E0001 at 1");
        for (String seen : List.of("INC 1", "Störung-7", "障害-1", "\ud83d\udd25", "a'; --\"%s")) {
            assertThat(new IncidentId(seen)).hasToString(seen);
            assertThat(new TenantId(seen)).hasToString(seen);
        }
    }

    @Test
    void a_record_begins_once_and_with_a_beginning() {
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> Incident.replay(List.of()))
                .satisfies(refusal -> assertThat(refusal.version()).isZero());
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> Incident.replay(List.of(new LifecycleEvent.Started(META, Status.IN_PROGRESS))))
                .withMessageContaining("begins with Reported, Adopted or Imported, but came Started");
        Incident incident = Incident.replay(List.of(reported()));
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> incident.apply(reported()))
                .withMessage("Event 2 cannot follow: Reported begins a record, but this one has begun");
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> incident.apply(new RecordEvent.Adopted(
                        META,
                        new IncidentId("INC-1"),
                        TenantId.DEFAULT,
                        "d",
                        AdoptedTicket.of(Status.NEW, AT).build())));
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> incident.apply(new RecordEvent.Imported(
                        META,
                        new IncidentId("INC-2"),
                        TenantId.DEFAULT,
                        "d",
                        ImportedStep.of(AT, "Open", Status.NEW).build())))
                .withMessageContaining("Imported is of incident INC-2, this record of INC-1");
    }

    @Test
    void events_do_not_go_back_in_time() {
        Incident incident = Incident.replay(List.of(reported()));
        Instant earlier = AT.minusMillis(1);

        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> incident.apply(new AssignmentEvent.Acknowledged(EventMeta.at(earlier, Actor.SYSTEM))))
                .withMessageContaining("Acknowledged takes effect at " + earlier + ", before " + AT);
        Incident later = Incident.replay(List.of(
                reported(),
                new AssignmentEvent.Acknowledged(new EventMeta(AT, AT.plusSeconds(9), Actor.SYSTEM, Cause.COMMAND))));
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> later.apply(new AssignmentEvent.Acknowledged(EventMeta.at(AT, Actor.SYSTEM))))
                .withMessageContaining("was recorded at " + AT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventMeta(AT.plusMillis(1), AT, Actor.SYSTEM, Cause.COMMAND))
                .withMessageContaining("after it was recorded");
        assertThat(incident.applyAll(List.of())).isSameAs(incident);
    }

    @Test
    void instants_are_cut_to_milliseconds_wherever_they_come_in() {
        Instant fine = AT.plusNanos(1_999_999);
        Instant cut = AT.plusMillis(1);

        assertThat(EventMeta.at(fine, Actor.SYSTEM).effectiveAt()).isEqualTo(cut);
        assertThat(CommandContext.of(Actor.SYSTEM, fine).at()).isEqualTo(cut);
        assertThat(new LifecycleCommand.Hold(HoldReason.CALLER, null, fine).resumeAt())
                .isEqualTo(cut);
        assertThat(new TriageCommand.OverridePriority(Priority.P1, "r", fine).until())
                .isEqualTo(cut);
        assertThat(new WorkCommand.Restore(fine).restoredAt()).isEqualTo(cut);
        assertThat(new WorkCommand.Contain(fine, "x").containedAt()).isEqualTo(cut);
        assertThat(new ReviewCommand.OpenReview("rita", fine).dueAt()).isEqualTo(cut);
        assertThat(Report.of("t", Reporter.person("p"), Channel.CHAT)
                        .occurredAt(fine)
                        .build()
                        .occurredAt())
                .isEqualTo(cut);
        assertThat(((AttributeValue.Moment) AttributeValue.of(fine)).value()).isEqualTo(cut);
        assertThat(((AttributeValue.Span) AttributeValue.of(Duration.ofNanos(1_999_999))).value())
                .isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void a_step_of_the_hosts_own_begins_work_resolves_and_reopens_as_its_phase_says() {
        Action action = new Action("JUMP");
        Incident incident =
                Incident.replay(List.of(reported())).apply(performed(action, new Status("DOING", Phase.ACTIVE)));
        assertThat(incident.at(Milestone.STARTED)).contains(AT);
        assertThat(incident.isAcknowledgedBy(ActorKind.HUMAN)).isTrue();

        incident = incident.apply(performed(action, new Status("DONE", Phase.RESOLVED)));
        assertThat(incident.at(Milestone.RESOLVED)).contains(AT);
        assertThat(incident.at(Milestone.RESTORED)).contains(AT);
        incident = incident.apply(performed(action, new Status("GONE", Phase.CLOSED)));
        assertThat(incident.at(Milestone.ENDED)).contains(AT);

        incident = incident.apply(performed(action, new Status("DOING", Phase.ACTIVE)));
        assertThat(incident.at(Milestone.ENDED)).isEmpty();
        assertThat(incident.at(Milestone.RESOLVED)).isEmpty();
        assertThat(incident.at(Milestone.FIRST_RESOLVED)).contains(AT);
        assertThat(incident.reopenings()).isEqualTo(1);
    }

    private static LifecycleEvent.Performed performed(Action action, Status to) {
        return new LifecycleEvent.Performed(META, action, to, null, Attributes.none());
    }

    @Test
    void names_and_values_that_say_nothing_are_refused_with_what_they_were() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Owner(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Action(" ")).withMessageContaining("' '");
        assertThatIllegalArgumentException().isThrownBy(() -> new Status("x".repeat(61), Phase.NEW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldSpell(HoldReason.CALLER, AT, AT.minusSeconds(1)))
                .withMessageContaining("ends before");
        assertThatIllegalArgumentException().isThrownBy(() -> new Impact("X", -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriorityOverride(null, Priority.P1, "r", "ann", AT, AT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cause("command", "rule", null, Map.of()));
        assertThat(new Owner("mail", "ann")).hasToString("mail/ann");
        assertThat(Owner.person("ann")).hasToString("ann");
        assertThat(new Relation(RelationKind.CHILD, "INC-2").target()).isEqualTo("INC-2");
    }
}

package dev.incidentkit.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Participant;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReporterKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is done to several incidents at once, part by part. */
class RelationDeciderTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final EventMeta META = EventMeta.at(AT, Actor.agent("ann"));
    private static final IncidentId SELF = new IncidentId("SELF");
    private static final IncidentId OTHER = new IncidentId("OTHER");
    private static final IncidentId A = new IncidentId("A");
    private static final IncidentId B = new IncidentId("B");

    private static Incident incident(Status status, @Nullable Reporter reporter) {
        return Incident.adopted(
                SELF,
                "definition",
                AdoptedTicket.of(status, AT)
                        .reporter(reporter)
                        .closedAt(status.phase().isEnd() ? AT : null)
                        .build(),
                AT);
    }

    private static Incident linked(Incident incident, RelationKind kind, String target) {
        return incident.apply(new WorkEvent.Linked(META, new Relation(kind, target)));
    }

    private static List<String> unmet(Incident incident, RelationCommand command, Actor actor) {
        return RelationDecider.check(incident, command, CommandContext.of(actor, AT)).stream()
                .map(Unmet::code)
                .toList();
    }

    private static CascadeResult done(IncidentId child) {
        return new CascadeResult(child, CascadeOutcome.DONE, List.of());
    }

    @Test
    void a_cascade_is_ended_once_by_the_library_with_all_children_and_no_other() {
        Incident asked = incident(Status.IN_PROGRESS, null)
                .apply(new RelationEvent.CascadeAsked(META, "start", Action.START, List.of(A, B)));
        RelationCommand.EndCascade whole = new RelationCommand.EndCascade(2, List.of(done(B), done(A)));

        assertThat(unmet(asked, whole, Actor.SYSTEM)).isEmpty();
        assertThat(unmet(asked, whole, Actor.agent("ann"))).containsExactly("ROLE_REQUIRED");
        for (RelationCommand.EndCascade odd : List.of(
                new RelationCommand.EndCascade(2, List.of(done(A))),
                new RelationCommand.EndCascade(2, List.of(done(A), done(A))),
                new RelationCommand.EndCascade(2, List.of(done(A), done(B), done(B))),
                new RelationCommand.EndCascade(2, List.of(done(A), done(OTHER))),
                new RelationCommand.EndCascade(1, List.of(done(A), done(B))),
                new RelationCommand.EndCascade(7, List.of(done(A), done(B))))) {
            assertThat(unmet(asked, odd, Actor.SYSTEM)).as(odd.toString()).containsExactly("CASCADE_UNKNOWN");
            assertThat(RelationDecider.isSatisfied(asked, odd))
                    .as(odd.toString())
                    .isFalse();
        }
        Incident ended = asked.applyAll(RelationDecider.decide(asked, whole, META));
        assertThat(ended.handling().cascades()).isEmpty();
        assertThat(RelationDecider.isSatisfied(ended, whole)).isTrue();
    }

    @Test
    void only_duplicates_are_merged_and_only_into_what_goes_on() {
        RelationCommand.HandOver over = new RelationCommand.HandOver(OTHER, "see OTHER");
        RelationCommand.Absorb absorb = new RelationCommand.Absorb(OTHER, null, List.of(), List.of(), List.of());
        Incident open = incident(Status.IN_PROGRESS, null);
        Incident cancelled = incident(Status.CANCELLED, null);

        assertThat(unmet(open, over, Actor.SYSTEM)).containsExactly("DUPLICATE_REQUIRED");
        assertThat(unmet(linked(open, RelationKind.DUPLICATE_OF, "OTHER"), over, Actor.SYSTEM))
                .containsExactly("DUPLICATE_REQUIRED");
        assertThat(unmet(linked(cancelled, RelationKind.DUPLICATE_OF, "OTHER"), over, Actor.SYSTEM))
                .isEmpty();
        assertThat(unmet(cancelled, absorb, Actor.SYSTEM)).containsExactly("DUPLICATE_REQUIRED", "INCIDENT_ENDED");
        Incident goesOn = linked(open, RelationKind.DUPLICATED_BY, "OTHER");
        assertThat(unmet(goesOn, absorb, Actor.SYSTEM)).isEmpty();
        assertThat(RelationDecider.isSatisfied(goesOn, absorb)).isFalse();
        assertThat(RelationDecider.isSatisfied(goesOn.applyAll(RelationDecider.decide(goesOn, absorb, META)), absorb))
                .isTrue();
    }

    @Test
    void what_is_taken_over_is_what_the_other_had_and_this_one_had_not() {
        Incident goesOn = linked(incident(Status.IN_PROGRESS, null), RelationKind.PROBLEM, "PRB-1")
                .apply(new ProcessEvent.Engaged(META, Role.RESOLVER, "ann"));
        RelationCommand.Absorb absorb = new RelationCommand.Absorb(
                OTHER,
                Reporter.person("Bob"),
                List.of(
                        new Relation(RelationKind.PROBLEM, "PRB-1"),
                        new Relation(RelationKind.PROBLEM, "PRB-2"),
                        new Relation(RelationKind.CHILD, "A"),
                        new Relation(RelationKind.PARENT, "B"),
                        new Relation(RelationKind.SIMILAR_TO, "B"),
                        new Relation(RelationKind.FOLLOW_UP_OF, "B"),
                        new Relation(RelationKind.DUPLICATED_BY, "B"),
                        new Relation(RelationKind.DUPLICATE_OF, "SELF")),
                List.of(
                        new Participant(Role.RESOLVER, "ann", AT, null),
                        new Participant(Role.RESOLVER, "ben", AT, null),
                        new Participant(Role.SUPPLIER, "carrier", AT, AT)),
                List.of());

        assertThat(RelationDecider.decide(goesOn, absorb, META))
                .containsExactly(new RelationEvent.Absorbed(
                        META,
                        OTHER,
                        Reporter.person("Bob"),
                        List.of(new Relation(RelationKind.PROBLEM, "PRB-2")),
                        List.of(new Participant(Role.RESOLVER, "ben", AT, null))));
    }

    private static List<IncidentEvent> told(@Nullable Reporter reporter) {
        return RelationDecider.decide(
                incident(Status.CANCELLED, reporter), new RelationCommand.HandOver(OTHER, "see OTHER"), META);
    }

    @Test
    void whoever_reported_is_told_by_the_way_by_which_it_came() {
        for (ReporterKind kind : ReporterKind.values()) {
            String audience = kind == ReporterKind.PERSON || kind == ReporterKind.CONFIDENTIAL ? "reporter" : "source";
            assertThat(told(new Reporter(kind, PersonalText.of("Bob"))))
                    .as(kind.name())
                    .containsExactly(new WorkEvent.Communicated(
                            META,
                            Direction.OUTBOUND,
                            Channel.API,
                            audience,
                            PersonalText.of("see OTHER"),
                            Visibility.CUSTOMER));
        }
        assertThat(((WorkEvent.Communicated) told(null).get(0)).audience()).isEqualTo("source");
    }

    @Test
    void counts_of_alerts_leave_the_one_and_add_up_on_the_other() {
        Incident ends = incident(Status.CANCELLED, null)
                .apply(new AlertEvent.Signalled(META, "ping", AlertState.FIRING, 3, AT, AT, null, null));
        Incident goesOn = incident(Status.IN_PROGRESS, null)
                .apply(new AlertEvent.Signalled(META, "ping", AlertState.FIRING, 2, AT, AT, null, null));

        List<IncidentEvent> given =
                RelationDecider.decide(ends, new RelationCommand.HandOver(OTHER, "see OTHER"), META);
        List<IncidentEvent> taken = RelationDecider.decide(
                goesOn,
                new RelationCommand.Absorb(
                        OTHER,
                        null,
                        List.of(),
                        List.of(),
                        List.copyOf(ends.handling().alerts().values())),
                META);

        assertThat(ends.applyAll(given).handling().alerts()).isEmpty();
        assertThat(Objects.requireNonNull(
                                goesOn.applyAll(taken).handling().alerts().get("ping"))
                        .occurrences())
                .isEqualTo(5);
    }
}

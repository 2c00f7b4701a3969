package dev.incidentkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordCommand.Redact;
import dev.incidentkit.json.Chain;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final DeskFixture fixture = new DeskFixture();
    private final IncidentId id = fixture.readyToClose();

    /** The verdict on the same record in another store, after somebody tampered with it. */
    private Audit.Verdict afterTampering(Consumer<List<StoredEvent>> tampering) {
        List<StoredEvent> events =
                new ArrayList<>(fixture.store.load(id).orElseThrow().events());
        tampering.accept(events);
        IncidentSummary before = fixture.store.summary(id).orElseThrow();
        List<StoredEvent> numbered = new ArrayList<>();
        for (StoredEvent event : events) {
            numbered.add(new StoredEvent(
                    numbered.size() + 1L,
                    event.type(),
                    event.form(),
                    event.body(),
                    event.hash(),
                    event.effectiveAt(),
                    event.recordedAt(),
                    event.personal()));
        }
        InMemoryIncidentStore tampered = new InMemoryIncidentStore(fixture.clock);
        tampered.append(new AppendBuilder()
                .addIncidents(new IncidentAppend(
                        id,
                        0,
                        numbered,
                        new IncidentSummaryBuilder()
                                .from(before)
                                .version(numbered.size())
                                .build()))
                .build());
        ServiceDesk desk =
                ServiceDesk.builder(tampered, ProcessDefinition.itil()).build();
        return new Audit(desk).verify(id).orElseThrow();
    }

    @Test
    @Tag("C-30")
    void an_untouched_record_is_whole() {
        assertThat(new Audit(fixture.desk).verify(id).orElseThrow()).satisfies(verdict -> {
            assertThat(verdict.isWhole()).isTrue();
            assertThat(verdict.message()).isEqualTo("all 8 events are as sealed");
        });
    }

    @Test
    @Tag("C-155")
    void a_changed_byte_shows_at_its_event() {
        Audit.Verdict verdict = afterTampering(events -> {
            StoredEvent third = events.get(2);
            byte[] body = third.body().clone();
            body[body.length / 2] ^= 1;
            events.set(
                    2,
                    new StoredEvent(
                            third.sequence(),
                            third.type(),
                            third.form(),
                            body,
                            third.hash(),
                            third.effectiveAt(),
                            third.recordedAt(),
                            third.personal()));
        });

        assertThat(verdict.brokenAt()).isEqualTo(3);
    }

    @Test
    void a_removed_a_swapped_and_an_inserted_event_show_where_they_were() {
        assertThat(afterTampering(events -> events.remove(3)).brokenAt()).isEqualTo(4);
        assertThat(afterTampering(events -> events.set(1, events.set(2, events.get(1))))
                        .brokenAt())
                .isEqualTo(2);
        assertThat(afterTampering(events -> events.add(4, events.get(3))).brokenAt())
                .isEqualTo(5);
    }

    @Test
    void a_cut_tail_shows_against_the_head_beside_the_record() {
        assertThat(afterTampering(events -> events.remove(events.size() - 1))).satisfies(verdict -> {
            assertThat(verdict.isWhole()).isFalse();
            assertThat(verdict.message()).contains("summary");
        });
    }

    @Test
    void exchanged_personal_data_shows_against_its_commitment() {
        Audit.Verdict verdict = afterTampering(events -> {
            StoredEvent first = events.get(0);
            PersonalValue title = first.personal().get(0);
            List<PersonalValue> personal = new ArrayList<>(first.personal());
            personal.set(0, new PersonalValue(title.path(), title.salt(), "Nothing happened"));
            events.set(0, first.withPersonal(personal));
        });

        assertThat(verdict.brokenAt()).isEqualTo(1);
        assertThat(verdict.message()).contains("committed");
    }

    @Test
    void personal_data_that_is_gone_without_a_redaction_shows_at_its_event() {
        Audit.Verdict verdict = afterTampering(events -> events.replaceAll(event -> event.withPersonal(List.of())));

        assertThat(verdict.brokenAt()).isEqualTo(1);
        assertThat(verdict.message()).contains("lacks its personal data at '").contains("no redaction says why");
    }

    @Test
    void personal_data_that_no_event_committed_to_shows() {
        Audit.Verdict verdict = afterTampering(events -> {
            List<PersonalValue> more = new ArrayList<>(events.get(0).personal());
            more.add(new PersonalValue("reporter.phone", new byte[16], "+49 30 1"));
            events.set(0, events.get(0).withPersonal(more));
        });

        assertThat(verdict.brokenAt()).isEqualTo(1);
        assertThat(verdict.message()).contains("reporter.phone");
    }

    @Test
    void a_redaction_accounts_for_what_came_before_it_and_only_for_its_scope() {
        fixture.desk.handle(id, new Redact(Set.of("title"), "request"), DeskFixture.ANN);
        assertThat(new Audit(fixture.desk).verify(id).orElseThrow().isWhole()).isTrue();

        assertThat(afterTampering(events -> events.set(0, events.get(0).withPersonal(List.of())))
                        .message())
                .contains("reporter.name");
    }

    @Test
    void a_record_that_begins_with_no_beginning_gets_a_verdict() {
        Audit.Verdict verdict = afterTampering(events -> {
            events.remove(0);
            byte[] previous = Chain.beginning();
            for (int i = 0; i < events.size(); i++) {
                StoredEvent event = events.get(i);
                previous = Chain.next(previous, event.type(), event.form(), event.body());
                events.set(
                        i,
                        new StoredEvent(
                                i + 1L,
                                event.type(),
                                event.form(),
                                event.body(),
                                previous,
                                event.effectiveAt(),
                                event.recordedAt(),
                                event.personal()));
            }
        });

        assertThat(verdict.brokenAt()).isEqualTo(1);
        assertThat(verdict.message()).contains("cannot be read");
    }

    @Test
    void of_an_incident_that_does_not_exist_nothing_is_said() {
        assertThat(new Audit(fixture.desk).verify(new IncidentId("nobody"))).isEmpty();
    }
}

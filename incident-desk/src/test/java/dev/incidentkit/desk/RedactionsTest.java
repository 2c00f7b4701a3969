package dev.incidentkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordCommand.Redact;
import dev.incidentkit.core.incident.RecordEvent.Redacted;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.json.PersonalData;
import dev.incidentkit.store.Redaction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RedactionsTest {
    private static final EventMeta META = EventMeta.at(Instant.EPOCH, Actor.SYSTEM);

    private static Set<String> paths(String field) {
        List<Redaction> redactions =
                Redactions.of(new IncidentId("A"), List.of(new Redacted(META, Set.of(field), "request")));
        assertThat(redactions).hasSize(1);
        return redactions.get(0).paths();
    }

    /** Where any event commits to personal data; found by sealing one of each type that has all it may have. */
    private static Set<String> committed() {
        EventCodec codec = new EventCodec();
        return PersonalSamples.all()
                .flatMap(event -> codec.encode(event).personal().stream().map(PersonalData::path))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** No paths at all would mean every one: what is asked for by name must never reach the rest. */
    @Test
    void each_text_that_a_redaction_may_name_is_found_in_some_place_of_its_own() {
        Set<String> committed = committed();

        assertThat(Redact.TEXTS)
                .allSatisfy(text -> assertThat(paths(text)).isNotEmpty().isSubsetOf(committed));
    }

    @Test
    void every_personal_text_of_every_event_can_be_named() {
        Set<String> named = new TreeSet<>(paths("attribute:" + PersonalSamples.ATTRIBUTE));
        Redact.TEXTS.forEach(text -> named.addAll(paths(text)));

        assertThat(committed()).contains("symptoms", "reporter.name", "ticket.title");
        assertThat(named).containsAll(committed());
    }

    @Test
    void a_text_is_reached_by_one_name_only() {
        assertThat(committed())
                .allSatisfy(path -> assertThat(Redact.TEXTS.stream()
                                .filter(text -> paths(text).contains(path))
                                .count())
                        .isLessThanOrEqualTo(1));
    }
}

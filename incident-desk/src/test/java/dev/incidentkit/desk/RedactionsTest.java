package dev.incidentkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordCommand.Redact;
import dev.incidentkit.core.incident.RecordEvent.Redacted;
import dev.incidentkit.store.Redaction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactionsTest {
    /** No paths at all would mean every one: what is asked for by name must never reach the rest. */
    @Test
    void each_text_that_a_redaction_may_name_is_found_in_some_place_of_its_own() {
        EventMeta meta = EventMeta.at(Instant.EPOCH, Actor.SYSTEM);

        assertThat(Redact.TEXTS).allSatisfy(text -> {
            List<Redaction> redactions =
                    Redactions.of(new IncidentId("A"), List.of(new Redacted(meta, Set.of(text), "request")));
            assertThat(redactions)
                    .singleElement()
                    .satisfies(redaction -> assertThat(redaction.paths()).isNotEmpty());
        });
    }
}

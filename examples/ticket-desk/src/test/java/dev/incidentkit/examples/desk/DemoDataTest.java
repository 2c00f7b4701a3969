package dev.incidentkit.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.examples.desk.demo.DemoData;
import dev.incidentkit.examples.desk.embed.Embedding;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDataTest {
    private final TestClock clock = new TestClock();

    private Embedding filled(String definition) {
        Embedding embedding = new Embedding(Desks.settings(definition, Desks.memory()), clock, notification -> {});
        DemoData.fill(embedding, ZoneOffset.UTC);
        return embedding;
    }

    @ParameterizedTest
    @ValueSource(strings = {"itil", "budibase-7", "deskera-7"})
    void sixty_incidents_go_their_ways_whatever_the_definition(String definition) {
        try (Embedding embedding = filled(definition)) {
            List<IncidentId> all = embedding.store().incidents(null, 1_000);
            Set<Phase> phases = EnumSet.noneOf(Phase.class);
            int signals = 0;
            for (IncidentId id : all) {
                Incident incident = embedding.desk().load(id).orElseThrow();
                phases.add(incident.phase());
                assertThat(incident.lastEffectiveAt()).isBeforeOrEqualTo(clock.instant());
                for (IncidentEvent event : incident.history()) {
                    signals += event instanceof SlaEvent ? 1 : 0;
                }
            }
            assertThat(all).hasSize(60);
            assertThat(phases).contains(Phase.NEW, Phase.ACTIVE);
            assertThat(phases).hasSizeGreaterThan(2);
            assertThat(signals).isPositive();
            assertThat(embedding.audit().verifyAll()).isEmpty();
            assertThat(embedding.outbox().counts().waiting()).isZero();
        }
    }

    @Test
    void a_desk_that_has_incidents_is_left_as_it_is() {
        try (Embedding embedding = filled("itil")) {
            DemoData.fill(embedding, ZoneOffset.UTC);

            assertThat(embedding.store().incidents(null, 1_000)).hasSize(60);
        }
    }
}

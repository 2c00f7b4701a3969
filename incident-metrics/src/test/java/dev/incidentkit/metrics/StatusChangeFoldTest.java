package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.RecordType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Changes of status, beside replaying every record event by event. */
class StatusChangeFoldTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final MetricPlan PLAN = MetricPlan.of(List.of(Metrics.VOLUME));

    @Property(tries = 20)
    void they_are_what_replaying_event_by_event_shows_and_partial_results_merge(@ForAll long seed) throws IOException {
        List<List<IncidentEvent>> records = new Histories(ITIL, seed).many(60);
        StatusChangeFold one = new StatusChangeFold();
        StatusChangeFold other = new StatusChangeFold();
        Map<String, Long> expected = new TreeMap<>();
        long n = 0;
        for (int i = 0; i < records.size(); i++) {
            List<IncidentEvent> record = records.get(i);
            (i % 2 == 0 ? one : other).add(PLAN.view(record, Histories.END));
            Incident whole = Incident.replay(record);
            if (whole.isDrill() || whole.handling().type() != RecordType.INCIDENT) {
                continue;
            }
            n++;
            String before = "";
            for (int known = 1; known <= record.size(); known++) {
                String after =
                        Incident.replay(record.subList(0, known)).status().name();
                if (!after.equals(before)) {
                    expected.merge(before + ">" + after, 1L, Long::sum);
                }
                before = after;
            }
        }
        one.read(Heads.of(other.toBytes()));

        Map<String, Long> counted = new TreeMap<>();
        one.changes().forEach(change -> counted.put(change.from() + ">" + change.to(), change.count()));
        assertThat(counted).isEqualTo(expected);
        assertThat(one.n()).isEqualTo(n);
        assertThat(one.n() + one.excluded().total()).isEqualTo(records.size());
        assertThat(one.changes().get(0).isBeginning()).isTrue();
    }

    @Test
    void bytes_of_something_else_are_refused() {
        byte[] other = new RecurrenceFold(3).toBytes();

        assertThatThrownBy(() -> new StatusChangeFold().read(Heads.of(other)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status change fold");
    }
}

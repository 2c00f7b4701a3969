package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command or an event never changes, whatever becomes of the collections from which it was made. */
class RecordCopiesTest {
    static Stream<Class<? extends Record>> records() {
        return Stream.of(
                        RecordSamples.records(IncidentCommand.class),
                        RecordSamples.records(IncidentEvent.class),
                        List.<Class<? extends Record>>of(AdoptedTicket.class, Cause.class, CommandContext.class))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_keeps_copies_of_its_collections_that_nobody_changes(Class<? extends Record> type) throws Exception {
        Object[] values = RecordSamples.good().values(type);
        Record made = RecordSamples.make(type, values);
        Record same = RecordSamples.make(type, RecordSamples.good().values(type));

        for (Object value : values) {
            if (value instanceof Collection<?> collection) {
                collection.clear();
            } else if (value instanceof Map<?, ?> map) {
                map.clear();
            }
        }
        assertThat(made).isEqualTo(same).hasSameHashCodeAs(same);
        for (var component : type.getRecordComponents()) {
            Object held = component.getAccessor().invoke(made);
            if (held instanceof Collection<?> collection) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .as(component.getName())
                        .isThrownBy(collection::clear);
            } else if (held instanceof Map<?, ?> map) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .as(component.getName())
                        .isThrownBy(map::clear);
            }
        }
    }

    @Test
    void records_with_collections_are_among_them() {
        List<String> holders = new ArrayList<>();
        records().forEach(type -> {
            for (Object value : RecordSamples.good().values(type)) {
                if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
                    holders.add(type.getSimpleName());
                }
            }
        });
        assertThat(holders).contains("Redact", "Amend", "Migrate", "Report", "Reported", "Redacted", "Confirmed");
    }
}

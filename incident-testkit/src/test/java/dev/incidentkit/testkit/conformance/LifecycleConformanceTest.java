package dev.incidentkit.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleConformanceTest {
    private static List<RecordedStatus> course(String incident, String... statuses) {
        List<RecordedStatus> changes = new ArrayList<>();
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        for (String status : statuses) {
            changes.add(new RecordedStatus(incident, at, status));
            at = at.plusSeconds(3600);
        }
        return changes;
    }

    @Test
    void a_record_within_the_lifecycle_is_accepted_and_what_it_never_did_is_told() {
        LifecycleConformance.Result result = LifecycleConformance.compare(
                Lifecycle.itil(), course("T-1", "NEW", "IN_PROGRESS", "IN_PROGRESS", "RESOLVED", "CLOSED"));

        assertThat(result.assertNothingRefused().changes()).isEqualTo(4);
        assertThat(result.unseen())
                .contains("HOLD: NEW > ON_HOLD", "REOPEN: RESOLVED > IN_PROGRESS", "CANCEL: NEW > CANCELLED")
                .doesNotContain("START: NEW > IN_PROGRESS", "CLOSE: RESOLVED > CLOSED");
    }

    @Test
    void what_the_lifecycle_would_have_refused_is_told_with_its_first_case_the_most_frequent_first() {
        List<RecordedStatus> record = new ArrayList<>();
        record.addAll(course("T-3", "NEW", "CLOSED"));
        record.addAll(course("T-2", "RESOLVED", "CLOSED", "IN_PROGRESS"));
        record.addAll(course("T-1", "NEW", "CLOSED"));
        record.addAll(course("T-4", "NEW", "Waiting", "IN_PROGRESS", "Waiting"));

        LifecycleConformance.Result result = LifecycleConformance.compare(Lifecycle.itil(), record);

        assertThat(result.refused())
                .containsExactly(
                        new LifecycleConformance.Change("NEW", "CLOSED", 2, "T-1 at 2026-03-02T10:00:00Z"),
                        new LifecycleConformance.Change("(none)", "RESOLVED", 1, "T-2 at 2026-03-02T09:00:00Z"),
                        new LifecycleConformance.Change("CLOSED", "IN_PROGRESS", 1, "T-2 at 2026-03-02T11:00:00Z"));
        assertThat(result.unknown()).containsOnlyKeys("Waiting").containsEntry("Waiting", 2);
        assertThatThrownBy(result::assertNothingRefused)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "the lifecycle would have refused: ",
                        "NEW > CLOSED, 2 times, first T-1 at 2026-03-02T10:00:00Z",
                        "CLOSED > IN_PROGRESS, 1 time,",
                        "it does not have the statuses: {Waiting=2}",
                        "never recorded were: ");
    }

    @Test
    void a_record_of_nothing_has_seen_nothing() {
        LifecycleConformance.Result result = LifecycleConformance.compare(Lifecycle.itil(), List.of());

        assertThat(result.changes()).isZero();
        assertThat(result.text()).contains("refused: nothing", "none lacks", "START: NEW > IN_PROGRESS");
    }
}

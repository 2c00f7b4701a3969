package dev.incidentkit.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_guard_that_is_made_of_something_says_of_what() {
        Condition where = Condition.phase(Phase.RESOLVED);
        assertThat(Guards.quietTime(Guards.quietFor(HOUR))).contains(HOUR);
        assertThat(Guards.reviewedWhere(Guards.reviewed(where))).contains(where);
        assertThat(Guards.checklistItems(Guards.checklist(List.of("a", "b")))).contains(List.of("a", "b"));
    }

    @Test
    void any_other_guard_says_nothing_also_one_that_borrows_the_code() {
        for (Guard made :
                List.of(Guards.quietFor(HOUR), Guards.reviewed(Condition.ALWAYS), Guards.checklist(List.of("a")))) {
            Guard borrowed = new Guard("ours", "1", made.check());
            for (Guard guard : List.of(Guards.OWNED, borrowed)) {
                assertThat(Guards.quietTime(guard)).isEmpty();
                assertThat(Guards.reviewedWhere(guard)).isEmpty();
                assertThat(Guards.checklistItems(guard)).isEmpty();
            }
        }
    }
}

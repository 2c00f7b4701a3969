package dev.incidentkit.examples.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Unmet;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuardOwnTicketsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final GuardOwnTickets.Ticket OPEN =
            new GuardOwnTickets.Ticket("T-1", "open", null, NOW.minusSeconds(60));

    @Test
    void a_ticket_that_was_open_before_the_library_came_cannot_start_without_an_owner() {
        assertThat(GuardOwnTickets.mayI(OPEN, new Start(null), "ann", NOW))
                .extracting(Unmet::code, Unmet::field)
                .containsExactly(tuple("FIELD_REQUIRED", "owner"));
    }

    @Test
    void it_may_start_once_somebody_is_accountable() {
        assertThat(GuardOwnTickets.mayI(OPEN, new Start(Owner.group("network")), "ann", NOW))
                .isEmpty();
    }

    @Test
    void a_step_that_the_lifecycle_does_not_know_is_refused() {
        assertThat(GuardOwnTickets.mayI(OPEN, new Reopen("still broken"), "ann", NOW))
                .extracting(Unmet::code)
                .containsExactly("TRANSITION_UNKNOWN");
    }

    @Test
    void a_state_that_the_host_has_not_mapped_is_named() {
        GuardOwnTickets.Ticket parked = new GuardOwnTickets.Ticket("T-2", "parked", null, NOW.minusSeconds(60));

        assertThatThrownBy(() -> GuardOwnTickets.mayI(parked, new Start(null), "ann", NOW))
                .hasMessageContaining("no such state")
                .hasMessageContaining("parked");
    }
}

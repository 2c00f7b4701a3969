package dev.incidentkit.core.sla;

import static dev.incidentkit.core.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a target does not say what a transfer does, the kind of its policy says it. */
class TransferByKindTest {
    private static SlaPolicy policy(SlaKind kind, ClockRules rules) {
        return SlaPolicy.of("test", Clocks.resolution().rules(rules).build()).kind(kind);
    }

    private static List<SlaStanding> transferred(SlaPolicy policy) {
        return Story.reported("09:00:00", Priority.P1)
                .assign("09:00:00", Owner.group("desk"))
                .assign("09:40:00", Owner.group("network"))
                .cycles(SlaClock.of(policy), "09:50:00");
    }

    private static ClockRules unset() {
        return ClockRules.of().build();
    }

    private static ClockRules explicit(TransferRule rule) {
        return ClockRules.of().transfer(rule).build();
    }

    @Test
    void an_ola_restarts_for_the_new_group_where_nothing_is_said() {
        assertThat(transferred(policy(SlaKind.OLA, unset())))
                .extracting(SlaStanding::state, SlaStanding::dueAt)
                .containsExactly(
                        tuple(ClockState.CANCELLED, at("10:00:00")), tuple(ClockState.RUNNING, at("10:40:00")));
    }

    @Test
    void other_kinds_go_on_where_nothing_is_said() {
        for (SlaKind kind : List.of(SlaKind.SLA, SlaKind.UNDERPINNING_CONTRACT)) {
            assertThat(transferred(policy(kind, unset())))
                    .as("%s", kind)
                    .extracting(SlaStanding::dueAt)
                    .containsExactly(at("10:00:00"));
        }
    }

    @Test
    void what_is_said_holds_for_every_kind() {
        assertThat(transferred(policy(SlaKind.OLA, explicit(TransferRule.CONTINUE))))
                .hasSize(1);
        assertThat(transferred(policy(SlaKind.SLA, explicit(TransferRule.RESTART))))
                .hasSize(2);
    }

    @Test
    void the_hash_is_of_what_holds_and_not_of_whether_it_was_said() {
        for (SlaKind kind : SlaKind.values()) {
            TransferRule held = kind == SlaKind.OLA ? TransferRule.RESTART : TransferRule.CONTINUE;
            TransferRule other = kind == SlaKind.OLA ? TransferRule.CONTINUE : TransferRule.RESTART;
            assertThat(policy(kind, unset()).hash())
                    .as("%s", kind)
                    .isEqualTo(policy(kind, explicit(held)).hash())
                    .isNotEqualTo(policy(kind, explicit(other)).hash());
        }
    }

    @Test
    void the_hash_of_an_sla_that_says_nothing_is_as_it_was_before_kinds_had_a_say() {
        assertThat(policy(SlaKind.SLA, unset()).hash())
                .isEqualTo("c0043d77e46cc7493ff60db34c40de40df36065cb05afdfcf07a9de5d30952aa");
    }
}

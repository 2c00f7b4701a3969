package dev.incidentkit.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.SlaEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a miss costs, at the bounds. */
class PenaltyTest {
    @Test
    void what_a_miss_costs_is_bounded_so_that_the_cost_of_every_overrun_can_be_recorded() {
        EventMeta meta = EventMeta.at(Instant.EPOCH, Actor.SYSTEM);
        Duration millisecond = Duration.ofMillis(1);
        BigDecimal most = new BigDecimal("999999999999999999.999999999");
        BigDecimal cost = new Penalty("BHD", most, most, millisecond, null).cost(Duration.ofMillis(Long.MAX_VALUE));

        assertThat(new SlaEvent.Missed(meta, new ClockId("p", "RESOLUTION", 1), millisecond, cost, "BHD").cost())
                .isEqualTo(cost);
        for (BigDecimal amount : new BigDecimal[] {new BigDecimal("1E+18"), new BigDecimal("1E-10")}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Penalty("EUR", amount, BigDecimal.ONE, millisecond, null))
                    .withMessageEndingWith("but " + amount + " does not");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Penalty("EUR", BigDecimal.ONE, amount, millisecond, null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Penalty("EUR", BigDecimal.ONE, BigDecimal.ONE, millisecond, amount));
        }
    }
}

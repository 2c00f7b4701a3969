package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decimal is written out in the record, so it is bounded as it is written out: what is accepted can be read back. */
class DecimalsTest {
    private static final EventMeta META = EventMeta.at(Instant.parse("2026-03-27T08:00:00Z"), Actor.agent("ann"));

    @ParameterizedTest
    @ValueSource(strings = {"1E+200", "1E+100", "-12345E+96", "1E+1001", "1E-1001", "1E+2147483647", "1E-2147483647"})
    void a_number_that_has_more_than_100_digits_or_1000_places_written_out_is_refused(String number) {
        BigDecimal value = new BigDecimal(number);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.of(value))
                .withMessageContaining("at most 100 digits, written out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> effort(value))
                .withMessageContaining("cost has at most 100 digits");
    }

    private static ReviewEvent.EffortRecorded effort(@Nullable BigDecimal cost) {
        return new ReviewEvent.EffortRecorded(META, "network", Duration.ofHours(1), cost, Billing.BILLABLE);
    }

    @Test
    void a_number_of_100_digits_is_accepted() {
        BigDecimal most = new BigDecimal("1E+99");

        assertThat(AttributeValue.of(most)).isEqualTo(AttributeValue.of(new BigDecimal(most.toPlainString())));
        assertThat(effort(most).cost()).isEqualTo(new BigDecimal(most.toPlainString()));
    }

    @Property
    void what_is_accepted_is_accepted_again_as_it_is_written_out(
            @ForAll @BigRange(min = "-99999999999999999999999999999999999", max = "99999999999999999999999999999999999")
                    BigInteger digits,
            @ForAll @IntRange(min = -120, max = 1_010) int scale) {
        BigDecimal value = new BigDecimal(digits, scale);
        AttributeValue accepted;
        try {
            accepted = AttributeValue.of(value);
        } catch (IllegalArgumentException refusal) {
            assertThat(Math.abs(scale) > 1_000
                            || digits.signum() == 0
                            || value.toPlainString().replaceAll("[-.]", "").length() > 100)
                    .as(value.toString())
                    .isTrue();
            return;
        }

        assertThat(AttributeValue.of(new BigDecimal(value.toPlainString()))).isEqualTo(accepted);
        assertThat(effort(new BigDecimal(value.toPlainString())).cost()).isEqualByComparingTo(value);
    }
}

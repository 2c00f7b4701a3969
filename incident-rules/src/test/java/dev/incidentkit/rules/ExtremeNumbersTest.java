package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers at the ends of what a {@code long} holds. */
class ExtremeNumbersTest {
    private static final Output<String> OUT = Output.text("out");

    private static <T> RuleTable below(Input<T> input, T bound) {
        return RuleSchema.named("t")
                .in(input)
                .out(OUT)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("R1")
                .when(input.lessThan(bound))
                .then("below")
                .rule("R2")
                .otherwise("not below")
                .build();
    }

    private static <T> Key key(Input<T> input, T bound) {
        return below(input, bound).compile().newKey();
    }

    @Test
    void the_least_long_is_less_than_every_bound_of_a_decimal_column() {
        for (String bound : List.of("0", "0.5", "-0.125", "99999999999999999")) {
            RuleTable table = below(Input.decimal("x"), new BigDecimal(bound));
            CompiledTable compiled = table.compile();
            for (long number : new long[] {
                Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MIN_VALUE / 20, Long.MIN_VALUE / 2, -1, 0, 1, Long.MAX_VALUE
            }) {
                int plain = table.matching(Collections.singletonList(number)).get(0);
                assertThat(compiled.row(compiled.newKey().put(number)))
                        .as("%d < %s", number, bound)
                        .isEqualTo(plain);
                assertThat(compiled.row(compiled.newKey().put((Object) number))).isEqualTo(plain);
            }
        }
    }

    @Test
    void more_milliseconds_than_a_column_can_have_are_refused_and_not_overflown() {
        Key age = key(Input.duration("age"), Duration.ofHours(4));
        Key at = key(Input.instant("at"), Instant.EPOCH);
        for (long number : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 1_000 + 1}) {
            assertThatThrownBy(() -> age.begin().put(number))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining(number + " for column 'age', which does not have so many milliseconds");
            assertThatThrownBy(() -> at.begin().put(number))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("'at', which does not have so many milliseconds from 1970");
        }
    }

    @Test
    void a_refused_number_is_called_by_the_unit_of_its_column() {
        Key date = key(Input.date("day"), LocalDate.EPOCH);
        Key time = key(Input.time("hour"), LocalTime.NOON);

        assertThatThrownBy(() -> date.put(Long.MAX_VALUE))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("'day', which does not have so many days from 1970");
        assertThatThrownBy(() -> time.put(-1)).hasMessageContaining("which does not have so many nanoseconds from");
        assertThatThrownBy(() -> date.put((Object) 5L)).hasMessageContaining("does not take values of type Long");
        assertThatThrownBy(() -> key(Input.integer("n", 0, 9), 5L).put(10)).hasMessageContaining("does not have it");
    }

    @Test
    void a_column_of_texts_takes_no_number() {
        Key text = key(Input.text("name"), "m");

        assertThatThrownBy(() -> text.put(1L))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining("does not take values of type Long");
    }
}

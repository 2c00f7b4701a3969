package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Scale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which objects each type of column takes, in which form it keeps them, and where its values end. */
class ColumnTypeTest {
    private static final ColumnType<Long> ANY_WHOLE = new ColumnType.IntegerType(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final ColumnType<BigDecimal> ANY_DECIMAL = new ColumnType.DecimalType(null, null);

    static Stream<Arguments> casts() {
        return Stream.of(
                Arguments.of(ANY_WHOLE, 7, 7L),
                Arguments.of(ANY_WHOLE, (short) 7, 7L),
                Arguments.of(ANY_WHOLE, (byte) -7, -7L),
                Arguments.of(ANY_WHOLE, Long.MIN_VALUE, Long.MIN_VALUE),
                Arguments.of(ANY_WHOLE, new BigDecimal("7.00"), 7L),
                Arguments.of(ANY_WHOLE, new BigDecimal("12E+3"), 12_000L),
                Arguments.of(ANY_WHOLE, new BigDecimal("999999999999999999"), 999_999_999_999_999_999L),
                Arguments.of(ANY_WHOLE, new BigDecimal("1000000000000000000"), null),
                Arguments.of(ANY_WHOLE, new BigDecimal("7.5"), null),
                Arguments.of(ANY_WHOLE, 7.0, null),
                Arguments.of(ANY_WHOLE, BigInteger.TEN, null),
                Arguments.of(ANY_DECIMAL, 7, new BigDecimal("7")),
                Arguments.of(ANY_DECIMAL, 700L, new BigDecimal("7E+2")),
                Arguments.of(ANY_DECIMAL, 0.5, new BigDecimal("0.5")),
                Arguments.of(ANY_DECIMAL, new BigDecimal("1.50"), new BigDecimal("1.5")),
                Arguments.of(ANY_DECIMAL, Double.NaN, null),
                Arguments.of(ANY_DECIMAL, Double.NEGATIVE_INFINITY, null),
                Arguments.of(ANY_DECIMAL, "1.5", null),
                Arguments.of(new ColumnType.BooleanType(), true, true),
                Arguments.of(new ColumnType.BooleanType(), "true", null),
                Arguments.of(new ColumnType.EnumType<>(DayOfWeek.class), DayOfWeek.MONDAY, DayOfWeek.MONDAY),
                Arguments.of(new ColumnType.EnumType<>(DayOfWeek.class), 1, null),
                Arguments.of(
                        new ColumnType.InstantType(),
                        Instant.parse("2026-03-02T09:00:00.123456789Z"),
                        Instant.parse("2026-03-02T09:00:00.123456Z")),
                Arguments.of(
                        new ColumnType.DateTimeType(),
                        LocalDateTime.parse("2026-03-02T09:00:00.123456789"),
                        LocalDateTime.parse("2026-03-02T09:00:00.123456")),
                Arguments.of(
                        new ColumnType.TimeType(),
                        LocalTime.parse("09:00:00.123456789"),
                        LocalTime.parse("09:00:00.123456789")),
                Arguments.of(new ColumnType.DateType(), Instant.EPOCH, null),
                Arguments.of(
                        new ColumnType.DurationType(Duration.ZERO, ColumnType.MAX_DURATION),
                        Duration.ofNanos(1_999),
                        Duration.ofNanos(1_000)),
                Arguments.of(new ColumnType.MonthsType(), Period.ofMonths(18), Period.of(1, 6, 0)),
                Arguments.of(new ColumnType.MonthsType(), Period.ofDays(3), null),
                Arguments.of(new ColumnType.MonthsType(), Duration.ZERO, null));
    }

    @ParameterizedTest
    @MethodSource("casts")
    void a_type_takes_what_is_of_its_kind_in_its_one_form(ColumnType<?> type, Object value, @Nullable Object kept) {
        assertThat((Object) type.cast(value)).isEqualTo(kept);
    }

    static Stream<Arguments> bounds() {
        Duration shortest = Duration.ofHours(1);
        Duration longest = Duration.ofHours(2);
        ColumnType<Duration> spans = new ColumnType.DurationType(shortest, longest);
        Instant last = Instant.ofEpochSecond(ColumnType.MAX_SECONDS);
        LocalDateTime lastLocal = LocalDateTime.ofEpochSecond(ColumnType.MAX_SECONDS, 0, ZoneOffset.UTC);
        ColumnType<BigDecimal> least = new ColumnType.DecimalType(BigDecimal.ONE, null);
        ColumnType<BigDecimal> most = new ColumnType.DecimalType(null, BigDecimal.TEN);
        return Stream.of(
                Arguments.of(new ColumnType.IntegerType(2, 5), 2L, 1L),
                Arguments.of(new ColumnType.IntegerType(2, 5), 5L, 6L),
                Arguments.of(new ColumnType.IntegerType(5, 5), 5L, 4L),
                Arguments.of(least, BigDecimal.ONE, new BigDecimal("0.99")),
                Arguments.of(least, new BigDecimal("1E+9"), BigDecimal.ZERO),
                Arguments.of(most, BigDecimal.TEN, new BigDecimal("10.01")),
                Arguments.of(
                        new ColumnType.DecimalType(BigDecimal.ONE, BigDecimal.ONE), BigDecimal.ONE, BigDecimal.TEN),
                Arguments.of(spans, shortest, shortest.minusMillis(1)),
                Arguments.of(spans, longest, longest.plusMillis(1)),
                Arguments.of(new ColumnType.InstantType(), last, last.plusSeconds(1)),
                Arguments.of(
                        new ColumnType.InstantType(),
                        Instant.ofEpochSecond(-ColumnType.MAX_SECONDS),
                        Instant.ofEpochSecond(-ColumnType.MAX_SECONDS - 1)),
                Arguments.of(new ColumnType.DateTimeType(), lastLocal, lastLocal.plusSeconds(1)),
                Arguments.of(new ColumnType.TextType(List.of("a", "b")), "b", "c"),
                Arguments.of(new ColumnType.ScaleType<>(Scale.SEVERITY), Scale.SEVERITY.at(3), RandomTables.strange()));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    <T> void the_last_value_within_is_one_of_the_columns_and_the_next_is_not(ColumnType<T> type, T within, T beyond) {
        assertThat(type.fault(within)).isEmpty();
        assertThat(type.fault(beyond)).isPresent();
    }

    @Test
    void bounds_between_which_there_is_nothing_are_refused() {
        assertThat(new ColumnType.DurationType(ColumnType.MAX_DURATION.negated(), ColumnType.MAX_DURATION))
                .isNotNull();
        assertThat(new ColumnType.DurationType(Duration.ZERO, Duration.ZERO)).isNotNull();
        assertThatThrownBy(() -> new ColumnType.DurationType(Duration.ZERO, ColumnType.MAX_DURATION.plusNanos(1)))
                .hasMessageContaining("goes beyond");
        assertThatThrownBy(() -> new ColumnType.DurationType(
                        ColumnType.MAX_DURATION.negated().minusNanos(1), Duration.ZERO))
                .hasMessageContaining("goes beyond");
        assertThatThrownBy(() -> new ColumnType.DurationType(Duration.ofHours(2), Duration.ofHours(1)))
                .hasMessageContaining("[PT2H..PT1H]");
        assertThatThrownBy(() -> new SourcePosition("f", 1, 0)).hasMessageContaining("1:0");
        assertThat(new SourcePosition("f", 1, 1)).hasToString("f:1:1");
    }

    @Test
    void only_types_whose_values_compare_are_ordered() {
        assertThat(new ColumnType.BooleanType().ordered()).isFalse();
        assertThat(new ColumnType.TextType(List.of("a")).ordered()).isFalse();
        assertThat(new ColumnType.TextType(List.of()).ordered()).isTrue();
        assertThat(new ColumnType.MonthsType().ordered()).isTrue();
    }

    @Test
    void each_type_has_a_form_of_its_own_that_tells_its_bounds() {
        List<String> forms = Stream.of(
                        new ColumnType.BooleanType(),
                        new ColumnType.DateType(),
                        new ColumnType.TimeType(),
                        new ColumnType.DateTimeType(),
                        new ColumnType.InstantType(),
                        new ColumnType.MonthsType(),
                        new ColumnType.EnumType<>(DayOfWeek.class),
                        new ColumnType.EnumType<>(HitPolicy.class),
                        new ColumnType.ScaleType<>(Scale.SEVERITY),
                        new ColumnType.ScaleType<>(Scale.PRIORITY),
                        new ColumnType.TextType(List.of()),
                        new ColumnType.TextType(List.of("a")),
                        new ColumnType.IntegerType(0, 1),
                        new ColumnType.IntegerType(0, 2),
                        new ColumnType.DecimalType(null, BigDecimal.ONE),
                        new ColumnType.DecimalType(BigDecimal.ONE, null),
                        new ColumnType.DurationType(Duration.ZERO, Duration.ofHours(1)),
                        new ColumnType.DurationType(Duration.ZERO, Duration.ofHours(2)))
                .map(ColumnType::form)
                .toList();
        assertThat(forms)
                .doesNotHaveDuplicates()
                .allSatisfy(form -> assertThat(form).isNotBlank());
        assertThat(new ColumnType.MonthsType().textOf(Period.ofMonths(18))).isEqualTo("P1Y6M");
    }
}

package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttributesTest {
    private static final Scale<CustomLevel> TIERS = Scale.custom("tier", "GOLD", "SILVER");

    private static final Map<AttributeType, AttributeValue> VALUES = Map.of(
            AttributeType.SCALE, AttributeValue.of(TIERS.at(0)),
            AttributeType.TEXT, AttributeValue.of("north"),
            AttributeType.NUMBER, AttributeValue.of(3),
            AttributeType.BOOLEAN, AttributeValue.of(true),
            AttributeType.INSTANT, AttributeValue.of(Instant.EPOCH),
            AttributeType.DURATION, AttributeValue.of(Duration.ofHours(1)),
            AttributeType.SET, AttributeValue.of(Set.of("a", "b")));

    @ParameterizedTest
    @EnumSource(AttributeType.class)
    void a_value_of_the_declared_type_fits_and_every_other_is_a_fault(AttributeType type) {
        AttributeDefinition definition =
                type == AttributeType.SCALE ? AttributeDefinition.scale(TIERS) : AttributeDefinition.of("region", type);

        VALUES.forEach((given, value) -> {
            assertThat(value.type()).isEqualTo(given);
            if (given == type) {
                assertThat(definition.fault(value)).isEmpty();
            } else {
                assertThat(definition.fault(value).orElseThrow())
                        .contains("takes " + type, "is " + given, value.toString());
            }
        });
    }

    @Test
    void personal_text_and_other_text_are_not_taken_for_each_other() {
        AttributeDefinition phone = AttributeDefinition.of("phone", AttributeType.TEXT, AttributeTrait.PERSONAL);
        AttributeDefinition room = AttributeDefinition.of("room", AttributeType.TEXT);

        assertThat(phone.fault(AttributeValue.personal("1234"))).isEmpty();
        assertThat(phone.fault(AttributeValue.of("1234")))
                .contains("attribute 'phone' is personal data, but its value says otherwise");
        assertThat(room.fault(AttributeValue.personal("1234")))
                .contains("attribute 'room' is not personal data, but its value says otherwise");
    }

    @Test
    void a_level_of_another_scale_is_a_fault() {
        AttributeDefinition tier = AttributeDefinition.scale(TIERS, AttributeTrait.INDEXED);

        assertThat(tier.fault(AttributeValue.of(
                                Scale.custom("tier", "GOLD", "TIN").at(1)))
                        .orElseThrow())
                .isEqualTo("attribute 'tier' has no level TIN: [GOLD, SILVER]");
    }

    @Test
    void declarations_that_contradict_themselves_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeDefinition.of("tier", AttributeType.SCALE))
                .withMessageContaining("needs a scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeDefinition("tier", AttributeType.TEXT, Set.of(), TIERS))
                .withMessageContaining("must not have the scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeDefinition.of("age", AttributeType.NUMBER, AttributeTrait.PERSONAL))
                .withMessageContaining("Only a TEXT may be personal");
    }

    @Test
    void equal_numbers_are_equal_however_they_are_written_and_absurd_ones_are_refused() {
        assertThat(AttributeValue.of(new BigDecimal("3.00"))).isEqualTo(AttributeValue.of(3));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeValue.of(new BigDecimal("1e2000")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.of(BigDecimal.TEN.pow(101).subtract(BigDecimal.ONE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.of(
                        IntStream.range(0, 1_001).mapToObj(Integer::toString).collect(Collectors.toSet())));
    }

    @Test
    void attributes_are_changed_by_copies_with_what_is_set_winning_over_what_is_removed() {
        Attributes before = Attributes.of(Map.of("a", AttributeValue.of(1), "b", AttributeValue.of(2)));
        Attributes after = before.with(Attributes.of("b", AttributeValue.of(3)), Set.of("a", "b", "c"));

        assertThat(after)
                .isEqualTo(Attributes.of("b", AttributeValue.of(3)))
                .hasSameHashCodeAs(Attributes.of("b", AttributeValue.of(3)));
        assertThat(after).hasToString("{b=Number[value=3]}");
        assertThat(before.asMap().keySet()).isEqualTo(Set.of("a", "b"));
        assertThat(before.with(Attributes.none(), Set.of())).isSameAs(before);
        assertThat(after.get("a")).isEmpty();
        assertThat(Attributes.of(Map.of())).isSameAs(Attributes.none());
    }

    @Test
    void there_is_a_bound_to_how_many_there_may_be() {
        Map<String, AttributeValue> many = new HashMap<>();
        IntStream.range(0, 501).forEach(i -> many.put("a" + i, AttributeValue.of(i)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attributes.of(many))
                .withMessageContaining("501");
        assertThat(List.copyOf(
                        Attributes.of("x", AttributeValue.of(false)).asMap().values()))
                .containsExactly(AttributeValue.of(false));
    }
}

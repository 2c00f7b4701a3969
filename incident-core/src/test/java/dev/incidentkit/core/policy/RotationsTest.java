package dev.incidentkit.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is on call when. */
class RotationsTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 23, 9, 0);
    private static final Rotation WEEKLY =
            new Rotation("network", ZURICH, MONDAY, null, 7, List.of("ann", "ben", "cleo"));

    private static String at(String instant) {
        return new Rotations(List.of(WEEKLY))
                .whoIsOnCall("network", Instant.parse(instant))
                .orElse("nobody");
    }

    @Test
    @Tag("C-68")
    void people_hand_over_at_the_same_local_time_also_over_a_clock_change() {
        assertThat(at("2026-03-23T07:59:59.999Z")).isEqualTo("nobody");
        assertThat(at("2026-03-23T08:00:00Z")).isEqualTo("ann");
        assertThat(at("2026-03-30T06:59:59.999Z")).isEqualTo("ann");
        assertThat(at("2026-03-30T07:00:00Z")).isEqualTo("ben");
        assertThat(at("2026-04-06T07:00:00Z")).isEqualTo("cleo");
        assertThat(at("2026-04-13T07:00:00Z")).isEqualTo("ann");
    }

    @Test
    @Tag("C-68")
    void a_short_rotation_before_a_long_one_stands_in_for_it_and_nobody_is_on_call_for_others() {
        Rotations schedule = new Rotations(List.of(
                new Rotation("network", ZURICH, MONDAY.plusDays(2), MONDAY.plusDays(3), 1, List.of("dora")), WEEKLY));

        assertThat(schedule.whoIsOnCall("network", Instant.parse("2026-03-25T08:00:00Z")))
                .contains("dora");
        assertThat(schedule.whoIsOnCall("network", Instant.parse("2026-03-26T08:00:00Z")))
                .contains("ann");
        assertThat(schedule.whoIsOnCall("mail", Instant.parse("2026-03-25T08:00:00Z")))
                .isEmpty();
        assertThat(OnCallSchedule.nobody().whoIsOnCall("network", Instant.EPOCH))
                .isEmpty();
        assertThat(schedule.version()).isNotEqualTo(new Rotations(List.of(WEEKLY)).version());
    }

    @Property
    void without_clock_changes_turns_are_counted_by_division(
            @ForAll @IntRange(min = 1, max = 366) int days,
            @ForAll @LongRange(min = 0, max = 40_000_000) long minutes) {
        List<String> people = List.of("ann", "ben", "cleo", "dora");
        Rotation rotation = new Rotation("network", ZoneOffset.UTC, MONDAY, null, days, people);
        Instant at = MONDAY.toInstant(ZoneOffset.UTC).plusSeconds(60 * minutes);

        assertThat(rotation.at(at)).contains(people.get((int) (minutes / (24 * 60 * days) % 4)));
    }

    @Test
    void what_is_no_rotation_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation("network", ZURICH, MONDAY, MONDAY, 7, List.of("ann")))
                .withMessageContaining(MONDAY.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation("network", ZURICH, MONDAY, null, 0, List.of("ann")))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotation("network", ZURICH, MONDAY, null, 7, List.of()))
                .withMessageContaining("'network'");
    }
}

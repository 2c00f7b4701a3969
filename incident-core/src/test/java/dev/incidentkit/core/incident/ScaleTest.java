package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    @Tag("C-28")
    void the_first_label_is_the_most_severe() {
        Scale<Priority> scale = Scale.of("priority", Priority::new, "Critical", "Major", "Minor");

        assertThat(scale.level("Critical").rank()).isZero();
        assertThat(scale.level("Critical").isAtLeast(scale.level("Minor"))).isTrue();
        assertThat(scale.level("Minor").isAtLeast(scale.level("Critical"))).isFalse();
        assertThat(scale.find("Trivial")).isEmpty();
    }

    @Test
    void an_unknown_label_is_refused_with_the_known_ones() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.PRIORITY.level("P9"))
                .withMessage("'P9' is no level of scale 'priority': [P1, P2, P3, P4, P5]");
    }

    @Test
    void all_faults_of_the_labels_are_told_at_once() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Scale.custom("area", "North", " ", "North"))
                .satisfies(refusal -> assertThat(refusal.findings())
                        .containsExactly("level 1 has a blank label", "level 2 repeats the label 'North'"));
    }

    @Test
    void levels_of_different_scales_are_not_compared() {
        CustomLevel north = Scale.custom("area", "North", "South").at(0);
        CustomLevel tall = Scale.custom("size", "Tall", "Short").at(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> north.isAtLeast(tall))
                .withMessageContaining("area:North was compared with Tall");
        assertThatIllegalArgumentException().isThrownBy(() -> Impact.HIGH.isAtLeast(Urgency.HIGH));
    }

    @Property(tries = 1_000)
    void severity_follows_rank_in_every_scale(
            @ForAll @IntRange(min = 1, max = Scale.MAX_SIZE) int size, @ForAll int one, @ForAll int other) {
        List<String> labels = new ArrayList<>(
                IntStream.range(0, size).mapToObj(rank -> "L" + rank).toList());
        Scale<Severity> scale = Scale.of("severity", Severity::new, labels);
        Severity left = scale.at(Math.floorMod(one, size));
        Severity right = scale.at(Math.floorMod(other, size));

        assertThat(left.isAtLeast(right)).isEqualTo(left.rank() <= right.rank());
        assertThat(scale.contains(left)).isTrue();
        assertThat(scale.level(left.name())).isSameAs(left);
    }
}

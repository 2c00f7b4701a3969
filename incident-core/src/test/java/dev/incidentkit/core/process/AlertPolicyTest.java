package dev.incidentkit.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.incident.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How keys are made, and what policies of alerts refuse. */
class AlertPolicyTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Alert ALERT = Alert.firing("watch", "ping", "zrh-1", AT, "Gateway does not answer");

    @Test
    @Tag("C-71")
    void a_key_is_made_of_source_check_resource_and_attributes() {
        assertThat(KeyTemplate.STANDARD.key(ALERT)).contains("watch/ping/zrh-1");
        KeyTemplate bySite = new KeyTemplate("{check}@{site}");
        assertThat(bySite.key(ALERT.with("site", "ZRH"))).contains("ping@ZRH");
        assertThat(bySite.key(ALERT)).isEmpty();
        assertThat(bySite.lacking(ALERT)).containsExactly("site");
    }

    @Test
    void a_key_that_would_be_too_long_is_none() {
        Alert long1 = Alert.firing("watch", "p".repeat(150), "z".repeat(150), AT, "x");

        assertThat(KeyTemplate.STANDARD.key(long1)).isEmpty();
        assertThat(KeyTemplate.STANDARD.lacking(long1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fixed", "{check", "check}", "{check}{site}", "{}"})
    void a_template_without_names_or_with_names_that_run_together_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyTemplate(text))
                .withMessageContaining("'" + text + "'");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars('a', '/', '%', '0', '2', 'f')
                .ofMinLength(1)
                .ofMaxLength(4);
    }

    @Property
    void different_values_never_give_the_same_key(
            @ForAll("values") String check,
            @ForAll("values") String resource,
            @ForAll("values") String otherCheck,
            @ForAll("values") String otherResource) {
        KeyTemplate template = new KeyTemplate("{check}/{resource}");
        boolean same = check.equals(otherCheck) && resource.equals(otherResource);
        boolean slashed = (check + otherCheck).contains("/");
        Statistics.label("values").collect(slashed ? "with the separator" : "without");
        Statistics.label("values")
                .coverage(coverage -> coverage.check("with the separator").count(n -> n > 0));

        assertThat(template.key(Alert.firing("w", check, resource, AT, "x"))
                        .equals(template.key(Alert.firing("w", otherCheck, otherResource, AT, "x"))))
                .isEqualTo(same);
    }

    @Test
    @Tag("C-156")
    void a_rule_suppresses_where_all_of_its_values_are_met_and_while_it_holds() {
        SuppressionRule rule = new SuppressionRule(
                "night work",
                Map.of("check", Set.of("ping", "disk"), "site", Set.of("ZRH")),
                AT,
                AT.plus(Duration.ofHours(2)));
        Alert here = ALERT.with("site", "ZRH");

        assertThat(rule.suppresses(here, AT)).isTrue();
        assertThat(rule.suppresses(here, AT.minusMillis(1))).isFalse();
        assertThat(rule.suppresses(here, AT.plus(Duration.ofHours(2)))).isFalse();
        assertThat(rule.suppresses(ALERT, AT)).isFalse();
        assertThat(rule.suppresses(ALERT.with("site", "GVA"), AT)).isFalse();
        assertThat(SuppressionRule.always("lab", "source", "watch").suppresses(ALERT, Instant.EPOCH))
                .isTrue();
    }

    @Test
    void what_is_out_of_bounds_is_refused_with_its_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlapRule(1, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .withMessageContaining("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlapRule(3, Duration.ZERO, Duration.ofMinutes(1)))
                .withMessageContaining("'within'")
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertPolicy.of(KeyTemplate.STANDARD, Duration.ofDays(-1))
                        .build())
                .withMessageContaining("PT-24H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertPolicy.of(KeyTemplate.STANDARD, Duration.ZERO)
                        .addSuppressions(
                                SuppressionRule.always("lab", "source", "a"),
                                SuppressionRule.always("lab", "check", "b"))
                        .build())
                .withMessageContaining("[lab, lab]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SuppressionRule("lab", Map.of(), null, null))
                .withMessageContaining("'lab'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SuppressionRule("lab", Map.of("check", Set.of("ping")), AT, AT))
                .withMessageContaining(AT.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Alert.firing(" ", "ping", "zrh-1", AT, "x"))
                .withMessageContaining("source");
    }
}

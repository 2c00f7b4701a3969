package dev.incidentkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** What every figure must show. */
final class LogMetricsAsserts {
    private LogMetricsAsserts() {}

    /** It says how many it is of and what was left out, and both add up. */
    static void reconciles(JsonNode figure) {
        long left = figure.get("excluded")
                .valueStream()
                .mapToLong(JsonNode::longValue)
                .sum();
        assertThat(figure.get("n").longValue() + left)
                .as(figure.get("metric").stringValue())
                .isEqualTo(figure.get("population").longValue());
        assertThat(figure.get("formula").stringValue()).isNotBlank();
        assertThat(figure.get("relative_error").decimalValue()).isZero();
    }

    /** The whole figure of a metric. */
    static JsonNode figure(JsonNode metrics, String name) {
        return metrics.get("overall")
                .valueStream()
                .filter(figure -> figure.get("metric").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

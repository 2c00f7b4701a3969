package dev.incidentkit.testkit;

import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.AlertState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The words of an alert: {@code alert check=http resource=shop}, {@code alert check=http resource=shop state=CLEARED}. */
final class AlertWords {
    private static final String VERB = "alert";

    private AlertWords() {}

    static boolean isAlert(String cell) {
        return cell.equals(VERB) || cell.startsWith(VERB + " ");
    }

    /**
     * Reads a cell. What is left over are attributes of the alert.
     *
     * @param source who sends it
     * @throws IllegalArgumentException if it cannot be read
     */
    static Function<Instant, Alert> read(String cell, String source) {
        CommandWords words = CommandWords.of(cell);
        String check = words.need("check");
        String resource = words.need("resource");
        AlertState state = words.find("state", AlertState::valueOf).orElse(AlertState.FIRING);
        String summary = words.find("summary").orElse(check + " of " + resource + " " + state);
        Map<String, String> attributes = new LinkedHashMap<>(words.unused());
        // what is no alert is told with its line
        Alert any = new Alert(source, check, resource, attributes, state, Scenario.MONDAY_MORNING, summary);
        return at -> new Alert(source, check, resource, any.attributes(), state, at, summary);
    }
}

package dev.incidentkit.report;

import dev.incidentkit.core.incident.Status;
import java.util.stream.Collectors;

/** Says in words what the picture of a lifecycle shows. */
final class LifecycleText {
    private LifecycleText() {}

    static String title(LifecycleGraph graph) {
        return "Lifecycle " + graph.lifecycle().name();
    }

    static String description(LifecycleGraph graph) {
        StringBuilder text = new StringBuilder("Statuses: ")
                .append(graph.lifecycle().statuses().stream()
                        .map(status -> status.name() + " (" + phase(status) + ")")
                        .collect(Collectors.joining(", ")))
                .append(".");
        graph.edges().forEach(edge -> text.append('\n').append(sentence(edge)));
        for (LifecycleGraph.Stay stay : graph.stays()) {
            text.append("\nStays in ")
                    .append(String.join(", ", stay.names()))
                    .append(": ")
                    .append(String.join("; ", stay.labels()));
        }
        return text.toString();
    }

    private static String sentence(LifecycleGraph.Edge edge) {
        Status from = edge.from();
        String steps = edge.steps().stream().map(LifecycleGraph.Step::label).collect(Collectors.joining("; "));
        String beside = edge.declared() ? "" : " (not in the lifecycle)";
        return (from == null ? "Begins" : from.name()) + " to " + edge.to().name() + beside + ": " + steps;
    }

    /** The phase as it is shown. */
    static String phase(Status status) {
        return status.phase().name().replace('_', ' ');
    }
}
